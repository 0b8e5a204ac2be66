/* Any two texts on the page where they are chosen. Writes the elements of macros/diff.html from the lists of
   rendering/diffing/packing.py. Nothing is stored or sent. */
(function () {
  "use strict";
  const find = (selector) => document.querySelector(selector);
  const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];

  // el("a.l", {href: "#a1"}, "1 ersatt"): tag and classes, attributes, children.
  function el(name, attributes, ...children) {
    const [tag, ...classes] = name.split(".");
    const made = document.createElement(tag);
    if (classes[0]) made.className = classes.join(" ");
    for (const key in attributes) made.setAttribute(key, attributes[key]);
    made.append(...children.flat(9));
    return made;
  }

  /* 1 Show */
  const MARKS = [0, ["del", "struket"], ["ins", "tillagt"], ["ins.mvd", "flyttat hit"], ["del.ghost", "flyttat härifrån"]];
  const BLOCKS = ["p", "p.newsent", "p.gonesent", "div.moved", "div.moved.from"];
  const vh = (text) => el("span.vh", {}, text);
  const number = (n) => el("span.n", {}, n);
  const sig = (text) => el("span.sig", { "data-f": text.farg }, text.signatur);

  function run([op, start, end, before = 0, after = 0], old, shown) {
    const cut = (text, a, b) => text.letters.slice(a, b).join("");
    if (op === 5) return el("span", { "data-old": cut(old, before, after) }, cut(shown, start, end));
    if (!op) return cut(shown, start, end);
    const text = op === 1 || op === 4 ? old : shown;
    const [tag, word] = MARKS[op];
    return el(tag, {}, cut(text, start, start + before), vh("[" + word + ": "),
      el("span.m", {}, cut(text, start + before, end - after)), vh(" – slut]"), cut(text, end - after, end));
  }

  function inline(old, shown, items, blocks) {
    const total = items.length;
    const label = (n) => {
      const [kind, , flag] = items[n - 1];
      const name = n + " " + kind + (flag ? ", " + flag : "");
      const before = (n - 2 + total) % total + 1;
      return [el("a.l", { href: "#a" + (n % total + 1), "aria-label": name + ", av " + total + "; till nästa" }, name),
        el("a.bak", { href: "#a" + before, "aria-label": "till förra ändringen, " + before }, "‹")];
    };
    const gone = (n) => el("a.l", { href: "#a" + n, "aria-label": n + " härifrån; visa var det står nu" }, n + " härifrån");
    const runs = (list) => list.map((r) => run(r, old, shown));
    const group = ([n, kind, list]) => kind ? el("span.chg" + (list[0][3] && list[0][0] < 5 ? ".apart" : ""), { id: "a" + n + (kind > 1 ? "-fran" : "") }, (kind > 1 ? gone : label)(n), runs(list)) : runs(list);
    return el("div.diff", {}, blocks.map(([kind, n, sentences, was, is]) => {
      let head = [];
      if (kind === 3) head = el("span.where", {}, label(n), "hit från mening " + was, el("span.screen", {}, "; ", el("a", { href: "#a" + n + "-fran" }, "visa var den stod")));
      if (kind > 3) head = el("span.where", {}, gone(n), "där den var mening " + was + ", till mening " + is);
      return el(BLOCKS[kind] + (n && kind < 4 ? ".chg" : ""), n ? { id: "a" + n + (kind > 3 ? "-fran" : "") } : {}, head,
        sentences.map(([at, groups], first) => el("span.sent", {}, at ? number(at) : [], n && kind < 3 && !first ? label(n) : [], groups.map(group))));
    }));
  }

  function sides(old, shown, rows) {
    const cell = (text, parts) => {
      const numbers = parts[0] ? ", mening " + parts[0][0] + (parts[1] ? "–" + parts.at(-1)[0] : "") : "";
      return el("td.t", {}, el("span.lab", {}, text.namn + numbers), parts[0] ? parts.map(([n, p, runs], at) => [at ? " " : "",
        el("span.sent", { "data-n": n, "data-p": p }, number(n), runs.map((r) => run(r, old, text)))])
        : el("span.gap", {}, "meningen finns inte"));
    };
    const numbers = (list) => list[0] ? [el("br"), el("span.muted", {}, "ändring ", list.map((n, at) => [at ? ", " : "", el("a", { href: "#a" + n }, n)]))] : [];
    const head = (...name) => el("th", { scope: "col" }, name);
    return el("table.stack.sides", {}, el("caption", {}, "En rad per mening, i ordning efter " + shown.namn + "."),
      el("thead", {}, el("tr", {}, head(old.namn, " ", sig(old)), head(shown.namn, " ", sig(shown)), head("Vad som hänt"))),
      el("tbody", {}, rows.map(([left, right, what, list]) => el("tr", {}, cell(old, left), cell(shown, right),
        el("td", {}, el("span.lab", {}, "Vad som hänt"), what, numbers(list))))));
  }

  /* 2 Choose */
  const [from, to] = all("#valj select");
  const [answer, list] = [find("#svar"), find("#lista")];
  const names = Object.fromEntries(all("option", from).map((option) => [option.value, option.text]));
  const title = document.title;
  const texts = {};
  const loading = {};
  let turn = 0;

  window.jamfor = (text) => { texts[text.id] = Object.assign(text, { letters: Array.from(text.text) }); };
  const say = (text) => { find("#besked").textContent = text; };
  const address = (a, b) => a || b ? "?" + new URLSearchParams(b ? { fran: a, till: b } : { fran: a }) : location.pathname;
  const fact = (which, side, text) => el("div", { "data-sida": side }, el("dt", {}, which + " ", sig(text)),
    el("dd", {}, el("a", { href: text.adress }, text.namn), " ", el("span.muted.screen", {}, "på egen sida"), el("br"),
      el("span.muted.small", {}, text.om)));
  const fill = (selector, ...parts) => find(selector).replaceChildren(...parts);

  function load(id) {
    loading[id] = loading[id] || new Promise((done, fail) => {
      const script = el("script", { src: "data/" + encodeURIComponent(id) + ".js" });
      script.onload = () => done(texts[id]);
      script.onerror = () => { delete loading[id]; script.remove(); fail(); };
      document.head.append(script);
    });
    return loading[id];
  }

  function showList(old) {
    const others = Object.entries(old.mot).sort((a, b) => b[1][0] - a[1][0] || names[a[0]].localeCompare(names[b[0]], "sv"));
    fill("#lista h2", old.namn + " mot alla andra");
    fill("#lista ol", ...others.map(([id, [share, summary]]) => el("li", {},
      el("span.when", {}, Math.round(share / 10) + "\u00a0% lika"),
      el("span", {}, el("a", { href: address(old.id, id), "data-till": id }, names[id]), el("br"), el("span.muted", {}, summary)))));
    list.hidden = false;
    document.title = old.namn + " mot alla andra – " + title;
    say(others.length + " texter, den som är mest lik " + old.namn + " först.");
  }

  function showPair(old, shown, [, summary, share, items, blocks, rows, own]) {
    const both = old.namn + " → " + shown.namn;
    fill("#svar h2", both);
    fill("#svar .sum", el("b", {}, summary), " " + share);
    fill("#svar dl", fact("Från", "old", old), fact("Till", "new", shown));
    fill("#svar .own-page", own & 1 ? el("a", { href: old.id + "/" + shown.id + "/" }, "Jämförelsens egen sida, med källor") : "");
    fill("#svar .changes", ...items.map(([kind, brief, flag], at) => el("li", {}, el("a", { href: "#a" + (at + 1) },
      el("b", {}, at + 1), el("span.kind", {}, kind), el("span", {}, brief + (flag ? " (" + flag + ")" : ""))))));
    find("#svar .changes").closest(".row").hidden = !items.length;
    fill("#svar article", inline(old, shown, items, blocks));
    fill("#sidor", sides(old, shown, rows));
    Object.assign(find("#kopiera").dataset, { old: old.kalla, new: shown.kalla });
    document.dispatchEvent(new Event("jamford"));
    answer.hidden = false;
    document.title = both + " – " + title;
    say("Visar " + both + (old.id === from.value ? ". " : ", åt det håll som är förberett. ") + summary);
    if (location.hash) location.replace(location.hash);
  }

  function show(focus) {
    const [mine, a, b] = [++turn, from.value, to.value];
    answer.hidden = list.hidden = true;
    document.title = title;
    if (!a || a === b) return say(a ? "Det är samma text: inga skillnader." : b ? "Välj också en text att jämföra från." : "");
    say("Hämtar texterna …");
    Promise.all([load(a), b ? load(b) : null]).then(([old, shown]) => {
      if (mine !== turn) return;
      // What a file holds may go from the other text to its own.
      const own = b && old.mot[b], held = own || b && shown.mot[a];
      if (!held) showList(old);
      else showPair(...(!own === held[6] > 1 ? [old, shown] : [shown, old]), held);
      if (b && !held) say("Den jämförelsen är inte förberedd. Här är de mest lika " + old.namn + ".");
      if (focus) find(answer.hidden ? "#lista h2" : "#svar h2").focus();
    }).catch(() => { if (mine === turn) say("Texten gick inte att hämta. Kontrollera uppkopplingen och välj igen."); });
  }

  function go(focus) {
    const wanted = address(from.value, to.value);
    try { history.pushState(null, "", wanted); } catch { location.assign(wanted); }
    show(focus);
  }

  // What the collection lacks is said, not guessed.
  function read() {
    const wanted = ["fran", "till"].map((key) => new URLSearchParams(location.search).get(key) || "");
    if (turn && from.value === wanted[0] && to.value === wanted[1]) return;
    const unknown = wanted.filter((id) => !Object.hasOwn(names, id));
    [from.value, to.value] = unknown[0] ? ["", ""] : wanted;
    show(false);
    if (unknown[0]) say("”" + unknown.map((id) => id.slice(0, 60)).join("” och ”") + "” finns inte i samlingen. Välj om.");
  }

  find("#valj").hidden = false;
  find("#valj form").addEventListener("change", () => go(false));
  find("#valj form").addEventListener("submit", (event) => event.preventDefault());
  find("#byt").addEventListener("click", () => { [from.value, to.value] = [to.value, from.value]; go(false); });
  list.addEventListener("click", (event) => {
    const link = event.target.closest("[data-till]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    to.value = link.dataset.till;
    go(true);
  });
  window.addEventListener("popstate", read);
  read();
})();
