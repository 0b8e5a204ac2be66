/* At an old address: lead to the new one, and to the place on the page that was asked for, which the page cannot
   say by itself. Opened from the file system, lead to the page in the folder. Without this script the page leads on
   to the new page alone. */
(function () {
  "use strict";
  const to = new URL(document.currentScript.dataset.till, location.href);
  if (to.protocol === "file:" && to.pathname.endsWith("/")) to.pathname += "index.html";
  to.search = location.search;
  if (!to.hash) to.hash = location.hash;
  location.replace(to);
})();
