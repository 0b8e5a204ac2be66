"""Running a command and reading what it took, from the system's own accounting of the finished process."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of processor and of clock, and the most memory, in MiB, of the largest single process."""

    cpu: float
    wall: float
    peak: float


class FailedError(RuntimeError):
    """The command did not end well; the text is the last of what it said."""


def run(command: Sequence[str], folder: Path, env: Mapping[str, str] | None = None) -> Cost:
    """Run a command to its end. Raises ``FailedError`` where its exit code is not 0."""
    before = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, **(env or {})},
        stdin=subprocess.DEVNULL,
        stdout=(out := (folder / ".utskrift").open("w+b")),
        stderr=subprocess.STDOUT,
    )
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - before
    process.returncode = os.waitstatus_to_exitcode(status)
    with out:
        out.seek(0)
        said = out.read().decode(errors="replace")
    (folder / ".utskrift").unlink()
    if process.returncode:
        raise FailedError(f"{' '.join(command)}: {said[-800:]}")
    # Linux counts in KiB, macOS in bytes.
    peak = used.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
    return Cost(used.ru_utime + used.ru_stime, wall, peak)


def median(costs: Sequence[Cost]) -> Cost:
    """Return the median of each figure."""
    return Cost(
        *(statistics.median(getattr(cost, name) for cost in costs) for name in ("cpu", "wall", "peak"))
    )


def size(folder: Path) -> tuple[int, int, int]:
    """Return how many pages and files a site has, and its bytes."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" for path in files)
    return pages, len(files), sum(path.stat().st_size for path in files)
