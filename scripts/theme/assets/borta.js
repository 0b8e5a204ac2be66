/* On the page for addresses that lead nowhere. Which texts have a comparison of their own changes as the collection
   grows: one that is gone is shown among the free ones. Of any other address, the words can be searched for. */
(function () {
  "use strict";
  const root = new URL("../", document.currentScript.src);
  if (!location.href.startsWith(root.href)) return;
  let rest = location.href.slice(root.href.length).replace(/[?#].*$/s, "");
  const pair = rest.toLowerCase().match(/^andamal\/jamfor\/([a-z0-9-]+)\/([a-z0-9-]+)\/?(?:index\.html)?$/);
  if (pair && pair[1] !== "data") {
    location.replace(new URL("andamal/jamfor/?fran=" + pair[1] + "&till=" + pair[2], root));
    return;
  }
  try { rest = decodeURIComponent(rest); } catch { return; }
  const words = rest.replace(/\.html?$/, "").split(/[^\p{L}\p{N}]+/u).filter((word) => word && word !== "index");
  const place = document.querySelector("[data-leta]");
  if (!place || !words.length || rest === "404.html" || words.join(" ").length > 80) return;
  const link = document.createElement("a");
  link.href = new URL("sok/?q=" + encodeURIComponent(words.join(" ")), root).href;
  link.textContent = "Sök efter orden i adressen: ”" + words.join(" ") + "”";
  place.append(link);
  place.closest("li").hidden = false;
})();
