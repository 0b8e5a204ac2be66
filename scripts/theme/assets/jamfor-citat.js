/* What the page where two texts are chosen is cited as, on the screen and on paper: the texts that are shown, and
   the address that shows them again. */
(function () {
  "use strict";
  const parts = ["svar", "lista"].map((id) => document.getElementById(id));
  const slots = (name) => [...document.querySelectorAll("[data-" + name + "]")].map((slot) => [slot, slot.textContent]);
  const [titles, addresses] = [slots("citerad"), slots("adress")];

  function cite() {
    const shown = parts.find((part) => !part.hidden);
    const name = shown && shown.querySelector("h2").textContent.replace(" → ", " jämförd med ");
    const own = shown && shown.querySelector(".own-page a");
    for (const [slot, title] of titles) slot.textContent = name ? name + "." : title;
    for (const [slot, address] of addresses)
      slot.textContent = address + (own ? own.getAttribute("href") : shown ? location.search : "");
  }

  const watcher = new MutationObserver(cite);
  parts.forEach((part) => watcher.observe(part, { attributes: true, attributeFilter: ["hidden"] }));
  cite();
})();
