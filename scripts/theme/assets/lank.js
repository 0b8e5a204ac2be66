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

/* Copy the address of the page, or of the section that has been pointed to, or what the page is cited as. Nothing is
   stored or sent. */
(function () {
  "use strict";
  const root = new URL("../", document.currentScript.src);
  const place = document.querySelector("[data-kopiera-lank]");
  if (!place) return;

  const LINK = ["Länken är kopierad.", "Det gick inte att kopiera. Adressen står i webbläsarens adressfält."];

  function control(label, text, [done, failed] = LINK) {
    const button = document.createElement("button");
    const status = document.createElement("span");
    button.type = "button";
    button.textContent = label;
    status.setAttribute("role", "status");
    button.addEventListener("click", () => {
      status.textContent = "";
      window.tillUrklipp(text(), button).then(
        () => { status.textContent = done; },
        () => { status.textContent = failed; }
      );
    });
    return [button, " ", status];
  }

  // Read from a folder, a page has its address elsewhere, if it was told any.
  const canonical = root.protocol === "file:" && document.querySelector("link[rel=canonical]");
  const page = () => canonical ? canonical.href + location.search : location.href.split("#")[0];
  place.append(...control("Kopiera länken till sidan", page));
  place.hidden = false;

  // What the page is cited as, as it stands in its box, on one line. A site that was not told its address says only
  // the path there: then the address is where the page is read, if that is not a file.
  const box = document.querySelector(".citebox");
  const CITED = ["Hänvisningen är kopierad.", "Det gick inte att kopiera. Markera texten i rutan och kopiera den därifrån."];

  const slot = box && box.querySelector("[data-adress]");

  function lasting() {
    const shown = slot.textContent.trim();
    return shown.startsWith("/") && root.protocol !== "file:" ? new URL(shown.slice(1), root).href : shown;
  }

  function cited() { return box.querySelector("p").textContent.trim().replace(/\s+/g, " ") + " " + lasting(); }

  if (box) {
    let shown;
    addEventListener("beforeprint", () => { shown = slot.textContent; slot.textContent = lasting(); });
    addEventListener("afterprint", () => { slot.textContent = shown; });
    const line = document.createElement("p");
    line.className = "copylink";
    line.append(...control("Kopiera hänvisningen", cited, CITED));
    box.append(line);
  }

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
