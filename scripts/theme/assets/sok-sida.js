/* The page /sok/: the long list and the choices. Loaded by sok.js, which does the searching. */
(() => {
  "use strict";
  var sok = window.sokning, area = document.querySelector("[data-sok]");
  var form = area.querySelector("form"), box = form.elements.q, status = area.querySelector("[role=status]");
  var list = area.querySelector(".find-hits"), words = area.querySelector(".find-words"), more = area.querySelector(".find-more");
  var chosen = ["forbund", "slag", "ar", "byggsten"].map(name => form.elements[name]);
  var turn = 0, answer, choices, shown = 0, waiting, given = new URLSearchParams(location.search);

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
    var counts = {}, value = select.value;
    rows.forEach(values => { if (passes(values, i)) values[i].forEach(name => { counts[name] = (counts[name] || 0) + 1; }); });
    if (value && !counts[value]) counts[value] = 0;
    select.replaceChildren(select.options[0]);
    Object.keys(counts).sort((a, b) => a.localeCompare(b, "sv")).forEach(name => {
      var option = sok.element("option", "", name + " (" + counts[name] + ")");
      option.value = name;
      select.append(option);
    });
    select.value = value;
  }

  function put(reset) {
    var own = ++turn, query = box.value, rows = answer.hits.map(hit => valuesOf(hit.doc));
    chosen.forEach((select, i) => { fill(select, i, rows); });
    var hits = answer.hits.filter((hit, n) => passes(rows[n]));
    var from = reset ? 0 : shown, to = reset ? 10 : shown + 20;
    return sok.show(list, hits.slice(from, to), answer.terms).then(append => {
      if (own !== turn) return;
      var focus = !reset;
      if (reset) { list.replaceChildren(); words.replaceChildren(); }
      append();
      list.hidden = !hits.length;
      shown = Math.min(to, hits.length);
      more.hidden = shown >= hits.length;
      var names = chosen.map(select => select.value).filter(Boolean);
      var whole = hits.filter(hit => hit.tier > 0).length;
      status.textContent = sok.summary(query, { terms: answer.terms, whole: whole }, hits.length) +
        (names.length ? " Urval: " + names.join(", ") + "." : "") + (hits.length > shown ? " " + shown + " visas." : "");
      if (!hits.length) sok.nothing(words);
      if (focus && list.children[from]) list.children[from].querySelector("a").focus();
    });
  }

  function run() {
    var query = box.value, own = ++turn, kept = new URLSearchParams();
    if (query.trim()) kept.set("q", query.trim());
    chosen.forEach(select => { if (select.value) kept.set(select.name, select.value); });
    try { history.replaceState(null, "", location.pathname + (String(kept) ? "?" + kept : "")); } catch (error) { /* file: */ }
    if (!query.trim()) {
      list.replaceChildren();
      words.replaceChildren();
      list.hidden = more.hidden = true;
      status.textContent = "Skriv det du söker.";
      return;
    }
    Promise.all([sok.ask(query), sok.load("urval")]).then(both => {
      if (own !== turn) return null;
      answer = both[0];
      choices = both[1];
      return put(true);
    }).catch(() => { sok.failed(status); });
  }

  box.value = given.get("q") || "";
  chosen.forEach(select => {
    var value = given.get(select.name);
    if (value) { select.append(new Option(value, value)); select.value = value; }
    select.addEventListener("change", run);
  });
  box.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(run, 150); });
  form.addEventListener("submit", event => { event.preventDefault(); run(); });
  more.querySelector("button").addEventListener("click", () => { put(false).catch(() => { sok.failed(status); }); });
  if (box.value) run();
})();
