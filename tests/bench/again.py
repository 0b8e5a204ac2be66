"""What a rebuild costs where the site is being shown: a process that builds again and again (``make serve``).

A process of its own, so that nothing is at hand but what its own builds left: ``python -m bench.again PROJEKT
GÅNGER`` prints the seconds of processor and of clock of each rebuild by kind of edit, as JSON.
"""

from __future__ import annotations

import gc
import json
import re
import sys
import time
from pathlib import Path

from verktyg.visa import Workshop

EDITS = {
    "berättelse": ("narratives/provforbundet-003/2020.yml", r"ingress: \|\n", r"\g<0>  Ändring nummer {}.\n"),
    "händelse": (
        "narratives/provforbundet-003/forbund.yml",
        r"rubrik: Händelse 1.*",
        "rubrik: Händelse 1 {}",
    ),
    "lydelse": ("clauses/provforbundet-003.yml", r"text: \|\n {6}.*", r"\g<0> Ändring nummer {}."),
    "ny källa": (
        "narratives/gemensamt/kallor.yml",
        r"källor:\n",
        r"\g<0>  - id: prov-{0}\n    kort: Prov {0}\n    titel: Prov\n    år: saknas\n    slag: skrift\n",
    ),
    "kortnamn": ("narratives/provforbundet-003/forbund.yml", r"kortnamn: .*", "kortnamn: Provförbundet X{}"),
}
"""Kind of edit → file, what is looked for in it, and what takes its place, with a number."""


def edit(project: Path, turn: int, kind: str = "berättelse") -> None:
    """Make one edit, by default adding a sentence to one story."""
    name, old, new = EDITS[kind]
    path = project / name
    text, found = re.subn(old, new.format(turn), path.read_text(encoding="utf-8"), count=1)
    assert found, kind
    path.write_text(text, encoding="utf-8")


def rebuilds(project: Path, times: int) -> dict[str, list[tuple[float, float]]]:
    """Build, and then rebuild after each of so many edits of each kind; the first of a kind is not counted.

    It is the one that puts at hand what the build before it took from disk.
    """
    workshop = Workshop(project, lambda text: print(text, file=sys.stderr))
    _built(workshop)
    found: dict[str, list[tuple[float, float]]] = {}
    for kind in EDITS:
        for turn in range(times + 1):
            edit(project, 1000 + turn, kind)
            cost = _built(workshop)
            if turn:
                found.setdefault(kind, []).append(cost)
    return found


def _built(workshop: Workshop) -> tuple[float, float]:
    cpu, wall = time.process_time(), time.perf_counter()
    if not workshop.build():
        raise SystemExit(1)
    cost = time.process_time() - cpu, time.perf_counter() - wall
    # As `make serve` does while the page is read.
    gc.collect()
    return cost


if __name__ == "__main__":
    print(json.dumps(rebuilds(Path(sys.argv[1]).absolute(), int(sys.argv[2])), ensure_ascii=False))
