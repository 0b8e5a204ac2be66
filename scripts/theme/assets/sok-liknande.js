/* What may be meant by a word that is not there: another spelling, a compound, letters inside a word.
   Loaded by sok.js after sok-uppslag.js. */
(() => {
  "use strict";
  var sokning = window.sokning, index = sokning.index, load = sokning.load, { LETTERS, fold, keyOf } = sokning.ord;
  var { KINDS, lookUp } = sokning.uppslag, { EXACT, FORM, START, PART, FOLDED, SPELT } = KINDS;
  var MOST = 4;

  /* 1 Spelling */
  // Letters that are heard, taken or hit for each other; å, ä and ö are a and o here.
  var HEARD = "ck cs sz gj gk bp dt fv vw mn ij iy uy ou oa ea ei kq xs".split(" ");
  var KEYS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
  var CHEAP = new Set(HEARD.concat(...KEYS.map(row => [...row].slice(1).map((letter, i) => row[i] + letter))));
  var ONE = 1, LESS = 0.7;
  function changed(a, b) { return CHEAP.has(a + b) || CHEAP.has(b + a) ? LESS : ONE; }
  function left(word, i) { return word[i] === word[i - 1] || word[i] === "h" || word[i] === "s" ? LESS : ONE; }

  // How much may be wrong: a slip in a short word, two in a long one, and one of them a likely one in between.
  function allowed(length) { return length < 8 ? ONE : length < 10 ? ONE + LESS : 2 * ONE; }

  // What it costs to make one word the other; Infinity beyond `most`. Two letters that have changed places are one slip.
  function distance(a, b, most) {
    var last, row = [0], next;
    for (var j = 1; j <= b.length; j++) row[j] = row[j - 1] + left(b, j - 1);
    for (var i = 1; i <= a.length; i++) {
      next = [row[0] + left(a, i - 1)];
      var least = next[0];
      for (j = 1; j <= b.length; j++) {
        var cost = a[i - 1] === b[j - 1] ? row[j - 1] : row[j - 1] + changed(a[i - 1], b[j - 1]);
        cost = Math.min(cost, row[j] + left(a, i - 1), next[j - 1] + left(b, j - 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, last[j - 2] + LESS);
        next[j] = cost;
        least = Math.min(least, cost);
      }
      if (least > most) return Infinity;
      last = row;
      row = next;
    }
    return row[b.length] > most ? Infinity : row[b.length];
  }

  // Which letters a word has, as bits: words that differ in many have more than two slips between them.
  function letters(word) {
    var bits = 0;
    for (var i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31);
    return bits;
  }

  function apart(a, b) {
    for (var bits = a ^ b, count = 0; bits; bits &= bits - 1) count++;
    return count;
  }

  // How many letters with dots a word has that the other has not: who writes å means å.
  function lacking(word, other) {
    return [...word].filter(letter => "åäö".includes(letter) && !other.includes(letter)).length;
  }

  // All words with so many letters, as {word, plain, bits}.
  var read = new Map();
  async function spelt(wanted) {
    var files = await Promise.all(index.lengths.filter(wanted).map(async length => {
      if (!read.has(length)) read.set(length, (await load("s" + length)).map(word => ({ word, plain: fold(word), bits: letters(fold(word)) })));
      return read.get(length);
    }));
    return files.flat();
  }

  // The words that are spelt most alike: [{word, cost}], the likeliest first.
  async function alike(word, slips) {
    var own = fold(word), ownBits = letters(own), most = Math.min(slips, allowed(own.length)), found = new Map();
    (await spelt(n => Math.abs(n - own.length) <= slips)).forEach(({ word: other, plain, bits }) => {
      if (apart(ownBits, bits) > 2 * slips) return;
      var cost = distance(own, plain, most), key = keyOf(other);
      if (cost === Infinity || own.length < 5 && cost === ONE && own.length === plain.length) return;
      if (cost + 0.4 * lacking(word, other) > most) return;
      if (plain[0] !== own[0]) {
        if (own.length < 6 || cost > ONE && own.length < 12) return;     // revision is no precision
        cost += 0.2;
      }
      if (!found.has(key) || found.get(key).cost > cost) found.set(key, { word: other, cost });
    });
    var all = [...found.values()].sort((a, b) => a.cost - b.cost);
    return all.filter(each => each.cost <= all[0].cost + 0.35).slice(0, MOST);
  }

  // What is found of other words than the one that was asked for, and how that is told.
  var LIKE = { hit: "stavat liknande: ", all: "det som är stavat liknande: " };
  var PARTLY = { hit: "en del av ordet: ", all: "en del av ordet: " }, BEGUN = { hit: "ord som börjar på ", all: "ord som börjar på " };
  async function meant(words, how, open) {
    var all = await Promise.all(words.map(async other => {
      var found = await lookUp(other, open), own = found.filter(match => match.kind <= FORM);
      if (own.length) found = found.filter(match => match.kind < FOLDED);     // lägen is not lagen
      var sure = how === PARTLY && (own[0] || found.find(match => match.base <= FORM));
      return found.map(match => ({ ...match, how, kind: SPELT, meant: sure ? sure.words[0] : other }));
    }));
    return all.flat();
  }

  async function misspelt(word, slips) {
    if (word.length < 4 || word.length > 40 || !LETTERS.test(word) || slips > 1 && allowed(word.length) === ONE) return [];
    return meant((await alike(word, slips)).map(other => other.word), LIKE);
  }

  // Swedish letters as they are typed where there are none: oestergoetland.
  async function spelledOut(word) {
    var marked = word.replace(/aa/g, "å").replace(/ae/g, "ä").replace(/oe/g, "ö");
    return marked === word ? [] : lookUp(marked, true);
  }

  /* 2 Compounds */
  // An ending that says what is not there: hemlöshet has neither a home in it nor anything that is solved (lösa).
  var WITHOUT = /^lös(a|t|het(en)?)?$/;

  // How well a part of a word is known: as a word, inflected, or inside other words. `plain`: dots do not count.
  async function known(part, plain) {
    if (WITHOUT.test(part) || index.neverKeys.has(keyOf(part))) return Infinity;
    var best = Math.min(...(await lookUp(part)).map(match => plain ? match.base : match.kind));
    return best <= FORM || best === PART ? best : Infinity;
  }

  // A compound that is not there is looked up by its parts. Where it can be cut in several ways, whole words are
  // better than inflected ones, and both than what is only known from other compounds. The words that are never cut
  // in the index are not cut here either, nor found by a part: ledamöter has no möter in it.
  async function cut(word) {
    if (index.wholeKeys.has(keyOf(word))) return null;
    var best = null, plain = fold(word) === word;
    for (var at = 3; at <= word.length - 3 && word.length < 40; at++) {
      var tail = word.slice(at), heads = [word.slice(0, at)];
      if (at > 4 && /s$/.test(heads[0])) heads.push(heads[0].slice(0, -1));
      for (var head of heads) {
        if (Math.min(head.length, tail.length) < 4 && word.length < 9) continue;
        var worth = await known(head, plain);
        if (worth < Infinity) worth += await known(tail, plain);
        if (worth < Infinity && (!best || worth < best.worth)) best = { worth, parts: [head, tail] };
      }
    }
    return best && best.parts;
  }

  // A word of which only the beginning is there, or the last part. It must be a part that is known; of a word
  // asked for alone, most of its letters will do.
  async function partly(word, lone) {
    if (word.length < 7 || word.length > 40 || !LETTERS.test(word) || index.wholeKeys.has(keyOf(word))) return [];
    var plain = fold(word) === word, most = word.length * 0.66;
    for (var at = word.length - 1; at >= 5; at--) {
      var head = word.slice(0, at), whole = await known(head, plain) < Infinity;
      var found = whole || lone && at >= most ? await meant([head], whole ? PARTLY : BEGUN, !whole) : [];
      if (found.length) return found;
    }
    for (at = 3; word.length - at >= 6; at++) {
      if (await known(word.slice(at), plain) < Infinity) return meant([word.slice(at)], PARTLY);
    }
    return [];
  }

  // Words that begin with an inflected one: projektledaren leads to projektledarresurs.
  async function begun(word) {
    var own = keyOf(word);
    if (own.length < 6 || own.length < word.length - 4) return [];
    return (await lookUp(own, true)).filter(match => match.base === START);
  }

  // Words that were written apart: sam verkan, finansiering trappa. Where the word stands that they make together.
  async function joined(first, second) {
    if (first.length + second.length < 6 || !LETTERS.test(first + second)) return null;
    var plain = fold(first + second) === first + second;
    for (var link of ["", "s"]) {
      var matches = (await lookUp(first + link + second)).filter(match => (plain ? match.base : match.kind) <= FORM);
      if (matches.length) return matches.map(match => ({ ...match, kind: Math.max(match.kind, FORM) }));
    }
    return null;
  }

  // Last: words that have the letters in them.
  async function inside(word) {
    if (word.length < 4 || word.length > 40) return [];
    var folded = fold(word), words = await spelt(n => n > word.length && n < word.length + 13);
    var found = await Promise.all(words.filter(other => other.plain.includes(folded)).slice(0, 6).map(other => lookUp(other.word)));
    return found.flat().filter(match => match.base === EXACT).map(match => ({ ...match, kind: PART, base: PART }));
  }

  sokning.liknande = { begun, cut, inside, joined, known, misspelt, partly, spelledOut };
})();
