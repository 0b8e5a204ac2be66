/* Which pages answer a query, best first. Loaded by sok.js after sok-uppslag.js. */
(() => {
  "use strict";
  var sokning = window.sokning, index = sokning.index, { hyphened, keyOf, wordsOf } = sokning.ord;
  var { cut, inside, lookUp, misspelt, named, otherNames, related, start } = sokning.uppslag;
  var { EXACT, ALSO, KIN, FOLDED, SPELT } = sokning.uppslag.KINDS;

  // What each kind of match weighs, and each place: in the text, there more than once, in the heading, in the title.
  var WEIGHT = [1, 0.9, 0.6, 0.5, 0.4, 0.35, 0.3, 0.2];
  var FIELD = [1, 1.3, 2.4, 4];


  // A word of the query: section -> score and kind, word to mark -> match.
  function weigh(word, matches) {
    var term = { word: word, best: SPELT, score: new Map(), kind: new Map(), titles: new Set(), marks: new Map() }, seen = new Set();
    var own = matches.filter(match => match.kind !== KIN);
    (own.length ? own : matches).forEach(match => { match.places.forEach(place => { seen.add(place >> 2); }); });
    var rare = 0.35 + Math.log(1 + index.docOf.length / (1 + seen.size)) / 6;
    matches.forEach(match => {
      term.best = Math.min(term.best, match.kind);
      match.words.forEach(form => {
        if (!term.marks.has(form) || term.marks.get(form).kind > match.kind) term.marks.set(form, match);
      });
      match.places.forEach(place => {
        var section = place >> 2, score = WEIGHT[match.base] * (match.kind < FOLDED ? 1 : WEIGHT[match.kind]) * FIELD[place & 3] * rare;
        if (!(term.score.get(section) >= score)) term.score.set(section, score);
        if (!(term.kind.get(section) <= match.kind)) term.kind.set(section, match.kind);
        if ((place & 3) === 3) term.titles.add(section);
      });
    });
    return term;
  }

  async function find(word, names) {
    var matches = await lookUp(word, true), parts = hyphened.get(word);
    matches.push(...(await Promise.all(names.map(named))).filter(match => match.places.length));
    matches.push(...await related(word));
    if (!matches.length && !parts) matches = await misspelt(word);
    if (!matches.length) parts = parts || await cut(word);
    if (matches.length || !parts) return [weigh(word, matches.length ? matches : await inside(word))];
    return Promise.all(parts.map(async part => weigh(part, await lookUp(part))));
  }

  function questionWords(query) {
    query = query.replace(/\bparagraf(?:en)?\s+(\d+)(?![\d:])/gi, "$1 §").replace(/\b(\d+)\s*:?e?\s+paragrafen\b/gi, "$1 §");
    var all = Array.from(new Set(wordsOf(query)));
    var numbered = all.some(word => /^\d+:\d+$/.test(word));
    var kept = all.filter(word => !index.stopSet.has(word) && !(numbered && /^(?:sfs|lag|lagen|dnr|nr)$/.test(word)));
    return (kept.length ? kept : all).slice(0, 12);
  }

  var PRIOR = { begrepp: 1.2, förbund: 1.15, berättelse: 1.1, byggsten: 1.05, jämförelse: 0.7, källa: 0.8, tidslinje: 0.75, guide: 0.7 };

  // What the whole site is about need not be said where a question is answered: hur finansieras förbunden?
  var QUESTION = /^\s*(?:hur|vad|vem|vilk(?:en|et|a)|varför|när|var|får|kan|måste|finns|är)\s/i;
  function neededOf(query, terms) {
    var subject = ["samordningsförbund", "förbund"].map(keyOf), rest = terms.filter(term => !subject.includes(keyOf(term.word)));
    return QUESTION.test(query) && rest.length ? rest : terms;
  }

  // What is too short to be judged while it is being written: fewer than three letters, figures or §.
  var SHORTEST = 3, LONGEST = 200;
  function signs(query) { return (query.match(/[\p{L}\p{N}§]/gu) || []).length; }

  // All documents that answer the query, best first: {doc, section, tier, …}.
  async function ask(query) {
    await start();
    query = query.slice(0, LONGEST);
    var words = questionWords(query), names = otherNames(words), docs = new Map(), count = signs(query);
    if (count < SHORTEST - 1) return { terms: [], hits: [], whole: 0, short: true };
    var terms = (await Promise.all(words.map((word, i) => find(word, names[i])))).flat();
    if (count < SHORTEST && !terms.some(term => term.best === EXACT && !index.stopSet.has(term.word))) return { terms, hits: [], whole: 0, short: true };
    terms.forEach(term => {
      term.score.forEach((score, section) => {
        var doc = index.docOf[section];
        if (!docs.has(doc)) docs.set(doc, new Set([index.firstOf[doc]]));
        docs.get(doc).add(section);
      });
    });
    var needed = neededOf(query, terms);
    var hits = Array.from(docs, ([doc, sections]) => rate(doc, [...sections], terms, needed));
    hits.sort((a, b) => b.tier - a.tier || a.weak - b.weak || b.score - a.score || a.doc - b.doc);
    var whole = hits.filter(hit => hit.tier > 0);
    return { terms, hits: whole.length >= 10 ? whole : hits, whole: whole.length };
  }

  function rate(doc, sections, terms, needed) {
    var first = index.firstOf[doc], best = null, rest = 0, all = needed.length;
    var anywhere = terms.map(term => Math.max(...sections.map(section => term.score.get(section) || 0)));
    sections.forEach(section => {
      var score = 0, here = 0, near = 0, weak = 0;
      terms.forEach((term, i) => {
        var own = term.score.get(section) || 0, title = term.titles.has(first) ? term.score.get(first) * 0.6 : 0;
        var counts = needed.includes(term), share = counts ? 1 : 0.2;
        if (own || title) {
          if (counts) here++;
          score += Math.max(own, title) * share;
          if ((term.kind.get(own ? section : first)) >= FOLDED) weak = 1;
        } else if (anywhere[i]) {
          if (counts) near++;
          score += anywhere[i] * 0.3 * share;
        }
      });
      var tier = here === all ? 2 : here + near === all ? 1 : 0;
      if (!tier) score *= ((here + near) / all) ** 2;
      rest += score;
      if (!best || tier > best.tier || tier === best.tier && (weak < best.weak || weak === best.weak && score > best.score)) {
        best = { doc, section, tier, weak, score };
      }
    });
    var inTitle = needed.filter(term => term.titles.has(first) && term.kind.get(first) <= Math.max(term.best, ALSO)).length;
    best.score += Math.min(1, (rest - best.score) * 0.05) + 2.5 * Math.min(1, inTitle / index.titleWords[doc]);
    best.score *= PRIOR[index.kinds[index.kindOf[doc]]] || 1;
    return best;
  }

  sokning.ask = ask;
})();
