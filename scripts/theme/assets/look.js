/* Small corrections to the theme's search, so that it works by keyboard, touch and voice.
   Loaded before the theme's bundle. Nothing is stored and nothing is sent. */
(function () {
  "use strict";
  var box = document.getElementById("sok");
  var panel = box && box.closest(".search");
  var toggle = document.getElementById("__search");
  if (!box) return;

  function open(wanted) { if (toggle.checked !== wanted) toggle.click(); }
  var leaving = false;
  toggle.addEventListener("change", function () {
    // Focus that returns to the field after Escape must not open the list again.
    if (leaving && toggle.checked) { toggle.click(); return; }
    panel.classList.toggle("open", toggle.checked);
  });

  // The theme acts on single letters anywhere (WCAG 2.1.4), closes on Tab and drops focus on Escape.
  window.addEventListener("keydown", function (event) {
    var inside = panel.contains(event.target);
    if (event.key === "Escape" && toggle.checked) {
      // A search field empties itself on Escape, and the input that follows would open the list again.
      event.preventDefault();
      event.stopPropagation();
      open(false);
      leaving = true;
      box.focus();
      window.setTimeout(function () { leaving = false; }, 150);
    } else if (event.key === "Tab" || (!inside && event.key.length === 1)) {
      event.stopPropagation();
    } else if (inside && event.target !== box && event.key.length === 1) {
      event.stopPropagation();
    }
  }, true);

  // Pasted and dictated text gives no key events, and typing after Escape opens the list again.
  box.addEventListener("input", function () {
    open(true);
    box.dispatchEvent(new KeyboardEvent("keyup"));
  });
  document.addEventListener("focusin", function (event) {
    if (toggle.checked && !panel.contains(event.target)) open(false);
  });
  document.addEventListener("pointerdown", function (event) {
    if (toggle.checked && !panel.contains(event.target)) open(false);
  });

  // Hits are reached with Tab as well as with the arrow keys, and their titles are no page headings.
  var hits = panel.querySelector(".search-hits");
  new MutationObserver(function () {
    hits.querySelectorAll("[tabindex='-1']").forEach(function (link) { link.removeAttribute("tabindex"); });
    hits.querySelectorAll("h1, h2").forEach(function (title) { title.setAttribute("role", "presentation"); });
    hits.querySelectorAll("article").forEach(function (part) { part.setAttribute("role", "presentation"); });
  }).observe(hits, { childList: true, subtree: true });
})();

/* One base at a time on the pages of the byggstenar; without script all stand beneath each other. */
(function () {
  "use strict";
  var form = document.querySelector(".bases .choose");
  if (!form) return;
  var choice = form.querySelector("select");
  function show() {
    document.querySelectorAll(".bases .base").forEach(function (part) { part.hidden = part.id !== choice.value; });
  }
  form.hidden = false;
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  choice.addEventListener("change", show);
  show();
})();
