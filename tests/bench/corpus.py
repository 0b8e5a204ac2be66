"""A seeded collection of any size in the project's own format, laid beside the project's real one.

Each made-up förbund ("Provförbundet 017") has a page with members, phases and events, a story of about
1,300 words, and a clause in three wordings; a third of the clauses build on an earlier förbund's.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from .clauses import Text, codes, edited, families, paragraphs
from .words import prose, sentence

ROOT = Path(__file__).resolve().parents[2]
SOURCE = "provkalla"
HUES = ("vog", "neutral")
YEARS = (2006, 2014, 2019)
DAY = "2026-01-02"


@dataclass(frozen=True, slots=True)
class Made:
    """A made-up förbund: its id and name, and its three wordings, the oldest first."""

    id: str
    name: str
    texts: tuple[Text, ...]
    parent: str | None
    """The wording (``provforbundet-003/2014``) that the last one is taken from."""

    @property
    def number(self) -> str:
        """``003``."""
        return self.id.rpartition("-")[2]


def write(folder: Path, count: int, seed: int = 1) -> Path:
    """Write the project with ``count`` made-up förbund more into ``folder`` and return it.

    Code and theme are links to the project's own, so a build of the folder runs the code as it is.
    """
    for name in ("narratives", "clauses", "docs"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    (folder / "scripts").symlink_to(ROOT / "scripts")
    with (folder / "narratives/gemensamt/kallor.yml").open("a", encoding="utf-8") as out:
        out.write(f"  - id: {SOURCE}\n    kort: Provkälla\n    titel: En källa som inte finns\n")
        out.write('    år: "2020"\n    slag: rapport\n')
    for path, text in files(count, seed).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return folder


def files(count: int, seed: int = 1) -> dict[str, str]:
    """Return path → text of ``count`` made-up förbund."""
    elements = _ids("clauses/byggstenar.yml")
    questions = _ids("narratives/gemensamt/fragor.yml")
    terms = _ids("narratives/gemensamt/begrepp.yml")
    made: dict[str, str] = {}
    known: list[Made] = []
    for number, base in enumerate(_texts(Random(f"{seed} lydelser"), count, elements), 1):
        random = Random(f"{seed} {number}")
        one = Made(f"provforbundet-{number:03}", f"Provförbundet {number:03}", *base)
        known.append(one)
        made[f"narratives/{one.id}/forbund.yml"] = association(random, one, known)
        made[f"narratives/{one.id}/2020.yml"] = story(random, one, known, questions, terms)
        made[f"clauses/{one.id}.yml"] = clause(one)
    return made


def _ids(path: str) -> list[str]:
    return re.findall(r"^  - id: (\S+)$", (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE)


def _texts(random: Random, count: int, elements: list[str]) -> list[tuple[tuple[Text, ...], str | None]]:
    """Return three wordings for each förbund, and what the last of them is taken from."""
    firsts = families(random, elements)
    made: list[tuple[tuple[Text, ...], str | None]] = []
    for number in range(count):
        first = edited(random, edited(random, random.choice(firsts)))
        second = edited(random, first)
        parent = None
        third = edited(random, second)
        if number and random.random() < 1 / 3:
            other = random.randrange(max(0, number - 40), number)
            third = edited(random, made[other][0][1])
            parent = f"provforbundet-{other + 1:03}/{YEARS[1]}"
        made.append(((first, second, third), parent))
    return made


def clause(one: Made) -> str:
    """Return the file of a clause."""
    lines = [f"förbund: {one.id}", "versioner:"]
    for place, (year, text) in enumerate(zip(YEARS, one.texts, strict=True)):
        lines += [f'  - id: "{year}"', f"    publicerad: {DAY}", "    gäller:", f"      från: {year}-01-01"]
        if place + 1 < len(YEARS):
            lines.append(f"      till: {YEARS[place + 1] - 1}-12-31")
        lines += [f"    antagen: hösten {year - 1}", "    paragraf: 4 §", f"    källa: {SOURCE}, avsnitt 2"]
        lines += ["    text: |", *_block("\n\n".join(paragraphs(text)), 6)]
        if place == len(YEARS) - 1 and one.parent:
            lines += ["    bygger_på:", f"      - version: {one.parent}", "        hur: hämtad från"]
            lines += ["        säkerhet: säker", f"        belägg: {SOURCE}, avsnitt 3"]
        lines.append("    kodning:")
        for element, words in codes(text):
            lines += [f"      - byggsten: {element}", f"        citat: {_quoted(words)}"]
    return "\n".join(lines) + "\n"


def association(random: Random, one: Made, known: Sequence[Made]) -> str:
    """Return the file of a förbund: names, members over time, phases and events."""
    number = one.number
    lines = [
        "slag: förbund",
        f"kortnamn: {one.name}",
        f"signatur: {_signature(int(number))}",
        f"färg: {random.choice(HUES)}",
    ]
    lines += [f"publicerad: {DAY}", "ingress: |"]
    lines += _block(f"{one.name} finns inte. {prose(random, 30)} Se [[{random.choice(known).id}]].", 2)
    lines += [
        "namn:",
        f"  - namn: Samordningsförbundet {one.name}",
        f"    period: 2006–\n    källa: {SOURCE}, avsnitt 1",
    ]
    lines.append("medlemmar:")
    for letter in "ABCDEF"[: random.randint(3, 6)]:
        start = random.choice((2006, 2006, 2009, 2014))
        lines += [f"  - namn: Provstad {number}{letter}", "    slag: kommun", f"    period: {start}–"]
        lines.append(f"    källa: {SOURCE}, avsnitt 1")
    lines.append("faser:")
    for place, (start, end) in enumerate(((2006, "2010"), (2011, "2015"), (2016, "")), 1):
        lines += [f"  - id: fas-{place}", f"    namn: Fas {place}", f"    period: {start}–{end}"]
        lines += [f"    text: {_quoted(sentence(random, 12))}", f"    källa: {SOURCE}, avsnitt 1"]
    lines.append("händelser:")
    for place in range(5):
        year = 2006 + place * 3 + random.randint(0, 2)
        when = random.choice(
            (str(year), f"{year}-0{random.randint(1, 9)}", f"våren {year}", f"omkring {year}")
        )
        lines += [f"  - id: handelse-{place + 1}", f"    datum: {_quoted(when)}"]
        lines += [f"    rubrik: Händelse {place + 1}", f"    text: {_quoted(sentence(random, 12))}"]
        lines.append(f"    källa: {SOURCE}, avsnitt 1")
    return "\n".join(lines) + "\n"


def story(
    random: Random, one: Made, known: Sequence[Made], questions: Sequence[str], terms: Sequence[str]
) -> str:
    """Return the file of a story: eight sections of some 160 words, each answering a question."""
    lines = [f'titel: "{one.name}: en påhittad berättelse"', f"korttitel: Berättelse {one.number}"]
    lines += [
        f"publicerad: {DAY}",
        "ingress: |",
        *_block(prose(random, 40), 2),
        'skriven: "2020"',
        f"källa: {SOURCE}",
    ]
    lines += [
        f"ändamål: {one.id}/{YEARS[-1]}",
        "siffror:",
        f'  - tal: "{random.randint(2, 900)}"',
        "    vad: exempel",
    ]
    lines += [f"    källa: {SOURCE}, avsnitt 2", "avsnitt:"]
    for place in range(8):
        lines += [f"  - id: avsnitt-{place + 1}", f"    rubrik: Avsnitt {place + 1}", "    frågor:"]
        lines += [f"      - {questions[place % len(questions)]}", "    stycken:"]
        for _ in range(2):
            links = f"Se [[{random.choice(known).id}]] och [[begrepp:{random.choice(terms)}]]."
            text = f"{prose(random, 55)} {links}"
            lines += ["      - text: |", *_block(text, 10), f"        källa: {SOURCE}, avsnitt {place + 1}"]
        lines += [f"      - citat: {_quoted(prose(random, 25))}", "        av: Ada Exempel, förbundschef"]
        lines.append(f"        källa: {SOURCE}, avsnitt {place + 1}")
        if place == 3:
            lines += ["      - bild: faser", f"        källa: {SOURCE}, avsnitt 1"]
        if place == 5:
            words = codes(one.texts[-1])[0][1]
            lines += [f"      - utdrag: {_quoted(words)}", f"        ur: {one.id}/{YEARS[-1]}"]
            lines.append(f"        källa: {SOURCE}, avsnitt 2")
    return "\n".join(lines) + "\n"


def _signature(number: int) -> str:
    """Return a P and three letters: PAAB for 1."""
    return "P" + "".join(chr(65 + number // 26**place % 26) for place in (2, 1, 0))


def _block(text: str, indent: int) -> list[str]:
    return [" " * indent + line if line else "" for line in text.split("\n")]


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
