"""What a rebuild costs where the site is being shown: a process that builds again and again (``make serve``).

A process of its own, so that nothing is at hand but what its own builds left: ``python -m bench.again PROJEKT
GÅNGER`` prints the seconds of processor and of clock of each rebuild by kind of edit, as JSON.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from pathlib import Path

from verktyg.visa import Workshop

from .edits import edit

MEASURED = {
    "berättelse": "story",
    "händelse": "event",
    "lydelse": "text",
    "ny källa": "new source",
    "kortnamn": "name",
}
"""What the report calls an edit → its kind."""


def rebuilds(project: Path, times: int) -> dict[str, list[tuple[float, float]]]:
    """Build, and then rebuild after each of so many edits of each kind; the first of a kind is not counted.

    It is the one that puts at hand what the build before it took from disk.
    """
    workshop = Workshop(project, lambda text: print(text, file=sys.stderr))
    _built(workshop)
    found: dict[str, list[tuple[float, float]]] = {}
    for name, kind in MEASURED.items():
        for turn in range(times + 1):
            edit(project, kind, 1000 + turn)
            cost = _built(workshop)
            if turn:
                found.setdefault(name, []).append(cost)
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
