/* Looking up a word in the index: as it is, inflected, half written, as a part, by another name.
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
    if (index.version) return;          // already: its version would make another address of it
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
    index.plainStops = new Set([...index.stopSet].map(fold));
    index.wholeKeys = new Set(data.whole.split(" "));
    index.neverKeys = new Set(data.never.split(" "));
    index.lightKeys = new Set(data.light.split(" "));
    index.names = new Map(Object.entries(data.also));     // a map, so that "constructor" is nobody's name
    index.plainNames = new Map();
    index.names.forEach((names, key) => { index.plainNames.set(fold(key), names.concat(index.plainNames.get(fold(key)) || [])); });
  }

  // What kind of page a document is.
  sokning.kind = doc => index.kinds[index.kindOf[doc]];

  // Kinds of match, best first.
  var KINDS = { EXACT: 0, FORM: 1, START: 2, PART: 3, ALSO: 4, KIN: 5, FOLDED: 6, SPELT: 7 };
  var { EXACT, FORM, START, PART, ALSO, KIN, FOLDED } = KINDS;
  var MOST_FILES = 6;

  // The last place in a rising list that is not greater; `of` tells what an entry is compared by.
  function lastBefore(list, wanted, of = each => each) {
    var from = 0, to = list.length;
    while (to - from > 1) {
      var middle = (from + to) >> 1;
      if (of(list[middle]) > wanted) to = middle; else from = middle;
    }
    return from;
  }

  // The rows of the index with a key, and with all that begins so.
  async function rows(key, prefix) {
    var own = lastBefore(index.words, key);
    if (!prefix) {
      var file = await load("o" + own), row = file[lastBefore(file, key, each => each[0])];
      return row && row[0] === key ? [row] : [];
    }
    var files = new Set([own]), last = lastBefore(index.words, prefix + "\uffff");
    for (var i = lastBefore(index.words, prefix); i <= last && files.size < MOST_FILES; i++) files.add(i);
    return Promise.all([...files].sort((a, b) => a - b).map(n => load("o" + n))).then(found => found.flat());
  }

  var writtenAs = new Map();   // umeåvännäs -> umeå-vännäs
  function asWritten(word) { return writtenAs.get(word) || word; }

  // One way in which a word is there. Where it stands is unpacked when it is asked for: often only the kind is.
  function way(kind, base, words, packed) {
    var places;
    return { kind, base, words, get places() { return places = places || unpack(packed, true); } };
  }

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
        else if (index.stopSet.has(form)) continue;     // för is no form of före
        else if (fold(form) === folded) base = EXACT;
        else if (same && upright(form) === own) kind = base = FORM;
        else if (prefix && form.startsWith(word)) kind = base = START;
        else if (prefix && fold(form).startsWith(prefix)) base = START;
        else if (!same) continue;
        matches.push(way(kind, base, [form], forms[i + 1]));
      }
      if (compounds && (same || word.length > 3)) {
        var plain = compounds.some(form => form.includes(same ? own : word));
        matches.push(way(plain ? PART : FOLDED, PART, compounds, inside));
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
        if (roots(upright(form)).some(root => own.includes(root))) matches.push(way(KIN, KIN, [form], forms[i + 1]));
      }
    });
    return matches;
  }

  // Other names of the same thing: AF asks for arbetsförmedlingen too. The number of a law, asked
  // for alone, is that of a source.
  var NUMBER = /^\d+:\d+$/, ONLY_LAW = /^(?:\d+:\d+|lag|lagen|sfs)$/;
  function otherNames(words) {
    var names = words.map(() => []);
    for (var from = 0; from < words.length; from++) {
      for (var to = from + 1; to <= words.length && to < from + 7; to++) {
        var some = words.slice(from, to);
        if (!some[1] && NUMBER.test(some[0]) && words.every(word => ONLY_LAW.test(word))) continue;
        var key = some.map(upright).join(" "), asked = some.join(" ");
        var more = index.names.get(key) || index.plainNames.get(key) || asked === fold(asked) && index.plainNames.get(asked);     // vasteras
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

  // What stands in a section, and on which page.
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

  sokning.uppslag = { KINDS, asWritten, lookUp, named, otherNames, related, start, textOf };
})();
