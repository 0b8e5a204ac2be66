/* What a term means, in one sentence, where it stands: by mouse, keyboard and touch (WCAG 1.4.13).
   The sentences are fetched when first asked for. Without this script each term is a link to its entry. */
(function () {
  "use strict";
  const own = document.currentScript.src;
  // In running text: what leads to an entry in a list, as a hit does, leads there at once.
  const TERM = "main a.term, main :is(.guide, .lead) a[href*='/begrepp/'][href*='#']";
  const RING = 6; // what stands around a word that has the focus
  const tip = document.createElement("div");
  tip.id = "forklaring";
  tip.className = "tip";
  tip.setAttribute("role", "tooltip");
  tip.hidden = true;
  // Who listens and touches is told by this what is shown: nothing has the focus that it could be said of.
  const said = document.createElement("p");
  said.className = "vh";
  said.setAttribute("role", "status");
  document.body.append(said);
  let shown = null;
  let wanted = null;
  let timer = 0;
  let touched = false;
  let words = null;

  function load() {
    words = words || new Promise((done, fail) => {
      const script = document.createElement("script");
      script.src = own.replace(/begrepp\.js/, "begrepp-ord.js");
      script.onload = () => done(window.begreppsord);
      script.onerror = () => { words = null; script.remove(); fail(); };
      document.head.append(script);
    });
    return words;
  }

  function hide() {
    clearTimeout(timer);
    wanted = null;
    if (!shown) return;
    shown.removeAttribute("aria-describedby");
    shown = null;
    tip.hidden = true;
    said.textContent = "";
  }

  // Below the word, or above it where there is no room; never outside the window. A word that goes on in the next line
  // is covered nowhere: where its beginning is pointed to, at the height y, what explains it stands above.
  function place(link, y) {
    const pieces = link.getClientRects();
    const [first, last] = [pieces[0], pieces[pieces.length - 1]];
    const width = document.documentElement.clientWidth;
    tip.style.left = "0";
    tip.style.top = "0";
    const box = tip.getBoundingClientRect();
    const fits = last.bottom + box.height + 2 * RING <= window.innerHeight && !(pieces.length > 1 && y < first.bottom);
    const below = fits || first.top < box.height;
    const word = below ? last : first;
    tip.style.left = Math.max(8, Math.min(word.left, width - box.width - 8)) + window.scrollX + "px";
    tip.style.top = (below ? word.bottom + RING : word.top - box.height - RING) + window.scrollY + "px";
  }

  // `without` is called where there is nothing to show.
  function show(link, y, without = () => {}) {
    clearTimeout(timer);
    if (link === shown) return;
    wanted = link;
    load().catch(() => ({})).then((all) => {
      const entry = all[decodeURIComponent(link.hash.slice(1))];
      if (wanted !== link) return;
      hide();
      if (!entry) { without(); return; }
      shown = link;
      tip.textContent = entry[1];
      document.querySelector("main").append(tip);
      tip.hidden = false;
      place(link, y);
      if (touched) said.textContent = entry[1];
      else link.setAttribute("aria-describedby", tip.id);
    });
  }

  const term = (event) => event.target.closest && event.target.closest(TERM);
  const later = () => { clearTimeout(timer); timer = setTimeout(hide, 300); };

  document.addEventListener("pointerover", (event) => {
    const link = term(event);
    if (event.pointerType === "touch") return;
    if (link) show(link, event.clientY);
    else if (tip.contains(event.target)) clearTimeout(timer);
    else if ((shown || wanted) && document.activeElement !== (shown || wanted)) later();
  });
  document.addEventListener("focusin", (event) => {
    const link = term(event);
    if (link) { if (link.matches(":focus-visible")) show(link); } else hide();
  });
  document.addEventListener("focusout", (event) => { if (event.target === shown || event.target === wanted) hide(); });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && shown) { event.stopPropagation(); hide(); } }, true);
  document.addEventListener("pointerdown", (event) => {
    touched = event.pointerType === "touch";
    if (shown && !tip.contains(event.target) && term(event) !== shown) hide();
  });
  // A first touch explains, or follows the link where nothing can be explained; a second follows it.
  document.addEventListener("click", (event) => {
    const link = term(event);
    if (!link || !touched || link === shown) return;
    event.preventDefault();
    show(link, event.clientY, () => { location.assign(link.href); });
  });
})();
