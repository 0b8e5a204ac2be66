/* Sökningen. Frågan behandlas som texten när registret gjordes: se scripts/ramberattelser/searching/.
   Ingenting hämtas förrän fältet används, ingenting sparas, och allt ur data visas som text. */
(() => {
  "use strict";
  var here = document.currentScript.src;
  var root = new URL("../", here).href;
  document.documentElement.classList.remove("no-js");
  document.documentElement.classList.add("js");

  /* 1 Hämta delar av registret ------------------------------------------------ */
  var arrived = {}, asked = {}, index = null;
  window.sokdata = (name, data) => { arrived[name] = data; };

  function load(name) {
    asked[name] = asked[name] || new Promise((done, failed) => {
      var script = document.createElement("script");
      script.src = root + "sok/data/" + name + ".js" + (index ? "?v=" + index.version : "");
      script.onload = () => {
        script.remove();
        if (name in arrived) done(arrived[name]); else failed(new Error(name));
      };
      script.onerror = () => { script.remove(); delete asked[name]; failed(new Error(name)); };
      document.head.append(script);
    });
    return asked[name];
  }

  var SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", VALUE = {};
  SIGNS.split("").forEach((sign, value) => { VALUE[sign] = value; });

  function unpack(text, rising) {
    var numbers = [], number = 0, shift = 0, before = 0;
    for (var i = 0; i < text.length; i++) {
      var value = VALUE[text[i]];
      number += (value & 31) * Math.pow(2, shift);
      if (value & 32) { shift += 5; continue; }
      before = rising ? before + number : number;
      numbers.push(before);
      number = shift = 0;
    }
    return numbers;
  }

  function start() {
    return load("start").then(data => {
      if (index) return index;
      index = data;
      index.kindOf = unpack(data.kind);
      index.titleWords = unpack(data.titles);
      index.firstOf = [];          // dokument -> första avsnitt
      index.docOf = [];            // avsnitt -> dokument
      unpack(data.sections).forEach((count, doc) => {
        index.firstOf.push(index.docOf.length);
        while (count--) index.docOf.push(doc);
      });
      index.textStarts = unpack(data.texts, true);
      index.stopSet = new Set(data.stops.split(" "));
      return index;
    });
  }

  /* 2 Ord: som folding.py, stemming.py och tokens.py -------------------------- */
  var PLAIN = { å: "a", ä: "a", ö: "o", é: "e", è: "e", ê: "e", ë: "e", ü: "u", á: "a", à: "a", â: "a", ñ: "n", ø: "o", æ: "a", ç: "c" };
  function fold(word) { return word.replace(/[åäöéèêëüáàâñøæç]/g, sign => PLAIN[sign]); }

  var ENDINGS = ("heternas heterna hetens heten heter arnas ernas ornas andes andet arens arna erna orna ande arne " +
    "aste anden aren ades ern ens erns het ast orns orn ade are ad en er ar or as es at a e").split(" ")
    .sort((a, b) => b.length - a.length);

  function stem(word) {
    if (word.length < 4 || !/^\p{L}+$/u.test(word)) return word;
    var found = /[aeiouyåäö][^aeiouyåäö]/.exec(word);
    if (!found) return word;
    var r1 = Math.max(found.index + 2, 3);
    if (word.length > r1 && /[bcdfghjklmnoprtvy]s$/.test(word)) word = word.slice(0, -1);
    var ending = ENDINGS.find(end => word.length - end.length >= r1 && word.endsWith(end));
    if (ending && !(/^(?:at|ad|or|as|es)$/.test(ending) && word.length < 6)) word = word.slice(0, -ending.length);
    while (!/(?:pl|org)an$/.test(word) && /.{4}(?:en|et|er|ar|or|an|at|ad)$|.{3}[bcdfghjklmnoprtvy]s$/.test(word)) word = word.slice(0, word.endsWith("s") ? -1 : -2);
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

  var RAW = /§+\s?\d+|[\p{L}\p{N}]+(?:[-‑:./’'][\p{L}\p{N}]+)*(?:\s?§)?/gu;

  function tokens(raw) {
    var bare = raw.replace(/[§\s]/g, "");
    if (/^[\d:./‑-]*\d$/.test(bare)) {
      var pieces = bare.split(/[:./‑-]/).filter(Boolean);
      return raw.indexOf("§") < 0 ? [pieces.join(":")] : pieces.slice(0, -1).concat(pieces[pieces.length - 1] + "§");
    }
    var kept = bare.split(/[:./]/).filter((piece, i) => i === 0 || piece.length > 2 || raw.indexOf(":") < 0);
    return kept.flatMap(piece => /\d/.test(piece) ? piece.split(/[-‑’']/) : [piece.replace(/[-‑’']/g, "")]).filter(Boolean);
  }

  function wordsOf(text) {
    var words = [];
    (clean(text).toLowerCase().replace(/(\d+)(?=(?:\s?(?:,|och|eller|–)\s?\d+)+\s?§)/g, "$1 §").match(RAW) || []).forEach(raw => { words = words.concat(tokens(raw)); });
    return words;
  }

  function clean(text) { return text.normalize("NFC").replace(/\u00ad/g, ""); }

  /* 3 Slå upp ett ord --------------------------------------------------------- */
  // Slag av träff, bäst först: vikt, och hur den förklaras.
  var EXACT = 0, FORM = 1, START = 2, PART = 3, ALSO = 4, FOLDED = 5, SPELT = 6;
  var WEIGHT = [1, 0.9, 0.6, 0.5, 0.4, 0.3, 0.2];
  var FIELD = [1, 1.3, 2.4, 4];
  var MOST_FILES = 3;

  function fileOf(key) {
    var low = 0, high = index.words.length - 1;
    while (low < high) {
      var middle = (low + high + 1) >> 1;
      if (index.words[middle] <= key) low = middle; else high = middle - 1;
    }
    return low;
  }

  function rows(key, prefix) {
    var from = fileOf(key), names = new Set([from]);
    if (prefix) {
      var first = fileOf(prefix), last = fileOf(prefix + "\uffff");
      for (var i = first; i <= last && names.size < MOST_FILES; i++) names.add(i);
    }
    return Promise.all(Array.from(names).sort((a, b) => a - b).map(n => load("o" + n)))
      .then(files => files.flat());
  }

  // Alla sätt som ett ord finns på: [{kind, word, places}]. `open` = ordet kan vara halvskrivet.
  function lookUp(word, open) {
    var folded = fold(word), key = keyOf(word), prefix = open && word.length > 2 ? folded : "";
    return rows(key, prefix).then(found => {
      var matches = [], own = upright(word);
      found.forEach(row => {
        var same = row[0] === key;
        if (!same && !(prefix && row[0].startsWith(prefix))) return;
        for (var i = 0; i < row[1].length; i += 2) {
          var form = row[1][i], kind = FOLDED, base = FOLDED;
          if (form === word) kind = base = EXACT;
          else if (fold(form) === folded) base = EXACT;
          else if (same && upright(form) === own) kind = base = FORM;
          else if (prefix && form.startsWith(word)) kind = base = START;
          else if (prefix && fold(form).startsWith(prefix)) base = START;
          else if (!same) continue;
          matches.push({ kind: kind, base: base, words: [form], places: unpack(row[1][i + 1], true) });
        }
        if (row[2] && (same || word.length > 3)) {
          var plain = row[2].some(form => form.indexOf(same ? own : word) >= 0);
          matches.push({ kind: plain ? PART : FOLDED, base: PART, words: row[2], places: unpack(row[3], true) });
        }
      });
      return matches;
    });
  }

  // Ett fel: ett tecken för mycket, för lite eller fel, eller två som bytt plats.
  function oneEdit(a, b) {
    if (a.length > b.length) { var c = a; a = b; b = c; }
    var i = 0;
    while (i < a.length && a[i] === b[i]) i++;
    if (a.length < b.length) return b.length - a.length === 1 && a.slice(i) === b.slice(i + 1);
    if (a.slice(i + 1) === b.slice(i + 1)) return true;
    return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
  }

  function misspelt(word) {
    if (word.length < 5 || !/^\p{L}+$/u.test(word)) return Promise.resolve([]);
    var lengths = index.lengths.filter(n => Math.abs(n - word.length) < 2);
    return Promise.all(lengths.map(n => load("s" + n))).then(lists => {
      var folded = fold(word), found = {};
      lists.flat().forEach(other => {
        if (oneEdit(folded, fold(other)) && !found[keyOf(other)]) found[keyOf(other)] = other;
      });
      var best = Object.values(found).sort((a, b) => (b[0] === word[0]) - (a[0] === word[0]));
      return Promise.all(best.slice(0, 4).map(other => {
        return lookUp(other, false).then(matches => {
          return matches.map(match => Object.assign(match, { kind: SPELT, meant: other }));
        });
      })).then(all => all.flat());
    });
  }

  // Ett sammansatt ord som inte finns: söks på sina delar, om de finns.
  function cut(word) {
    var tries = Promise.resolve(null);
    function attempt(at) {
      return done => {
        if (done) return done;
        var head = word.slice(0, at).replace(/s$/, ""), tail = word.slice(at);
        return lookUp(head, false).then(first => {
          return first.length ? lookUp(tail, false).then(last => last.length ? [head, tail] : null) : null;
        });
      };
    }
    for (var at = 4; at <= word.length - 4 && word.length < 40; at++) tries = tries.then(attempt(at));
    return tries;
  }

  // Sist: ord som har bokstäverna i sig.
  function inside(word) {
    if (word.length < 4) return Promise.resolve([]);
    var lengths = index.lengths.filter(n => n > word.length && n < word.length + 13), folded = fold(word);
    return Promise.all(lengths.map(n => load("s" + n))).then(lists => {
      var found = lists.flat().filter(other => fold(other).indexOf(folded) >= 0).slice(0, 6);
      return Promise.all(found.map(other => lookUp(other, false)));
    }).then(all => all.flat().filter(match => match.base === EXACT).map(match => Object.assign(match, { kind: PART, base: PART })));
  }

  // Andra namn på samma sak: AF frågar också efter arbetsförmedlingen.
  function otherNames(words) {
    var keys = words.map(keyOf), names = words.map(() => []);
    for (var from = 0; from < keys.length; from++) {
      for (var to = from + 1; to <= keys.length && to < from + 7; to++) {
        var more = index.also[keys.slice(from, to).join(" ")];
        if (more) for (var i = from; i < to; i++) names[i] = names[i].concat(more);
      }
    }
    return names;
  }

  function named(name) {
    var words = name.split(" ").filter(word => !index.stopSet.has(word));
    return Promise.all(words.map(word => lookUp(word, false))).then(all => {
      var best = null, forms = [];
      all.forEach(matches => {                 // avsnitt där alla namnets ord står
        var places = new Map();
        matches.forEach(match => {
          if (match.kind > FORM) return;
          forms = forms.concat(match.words);
          match.places.forEach(place => { places.set(place >> 2, Math.max(places.get(place >> 2) || 0, place & 3)); });
        });
        var before = best;
        best = before ? new Map(Array.from(places).filter(pair => before.has(pair[0]))) : places;
      });
      var found = Array.from(best || []).map(pair => pair[0] * 4 + pair[1]);
      return { kind: ALSO, base: ALSO, words: forms, places: found, meant: name };
    });
  }

  /* 4 Poäng ------------------------------------------------------------------- */
  // Ett ord i frågan: avsnitt -> poäng, avsnitt -> slag, ord att märka ut -> träffen.
  function weigh(word, matches) {
    var term = { word: word, best: SPELT, score: new Map(), kind: new Map(), titles: new Set(), marks: new Map() }, seen = new Set();
    matches.forEach(match => { match.places.forEach(place => { seen.add(place >> 2); }); });
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

  function find(word, names) {
    return Promise.all([lookUp(word, true), Promise.all(names.map(named))]).then(both => {
      var matches = both[0].concat(both[1].filter(match => match.places.length));
      if (matches.length) return [weigh(word, matches)];
      return misspelt(word).then(near => {
        if (near.length) return [weigh(word, near)];
        return cut(word).then(parts => {
          if (!parts) return inside(word).then(found => [weigh(word, found)]);
          return Promise.all(parts.map(part => {
            return lookUp(part, false).then(found => weigh(part, found));
          }));
        });
      });
    });
  }

  function questionWords(query) {
    query = query.replace(/\bparagraf(?:en)?\s+(\d+)(?![\d:])/gi, "$1 §").replace(/\b(\d+)\s*:?e?\s+paragrafen\b/gi, "$1 §");
    var all = Array.from(new Set(wordsOf(query)));
    var numbered = all.some(word => /^\d+:\d+$/.test(word));
    var kept = all.filter(word => {
      return !index.stopSet.has(word) && !(numbered && /^(?:sfs|lag|lagen|dnr|nr)$/.test(word));
    });
    return (kept.length ? kept : all).slice(0, 12);
  }

  var PRIOR = { begrepp: 1.2, förbund: 1.15, berättelse: 1.1, byggsten: 1.05, jämförelse: 0.7, källa: 0.8 };

  // Alla dokument som svarar på frågan, bäst först: {doc, section, all, terms}.
  function ask(query) {
    return start().then(() => {
      var words = questionWords(query), names = otherNames(words);
      return Promise.all(words.map((word, i) => find(word, names[i])));
    }).then(found => {
      var terms = found.flat(), docs = new Map();
      terms.forEach(term => {
        term.score.forEach((score, section) => {
          var doc = index.docOf[section];
          if (!docs.has(doc)) docs.set(doc, new Set([index.firstOf[doc]]));
          docs.get(doc).add(section);
        });
      });
      var hits = Array.from(docs, pair => rate(pair[0], Array.from(pair[1]), terms));
      hits.sort((a, b) => b.tier - a.tier || a.weak - b.weak || b.score - a.score || a.doc - b.doc);
      var whole = hits.filter(hit => hit.tier > 0);
      return { terms: terms, hits: whole.length >= 10 ? whole : hits, whole: whole.length };
    });
  }

  function rate(doc, sections, terms) {
    var first = index.firstOf[doc], best = null, rest = 0;
    var anywhere = terms.map(term => {
      return Math.max.apply(null, sections.map(section => term.score.get(section) || 0));
    });
    sections.forEach(section => {
      var score = 0, here = 0, near = 0, weak = 0;
      terms.forEach((term, i) => {
        var own = term.score.get(section) || 0, title = term.titles.has(first) ? term.score.get(first) * 0.6 : 0;
        if (own || title) {
          here++;
          score += Math.max(own, title);
          if ((term.kind.get(own ? section : first)) >= FOLDED) weak = 1;
        } else if (anywhere[i]) {
          near++;
          score += anywhere[i] * 0.3;
        }
      });
      var tier = here === terms.length ? 2 : here + near === terms.length ? 1 : 0;
      if (!tier) score *= Math.pow((here + near) / terms.length, 2);
      rest += score;
      if (!best || tier > best.tier || tier === best.tier && (weak < best.weak || weak === best.weak && score > best.score)) {
        best = { doc: doc, section: section, tier: tier, weak: weak, score: score };
      }
    });
    var inTitle = terms.filter(term => term.titles.has(first) && term.kind.get(first) <= Math.max(term.best, ALSO)).length;
    best.score += Math.min(1, (rest - best.score) * 0.05) + 2.5 * Math.min(1, inTitle / index.titleWords[doc]);
    best.score *= PRIOR[index.kinds[index.kindOf[doc]]] || 1;
    return best;
  }

  /* 5 Visa en träff ----------------------------------------------------------- */
  function textOf(section) {
    var file = 0;
    while (file + 1 < index.textStarts.length && index.textStarts[file + 1] <= section) file++;
    return load("t" + file).then(rows => {
      var number = section - index.textStarts[file];
      for (var i = 0; i < rows.length; i++) {
        if (number < rows[i][2].length) {
          var part = rows[i][2][number];
          return { path: rows[i][0], title: rows[i][1], anchor: part[0], heading: part[1], text: part[2] };
        }
        number -= rows[i][2].length;
      }
    });
  }

  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  // De ord i en text som ska märkas ut: {from, to, match, term}.
  function marksIn(text, terms) {
    var marks = [], lower = text.toLowerCase(), raw;
    RAW.lastIndex = 0;
    while ((raw = RAW.exec(lower))) {
      var best = null;
      tokens(raw[0]).forEach(word => {
        terms.forEach(term => {
          var match = term.marks.get(word);
          if (match && (!best || match.kind < best.match.kind)) best = { match: match, term: term, word: word };
        });
      });
      if (best) marks.push({ from: raw.index, to: raw.index + raw[0].trimEnd().length, match: best.match, term: best.term, word: best.word });
    }
    return marks;
  }

  function write(into, text, marks, from, to) {
    var at = from;
    marks.forEach(mark => {
      if (mark.from < from || mark.to > to) return;
      into.append(text.slice(at, mark.from), element("mark", "", text.slice(mark.from, mark.to)));
      at = mark.to;
    });
    into.append(text.slice(at, to));
    return into;
  }

  // Texten utan ankarmärken, och var ankarna står.
  function unmark(text) {
    var plain = "", anchors = [];
    text.split("\ue000").forEach((piece, i) => {
      var end = i ? piece.indexOf("\ue001") : -1;
      if (i) anchors.push({ at: plain.length, name: piece.slice(0, end) });
      plain += piece.slice(end + 1);
    });
    return { text: plain, anchors: anchors };
  }

  // Den del av texten där flest av orden står tätast.
  var LENGTH = 170;
  function window_(text, marks) {
    if (!marks.length) return { from: 0, to: ending(text, LENGTH) };
    var best = marks[0], most = -1;
    marks.forEach(mark => {
      var near = marks.filter(other => other.from >= mark.from && other.to < mark.from + LENGTH);
      var worth = near.length + 10 * new Set(near.map(other => other.term)).size - mark.match.kind;
      if (worth > most) { most = worth; best = mark; }
    });
    var from = best.from < 60 ? 0 : text.lastIndexOf(" ", best.from - 45) + 1;
    return { from: from, to: ending(text, from + LENGTH), first: best };
  }

  function ending(text, at) { return at >= text.length ? text.length : Math.max(text.lastIndexOf(" ", at), 1); }

  function why(marks, terms) {
    var said = [];
    terms.forEach(term => {
      var own = marks.filter(mark => mark.term === term).sort((a, b) => a.match.kind - b.match.kind)[0];
      if (!own || own.match.kind < PART) return;
      var form = own.match.kind === PART || own.match.kind === FOLDED ? own.word : own.match.meant;
      said.push(["", "", "", "träff i ", "även kallat ", "utan prickar: ", "stavat liknande: "][own.match.kind] + "”" + form + "”");
    });
    return said.join(", ");
  }

  function address(path, anchor) {
    var parts = path.split("#"), file = location.protocol === "file:" ? "index.html" : "";
    return root + parts[0].slice(1) + file + (anchor || parts[1] ? "#" + (anchor || parts[1]) : "");
  }

  function show(hit, terms) {
    return textOf(hit.section).then(part => {
      var body = unmark(part.text), marks = marksIn(body.text, terms), shown = window_(body.text, marks);
      var anchor = part.anchor, where = part.path.indexOf("#") < 0 ? part.heading : "";
      body.anchors.forEach(mark => { if (shown.first && mark.at <= shown.first.from) anchor = mark.name; });
      if (/^m\d+$/.test(anchor)) where += ", mening " + anchor.slice(1);
      var titles = marksIn(part.title, terms), headings = marksIn(part.heading, terms);
      var item = element("li"), link = element("a"), text = element("p", "hit-text");
      link.href = address(part.path, anchor);
      link.append(write(element("span", "hit-title"), part.title, titles, 0, part.title.length));
      if (where) link.append(" ", write(element("span", "hit-where"), where, marksIn(where, terms), 0, where.length));
      if (shown.from) text.append("… ");
      write(text, body.text, marks, shown.from, shown.to);
      if (shown.to < body.text.length) text.append(" …");
      var seen = titles.concat(headings, marks.filter(mark => mark.from >= shown.from && mark.to <= shown.to));
      var reason = why(seen, terms);
      item.append(link, text, element("p", "hit-why", index.kinds[index.kindOf[hit.doc]] + (reason ? ", " + reason : "")));
      return item;
    });
  }

  function showAll(list, hits, terms) {
    return Promise.all(hits.map(hit => show(hit, terms))).then(items => {
      return () => { list.append.apply(list, items); };
    });
  }

  function counted(number, one, many) { return number.toLocaleString("sv-SE") + " " + (number === 1 ? one : many); }

  function summary(query, answer, total) {
    var meant = new Set();
    answer.terms.forEach(term => {
      term.marks.forEach(match => { if (match.kind === SPELT) meant.add("”" + match.meant + "”"); });
    });
    if (!total) return "Inga träffar på ”" + query.trim() + "”.";
    var text = counted(total, "träff", "träffar");
    if (!answer.whole) text = "Ingen sida har alla orden. " + text + " på några av dem";
    else if (answer.whole < total) text = counted(answer.whole, "träff", "träffar") + " på alla orden, sedan " + (total - answer.whole) + " på några av dem";
    return text + (meant.size ? ". Visar det som är stavat liknande: " + Array.from(meant).join(", ") : "") + ".";
  }

  // Vad ordet som skrivs kan fortsätta med: former som börjar så, de vanligaste först.
  function continuations(answer) {
    var last = answer.terms[answer.terms.length - 1], found = {};
    if (last) last.marks.forEach((match, form) => {
      var key = keyOf(form);
      if (match.kind === START && !(found[key] && found[key].n >= match.places.length)) found[key] = { form: form, n: match.places.length };
    });
    return Object.values(found).sort((a, b) => b.n - a.n).slice(0, 5).map(each => each.form);
  }

  function nothing(into) {
    var text = element("p", "", "Prova färre eller kortare ord, eller gå till ");
    [["alla sidor från A till Ö", "/a-o/"], ["så bidrar du, om något saknas", "/bidra/"]].forEach((pair, i) => {
      var link = element("a", "", pair[0]);
      link.href = address(pair[1]);
      text.append(i ? " eller " : "", link);
    });
    text.append(".");
    into.append(text);
  }

  function failed(status) { status.textContent = "Sökningen kunde inte hämtas. Ladda om sidan, eller gå till alla sidor A–Ö."; }

  /* 6 Fältet högst upp -------------------------------------------------------- */
  function masthead(box) {
    var area = box.closest(".search"), form = box.form, panel = area.querySelector(".search-panel");
    var status = area.querySelector("[role=status]"), words = area.querySelector(".search-words");
    var list = area.querySelector(".search-hits"), more = area.querySelector(".search-more"), turn = 0, waiting;

    function open(wanted) { panel.hidden = !wanted; }
    function clear() { list.replaceChildren(); words.replaceChildren(); more.replaceChildren(); }

    function run() {
      var query = box.value, own = ++turn;
      if (!query.trim()) { clear(); status.textContent = "Skriv det du söker."; return; }
      ask(query).then(answer => {
        return showAll(list, answer.hits.slice(0, 8), answer.terms).then(put => {
          if (own !== turn) return;
          clear();
          put();
          status.textContent = summary(query, answer, answer.hits.length);
          if (!answer.hits.length) nothing(words);
          suggest(query, continuations(answer));
          if (answer.hits.length > 8) {
            var link = element("a", "", "Alla " + counted(answer.hits.length, "träff", "träffar"));
            link.href = address("/sok/") + "?q=" + encodeURIComponent(query.trim());
            more.append(link);
          }
        });
      }).catch(() => { if (own === turn) failed(status); });
    }

    function suggest(query, forms) {
      if (!forms.length) return;
      words.append(element("span", "", "Menar du "));
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

    box.addEventListener("focus", () => { start().catch(() => { /* sägs när något söks */ }); });
    box.addEventListener("click", () => { open(true); if (!status.textContent) run(); });
    box.addEventListener("input", () => {
      open(true);
      clearTimeout(waiting);
      waiting = setTimeout(run, 80);
    });
    form.addEventListener("submit", event => {
      if (!box.value.trim()) event.preventDefault();
      else if (location.protocol === "file:") form.action = address("/sok/");
    });
    area.addEventListener("keydown", event => {
      if (event.key === "Escape" && !panel.hidden) {
        event.preventDefault();           // annars tömmer fältet sig självt
        open(false);
        box.focus();
      } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        var stops = panel.hidden ? [] : [box].concat(Array.from(panel.querySelectorAll("a")));
        var next = stops[stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
        if (next) { event.preventDefault(); next.focus(); }
      }
    });
    function outside(event) { if (!area.contains(event.target)) open(false); }
    document.addEventListener("focusin", outside);
    document.addEventListener("pointerdown", outside);
  }

  /* 7 Börja ------------------------------------------------------------------- */
  var box = document.getElementById("sok");
  if (box) masthead(box);
  if (document.querySelector("[data-sok]")) {       // sidan /sok/ har en egen fil
    window.sokning = { ask: ask, load: load, show: showAll, summary: summary, nothing: nothing, failed: failed, element: element, kind: doc => index.kinds[index.kindOf[doc]] };
    var script = element("script");
    script.src = root + "assets/sok-sida.js";
    document.body.append(script);
  }
})();
