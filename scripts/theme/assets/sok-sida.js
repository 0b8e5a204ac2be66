/* The page /sok/: the long list and the choices. Loaded by sok.js, after the parts that do the searching. */
(() => {
  "use strict";
  var sok = window.sokning, area = document.querySelector("[data-sok]");
  var form = area.querySelector("form"), box = form.elements.q, status = area.querySelector("[role=status]");
  var list = area.querySelector(".find-hits"), words = area.querySelector(".find-words"), more = area.querySelector(".find-more");
  var choosing = area.querySelector(".find-choices");
  var chosen = ["forbund", "slag", "ar", "byggsten"].map(name => form.elements[name]);
  var FIRST = 10, MORE = 20;
  var turn = 0, answer, choices, shown = 0, waiting, settled = false;

  // What a document is in each choice.
  function valuesOf(doc) {
    var row = choices.documents[doc];
    return [
      row[0].map(n => choices.owners[n]), [sok.kind(doc)],
      row[1] ? [String(row[1])] : [], row[2].map(n => choices.elements[n])
    ];
  }

  function passes(values, but) {
    return chosen.every((select, i) => i === but || !select.value || values[i].indexOf(select.value) >= 0);
  }

  function fill(select, i, rows) {
    var counts = Object.create(null), value = select.value;
    rows.forEach(values => { if (passes(values, i)) values[i].forEach(name => { counts[name] = (counts[name] || 0) + 1; }); });
    if (value && !counts[value]) counts[value] = 0;
    select.replaceChildren(select.options[0]);
    var others = sok.element("optgroup");     // the network and the law are no förbund
    others.label = "Annat än förbund";
    Object.keys(counts).sort((a, b) => a.localeCompare(b, "sv")).forEach(name => {
      var option = sok.element("option", "", name + " (" + counts[name] + ")");
      option.value = name;
      (i === 0 && choices.apart.includes(name) ? others : select).append(option);
    });
    if (others.firstChild) select.append(others);
    select.value = value;
  }

  // All that was chosen can be taken away with one press.
  function free(label) {
    var button = sok.element("button", "", label);
    button.type = "button";
    button.addEventListener("click", () => {
      chosen.forEach(select => { select.value = ""; });
      asked(true, true);
      box.focus();
    });
    words.append(button);
  }

  // The words are found, but not in what was chosen.
  function outside(names) {
    status.textContent = "Inga träffar i urvalet: " + names.join(", ") + ".";
    var many = answer.hits.length;
    free(!box.value.trim() ? "Ta bort urvalet" : many === 1 ? "Visa träffen utanför urvalet" : "Visa alla " + sok.counted(many));
  }

  // Shows the first hits, `wanted` of them, or without it some more below those that are shown.
  function put(wanted) {
    var reset = Boolean(wanted), own = ++turn, query = box.value, rows = answer.hits.map(hit => valuesOf(hit.doc));
    offer(rows);
    var hits = answer.hits.filter((hit, n) => passes(rows[n]));
    var from = reset ? 0 : shown, to = reset ? wanted : shown + MORE;
    return sok.show(list, hits.slice(from, to), answer.terms).then(append => {
      if (own !== turn) return;
      var focus = !reset;
      if (reset) { list.replaceChildren(); words.replaceChildren(); }
      append();
      list.hidden = !hits.length;
      shown = Math.min(to, hits.length);
      if (!reset) remember({ shown: shown });
      more.hidden = shown >= hits.length;
      if (answer.short) { status.textContent = sok.summary(query, answer, 0); return; }
      var names = chosen.map(select => select.value).filter(Boolean);
      var whole = hits.filter(hit => hit.tier > 0).length;
      var told = query.trim() ? sok.summary(query, { terms: answer.terms, whole: whole }, hits.length) :
        hits.length.toLocaleString("sv-SE") + (hits.length === 1 ? " sida." : " sidor.");
      told += (names.length ? " Urval: " + names.join(", ") + "." : "") + (hits.length > shown ? " " + shown + " visas." : "");
      if (status.textContent !== told) status.textContent = told;
      if (hits.length && names.length && reset) free("Ta bort urvalet");
      if (!hits.length && answer.hits.length) outside(names); else if (!hits.length) sok.nothing(words);
      if (reset && settled && innerHeight < 400 && !choosing.contains(document.activeElement)) status.scrollIntoView();     // at 400 %
      if (focus && list.children[from]) list.children[from].querySelector("a").focus();
    });
  }

  function remember(state, address, anew) {
    try { history[anew ? "pushState" : "replaceState"](state, "", address || location.href); } catch (error) { /* file: */ }
  }

  // What is asked goes into the address. What was submitted stays in the history: the first letter of the
  // next query begins a new entry, and the letters after it change that one.
  function note(submitted, step) {
    var kept = new URLSearchParams();
    if (box.value.trim()) kept.set("q", box.value.trim());
    chosen.forEach(select => { if (select.value) kept.set(select.name, select.value); });
    var wanted = String(kept) ? "?" + kept : "", asked = new URLSearchParams(location.search).get("q");
    if (wanted !== location.search) remember(null, location.pathname + wanted, step || settled && asked !== kept.get("q"));
    if (submitted || asked !== kept.get("q")) settled = submitted;
  }

  function run(wanted) {
    var query = box.value, own = ++turn, nothing = !query.trim() && !chosen.some(select => select.value);
    if (nothing) {
      none();
      status.textContent = "Skriv det du söker. Du kan också välja i listorna.";
    }
    Promise.all([query.trim() ? sok.ask(query) : sok.all(), sok.load("urval")]).then(both => {
      if (own !== turn) return null;
      answer = both[0];
      choices = both[1];
      [choices.owners, sok.index.kinds, [], choices.elements].forEach((names, i) => { meant(chosen[i], names); });
      return nothing ? offer(answer.hits.map(hit => valuesOf(hit.doc))) : put(wanted || FIRST);
    }).catch(fail);
  }

  // What can be chosen among these.
  function offer(rows) {
    chosen.forEach((select, i) => { fill(select, i, rows); });
    choosing.hidden = !rows.length && !chosen.some(select => select.value);
  }

  function none() {
    list.replaceChildren();
    words.replaceChildren();
    list.hidden = more.hidden = true;
  }

  // What is chosen in an address that someone wrote: umearegionen is Umeåregionen, berattelse berättelse.
  function meant(select, names) {
    var plain = name => sok.ord.fold(name.toLowerCase()).replace(/[^a-z0-9]/g, ""), wanted = select.value;
    var name = wanted && !names.includes(wanted) && names.find(one => plain(one) === plain(wanted));
    if (!name) return;
    select.append(new Option(name, name));
    select.value = name;
  }

  function fail() {
    none();
    sok.failed(status);
  }

  // The address and what was shown there, at the beginning and whenever the reader goes back or forward.
  function restore() {
    var given = new URLSearchParams(location.search), state = history.state;
    box.value = (given.get("q") || "").slice(0, box.maxLength);
    settled = Boolean(box.value);
    chosen.forEach(select => {
      var value = given.get(select.name) || "";
      if (value && ![...select.options].some(option => option.value === value)) select.append(new Option(value, value));
      select.value = value;
    });
    run(state && state.shown);
  }

  function asked(submitted, step) {
    clearTimeout(waiting);
    note(submitted, step);
    run();
  }

  // A choice is a step that the reader can take back. Going on in the same list, as the arrow keys do, is the same step.
  var stepping = null;
  chosen.forEach(select => {
    select.addEventListener("change", () => { asked(false, stepping !== select); stepping = select; });
    select.addEventListener("blur", () => { stepping = null; });
  });
  box.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(asked, 150, false); });
  form.addEventListener("submit", event => { event.preventDefault(); asked(true); });
  more.querySelector("button").addEventListener("click", () => { put().catch(fail); });
  // Who comes with a query comes for the hits: on a phone they would be far below what tells how to ask.
  var told = document.querySelector(".lead");
  if (told && new URLSearchParams(location.search).get("q")) told.hidden = true;
  addEventListener("popstate", () => { clearTimeout(waiting); stepping = null; restore(); });
  if (location.search) restore();
  else if (box.value.trim()) asked(false);              // written while this was on its way
  else run();
})();
