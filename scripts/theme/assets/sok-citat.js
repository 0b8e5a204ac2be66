/* Queries that stand in a text word for word: the words of a clause, a sentence someone said. Loaded by sok.js
   after sok-uppslag.js. */
(() => {
  "use strict";
  var sokning = window.sokning, { fold, wordsOf } = sokning.ord, { textOf } = sokning.uppslag;

  // So many hits are read: their texts are shown, and fetched anyway. A run of fewer words is no quotation, but for
  // what stands within quotation marks.
  var READ = 10, RUN = 4, MARKS = /^\s*["'”“»«’]/;

  // Nor is a season or a month of a year two words that may stand apart.
  var WHEN = new RegExp("^\\s*(?:v[åa]ren|sommaren|h[öo]sten|vintern|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|" +
    "november|december) (?:19|20)\\d\\d\\s*$", "i");

  // What it is worth that all of the query is one run of words, and how much more in the wording that it is from.
  var QUOTED = 1, WORDING = 1.6;

  // The hits with those first, among the first ones, in which the query stands as it is written.
  async function first(hits, query) {
    var asked = wordsOf(query).slice(0, 24).map(fold), read = hits.slice(0, READ);
    if (asked.length < (MARKS.test(query) || WHEN.test(query) ? 2 : RUN)) return hits;
    await Promise.all(read.map(async hit => {
      var { title, heading, text } = await textOf(hit.section), bare = text.replace(/\ue000.*?\ue001/g, "");
      var run = Math.max(...[title, heading, bare].map(part => longest(asked, wordsOf(part).map(fold))));
      var worth = sokning.kind(hit.doc) === "lydelse" ? QUOTED * WORDING : QUOTED;
      if (run >= Math.min(RUN, asked.length)) hit.score *= 1 + worth * (run / asked.length) ** 2;
    }));
    read.sort((a, b) => b.order - a.order || b.score - a.score);
    return read.concat(hits.slice(READ));
  }

  // How many of the words of a query stand one after the other in a text.
  function longest(asked, words) {
    var most = 0, before = [], wanted = new Set(asked);
    words.forEach(word => {
      var row = [];
      if (wanted.has(word)) asked.forEach((own, i) => { if (own === word) most = Math.max(most, row[i] = (before[i - 1] || 0) + 1); });
      before = row;
    });
    return most;
  }

  sokning.citat = { first };
})();
