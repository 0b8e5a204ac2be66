/* Copy words of a comparison with their source. Nothing is stored and nothing is sent. */
(function () {
  "use strict";
  const find = (selector, inside) => (inside || document).querySelector(selector);
  const all = (selector, inside) => Array.from((inside || document).querySelectorAll(selector));
  const copy = find("#kopiera");
  const choice = find("select", copy);
  const status = find("[role=status]", copy);
  const copied = {};

  // The words of a sentence as they stand in one text, without the words that explain the marks.
  function clean(sentence) {
    const own = sentence.cloneNode(true);
    all(".vh, .n", own).forEach((part) => part.remove());
    return own.textContent;
  }

  // The sentences of one text, in its own order, from their column side by side.
  function sentences(column) {
    const found = all(".sides tbody tr").flatMap((row) => all(".sent", row.cells[column]));
    return found.sort((a, b) => a.dataset.n - b.dataset.n);
  }

  function whole(parts) {
    return parts.map((part, at) => {
      const gap = at && part.dataset.p !== parts[at - 1].dataset.p ? "\n\n" : at ? " " : "";
      return gap + clean(part);
    }).join("");
  }

  // Fill the list with both texts and their sentences.
  function fill() {
    const groups = ["old", "new"].map((side, column) => {
      const link = find("[data-sida=" + side + "] a");
      // A comparison that was chosen brings what its texts are cited as; a page of its own says it beneath them.
      const cited = copy.dataset[side] || all(".plain-words .small span")[column].textContent;
      const parts = sentences(column);
      const group = document.createElement("optgroup");
      group.label = link.textContent;
      const add = (key, shown, name, text, anchor) => {
        copied[side + key] = [text + "\n\n" + cited + " " + link.href + anchor, group.label + ", " + name];
        group.append(new Option(shown, side + key));
      };
      add("", group.label + ": hela texten", "hela texten", whole(parts), "");
      parts.forEach((part) => {
        const [n, text] = [part.dataset.n, clean(part)];
        const start = text.length > 44 ? text.slice(0, 44).replace(/\s\S*$/, "") + " …" : text;
        add(n, group.label + ", mening " + n + ": " + start, "mening " + n, text, "#m" + n);
      });
      return group;
    });
    choice.replaceChildren(...groups);
    choice.value = "new";
    status.textContent = "";
    copy.closest(".row").hidden = false;
  }

  // What copies is in lank.js, which runs when the document is whole: a press before that waits for it.
  const ready = new Promise((done) => {
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", done);
    else done();
  });

  copy.addEventListener("submit", (event) => {
    event.preventDefault();
    const [text, name] = copied[choice.value];
    status.textContent = "";
    ready.then(() => window.tillUrklipp(text, find("button", copy))).then(
      () => { status.textContent = "Kopierat med källa: " + name + "."; },
      () => { status.textContent = "Det gick inte att kopiera. Markera orden i texten och kopiera dem därifrån."; }
    );
  });

  // Words that are marked choose their sentence.
  document.addEventListener("selectionchange", () => {
    const marked = document.getSelection();
    const start = marked.isCollapsed ? null : marked.anchorNode;
    const node = start && (start.closest ? start : start.parentElement);
    const sentence = node && node.closest(".sent");
    if (!sentence) return;
    const cell = sentence.closest("td");
    const number = cell ? sentence.dataset.n : (find(".n", sentence) || {}).textContent;
    const key = (cell && cell.cellIndex === 0 ? "old" : "new") + number;
    if (copied[key]) choice.value = key;
  });

  // Where the page is read, with the texts that are chosen; read from a folder, where it stands if it was told.
  const printed = find("#adress"), canonical = find("link[rel=canonical]");
  function addressed() {
    if (location.protocol !== "file:") printed.textContent = location.href.split("#")[0];
    else if (canonical) printed.textContent = canonical.href + location.search;
  }

  document.addEventListener("jamford", fill);
  document.addEventListener("jamford", addressed);
  if (find(".sides")) fill();
  addressed();
})();
