"""Edits of a generated project, of every kind that rebuilds differ by."""

from __future__ import annotations

import re
from pathlib import Path

_SOURCES = "narratives/gemensamt/kallor.yml"
_NEW_SOURCE = (
    '  - id: provkalla-{0}\n    kort: Ny {0}\n    titel: En ny källa\n    år: "2021"\n    slag: rapport\n'
)
_NEW_WORDING = (
    '  - id: "2005"\n    publicerad: 2026-01-02\n    gäller:\n      från: 2005-01-01\n'
    "    paragraf: 4 §\n    källa: provkalla, avsnitt 2\n    text: Prov, exempel och mall.\n"
)
EDITS = {
    "story": ("narratives/{}/2020.yml", r"ingress: \|\n", r"\g<0>  Ändring {}.\n"),
    "name": ("narratives/{}/forbund.yml", r"kortnamn: .*", "kortnamn: Ändrade provförbundet {}"),
    "event": ("narratives/{}/forbund.yml", r"rubrik: Händelse 1.*", "rubrik: Händelse 1 {}"),
    "text": ("clauses/{}.yml", r"text: \|\n {6}.*", r"\g<0> Ändring {}."),
    "code": ("clauses/{}.yml", r"      - byggsten: .*\n.*\n", ""),
    "wording": ("clauses/{}.yml", r"versioner:\n", rf"\g<0>{_NEW_WORDING}"),
    "new source": (_SOURCES, r"källor:\n", rf"\g<0>{_NEW_SOURCE}"),
    "source": (_SOURCES, r"titel: En källa som inte finns.*", "titel: En källa som inte finns {}"),
    "term": ("narratives/gemensamt/begrepp.yml", r"namn: .*", r"\g<0> {}"),
    "question": ("narratives/gemensamt/fragor.yml", r"Den första.*", r"\g<0> {}"),
    "nation": ("narratives/gemensamt/nationellt.yml", r"rubrik: .*", r"\g<0> {}"),
    "codebook": ("clauses/byggstenar.yml", r"innebörd: Inom.*", r"\g<0> {}"),
    "name of a byggsten": ("clauses/byggstenar.yml", r"namn: Geografi.*", "namn: Geografi {}"),
    "chain": ("clauses/kedjor.yml", r"titel: .*", r"\g<0> {}"),
    "law": ("clauses/lagen.yml", r"ingress: \|\n", r"\g<0>  Ändring {}.\n"),
}
"""Kind of edit → file, what is looked for in it, and what takes its place, with a number."""


def edit(project: Path, kind: str, number: int, name: str = "provforbundet-003") -> None:
    """Make an edit after which the check still finds nothing; ``name`` is the förbund that it is made to."""
    file, old, new = EDITS[kind]
    path = project / file.format(name)
    text, found = re.subn(old, new.format(number), path.read_text(encoding="utf-8"), count=1)
    assert found, kind
    path.write_text(text, encoding="utf-8")
