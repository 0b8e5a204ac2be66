/* Showing hits: the section, the words in context with what matched marked, and why. Loaded by sok.js last. */
(() => {
  "use strict";
  var sokning = window.sokning, { address, element, index, linked } = sokning, { LETTERS, RAW, keyOf, tokens, upright } = sokning.ord;
  var { asWritten, textOf } = sokning.uppslag, { FORM, START, PART, ALSO, KIN, SPELT } = sokning.uppslag.KINDS;

  // The words of a text that are to be marked: {from, to, match, term}; `by`: all terms that the word answers.
  function marksIn(text, terms) {
    var marks = [], lower = text.toLowerCase(), raw;
    RAW.lastIndex = 0;
    while ((raw = RAW.exec(lower))) {
      var best = null, by = new Set();
      var words = tokens(raw[0]), whole = raw[0].trimEnd();
      words.forEach(word => {
        terms.forEach(term => {
          var match = term.marks.get(word);
          if (match) by.add(term);
          if (match && (!best || match.kind < best.match.kind)) best = { match, term, token: word, word: words.length > 1 ? word : whole };
        });
      });
      if (best) marks.push({ from: raw.index, to: raw.index + raw[0].trimEnd().length, by, ...best });
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

  // Where most of the words stand closest together, and as many of them as can be in one row: with an anchor of its own.
  var LENGTH = 170;
  function excerpt(text, marks, anchors) {
    if (!marks.length) return { from: 0, to: ending(text, LENGTH) };
    var best = marks[0], most = -1, begins = at => at < 60 ? 0 : text.lastIndexOf(" ", at - 45) + 1;
    var different = some => [...new Set(some.map(mark => mark.term))].reduce((sum, term) => sum + (term.needed ? 1 : 0.25), 0);
    marks.forEach(mark => {
      var end = begins(mark.from) + LENGTH, near = marks.filter(other => other.from >= mark.from && other.to < end);
      var next = anchors.find(anchor => anchor.at > mark.from)?.at ?? Infinity;
      var worth = near.length + 20 * different(near) + 10 * different(near.filter(other => other.from < next)) - mark.match.kind;
      if (worth > most) { most = worth; best = mark; }
    });
    var from = begins(best.from);
    if (from && /^[·–]/.test(text.slice(from))) from += 2;     // what only sets apart
    return { from, to: ending(text, from + LENGTH), first: best };
  }

  function ending(text, at) { return at >= text.length ? text.length : Math.max(text.slice(0, text.lastIndexOf(" ", at)).replace(/ [·–]$/, "").length, 1); }

  var SAID = ["", "i formen ", "början på ", "träff i ", "sökt även på ", "besläktat: ", "skrivet "];

  // Why a hit is one, where the marks do not say it; of several words the mark of another form does. `hidden` tells
  // by what match a term leads here that is not shown; undefined where none does.
  function why(marks, terms, hidden) {
    var said = [], unseen = [], least = terms.length > 1 ? PART : FORM;
    terms.forEach(term => {
      var own = marks.filter(mark => mark.term === term).sort((a, b) => a.match.kind - b.match.kind || a.match.base - b.match.base)[0];
      if (own && (own.match.said ?? own.match.kind) >= least) said.push(told(own.match, own.word));
      if (own || marks.some(mark => mark.by.has(term))) return;
      var unshown = hidden(term);
      if (!unshown) return;
      var guess = guessed(term) || (unshown.kind === ALSO || unshown.kind === KIN) && told(unshown, unshown.words[0]);
      if (guess) said.push(guess); else unseen.push((unshown.kind === START ? "ord som börjar på ”" : "”") + term.said + "”");
    });
    var last = unseen.pop();
    if (last) said.push("hittas även på " + (unseen.length ? unseen.join(", ") + " och " : "") + last);
    return said.join(", ");
  }

  function told(match, word) { return (match.how?.hit || SAID[match.said ?? match.kind]) + "”" + written(match.meant || word) + "”"; }

  // How words are written in the texts that are shown, since the index has small letters only: SCB and Västmanland,
  // but not what has a capital just where a sentence or an item begins.
  var seenAs = new Map(), BEGINS = /(?:^|[.!?:;·–→(\[”"])\s*$/;
  function learn(text, marks) {
    marks.forEach(mark => {
      var as = text.slice(mark.from, mark.to), seen = seenAs.get(upright(mark.token)) || {};
      if (as === as.toUpperCase() && as.length > 1) seen.capitals = true;
      else if (as[0] === as[0].toLowerCase()) seen.small = true;
      else if (!BEGINS.test(text.slice(0, mark.from))) seen.name = true;
      seenAs.set(upright(mark.token), seen);
    });
  }

  function written(words) {
    return words.split(" ").map(word => {
      var own = asWritten(word) || word, seen = seenAs.get(upright(word.replace(/[-‑]/g, ""))) || {};
      if (seen.small) return own;
      if (seen.name) return own.replace(/(^|-)\p{Ll}/gu, letter => letter.toUpperCase());
      return seen.capitals ? own.toUpperCase() : own;
    }).join(" ");
  }

  // What was meant by a word that is nowhere, where that is one thing.
  function guessed(term) {
    var [one, ...more] = term.marks.values();
    if (!one?.how || !one.meant || more.some(other => other.how !== one.how || other.meant !== one.meant)) return "";
    return one.how.hit + "”" + written(one.meant) + "”";
  }

  // The section to show: where nothing there is to be marked, the page's one with most of the words.
  async function partOf(hit, terms) {
    var part = await textOf(hit.section), worth = new Map();
    if ([part.title, part.heading, unmark(part.text).text].some(text => marksIn(text, terms).length)) return part;
    terms.forEach(term => term.score.forEach((score, section) => {
      if (index.docOf[section] === hit.doc && section !== hit.section) worth.set(section, (worth.get(section) || 0) + score);
    }));
    var best = [...worth].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0];
    return best ? textOf(best[0]) : part;
  }

  // What is shown of a hit, with its marks; from all of them it is learnt how words are written.
  async function read(hit, terms) {
    var part = await partOf(hit, terms), body = unmark(part.text), marks = marksIn(body.text, terms);
    var titles = marksIn(part.title, terms), headings = marksIn(part.heading, terms);
    learn(body.text, marks);
    learn(part.title, titles);
    learn(part.heading, headings);
    return { hit, part, body, marks, titles, headings };
  }

  function show({ hit, part, body, marks, titles, headings }, terms) {
    var shown = excerpt(body.text, marks, body.anchors);
    var anchor = part.anchor, where = part.path.includes("#") ? "" : part.heading;
    body.anchors.forEach(mark => { if (shown.first && mark.at <= shown.first.from) anchor = mark.name || part.anchor; });
    if (/^m\d+$/.test(anchor)) where += ", mening " + anchor.slice(1);
    var item = element("li"), link = element("a"), text = element("p", "hit-text");
    link.href = address(part.path, anchor);
    link.append(write(element("span", "hit-title"), part.title, titles));
    if (where) link.append(" ", write(element("span", "hit-where"), where, marksIn(where, terms)));
    if (shown.from) text.append("… ");
    write(text, body.text, marks, shown.from, shown.to);
    if (shown.to < body.text.length) text.append(" …");
    var seen = marks.filter(mark => mark.from >= shown.from && mark.to <= shown.to);
    var first = index.firstOf[hit.doc], inText = new Set(marks.flatMap(mark => [...mark.by]));
    var leading = term => term.matches.filter(match => match.places.some(place => place >> 2 === first)).sort((a, b) => a.kind - b.kind)[0];
    var hidden = term => inText.has(term) || hit.section !== first && !term.titles.has(first) ? undefined : leading(term);
    var reason = why(titles.concat(headings, seen), terms, hidden);
    item.append(link, text, element("p", "hit-why", sokning.kind(hit.doc) + (reason ? ", " + reason : "")));
    return item;
  }

  // Fetches the hits; what it answers puts them in.
  async function showAll(list, hits, terms) {
    var found = await Promise.all(hits.map(hit => read(hit, terms))), items = found.map(one => show(one, terms));
    return () => list.append(...items);
  }

  function counted(number) { return number.toLocaleString("sv-SE") + (number === 1 ? " träff" : " träffar"); }

  var CITED = 60;
  function cited(query) { return query.length > CITED ? query.slice(0, query.lastIndexOf(" ", CITED) > 20 ? query.lastIndexOf(" ", CITED) : CITED) + " …" : query; }

  function summary(query, answer, total) {
    var meant = new Map();
    answer.terms.forEach(term => {
      term.marks.forEach(match => { if (match.how?.all) meant.set(match.how, (meant.get(match.how) || new Set()).add("”" + written(match.meant) + "”")); });
    });
    if (answer.short) return "Skriv minst tre bokstäver, eller en förkortning som AF.";
    var away = answer.terms.length > 0 && answer.terms.every(term => term.away);
    if (!total) return "Inga träffar på ”" + cited(query.trim()) + "”." + (away ? " Ingen sida nämner kommunen." : "");
    var text = counted(total), parts = answer.terms.map(term => "”" + term.said + "”"), last = parts.pop();
    if (parts.length && !/\s/.test(query.trim())) {      // one word was written, and it was taken apart
      var cut = answer.terms.every(term => term.cut), all = parts.length > 1 ? "alla" : "båda";
      if (cut || !answer.whole) text = "Ingen sida har hela " + (cut ? "ordet " : "") + "”" + cited(query.trim()) + "”. " + text + (answer.whole ? " på delarna " : " på någon av delarna ") + parts.join(", ") + " och " + last;
      if (answer.whole && answer.whole < total) text += ", " + answer.whole.toLocaleString("sv-SE") + " av dem på " + (cut ? all : "alla delarna");
    } else if (!answer.whole) text = "Ingen sida har alla orden. " + text + " på några av dem";
    else if (answer.whole < total) text += ", " + answer.whole.toLocaleString("sv-SE") + " av dem på alla orden";
    // What no page has is said before what is shown instead.
    var guess = answer.terms.length === 1 && answer.terms[0].best === SPELT && meant.size;
    if (guess) text = "Ingen sida har ordet ”" + answer.terms[0].said + "”. " + text;
    var lacking = answer.terms.filter(term => !term.cut && (term.best === ALSO || term.best === KIN)).map(term => "”" + term.said + "”");
    if (lacking.length) text += ". Ingen sida har " + (lacking[1] ? "orden " : "ordet ") + lacking.join(" och ") + ", men närliggande ord";
    meant.forEach((words, how) => { text += ". Visar " + how.all + [...words].join(", "); });
    return text + ".";
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
    return all.filter(each => each.n * 15 > all[0].n).slice(0, 5).map(each => written(each.form));
  }

  function nothing(into) {
    var text = element("p", "", "Prova färre eller kortare ord, eller gå till ");
    text.append(linked("alla sidor från A till Ö", "/a-o/"), ". Saknas något? ", linked("Så bidrar du", "/bidra/"), ", eller se ", linked("Kontakt", "/om/#kontakt"), ".");
    into.append(text);
  }

  Object.assign(sokning, { continuations, counted, nothing, show: showAll, summary });
})();
