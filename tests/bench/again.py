"""What a rebuild costs where the site is being shown: a process that builds again and again (``make serve``).

A process of its own, so that nothing is at hand but what its own builds left: ``python -m bench.again PROJEKT
GÅNGER`` prints the seconds of processor and of clock of each rebuild, as JSON.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from pathlib import Path

from verktyg.visa import Workshop


def edit(project: Path, turn: int) -> None:
    """Add a sentence to one story."""
    path = project / "narratives" / "provforbundet-003" / "2020.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("ingress: |\n", f"ingress: |\n  Ändring nummer {turn}.\n", 1), encoding="utf-8"
    )


def rebuilds(project: Path, times: int) -> list[tuple[float, float]]:
    """Build, and then rebuild after each of so many edits; the first of them is not counted.

    It is the one that puts at hand what the build before it took from disk.
    """
    workshop = Workshop(project, lambda text: print(text, file=sys.stderr))
    found = []
    for turn in range(times + 2):
        if turn:
            edit(project, 1000 + turn)
        cpu, wall = time.process_time(), time.perf_counter()
        if not workshop.build():
            raise SystemExit(1)
        found.append((time.process_time() - cpu, time.perf_counter() - wall))
        # As `make serve` does while the page is read.
        gc.collect()
    return found[2:]


if __name__ == "__main__":
    print(json.dumps(rebuilds(Path(sys.argv[1]).absolute(), int(sys.argv[2]))))
