/* Words: a query is cut, folded and stemmed as the text of the index is. The same tables stand in
   scripts/ramberattelser/searching/ (folding.py, stemming.py, dating.py and tokens.py). Loaded by sok.js. */
(() => {
  "use strict";
  var MARKED = "åäöéèêëüáàâñøæç", PLAIN = "aaoeeeeuaaanoac";
  function fold(word) { return word.replace(/[^a-z0-9]/g, sign => PLAIN[MARKED.indexOf(sign)] || sign); }

  var ENDINGS = ("heternas heterna hetens heten heter arnas ernas ornas andes andet arens enas arna erna orna ande arne " +
    "aste anden aren ades ena ern ens erns het ast orns orn ade are ad en er ar or as es at et it a e").split(" ")
    .sort((a, b) => b.length - a.length);
  var KEPT = new RegExp("aren(?=(?:an?|or|orna)s?$)|data(?=[ns]?$)|^arbet$|[pr]aket(?=(?:e[nt]|er|erna)?s?$)|sats(?=(?:en|er|erna)?s?$)|faktor(?=(?:n|er|erna)?s?$)|m[åa]nad(?=(?:en|er|erna)?s?$)" +
    "|(?:omr[åa]|(?:in|ut|mman|före|fore)tr[äa])d(?=(?:et?|en|ena)?s?$)|(?:an|ter|om|in)v[äa]n(?=d?s?$|d[ae]s?$|der$|ts?$)" +
    "|^(?:h[öo]g|l[äa]n?g|[äa]ld|st[öo]r)(?=r?re$|st[ae]?$)|^(?:hel|ren|fin|ful|dyr|tun)(?=t$)" +
    "|^n[äa]mn(?=d(?:es?|as?)$|ts?$)|(?:om|be)n[äa]mn(?=d?s?$|d[ae]s?$|ts?$)|^nytt$");
  var SURD = /(mn|^(?:[kvsth][äa]n|v[äa]r|h[åa]r|sun|mil|vil))ts?$/, DENTAL = /(..(?:.[lrvpj]|[^eimu]n))[dt]$/;
  var SYNCOPE = new RegExp("(..v|..[aeiouyåäö][td]|.und|[trl]ag|läg|tig|[rmö]og|mög|[aåu]ng|.uk|.[uy]s|ux|[öo]pp)n$" +
    "|(s[äa]k|num|gist|cent|ack|[åa]ld)r$");
  var WHOLE = /(?:plan|organ|man|likadan|för|for)$/;

  function stem(word) {
    if (word.length < 4 || !LETTERS.test(word)) return word;
    var kept = KEPT.exec(word);
    if (kept) return word.slice(0, kept.index + kept[0].length);
    var found = /[aeiouyåäö][^aeiouyåäö]/.exec(word);
    if (!found) return word;
    var r1 = Math.max(found.index + 2, 3);
    word = word.replace(/(.{3}eln)s$/, "$1").replace(/(.{3}el)n$/, "$1").replace(/(.{4}i)um$/, "$1");
    if (word.length > 5) word = word.replace(/(bar|sam|ell|iv|al|full|lös|iös|ios|dan|ker)t$/, "$1");
    word = word.replace(SURD, "$1d");
    if (word.length > r1 && /(?:[bcdfghjklmnoprtvy]|e[åa])s$/.test(word)) word = word.slice(0, -1);
    var ending = ENDINGS.find(end => word.length - end.length >= r1 && word.endsWith(end));
    if (ending && !(ending === "or" && (word.length < 6 || WHOLE.test(word)))) word = word.slice(0, -ending.length);
    while (!WHOLE.test(word) && /.{4}(?:en|et|er|ar|or|an)$|.{3}a[td]$|.{3}[bcdfghjklmnoprtvy]s$/.test(word)) word = word.slice(0, word.endsWith("s") ? -1 : -2);
    word = word.replace(SYNCOPE, "$1$2").replace(DENTAL, "$1");
    if (word.length - 1 >= r1 && /(?:dd|gd|nn|dt|gt|kt|tt|mm)$/.test(word)) word = word.slice(0, -1);
    if (word.length - 3 >= Math.max(r1, 4) && /(?:lig|els)$/.test(word)) word = word.slice(0, -3);
    if (word.length > 6 && word.endsWith("in")) word = word.slice(0, -1);
    return word.length > 4 && /[^aeiouyåäö]el$/.test(word) ? word.slice(0, -2) + "l" : word;
  }

  function upright(word) {
    return stem(word.replace(/^stör(?=re$|st)/, "stor").replace(/(^|.{0,3})(män(?=$|nen|s$)|(?:[hl]|st?r)änd(?=er)|städ(?=er)|amöt(?=er))/g, (all, before, form) => {
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

  // Two figures with a hyphen between are two words (2005-2012), unless they may be the number of a law (2003-1210).
  var RANGE = /^(?!(?:19|20)\d\d[-‑](?!(?:19|20)\d\d$)\d{3})(?:0|[1-9]\d{0,3})[-‑]\d{1,4}$/;

  // What an authority writes on its papers: SFU-2019/0123, RS/2018:44.
  var DNR = /^\p{L}{1,8}[-‑/]\d+[/:]\d+$/u;

  var hyphened = new Map();   // finsamlagen -> finsam, lagen
  function tokens(raw) {
    var bare = raw.replace(/[§\s]/g, "");
    if (/^[\d:./‑-]*\d$/.test(bare)) {
      var pieces = bare.split(/[:./‑-]/).filter(Boolean);
      if (!raw.includes("§") && RANGE.test(bare)) return pieces;
      return !raw.includes("§") ? [pieces.join(":")] : pieces.slice(0, -1).concat(pieces[pieces.length - 1] + "§");
    }
    if (DNR.test(bare)) {
      var numbers = bare.split(/[:/‑-]/), number = numbers.join(":");
      hyphened.set(number, numbers);
      return [number];
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

  window.sokning.ord = { LETTERS, RAW, fold, hyphened, keyOf, roots, tokens, upright, wordsOf };
})();
