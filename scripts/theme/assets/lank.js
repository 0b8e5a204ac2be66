/* Copy a text; where the browser has no interface for it, out of a box beside what was pressed. For kopiera.js too. */
window.tillUrklipp = function (text, pressed) {
  "use strict";
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const box = document.createElement("textarea");
  box.value = text;
  pressed.after(box);
  box.select();
  const done = document.execCommand("copy");
  box.remove();
  pressed.focus();
  return done ? Promise.resolve() : Promise.reject();
};

/* Copy the address of the page, or of the section that has been pointed to. Nothing is stored or sent. */
(function () {
  "use strict";
  const place = document.querySelector("[data-kopiera-lank]");
  if (!place) return;

  function control(label, address) {
    const button = document.createElement("button");
    const status = document.createElement("span");
    button.type = "button";
    button.textContent = label;
    status.setAttribute("role", "status");
    button.addEventListener("click", () => {
      status.textContent = "";
      window.tillUrklipp(address(), button).then(
        () => { status.textContent = "Länken är kopierad."; },
        () => { status.textContent = "Det gick inte att kopiera. Adressen står i webbläsarens adressfält."; }
      );
    });
    return [button, " ", status];
  }

  const page = () => location.href.split("#")[0];
  place.append(...control("Kopiera länken till sidan", page));
  place.hidden = false;

  // Beside the section whose link was followed, one at a time.
  const beside = document.createElement("p");
  beside.className = "copylink here";
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("a.perma");
    if (!link) return;
    const hash = link.getAttribute("href");
    beside.replaceChildren(...control("Kopiera länken", () => page() + hash));
    link.after(beside);
    // The link has led to the heading; the next thing to press is the button beside it.
    setTimeout(() => beside.querySelector("button").focus({ preventScroll: true }));
  });
})();

/* Opened from the file system, a link to a folder would show the folder: lead to the page in it. */
(function () {
  "use strict";
  if (location.protocol !== "file:") return;
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("a[href]");
    if (!link || link.protocol !== "file:" || !link.pathname.endsWith("/")) return;
    link.pathname += "index.html";
  }, true);
})();

/* Paper cannot be unfolded: open what is folded while the page is printed. */
(function () {
  "use strict";
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = Array.from(document.querySelectorAll("main details:not([open])"));
    opened.forEach((part) => { part.open = true; });
  });
  addEventListener("afterprint", () => { opened.forEach((part) => { part.open = false; }); });
})();
