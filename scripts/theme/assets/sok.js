/* The search: the box in the masthead. What treats the query is fetched when the box is used, in parts:
   sok-ord.js (words), sok-uppslag.js (looking up), sok-liknande.js (what may be meant), sok-citat.js (word for
   word), sok-rang.js (ranking), sok-visa.js (showing). Nothing is stored, and all that comes from data is shown
   as text. */
(() => {
  "use strict";
  var root = new URL("../", document.currentScript.src).href;
  document.documentElement.classList.replace("no-js", "js");

  /* 1 Fetching: the parts, and pieces of the index */
  var PARTS = ["sok-ord", "sok-uppslag", "sok-liknande", "sok-citat", "sok-rang", "sok-visa"];
  var arrived = Object.create(null), asked = Object.create(null), index = {};
  window.sokdata = (name, data) => { arrived[name] = data; };

  // Runs a script once; those asked for in a row run in that order.
  function fetched(address, gone) {
    asked[address] = asked[address] || new Promise((done, failed) => {
      var script = document.createElement("script");
      script.src = root + address;
      script.async = false;
      script.onload = () => { if (gone) script.remove(); done(); };
      script.onerror = () => { script.remove(); delete asked[address]; failed(new Error(address)); };
      document.head.append(script);
    });
    return asked[address];
  }

  function parts(more) { return Promise.all(PARTS.concat(more || []).map(name => fetched("assets/" + name + ".js"))); }

  function load(name) {
    return fetched("sok/data/" + name + ".js" + (index.version ? "?v=" + index.version : ""), true).then(() => arrived[name]);
  }

  /* 2 What can be shown before the parts are there */
  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  function address(path, anchor) {
    var parts = path.split("#"), file = location.protocol === "file:" ? "index.html" : "";
    return root + parts[0].slice(1) + file + (anchor || parts[1] ? "#" + (anchor || parts[1]) : "");
  }

  function linked(label, path) {
    var link = element("a", "", label);
    link.href = address(path);
    return link;
  }

  function failed(status) {
    status.textContent = "Sökningen gick inte att hämta. Ladda om sidan, eller gå till ";
    status.append(linked("alla sidor från A till Ö", "/a-o/"), ".");
  }

  /* 3 The box */
  var SHOWN = 8;
  function masthead(box) {
    var area = box.closest(".search"), form = box.form, panel = area.querySelector(".search-panel");
    var status = area.querySelector("[role=status]"), words = area.querySelector(".search-words");
    var list = area.querySelector(".search-hits"), more = area.querySelector(".search-more"), turn = 0, waiting;

    function open(wanted) { panel.hidden = !wanted; }
    function reopen() { open(true); if (!status.textContent) run(); }
    function clear() { list.replaceChildren(); words.replaceChildren(); more.replaceChildren(); }

    async function run() {
      var query = box.value.trim(), own = ++turn;
      if (!query) { clear(); status.textContent = "Skriv det du söker."; return; }
      try {
        await parts();
        var { ask, continuations, counted, nothing, show, summary } = sokning;
        var answer = await ask(query), count = answer.hits.length;
        var put = await show(list, answer.hits.slice(0, SHOWN), answer.terms);
        if (own !== turn) return;
        clear();
        put();
        var told = summary(query, answer, count);
        if (status.textContent !== told) status.textContent = told;     // the same is not said again for each letter
        if (count) suggest(query, continuations(answer));
        else if (!answer.short) nothing(words);
        if (count > SHOWN) {
          var link = element("a", "", "Alla " + counted(count));
          link.href = address("/sok/") + "?q=" + encodeURIComponent(query);
          more.append(link);
        }
      } catch (error) {
        if (own !== turn) return;
        clear();
        failed(status);
      }
    }

    function suggest(query, forms) {
      if (forms.length) words.append("Fortsätt med ");
      forms.forEach(form => {
        var button = element("button", "", form);
        button.type = "button";
        button.addEventListener("click", () => {
          box.value = query.replace(/\S+\s*$/, form + " ");
          box.focus();
          run();
        });
        words.append(button);
      });
    }

    box.addEventListener("focus", () => { if (!index.version) Promise.all([load("start"), parts()]).then(() => sokning.uppslag.start()).catch(() => null); });
    box.addEventListener("click", reopen);
    box.addEventListener("input", () => {
      open(true);
      clearTimeout(waiting);
      waiting = setTimeout(run, 80);
    });
    form.addEventListener("submit", event => {
      if (!box.value.trim()) event.preventDefault();
      form.action = address("/sok/");
    });
    area.addEventListener("keydown", event => {
      if (event.key === "Escape" && !panel.hidden) {
        event.preventDefault();           // or the box empties itself
        open(false);
        box.focus();
      } else if (event.key === "ArrowDown" && panel.hidden) {
        event.preventDefault();
        reopen();
      } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        var stops = panel.hidden ? [] : [box, ...panel.querySelectorAll("a")];
        var next = stops[stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
        if (next) { event.preventDefault(); next.focus(); }
      }
    });
    // Who goes to a hit and comes back meets what was asked: it is in the history of this window, and nowhere else.
    function sought(query) { history.replaceState({ ...history.state, sought: query }, ""); }
    panel.addEventListener("click", event => { if (event.target.closest("a")) sought(box.value); });
    if (history.state?.sought) {
      box.value = history.state.sought;
      sought("");
      box.focus({ preventScroll: true });
      reopen();
    }
    ["focusin", "pointerdown"].forEach(name => document.addEventListener(name, event => { if (!area.contains(event.target)) open(false); }));
  }

  /* 4 Beginning */
  var sokning = window.sokning = { address, element, failed, index, linked, load };
  var box = document.getElementById("sok");
  if (box) masthead(box);
  var page = document.querySelector("[data-sok]");      // of the page /sok/, which has a part of its own
  // Who presses Enter before that is there gets an address with what was chosen alone.
  if (page) page.querySelector("form").addEventListener("formdata", event => {
    [...event.formData].forEach(([name, value]) => { if (!value.trim()) event.formData.delete(name); });
  });
  if (page && location.search) parts("sok-sida").catch(() => null);
  else if (page) page.addEventListener("focusin", () => parts("sok-sida").catch(() => null), { once: true });
})();
