/* Looking up a word in the index: as it is, inflected, half written, as a part, by another name, misspelt.
   Loaded by sok.js after sok-ord.js. */
(() => {
  "use strict";
  var sokning = window.sokning, index = sokning.index, load = sokning.load;
  var { LETTERS, fold, keyOf, roots, upright } = sokning.ord;

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

  // Fills the index in with its beginning: what each number stands for, and in which file a word is.
  async function start() {
    var data = await load("start");
    if (index.version) return;
    Object.assign(index, data);
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

  // Kinds of match, best first.
  var KINDS = { EXACT: 0, FORM: 1, START: 2, PART: 3, ALSO: 4, KIN: 5, FOLDED: 6, SPELT: 7 };
  var { EXACT, FORM, START, PART, ALSO, KIN, FOLDED, SPELT } = KINDS;
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

  sokning.uppslag = { KINDS, asWritten, cut, inside, lastBefore, lookUp, misspelt, named, otherNames, related, start };
})();
