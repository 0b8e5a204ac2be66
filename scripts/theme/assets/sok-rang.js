/* Which pages answer a query, best first. Loaded by sok.js after sok-citat.js. */
(() => {
  "use strict";
  var sokning = window.sokning, index = sokning.index, load = sokning.load, citat = sokning.citat, { RAW, fold, hyphened, keyOf, tokens, wordsOf } = sokning.ord;
  var { lookUp, named, otherNames, related, start } = sokning.uppslag, { begun, cut, inside, joined, known, misspelt, partly, spelledOut } = sokning.liknande;
  var { EXACT, FORM, START, PART, ALSO, KIN, FOLDED, SPELT } = sokning.uppslag.KINDS;

  // What each kind of match weighs, and each place: in the text, there more than once, in the heading, in the title
  // or among its other names and what people ask for it with. Of the last it takes as many as of a title of ASKED words.
  var WEIGHT = [1, 0.9, 0.6, 0.5, 0.4, 0.35, 0.3, 0.2];
  var FIELD = [1, 1.3, 2.4, 4], HEADING = 2, TITLE = 3, ASKED = 3;

  // A source's title of more words than this says little of what is but the beginning or a part of one of them:
  // that counts as what stands in the text.
  var LONG_TITLE = 4;
  function cited(doc) { return sokning.kind(doc) === "källa" && index.titleWords[doc] > LONG_TITLE; }

  // A first section has its page's title for a heading, so that what stands there as a heading is what people ask for
  // it with, and is not shown; but a source's authors do.
  function askedWith(section, at) {
    if (at !== HEADING) return false;
    var doc = index.docOf[section];
    return section === index.firstOf[doc] && sokning.kind(doc) !== "källa";
  }

  // Of how many words a place in a title is one; 0 for any other.
  function titleOf(section, at) {
    if (at !== TITLE && !askedWith(section, at)) return 0;
    var count = index.titleWords[index.docOf[section]];
    return at === TITLE ? count : Math.max(count, ASKED);
  }

  // What a word counts that stands in so many sections.
  function rarity(sections) { return 0.35 + Math.log(1 + index.docOf.length / (1 + sections)) / 6; }

  // A word of the query: section -> score and kind, word to mark -> match.
  function weigh(word, matches) {
    var term = { word: word, best: SPELT, score: new Map(), kind: new Map(), titles: new Map(), marks: new Map() }, seen = new Set();
    matches = term.matches = behind(matches);
    var own = matches.filter(match => match.base !== KIN);
    (own.length ? own : matches).forEach(match => { match.places.forEach(place => { seen.add(place >> 2); }); });
    var rare = term.rare = rarity(seen.size);
    matches.forEach(match => {
      term.best = Math.min(term.best, match.kind);
      match.words.forEach(form => {
        if (!term.marks.has(form) || term.marks.get(form).kind > match.kind) term.marks.set(form, match);
      });
      match.places.forEach(place => {
        var section = place >> 2, at = place & 3, count = titleOf(section, at);
        if (count) at = match.base >= START && cited(index.docOf[section]) ? 1 : TITLE;
        var score = WEIGHT[match.base] * (match.kind < FOLDED ? 1 : WEIGHT[match.kind]) * FIELD[at] * (match.rare || rare);
        if (!(term.score.get(section) >= score)) term.score.set(section, score);
        if (!(term.kind.get(section) <= match.kind)) term.kind.set(section, match.kind);
        if (count && !(term.titles.get(section) <= count)) term.titles.set(section, count);
      });
    });
    return term;
  }

  // Where the word is there as it is written, words that only look like it without their dots are left out: those
  // of another form (lag, läge), and all of them where it has dots itself (län, lån).
  function sure(word, matches) {
    var plain = word === fold(word);
    if (!matches.some(match => match.kind <= FORM)) return matches;
    return matches.filter(match => match.kind < FOLDED || plain && match.base < FOLDED);
  }

  // A word that is there but for its dots (arbetsformedlingen) comes before its other names and what is akin to it.
  var ELSE = { hit: "sökt även på " };
  function behind(matches) {
    var there = matches.filter(match => match.kind !== ALSO && match.kind !== KIN);
    if (!there.some(match => match.kind === FOLDED) || there.some(match => match.kind < FOLDED)) return matches;
    return matches.map(match => match.kind < FOLDED ? { ...match, kind: FOLDED, how: ELSE } : match);
  }

  // A word written without its dots (kallor) is the word that has them, where that one stands in more places than what
  // is written just so (källor, and a file named kallor.csv). What else it may be a form of (kallar) comes after.
  async function dotted(word, open) {
    var matches = sure(word, await lookUp(word, open)), exact = matches.filter(match => match.kind === EXACT || match.kind === PART);
    var others = word === fold(word) ? matches.filter(match => match.kind === FOLDED && match.base === EXACT) : [];
    var places = some => some.reduce((sum, match) => sum + match.places.length, 0);
    if (places(others) <= places(exact)) return matches;
    var all = await Promise.all(others.map(async other => sure(other.words[0], await lookUp(other.words[0], open))));
    var rest = matches.filter(match => match.kind < FOLDED).map(match => match.kind === EXACT ? match : { ...match, kind: FOLDED, said: match.kind });
    return all.flat().map(match => match.kind > FORM ? match : { ...match, said: FOLDED }).concat(rest);
  }

  // Words of two to four capitals are abbreviations: SKR is no beginning of skriva. In a query without any small
  // letters, where longer words are in capitals too, nothing is told by them.
  var CAPITALS = /^\p{Lu}{2,4}$/u, SHOUTED = /\p{Lu}{5}/u;
  function abbreviations(query) {
    if (SHOUTED.test(query) && !/\p{Ll}/u.test(query)) return new Set();
    var raws = (query.normalize("NFC").match(RAW) || []).map(raw => raw.split(":")[0]);     // NNS:s
    return new Set(raws.filter(raw => CAPITALS.test(raw)).map(raw => raw.toLowerCase()));
  }

  // A municipality that no page names is nothing else: Nora is neither nära nor norra, and Säter no form of sätt.
  // In a long question it is asked only about what is written with a capital: the names are a file of their own.
  async function away(word, matches, among, query) {
    if (matches.some(match => match.kind === EXACT) || among > FEW && !query.includes(word[0].toUpperCase() + word.slice(1))) return false;
    index.awayNames = index.awayNames || new Set((await load("orter")).flatMap(name => [name, fold(name)]));
    return index.awayNames.has(word) || index.awayNames.has(word.replace(/s$/, ""));
  }

  // A word as it is there, or else what may be meant by it: the likeliest that leads anywhere. `among`: how many
  // words are asked for; the more there are, the less is guessed about each. About an abbreviation nothing is.
  async function find(word, names, more, among, short, query) {
    var matches = (await dotted(word, !short)).concat(more || []), parts = hyphened.get(word);
    matches.push(...(await Promise.all(names.map(named))).filter(match => match.places.length));
    if (await away(word, matches, among, query)) return [{ ...weigh(word, matches.filter(match => match.kind > FORM && match.kind < FOLDED)), away: true }];
    matches.push(...await related(word));
    if (short || !matches.length && index.lightKeys.has(keyOf(word))) return [weigh(word, matches)];
    if (!parts && (among > FEW ? !matches.length : matches.every(match => match.base === FOLDED))) matches.push(...await spelledOut(word), ...await misspelt(word, 1));
    if (!matches.length && !parts) matches = await begun(word);
    if (matches.length) return [weigh(word, among > FEW ? matches : matches.concat(await apart(word, matches)))];
    parts = parts || await cut(word);
    if (parts) return Promise.all(parts.map(async part => ({ ...weigh(part, await lookUp(part)), cut: true })));
    for (var guess of [() => misspelt(word, 2), () => partly(word, among === 1), () => among === 1 ? inside(word) : []]) {
      if ((matches = await guess()).length) break;
    }
    return [weigh(word, matches)];
  }

  // A long word that hardly stands anywhere is also found where both of its parts stand: styrelsemöte.
  var RARE = 3, LONG = 8, FEW = 3;
  async function apart(word, matches) {
    if (word.length < LONG || new Set(matches.flatMap(match => match.places.map(place => place >> 2))).size >= RARE) return [];
    var parts = await cut(word), both = parts && await named(parts.join(" "));
    return both && both.places.length ? [{ ...both, kind: PART, base: PART, meant: "" }] : [];
  }

  // The words to look for, the other names of each, and what is found of them written together.
  async function questionWords(query) {
    query = query.replace(/(^|[^\p{L}])(sfs|ds|prop|dnr|lag)\.?(?=\d)/giu, "$1$2 ");     // ds2003:2
    query = query.replace(/(\d:\d+)\)?,?\s*§+\s*(\d+)(?![\d:])/g, "$1 $2 §");     // 2003:1210 § 1
    query = query.replace(/\bparagraf(?:en)?\s+(?:nr\.?\s+|nummer\s+)?(\d+)(?![\d:])/gi, "$1 §").replace(/\b(\d+)\s*:?e?\s+paragrafen\b/gi, "$1 §");
    query = query.replace(/\b((?:19|20)\d\d(?:\/\d\d)?) +(?!(?:19|20)\d\d\b)(\d{2,4})\b(?! *[§\d])/g, "$1:$2");     // 2003 1210
    for (var [joint, year, number] of query.matchAll(/\b((?:19|20)\d\d)(\d{3,4})\b/g)) {     // 20031210, where no date is meant
      if ((await lookUp(year + ":" + number)).length) query = query.replace(joint, year + ":" + number);
    }
    var all = Array.from(new Set(wordsOf(query))).slice(0, 24), more = new Map();
    var numbered = all.some(word => /^\d+:\d+$/.test(word));
    var stops = all.every(word => word === fold(word)) ? index.plainStops : index.stopSet;     // vad ar finsam
    for (var i = 0; i + 1 < all.length && all.length < 9; i++) {
      var pair = [all[i], all[i + 1]], heavy = pair.filter(word => !stops.has(word)), one = heavy.length && await joined(...pair);
      if (!one) continue;
      var rare = rarity(new Set(one.flatMap(match => match.places.map(place => place >> 2))).size);
      if (heavy.length === 2) pair.forEach(word => { more.set(word, (more.get(word) || []).concat(one.map(match => ({ ...match, rare })))); });
      else if (await known(heavy[0]) === Infinity) all.splice(i, 2, one[0].words[0]);
    }
    var kept = all.filter(word => !stops.has(word) && !(numbered && /^(?:sfs|lag|lagen|dnr|nr)$/.test(word)));
    var names = otherNames(all), words = (kept.length ? kept : all).slice(0, 12);
    return { words, names: words.map(word => names[all.indexOf(word)]), more };
  }

  var PRIOR = { begrepp: 1.2, förbund: 1.15, berättelse: 1.1, byggsten: 1.05, jämförelse: 0.7, källa: 0.8, tidslinje: 0.75, guide: 0.7 };

  // What a question asks for by the way it is put, and what that is worth to pages of a kind.
  var PUT = [
    [/^vad (?:är|betyder|menas|innebär|står|gör|var) /, { begrepp: 1.2 }],
    [/ (?:ordet|begreppet|termen|uttrycket) /, { begrepp: 1.5 }],
    [/^(?:när|vilket år|vilken dag) /, { tidslinje: 1.3, förbund: 1.1 }],
    [/^(?:hur|varför) /, { fråga: 1.2 }],
    [/^(?:vem|vilka) /, { förbund: 1.15 }],
    [/^vilk(?:a|et) (?:samordnings)?förbund /, { byggsten: 1.3, fråga: 1.15 }],
    [/(?:^| )(?:jag|man|vi|ni|er|vår|vårt|våra|min|mitt|webbplatsen|sajten|hemsidan) /, { guide: 1.4 }],
    [/^(?:sfs|lagen|lag|ds|prop)?\.? ?\(?\d{4}(?:\/\d+)?[ :-]?\d+\)? $/, { källa: 1.4, lydelse: 1.2, begrepp: 0.65 }],     // the number of a law alone
    [/§/, { lydelse: 1.2, lag: 1.2 }],
    [/skillnad|skiljer|jämför|kopiera|lika ord| mot lagen /, { jämförelse: 1.5 }]
  ];
  function priors(query) {
    var asked = query.normalize("NFC").trim().toLowerCase().replace(/[?.!]/g, "") + " ", own = { ...PRIOR };
    PUT.forEach(([way, kinds]) => {
      if (way.test(asked)) Object.keys(kinds).forEach(kind => { own[kind] = (own[kind] || 1) * kinds[kind]; });
    });
    return own;
  }

  // What the whole site is about need not be said where a question is answered (hur finansieras förbunden?), and
  // samordningsförbund nowhere.
  // Nor need words that say little, where there are others.
  var QUESTION = /^\s*(?:hur|vad|vem|vilk(?:en|et|a)|varför|varifrån|när|nar|var|får|kan|måste|finns|är|har|ska|skall|bör|brukar|behöver|gör|går|blir)\s/i;
  var SUBJECT = ["samordningsförbund", "förbund", "ändamålsparagraf", "paragraf"].map(keyOf);
  function neededOf(query, terms) {
    var subject = QUESTION.test(query) ? SUBJECT : SUBJECT.slice(0, 1);
    var heavy = terms.filter(term => !index.lightKeys.has(keyOf(term.word)));
    var rest = heavy.filter(term => !subject.includes(keyOf(term.word)));
    return rest.length ? rest : heavy.length ? heavy : terms;
  }

  // What is too short to be judged while it is being written: fewer than three letters, figures or §.
  var SHORTEST = 3, LONGEST = 200;
  function signs(query) { return (query.match(/[\p{L}\p{N}§]/gu) || []).length; }

  // A word as it was written in the query; of several words that were written together only its own part.
  function written(word, raws) {
    var raw = raws.find(raw => tokens(raw.toLowerCase()).includes(word)) || word, at = raw.toLowerCase().indexOf(word);
    return (at >= 0 && tokens(raw.toLowerCase()).length > 1 ? raw.slice(at, at + word.length) : raw).trim();
  }

  // All documents that answer the query, best first: {doc, section, tier, …}.
  async function ask(query) {
    await start();
    query = query.slice(0, LONGEST);
    var docs = new Map(), count = signs(query);
    if (count < SHORTEST - 1) return { terms: [], hits: [], whole: 0, short: true };
    var { words, names, more } = await questionWords(query), short = abbreviations(query);
    var terms = (await Promise.all(words.map((word, i) => find(word, names[i], more.get(word), words.length, short.has(word), query)))).flat();
    var raws = query.match(RAW) || [];
    terms.forEach(term => { term.said = written(term.word, raws); });
    if (count < SHORTEST && !terms.some(term => (term.best === EXACT || short.has(term.word)) && !index.stopSet.has(term.word))) return { terms, hits: [], whole: 0, short: true };
    terms.forEach(term => {
      term.score.forEach((score, section) => {
        var doc = index.docOf[section], sections = docs.get(doc);
        if (!sections) docs.set(doc, sections = new Set([index.firstOf[doc]]));
        sections.add(section);
      });
    });
    var sums = weighed(terms, neededOf(query, terms)), prior = priors(query);
    var hits = Array.from(docs, ([doc, sections]) => rate(doc, [...sections], terms, sums, prior)).filter(hit => hit.covered);
    hits.sort((a, b) => b.order - a.order || b.score - a.score || a.doc - b.doc);
    var lone = raws.length === 1 && terms.length === 1 ? terms[0] : null;
    if (lone) hits = shownFirst(hits, lone);
    var whole = hits.filter(hit => hit.tier > 0), least = LEAST * Math.max(...hits.map(hit => hit.score));
    var shown = hits.filter((hit, i) => hit.tier > 0 || i < ENOUGH || hit.score > least);
    return { terms, hits: await citat.first(raised(varied(shown), lone), query), whole: whole.length };
  }

  // One page at most comes before the first that has the word that is asked for alone.
  function raised(hits, term) {
    var exact = term ? term.matches.filter(match => match.kind === EXACT) : [], having = new Set();
    exact.forEach(match => match.places.forEach(place => { if (!askedWith(place >> 2, place & 3)) having.add(index.docOf[place >> 2]); }));
    var first = hits.findIndex(hit => having.has(hit.doc));
    return first > 1 ? [hits[0], hits[first], ...hits.slice(1, first), ...hits.slice(first + 1)] : hits;
  }

  // Pages that are only asked for with a word come after the first that have it, where several do; and those where
  // it only begins other words after the first that have it in a heading: Målgrupp is not what mål is about.
  var SHOWN = 3;
  function shownFirst(hits, term) {
    var showing = new Set(), headed = new Set(), kind = new Map();
    term.kind.forEach((own, section) => { kind.set(index.docOf[section], Math.min(own, kind.get(index.docOf[section]) ?? own)); });
    term.matches.filter(match => match.kind <= FORM).forEach(match => match.places.forEach(place => {
      var section = place >> 2, at = place & 3;
      if (askedWith(section, at)) return;
      showing.add(index.docOf[section]);
      if (at >= HEADING) headed.add(index.docOf[section]);
    }));
    hits = after(hits, headed, hit => kind.get(hit.doc) === START);
    if (showing.size <= SHOWN) return hits;
    return after(hits, showing, hit => !showing.has(hit.doc) && term.kind.get(index.firstOf[hit.doc]) <= FORM);
  }

  // The hits with those that are to wait after the first of some documents.
  function after(hits, those, waits) {
    var first = [], waiting = [], count = 0, most = Math.min(SHOWN, hits.filter(hit => those.has(hit.doc)).length);
    hits.forEach(hit => {
      if (count < most && waits(hit)) { waiting.push(hit); return; }
      first.push(hit);
      if (those.has(hit.doc) && ++count === most) first.push(...waiting.splice(0));
    });
    return first.concat(waiting);
  }

  // The first hits with no more of one kind than there is room for, where others come near: the same sentence may
  // stand in the wording of every förbund.
  var OF_A_KIND = 5, NEAR = 0.5;
  function varied(hits) {
    var first = [], later = [], count = new Map();
    hits.forEach(hit => {
      var kind = index.kindOf[hit.doc], seen = count.get(kind) || 0;
      if (first.length >= ENOUGH || seen >= OF_A_KIND || hit.score < NEAR * hits[0].score) { later.push(hit); return; }
      count.set(kind, seen + 1);
      first.push(hit);
    });
    return spread(first.concat(later));
  }

  // A third source waits until three pages of other kinds have been told: the titles of all may have the word.
  var SOURCES = 2, OTHERS = 3;
  function spread(hits) {
    var told = [], waiting = [], sources = 0, others = 0;
    hits.forEach(hit => {
      var source = sokning.kind(hit.doc) === "källa";
      if (source && sources === SOURCES && others < OTHERS) { waiting.push(hit); return; }
      told.push(hit);
      if (source) sources++;
      else if (++others === OTHERS) told.push(...waiting.splice(0));
    });
    return told.concat(waiting);
  }

  // What a word counts that may be missing, and what it adds that all words are in the document, or the section.
  var ASIDE = 0.5, TOGETHER = 0.2;

  // Where some words are missing: so many hits, and those that come near the best.
  var ENOUGH = 10, LEAST = 0.25;

  // Tells each word whether it is needed, what it counts, and what it costs that it is missing: the rarer, the more.
  // Gives what is the same for every page: how many are needed, what all cost, and how rare the needed are together.
  function weighed(terms, needed) {
    terms.forEach(term => {
      term.needed = needed.includes(term);
      term.share = term.needed ? 1 : ASIDE;
      term.loss = term.needed ? term.rare : index.lightKeys.has(keyOf(term.word)) ? 0 : ASIDE * term.rare;
    });
    var sum = (those, of) => those.reduce((whole, term) => whole + of(term), 0);
    return { all: needed.length, whole: sum(terms, term => term.loss), needs: sum(terms.filter(term => term.needed), term => term.rare) };
  }

  // How well a document answers, by the best of its sections. `tier`: all needed words are in the section (2), or
  // in the document (1).
  function rate(doc, sections, terms, { all, whole, needs }, prior) {
    var first = index.firstOf[doc], best = null, rest = 0;
    sections.sort((a, b) => (a === first) - (b === first) || a - b);     // what is as good in a section leads there
    var titled = terms.map(term => term.titles.has(first) ? term.score.get(first) * 0.6 : 0);
    var anywhere = terms.map(term => sections.reduce((most, section) => Math.max(most, term.score.get(section) || 0), 0));
    sections.forEach(section => {
      var score = 0, here = 0, near = 0, weak = 0, covered = 0;
      terms.forEach((term, i) => {
        if (!anywhere[i]) return;
        var own = term.score.get(section) || 0;
        if (own || titled[i]) {
          if (term.needed) here++;
          covered += term.loss;
          score += Math.max(own, titled[i]) * term.share;
          if ((term.kind.get(own ? section : first)) >= FOLDED) weak = 1;
        } else {
          if (term.needed) near++;
          covered += term.loss * 0.85;
          score += anywhere[i] * 0.3 * term.share;
        }
      });
      var tier = here === all ? 2 : here + near === all ? 1 : 0;
      score *= (covered / whole) ** 2 * (1 + TOGETHER * tier);
      rest += score;
      var order = all > 1 ? 0 : 2 * tier - weak;
      if (!best || order > best.order || order === best.order && score > best.score) best = { doc, section, tier, order, score, covered };
    });
    var inTitle = 0, asked = 0;     // how much of the title is asked for, and how much of the query is in it
    terms.forEach(term => {
      var kind = term.kind.get(first);
      if (!term.titles.has(first) || kind > Math.max(term.best, ALSO)) return;
      var own = term.share * (term.best < kind ? WEIGHT[kind] : 1);
      inTitle += own / term.titles.get(first);
      asked += own * term.rare;
    });
    best.score += Math.min(1, (rest - best.score) * 0.05) + 2.5 * Math.min(1, inTitle) * Math.min(1, asked / needs);
    best.score *= prior[sokning.kind(doc)] || 1;
    return best;
  }

  // Every page, where something was chosen and nothing asked: what readers come for first.
  async function all() {
    await start();
    var own = doc => PRIOR[sokning.kind(doc)] || 1;
    var hits = index.firstOf.map((section, doc) => ({ doc, section, tier: 2 })).sort((a, b) => own(b.doc) - own(a.doc) || a.doc - b.doc);
    return { terms: [], hits, whole: hits.length };
  }

  Object.assign(sokning, { ask, all });
})();
