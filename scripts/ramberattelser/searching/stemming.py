"""Swedish inflections cut off, after Snowball's Swedish stemmer with what it leaves out.

Snowball (https://snowballstem.org, BSD) knows neither ``-an`` (frågan), nor ``-et`` in its long-used form
(förbundet), nor double m (medlemmarna). What is added here is applied until nothing more comes off, so
that all forms of a word meet: what the stem looks like does not matter. ``-ium`` loses its -um, as it does
before an ending and in compounds (gymnasium, gymnasiet, gymnasieskola). So do the forms of participles and
adjectives: skriven, skrivet and skrivna, jämförd, jämfört and jämförda, öppen and öppna, säker and säkra.
``sok-ord.js`` has the same tables.
"""

from __future__ import annotations

import re
from functools import lru_cache

_VOWELS = "aeiouyåäö"
_R1 = re.compile(f"[{_VOWELS}][^{_VOWELS}]")

ENDINGS = [
    "heternas",
    "heterna",
    "hetens",
    "heten",
    "heter",
    "arnas",
    "ernas",
    "ornas",
    "andes",
    "andet",
    "arens",
    "enas",
    "arna",
    "erna",
    "orna",
    "ande",
    "arne",
    "aste",
    "anden",
    "aren",
    "ades",
    "ena",
    "ern",
    "ens",
    "erns",
    "het",
    "ast",
    "orns",
    "orn",
    "ade",
    "are",
    "ad",
    "en",
    "er",
    "ar",
    "or",
    "as",
    "es",
    "at",
    "et",
    "it",
    "a",
    "e",
]
"""First cut, the longest that fits, inside Snowball's region R1."""

AGAIN = ("en", "et", "er", "ar", "or", "an", "at", "ad", "s")
"""Then these, again and again, while at least four letters are left."""

_TO_THREE = ("at", "ad")
"""Of these, endings that are cut until three letters are left: ``citatet``."""

_WHOLE = ("plan", "organ", "man", "likadan", "för", "for")
"""Ends of words that are no endings: ``handlingsplan``, ``huvudman``, ``jämför``."""

_KEPT = re.compile(
    r"aren(?=(?:an?|or|orna)s?$)|data(?=[ns]?$)|^arbet$|[pr]aket(?=(?:e[nt]|er|erna)?s?$)"
    r"|sats(?=(?:en|er|erna)?s?$)|faktor(?=(?:n|er|erna)?s?$)|m[åa]nad(?=(?:en|er|erna)?s?$)"
    r"|(?:omr[åa]|(?:in|ut|mman|före|fore)tr[äa])d(?=(?:et?|en|ena)?s?$)"
    r"|(?:an|ter|om|in)v[äa]n(?=d?s?$|d[ae]s?$|der$|ts?$)"
    r"|^(?:h[öo]g|l[äa]n?g|[äa]ld|st[öo]r)(?=r?re$|st[ae]?$)|^(?:hel|ren|fin|ful|dyr|tun)(?=t$)"
    r"|^n[äa]mn(?=d(?:es?|as?)$|ts?$)|(?:om|be)n[äa]mn(?=d?s?$|d[ae]s?$|ts?$)|^nytt$"
)
"""What ends in letters that are no endings there, or has more than endings cut off: ``samverkansarena`` is
not ``samverkan`` and ``faktorer`` are no ``fakta``, ``insats``, ``månad``, ``område`` and ``använde`` stay
whole, ``högst`` is ``hög``, ``nämnde`` is no ``nämnd``, and ``nytt`` is no ``nytta``."""

_BY_LENGTH = tuple(
    (size, frozenset(e for e in ENDINGS if len(e) == size))
    for size in sorted({len(e) for e in ENDINGS}, reverse=True)
)
_BEFORE_S = frozenset("bcdfghjklmnoprtvy")
_DOUBLED = frozenset(("dd", "gd", "nn", "dt", "gt", "kt", "tt", "mm"))
_SHORT = frozenset(("lig", "els"))
_NEUTER = ("bart", "samt", "ellt", "ivt", "alt", "fullt", "löst", "iöst", "iost", "dant", "kert")
"""Ends of adjectives whose ``t`` is an ending: ``hållbart``, ``gemensamt``, ``finansiellt``."""

_SURD = re.compile(r"(mn|^(?:[kvsth][äa]n|v[äa]r|h[åa]r|sun|mil|vil))ts?$")
"""The ``t`` of a neuter or a supine that is a ``d`` in the other forms: ``omnämnt``, ``känt``, ``hårt``."""

_SYNCOPE = re.compile(
    r"(..v|..[aeiouyåäö][td]|.und|[trl]ag|läg|tig|[rmö]og|mög|[aåu]ng|.uk|.[uy]s|ux|[öo]pp)n$"
    r"|(s[äa]k|num|gist|cent|ack|[åa]ld)r$"
)
"""What has lost an ``e`` before its ``n`` or ``r``: ``skrivna``, ``antagna``, ``inbjudna``, ``öppna``,
``säkra``, ``registret``. Other words have an ``n`` of their own there: ``namn``, ``ordna``, ``vagn``."""

_DENTAL = re.compile(r"(..(?:.[lrvpj]|[^eimu]n))[dt]$")
"""The ``d`` or ``t`` of -d, -t, -da and -de: ``jämförd``, ``ställt``, ``stort``. ``nämnd`` keeps its own."""


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Return what the forms of a lower-case word have in common; words with digits stay whole."""
    if len(word) < 4 or not word.isalpha():
        return word
    kept = _KEPT.search(word)
    if kept:
        return word[: kept.end()]
    found = _R1.search(word)
    if found is None:
        return word
    start = max(found.end(), 3)
    word = word[:-1] if len(word) > 6 and word.endswith("elns") else word
    word = word[:-1] if len(word) > 5 and word.endswith("eln") else word
    word = word[:-2] if len(word) > 6 and word.endswith("ium") else word
    word = word[:-1] if len(word) > 5 and word.endswith(_NEUTER) else word
    word = _inflection(_genitive(_SURD.sub(r"\1d", word), start), start)
    while word.endswith(AGAIN):
        cut, least = 1 if word[-1] == "s" else 2, 3 if word.endswith(_TO_THREE) else 4
        if word.endswith(_WHOLE) or len(word) - cut < least:
            break
        if cut == 1 and word[-2] not in _BEFORE_S:
            break
        word = word[:-cut]
    word = _DENTAL.sub(r"\1", _SYNCOPE.sub(r"\1\2", word))
    if len(word) - 1 >= start and word[-2:] in _DOUBLED:
        word = word[:-1]
    if len(word) - 3 >= max(start, 4) and word[-3:] in _SHORT:
        word = word[:-3]
    if len(word) > 6 and word.endswith("in"):
        word = word[:-1]
    return word[:-2] + "l" if len(word) > 4 and word[-2:] == "el" and word[-3] not in _VOWELS else word


def _genitive(word: str, start: int) -> str:
    """Cut an ``s`` that follows a letter that a genitive may follow, or the -eå of a town (Umeås)."""
    cut = word[-1] == "s" and len(word) > start and (word[-2] in _BEFORE_S or word.endswith(("eås", "eas")))
    return word[:-1] if cut else word


def _inflection(word: str, start: int) -> str:
    """Cut the longest ending that lies inside the region; many short words have an -or of their own."""
    for size, endings in _BY_LENGTH:
        if len(word) - size >= start and (ending := word[-size:]) in endings:
            own = ending == "or" and (len(word) < 6 or word.endswith(_WHOLE))
            return word if own else word[:-size]
    return word


@lru_cache(maxsize=200_000)
def upright(word: str) -> str:
    """Return the stem with å, ä, ö kept and the vowels of ``män``, ``städer`` as in the singular.

    Two words with one key whose upright stems differ (``mål``, ``mal``) only look alike.
    """
    return stem(_CHANGED.sub(lambda found: found[0].replace("ä", "a").replace("ö", "o"), word))


_CHANGED = re.compile(r"^stör(?=re$|st)|(?<!all)män(?=$|nen|s$)|(?:[hl]|st?r)änd(?=er)|städ(?=er)|amöt(?=er)")
