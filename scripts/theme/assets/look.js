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
