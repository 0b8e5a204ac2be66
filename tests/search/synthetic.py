"""A made-up collection of any size, the same for the same seed: to measure the search with, not to read."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import accumulate

from ramberattelser.searching import Document, Section

_FIRST = [
    "samordning",
    "rehabilitering",
    "arbetsmarknad",
    "försäkring",
    "kommun",
    "region",
    "förbund",
    "individ",
    "resurs",
    "kunskap",
    "verksamhet",
    "samverkan",
    "utveckling",
    "system",
    "struktur",
    "medlem",
    "styrelse",
    "ledning",
    "insats",
    "behov",
    "ändamål",
    "ekonomi",
    "hälsa",
    "utbildning",
    "ungdom",
    "vuxen",
    "sjukvård",
    "psykiatri",
    "socialtjänst",
    "arbetsliv",
    "försörjning",
    "uppföljning",
    "utvärdering",
    "kvalitet",
    "process",
    "projekt",
    "metod",
    "modell",
    "budget",
    "verksamhets",
    "mötes",
    "besluts",
    "ansvars",
]
_LAST = [
    "plan",
    "team",
    "chef",
    "grupp",
    "plattform",
    "paragraf",
    "ordning",
    "insats",
    "modell",
    "metod",
    "arbete",
    "process",
    "struktur",
    "nivå",
    "analys",
    "rapport",
    "fråga",
    "möte",
    "samtal",
    "stöd",
    "utveckling",
    "utbyte",
    "beslut",
    "ansvar",
    "uppdrag",
    "avtal",
    "projekt",
    "arena",
    "kostnad",
    "resultat",
    "mått",
    "indikator",
    "ledare",
    "nätverk",
    "råd",
    "nämnd",
    "funktion",
    "form",
    "tjänst",
    "handling",
    "mål",
]
_ENDINGS = ("", "", "en", "et", "er", "ar", "erna", "arna", "ens", "s")
_SYLLABLES = [
    "ba",
    "be",
    "bo",
    "da",
    "de",
    "fa",
    "fi",
    "ga",
    "gi",
    "ha",
    "hu",
    "ka",
    "ko",
    "la",
    "le",
    "li",
    "ma",
    "mi",
    "mo",
    "na",
    "ne",
    "no",
    "pa",
    "pi",
    "ra",
    "re",
    "ri",
    "sa",
    "si",
    "so",
    "ta",
    "ti",
    "to",
    "va",
    "vi",
]
_SMALL = [
    "och",
    "att",
    "i",
    "som",
    "för",
    "av",
    "med",
    "till",
    "den",
    "det",
    "är",
    "på",
    "en",
    "ett",
    "har",
    "inte",
    "om",
    "från",
    "vid",
    "eller",
    "ska",
    "kan",
    "när",
    "där",
]


def vocabulary(count: int, seed: int = 7) -> list[str]:
    """Return ``count`` words: compounds with endings, and words without meaning."""
    dice = random.Random(seed)
    made: dict[str, None] = {}
    while len(made) < count:
        if dice.random() < 0.55:
            link = dice.choice(("s", "s", ""))
            word = dice.choice(_FIRST) + link + dice.choice(_LAST) + dice.choice(_ENDINGS)
        else:
            word = (
                "".join(dice.choices(_SYLLABLES, k=dice.randint(2, 4)))
                + dice.choice("nrtlsk")
                + dice.choice(_ENDINGS)
            )
        made[word] = None
    return list(made)


class _Writer:
    """Writes text whose words are as unevenly common as in a language."""

    def __init__(self, words: list[str], seed: int) -> None:
        self._dice = random.Random(seed)
        self._words = words
        self._weights = list(accumulate(1 / (rank + 8) for rank in range(len(words))))

    def text(self, words: int) -> str:
        drawn = self._dice.choices(self._words, cum_weights=self._weights, k=words)
        return (
            " ".join(self._dice.choice(_SMALL) if self._dice.random() < 0.4 else word for word in drawn) + "."
        )

    def heading(self) -> str:
        return self.text(4).capitalize().rstrip(".")


def documents(count: int, seed: int = 7, words: int = 40_000) -> Iterator[Document]:
    """Yield the nine documents of each of ``count`` förbund: 24 sections each."""
    writer = _Writer(vocabulary(words, seed), seed)
    for number in range(count):
        owner, name = f"forbund-{number}", f"Exempelbygden {number}"
        yield _document(writer, f"/forbund/{owner}/", f"Samordningsförbundet {name}", "förbund", owner, 5, 70)
        yield _document(
            writer, f"/berattelser/{owner}/2020/", f"{name}: {writer.heading()}", "berättelse", owner, 9, 110
        )
        yield _document(writer, f"/andamal/{owner}/", f"{name}s ändamål", "lydelse", owner, 1, 30)
        for year in (2005, 2015, 2020):
            path = f"/andamal/{owner}/{year}/"
            yield _document(writer, path, f"{name}s ändamålsparagraf {year}", "lydelse", owner, 2, 120)
        for old, new in (("2005", "2015"), ("2015", "2020"), ("lagen", "2020")):
            path = f"/andamal/jamfor/{owner}-{old}/{owner}-{new}/"
            yield _document(writer, path, f"{name} {old} → {name} {new}", "jämförelse", owner, 1, 90)


def _document(
    writer: _Writer, path: str, title: str, kind: str, owner: str, sections: int, words: int
) -> Document:
    parts = [Section("", "", writer.text(40))]
    parts += [Section(f"del-{n}", writer.heading(), writer.text(words)) for n in range(1, sections)]
    return Document(path, title, kind, tuple(parts), (owner,), 2020)
