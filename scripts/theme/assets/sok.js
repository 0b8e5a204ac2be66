/* The search. A query is treated as the text of the index is: see scripts/ramberattelser/searching/.
   Nothing is fetched until the box is used, nothing is stored, and all that comes from data is shown as text. */
(() => {
  "use strict";
  var root = new URL("../", document.currentScript.src).href;
  document.documentElement.classList.replace("no-js", "js");

  /* 1 Fetching parts of the index */
  var arrived = Object.create(null), asked = Object.create(null), index = null;
  window.sokdata = (name, data) => { arrived[name] = data; };

  function load(name) {
    asked[name] = asked[name] || new Promise((done, failed) => {
      var script = document.createElement("script");
      script.src = root + "sok/data/" + name + ".js" + (index ? "?v=" + index.version : "");
      script.onload = () => { script.remove(); done(arrived[name]); };
      script.onerror = () => { script.remove(); delete asked[name]; failed(new Error(name)); };
      document.head.append(script);
    });
    return asked[name];
  }

  var SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  function unpack(text, rising) {
    var numbers = [], number = 0, shift = 0, before = 0;
    for (var sign of text) {
      var value = SIGNS.indexOf(sign);
      number += (value & 31) << shift;
      if (value & 32) { shift += 5; continue; }
      before = rising ? before + number : number;
      numbers.push(before);
      number = shift = 0;
    }
    return numbers;
  }

  async function start() {
    if (index) return;
    var data = await load("start");
    if (index) return;
    index = data;
    index.kindOf = unpack(data.kind);
    index.titleWords = unpack(data.titles);
    index.firstOf = [];          // document -> its first section
    index.docOf = [];            // section -> document
    unpack(data.sections).forEach((count, doc) => {
      index.firstOf.push(index.docOf.length);
      while (count--) index.docOf.push(doc);
    });
    index.textStarts = unpack(data.texts, true);
    index.stopSet = new Set(data.stops.split(" "));
    index.names = new Map(Object.entries(data.also));     // a map, so that "constructor" is nobody's name
  }

  /* 2 Words: as folding.py, stemming.py, dating.py and tokens.py */
  var MARKED = "åäöéèêëüáàâñøæç", PLAIN = "aaoeeeeuaaanoac";
  function fold(word) { return word.replace(/[^a-z0-9]/g, sign => PLAIN[MARKED.indexOf(sign)] || sign); }

  var ENDINGS = ("heternas heterna hetens heten heter arnas ernas ornas andes andet arens arna erna orna ande arne " +
    "aste anden aren ades ern ens erns het ast orns orn ade are ad en er ar or as es at a e").split(" ")
    .sort((a, b) => b.length - a.length);

  function stem(word) {
    if (word.length < 4 || !LETTERS.test(word)) return word;
    var found = /[aeiouyåäö][^aeiouyåäö]/.exec(word);
    if (!found) return word;
    var r1 = Math.max(found.index + 2, 3);
    word = word.replace(/(.{3}el)n$/, "$1");
    if (word.length > r1 && /[bcdfghjklmnoprtvy]s$/.test(word)) word = word.slice(0, -1);
    var ending = ENDINGS.find(end => word.length - end.length >= r1 && word.endsWith(end));
    if (ending && !(/^(?:at|ad|or|as|es)$/.test(ending) && word.length < 6)) word = word.slice(0, -ending.length);
    while (!/(?:pl|org|m)an$/.test(word) && /.{4}(?:en|et|er|ar|or|an|at|ad)$|.{3}[bcdfghjklmnoprtvy]s$/.test(word)) word = word.slice(0, word.endsWith("s") ? -1 : -2);
    if (word.length - 1 >= r1 && /(?:dd|gd|nn|dt|gt|kt|tt|mm)$/.test(word)) word = word.slice(0, -1);
    if (word.length - 3 >= Math.max(r1, 4) && /(?:lig|els)$/.test(word)) word = word.slice(0, -3);
    if (word.length > 6 && word.endsWith("in")) word = word.slice(0, -1);
    return word.length > 4 && /[^aeiouyåäö]el$/.test(word) ? word.slice(0, -2) + "l" : word;
  }

  function upright(word) {
    return stem(word.replace(/(^|.{0,3})(män(?=$|nen|s$)|(?:[hl]|st?r)änd(?=er)|städ(?=er)|amöt(?=er))/g, (all, before, form) => {
      return before.endsWith("all") ? all : before + form.replace("ä", "a").replace("ö", "o");
    }));
  }

  function keyOf(word) { return stem(fold(word)); }

  // The stems of the words that a word may be made from: finansiering -> finansi, as finansiera and finansiell.
  var DERIVED = ["ation", "ativ", "tion", "ning", "ing", "ell", "isk", "skap", "ik", "ig", "i"];
  function roots(key) {
    var made = DERIVED.filter(end => key.endsWith(end)).map(end => stem(key.slice(0, -end.length)));
    return [key, ...made].map(root => root.replace(/c$/, "k")).filter(root => root.length > 3);
  }

  // Dates in figures and shortened months, written out.
  var MONTHS = "januari februari mars april maj juni juli augusti september oktober november december".split(" ");
  var YEAR = "((?:19|20)\\d\\d)", MONTH = "(0[1-9]|1[0-2])", DAY = "(3[01]|[12]\\d|0[1-9])", ENDS = "(?![\\w:/]|-\\d)", BEGINS = "(^|[^\\w:./-])";
  var DAY_FIRST = new RegExp(BEGINS + "(3[01]|[12]\\d|0?[1-9])[/.](1[0-2]|0?[1-9])[ .-]" + YEAR + ENDS, "g");
  var YEAR_FIRST = new RegExp(BEGINS + YEAR + "[-‑]" + MONTH + "(?:[-‑]" + DAY + ")?" + ENDS, "g");
  var UNBROKEN = new RegExp(BEGINS + YEAR + MONTH + DAY + ENDS, "g");
  var SHORT = /\b(jan|feb|mar|apr|jun|jul|aug|sep|sept|okt|nov|dec)\b\.?(?= (?:19|20)\d\d(?!\d))/g;

  function spelled(text) {
    function written(before, year, month, day) { return before + (day ? +day + " " : "") + MONTHS[month - 1] + " " + year; }
    text = text.replace(DAY_FIRST, (all, before, day, month, year) => written(before, year, month, day));
    [YEAR_FIRST, UNBROKEN].forEach(form => {
      text = text.replace(form, (all, before, year, month, day) => written(before, year, month, day));
    });
    return text.replace(SHORT, (all, month) => MONTHS.find(name => name.startsWith(month.slice(0, 3))));
  }

  var LETTERS = /^\p{L}+$/u;
  var RAW = /§+\s?\d+|[\p{L}\p{N}]+(?:[-‑:./’'][\p{L}\p{N}]+)*(?:\s?§)?/gu;

  var hyphened = new Map();   // finsamlagen -> finsam, lagen
  function tokens(raw) {
    var bare = raw.replace(/[§\s]/g, "");
    if (/^[\d:./‑-]*\d$/.test(bare)) {
      var pieces = bare.split(/[:./‑-]/).filter(Boolean);
      return !raw.includes("§") ? [pieces.join(":")] : pieces.slice(0, -1).concat(pieces[pieces.length - 1] + "§");
    }
    var kept = bare.split(/[:./]/).filter((piece, i) => i === 0 || piece.length > 2 || !raw.includes(":"));
    return kept.flatMap(piece => {
      var parts = piece.split(/[-‑’']/).filter(Boolean), whole = parts.join("");
      if (/\d/.test(piece)) return parts;
      if (parts.length > 1) hyphened.set(whole, parts);
      return whole || [];
    });
  }

  function wordsOf(text) {
    text = spelled(text.normalize("NFC").replace(/\u00ad/g, "").toLowerCase()).replace(/(\d+)(?=(?:\s?(?:,|och|eller|–)\s?\d+)+\s?§)/g, "$1 §");
    return (text.match(RAW) || []).flatMap(tokens);
  }

  /* 3 Looking up a word */
  // Kinds of match, best first: what each weighs, and how it is explained.
  var EXACT = 0, FORM = 1, START = 2, PART = 3, ALSO = 4, KIN = 5, FOLDED = 6, SPELT = 7;
  var WEIGHT = [1, 0.9, 0.6, 0.5, 0.4, 0.35, 0.3, 0.2];
  var FIELD = [1, 1.3, 2.4, 4];
  var MOST_FILES = 3;

  // The last place in a rising list that is not greater.
  function lastBefore(list, wanted) {
    var after = list.findIndex(each => each > wanted);
    return Math.max(after < 0 ? list.length - 1 : after - 1, 0);
  }

  function loadAll(letter, numbers) { return Promise.all(numbers.map(n => load(letter + n))).then(files => files.flat()); }

  function rows(key, prefix) {
    var files = new Set([lastBefore(index.words, key)]);
    if (prefix) {
      var last = lastBefore(index.words, prefix + "\uffff");
      for (var i = lastBefore(index.words, prefix); i <= last && files.size < MOST_FILES; i++) files.add(i);
    }
    return loadAll("o", [...files].sort((a, b) => a - b));
  }

  var writtenAs = new Map();   // umeåvännäs -> umeå-vännäs
  function asWritten(word) { return writtenAs.get(word) || word; }

  // Every way in which a word is there: [{kind, word, places}]. `open`: the word may be half written.
  async function lookUp(word, open) {
    var folded = fold(word), key = keyOf(word), own = upright(word), prefix = open && word.length > 2 ? folded : "", matches = [];
    (await rows(key, prefix)).forEach(([rowKey, forms, compounds, inside]) => {
      var same = rowKey === key;
      if (!same && !(prefix && rowKey.startsWith(prefix))) return;
      for (var i = 0; i < forms.length; i += 2) {
        var form = forms[i].replace(/-/g, ""), kind = FOLDED, base = FOLDED;
        if (form !== forms[i]) writtenAs.set(form, forms[i]);
        if (form === word) kind = base = EXACT;
        else if (fold(form) === folded) base = EXACT;
        else if (same && upright(form) === own) kind = base = FORM;
        else if (prefix && form.startsWith(word)) kind = base = START;
        else if (prefix && fold(form).startsWith(prefix)) base = START;
        else if (!same) continue;
        matches.push({ kind, base, words: [form], places: unpack(forms[i + 1], true) });
      }
      if (compounds && (same || word.length > 3)) {
        var plain = compounds.some(form => form.includes(same ? own : word));
        matches.push({ kind: plain ? PART : FOLDED, base: PART, words: compounds, places: unpack(inside, true) });
      }
    });
    return matches;
  }

  // Words made from the same word: finansieras is in the matter of finansiering and of what is finansiell.
  async function related(word) {
    if (word.length < 5 || !LETTERS.test(word)) return [];
    var key = keyOf(word), own = roots(upright(word)), shortest = roots(key).reduce((a, b) => b.length < a.length ? b : a, key), matches = [];
    if (shortest.length < 4) return [];
    (await rows(key, shortest.slice(0, -1))).forEach(([rowKey, forms]) => {
      if (rowKey === key || !rowKey.startsWith(shortest.slice(0, -1))) return;     // the last letter may be k or c
      for (var i = 0; i < forms.length; i += 2) {
        var form = forms[i].replace(/-/g, "");
        if (roots(upright(form)).some(root => own.includes(root))) matches.push({ kind: KIN, base: KIN, words: [form], places: unpack(forms[i + 1], true) });
      }
    });
    return matches;
  }

  // One letter too many, missing or wrong, or two that have changed places.
  function oneEdit(a, b) {
    if (a.length > b.length) { var c = a; a = b; b = c; }
    var i = 0;
    while (i < a.length && a[i] === b[i]) i++;
    if (a.length < b.length) return b.length - a.length === 1 && a.slice(i) === b.slice(i + 1);
    if (a.slice(i + 1) === b.slice(i + 1)) return true;
    return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
  }

  async function misspelt(word) {
    if (word.length < 5 || !LETTERS.test(word)) return [];
    var folded = fold(word), found = new Map();
    (await loadAll("s", index.lengths.filter(n => Math.abs(n - word.length) < 2))).forEach(other => {
      if (oneEdit(folded, fold(other)) && !found.has(keyOf(other))) found.set(keyOf(other), other);
    });
    var best = [...found.values()].sort((a, b) => (b[0] === word[0]) - (a[0] === word[0])).slice(0, 4);
    var all = await Promise.all(best.map(async other => (await lookUp(other)).map(match => ({ ...match, kind: SPELT, meant: other }))));
    return all.flat();
  }

  // A compound that is not there is looked up by its parts.
  async function cut(word) {
    for (var at = 4; at <= word.length - 4 && word.length < 40; at++) {
      var head = word.slice(0, at).replace(/s$/, ""), tail = word.slice(at);
      if ((await lookUp(head)).length && (await lookUp(tail)).length) return [head, tail];
    }
    return null;
  }

  // Last: words that have the letters in them.
  async function inside(word) {
    if (word.length < 4 || word.length > 40) return [];
    var folded = fold(word), words = await loadAll("s", index.lengths.filter(n => n > word.length && n < word.length + 13));
    var found = await Promise.all(words.filter(other => fold(other).includes(folded)).slice(0, 6).map(other => lookUp(other)));
    return found.flat().filter(match => match.base === EXACT).map(match => ({ ...match, kind: PART, base: PART }));
  }

  // Other names of the same thing: AF asks for arbetsförmedlingen too.
  function otherNames(words) {
    var keys = words.map(keyOf), names = words.map(() => []);
    for (var from = 0; from < keys.length; from++) {
      for (var to = from + 1; to <= keys.length && to < from + 7; to++) {
        var more = index.names.get(keys.slice(from, to).join(" "));
        if (more) for (var i = from; i < to; i++) names[i] = names[i].concat(more);
      }
    }
    return names;
  }

  // Sections that have every word of another name.
  async function named(name) {
    var best = null, forms = [];
    for (var word of name.split(" ").filter(word => !index.stopSet.has(word))) {
      var places = new Map(), before = best;
      (await lookUp(word)).forEach(match => {
        if (match.kind > FORM) return;
        forms.push(...match.words);
        match.places.forEach(place => { places.set(place >> 2, Math.max(places.get(place >> 2) || 0, place & 3)); });
      });
      best = before ? new Map([...places].filter(([section]) => before.has(section))) : places;
    }
    return { kind: ALSO, base: ALSO, words: forms, places: Array.from(best || [], ([section, field]) => section * 4 + field), meant: name };
  }

  /* 4 Scores */
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

  /* 5 Showing a hit */
  async function textOf(section) {
    var file = lastBefore(index.textStarts, section), number = section - index.textStarts[file];
    for (var [path, title, sections] of await load("t" + file)) {
      if (number < sections.length) {
        var [anchor, heading, text] = sections[number];
        return { path, title, anchor, heading, text };
      }
      number -= sections.length;
    }
  }

  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  // The words of a text that are to be marked: {from, to, match, term}.
  function marksIn(text, terms) {
    var marks = [], lower = text.toLowerCase(), raw;
    RAW.lastIndex = 0;
    while ((raw = RAW.exec(lower))) {
      var best = null;
      var words = tokens(raw[0]), whole = raw[0].trimEnd();
      words.forEach(word => {
        terms.forEach(term => {
          var match = term.marks.get(word);
          if (match && (!best || match.kind < best.match.kind)) best = { match, term, word: words.length > 1 ? word : whole };
        });
      });
      if (best) marks.push({ from: raw.index, to: raw.index + raw[0].trimEnd().length, ...best });
    }
    return marks;
  }

  function write(into, text, marks, from = 0, to = text.length) {
    var at = from;
    marks.forEach(mark => {
      if (mark.from < from || mark.to > to) return;
      into.append(text.slice(at, mark.from), element("mark", "", text.slice(mark.from, mark.to)));
      at = mark.to;
    });
    into.append(text.slice(at, to));
    return into;
  }

  // The text without the marks of anchors, and where the anchors stand.
  function unmark(text) {
    var plain = "", anchors = [];
    text.split("\ue000").forEach((piece, i) => {
      var end = i ? piece.indexOf("\ue001") : -1;
      if (i) anchors.push({ at: plain.length, name: piece.slice(0, end) });
      plain += piece.slice(end + 1);
    });
    return { text: plain, anchors };
  }

  // Where most of the words stand closest together.
  var LENGTH = 170;
  function excerpt(text, marks) {
    if (!marks.length) return { from: 0, to: ending(text, LENGTH) };
    var best = marks[0], most = -1;
    marks.forEach(mark => {
      var near = marks.filter(other => other.from >= mark.from && other.to < mark.from + LENGTH).map(other => other.term);
      var worth = near.length + 10 * new Set(near).size - mark.match.kind;
      if (worth > most) { most = worth; best = mark; }
    });
    var from = best.from < 60 ? 0 : text.lastIndexOf(" ", best.from - 45) + 1;
    return { from, to: ending(text, from + LENGTH), first: best };
  }

  function ending(text, at) { return at >= text.length ? text.length : Math.max(text.lastIndexOf(" ", at), 1); }

  var SAID = ["", "", "", "träff i ", "även kallat ", "besläktat: ", "skrivet ", "stavat liknande: "];
  function why(marks, terms) {
    var said = [];
    terms.forEach(term => {
      var own = marks.filter(mark => mark.term === term).sort((a, b) => a.match.kind - b.match.kind)[0];
      if (!own || own.match.kind < PART) return;
      said.push(SAID[own.match.kind] + "”" + (asWritten(own.match.meant) || own.word) + "”");
    });
    return said.join(", ");
  }

  function address(path, anchor) {
    var parts = path.split("#"), file = location.protocol === "file:" ? "index.html" : "";
    return root + parts[0].slice(1) + file + (anchor || parts[1] ? "#" + (anchor || parts[1]) : "");
  }

  async function show(hit, terms) {
    var part = await textOf(hit.section);
    var body = unmark(part.text), marks = marksIn(body.text, terms), shown = excerpt(body.text, marks);
    var anchor = part.anchor, where = part.path.includes("#") ? "" : part.heading;
    body.anchors.forEach(mark => { if (shown.first && mark.at <= shown.first.from) anchor = mark.name || part.anchor; });
    if (/^m\d+$/.test(anchor)) where += ", mening " + anchor.slice(1);
    var titles = marksIn(part.title, terms);
    var item = element("li"), link = element("a"), text = element("p", "hit-text");
    link.href = address(part.path, anchor);
    link.append(write(element("span", "hit-title"), part.title, titles));
    if (where) link.append(" ", write(element("span", "hit-where"), where, marksIn(where, terms)));
    if (shown.from) text.append("… ");
    write(text, body.text, marks, shown.from, shown.to);
    if (shown.to < body.text.length) text.append(" …");
    var seen = marks.filter(mark => mark.from >= shown.from && mark.to <= shown.to);
    var reason = why(titles.concat(marksIn(part.heading, terms), seen), terms);
    item.append(link, text, element("p", "hit-why", index.kinds[index.kindOf[hit.doc]] + (reason ? ", " + reason : "")));
    return item;
  }

  // Fetches the hits; what it answers puts them in.
  async function showAll(list, hits, terms) {
    var items = await Promise.all(hits.map(hit => show(hit, terms)));
    return () => list.append(...items);
  }

  function counted(number) { return number.toLocaleString("sv-SE") + (number === 1 ? " träff" : " träffar"); }

  var CITED = 60;
  function cited(query) { return query.length > CITED ? query.slice(0, query.lastIndexOf(" ", CITED) > 20 ? query.lastIndexOf(" ", CITED) : CITED) + " …" : query; }

  function summary(query, answer, total) {
    var meant = new Set();
    answer.terms.forEach(term => {
      term.marks.forEach(match => { if (match.kind === SPELT) meant.add("”" + asWritten(match.meant) + "”"); });
    });
    if (answer.short) return "Skriv minst tre bokstäver.";
    if (!total) return "Inga träffar på ”" + cited(query.trim()) + "”.";
    var text = counted(total);
    if (!answer.whole) text = "Ingen sida har alla orden. " + text + " på några av dem";
    else if (answer.whole < total) text = counted(answer.whole) + " på alla orden, sedan " + (total - answer.whole) + " på några av dem";
    return text + (meant.size ? ". Visar det som är stavat liknande: " + [...meant].join(", ") : "") + ".";
  }

  // How the word being written may go on, the most common first: whole words as they are written, and no slip
  // of a pen beside a word that is fifteen times as common.
  function continuations(answer) {
    var last = answer.terms.at(-1), found = new Map();
    if (last) last.marks.forEach((match, form) => {
      var key = keyOf(form), known = found.get(key) || { form, n: 0 };
      if (match.kind === START && LETTERS.test(form)) found.set(key, { form: form.length < known.form.length ? form : known.form, n: known.n + match.places.length });
    });
    var all = [...found.values()].sort((a, b) => b.n - a.n);
    return all.filter(each => each.n * 15 > all[0].n).slice(0, 5).map(each => asWritten(each.form));
  }

  function linked(label, path) {
    var link = element("a", "", label);
    link.href = address(path);
    return link;
  }

  function nothing(into) {
    var text = element("p", "", "Prova färre eller kortare ord, eller gå till ");
    text.append(linked("alla sidor från A till Ö", "/a-o/"), ". Saknas något? ", linked("Så bidrar du", "/bidra/"), ".");
    into.append(text);
  }

  function failed(status) {
    status.textContent = "Sökningen gick inte att hämta. Ladda om sidan, eller gå till ";
    status.append(linked("alla sidor från A till Ö", "/a-o/"), ".");
  }

  /* 6 The box in the masthead */
  var SHOWN = 8;
  function masthead(box) {
    var area = box.closest(".search"), form = box.form, panel = area.querySelector(".search-panel");
    var status = area.querySelector("[role=status]"), words = area.querySelector(".search-words");
    var list = area.querySelector(".search-hits"), more = area.querySelector(".search-more"), turn = 0, waiting;

    function open(wanted) { panel.hidden = !wanted; }
    function clear() { list.replaceChildren(); words.replaceChildren(); more.replaceChildren(); }

    async function run() {
      var query = box.value.trim(), own = ++turn;
      if (!query) { clear(); status.textContent = "Skriv det du söker."; return; }
      try {
        var answer = await ask(query), count = answer.hits.length;
        var put = await showAll(list, answer.hits.slice(0, SHOWN), answer.terms);
        if (own !== turn) return;
        clear();
        put();
        status.textContent = summary(query, answer, count);
        if (count) suggest(query, continuations(answer));
        else if (!answer.short) nothing(words);
        if (count > SHOWN) {
          var link = element("a", "", "Alla " + counted(count));
          link.href = address("/sok/") + "?q=" + encodeURIComponent(query);
          more.append(link);
        }
      } catch (error) {
        if (own !== turn) return;
        clear();
        failed(status);
      }
    }

    function suggest(query, forms) {
      if (forms.length) words.append("Fortsätt med ");
      forms.forEach(form => {
        var button = element("button", "", form);
        button.type = "button";
        button.addEventListener("click", () => {
          box.value = query.replace(/\S+\s*$/, form + " ");
          box.focus();
          run();
        });
        words.append(button);
      });
    }

    box.addEventListener("focus", () => start().catch(() => null));
    box.addEventListener("click", () => { open(true); if (!status.textContent) run(); });
    box.addEventListener("input", () => {
      open(true);
      clearTimeout(waiting);
      waiting = setTimeout(run, 80);
    });
    form.addEventListener("submit", event => {
      if (!box.value.trim()) event.preventDefault();
      form.action = address("/sok/");
    });
    area.addEventListener("keydown", event => {
      if (event.key === "Escape" && !panel.hidden) {
        event.preventDefault();           // or the box empties itself
        open(false);
        box.focus();
      } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        var stops = panel.hidden ? [] : [box, ...panel.querySelectorAll("a")];
        var next = stops[stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
        if (next) { event.preventDefault(); next.focus(); }
      }
    });
    ["focusin", "pointerdown"].forEach(name => document.addEventListener(name, event => { if (!area.contains(event.target)) open(false); }));
  }

  /* 7 Beginning */
  var box = document.getElementById("sok");
  if (box) masthead(box);
  if (document.querySelector("[data-sok]")) {       // the page /sok/ has a file of its own
    window.sokning = { ask, load, show: showAll, summary, nothing, failed, element, words: wordsOf, analysed: word => [keyOf(word), upright(word)], kind: doc => index.kinds[index.kindOf[doc]] };
    var script = element("script");
    script.src = root + "assets/sok-sida.js";
    document.body.append(script);
  }
})();
