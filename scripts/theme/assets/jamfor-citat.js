/* What the page where two texts are chosen is cited as, on the screen and on paper: the texts that are shown, and
   the address that shows them again. On paper no changes are told but theirs. */
(function () {
  "use strict";
  const parts = ["svar", "lista"].map((id) => document.getElementById(id));
  const slots = (name) => [...document.querySelectorAll("[data-" + name + "]")].map((slot) => [slot, slot.textContent]);
  const [titles, addresses] = [slots("citerad"), slots("adress")];
  const told = [...document.querySelectorAll(".printed .revisions")];

  // Changes are kept on paper where their page is one of these texts' own, or all where no two are shown.
  function keep(texts) {
    for (const list of told) {
      const left = [...list.children].filter((one) =>
        !one.classList.toggle("screen", texts.length > 0 && !texts.includes(one.querySelector("a")?.pathname)));
      for (const part of [list, list.previousElementSibling]) part.classList.toggle("screen", !left.length);
    }
  }

  function cite() {
    const shown = parts.find((part) => !part.hidden);
    const name = shown && shown.querySelector("h2").textContent.replace(" → ", " jämförd med ");
    const own = shown && shown.querySelector(".own-page a");
    for (const [slot, title] of titles) slot.textContent = name ? name + "." : title;
    for (const [slot, address] of addresses)
      slot.textContent = address + (own ? own.getAttribute("href") : shown ? location.search : "");
    keep(shown ? [...shown.querySelectorAll(".facts a")].map((link) => link.pathname) : []);
  }

  const watcher = new MutationObserver(cite);
  parts.forEach((part) => watcher.observe(part, { attributes: true, attributeFilter: ["hidden"] }));
  cite();
})();
