"""wikEdDiff among the other methods: figures that were measured once, with a file that is not in the project.

They are kept with the date, the file's sha256 and a fingerprint of the pairs, so that they are never shown
beside figures of other pairs.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from ramberattelser.rendering.typography import TO_TWELVE, long_date

from .corpus import Case

STORED = Path(__file__).with_name("wikeddiff.json")


class UnlikePairsError(Exception):
    """The stored figures are of other pairs than those of this report."""


def fingerprint(cases: Sequence[Case]) -> str:
    """Tell cases apart from others: their kinds, texts and true links."""
    digest = sha256()
    for case in cases:
        digest.update(json.dumps([case.kind, case.name, case.old, case.new, case.links]).encode())
    return digest.hexdigest()


def load(pairs: str, file: Path = STORED) -> dict[str, Any]:
    """Read the stored figures. Raises UnlikePairsError when they are not of the pairs of this fingerprint."""
    peer: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    if peer["pairs"] != pairs:
        raise UnlikePairsError(f"{file.name} was measured on other pairs: measure again, with --wikeddiff")
    return peer


def told(peer: dict[str, Any] | None) -> str:
    """Say, in Swedish, what the last change of the page was."""
    news = "Tolv svårare sorters ändringar har mätts, och varje sort har fått egna siffror"
    return news if peer is None else f"{peer['name']} har mätts bredvid de andra. {news}"


def limits(peer: dict[str, Any] | None) -> str:
    """Say, in Swedish, what the figures of the other methods do not."""
    if peer is None:
        return """\
- Falska flyttar är noll för de andra metoderna, för de visar inget ord som flyttat.
- wikEdDiff, som är byggd för löpande text med flyttade stycken, är inte med i mätningen.
"""
    name, usual = peer["name"], peer["settings"]["förvald"]
    tried = TO_TWELVE[len(peer["settings"])]
    f1, false = (shown(figure, usual[figure]) for figure in ("f1", "false_moves_per_100"))
    when = f" den {long_date(date.fromisoformat(peer['measured']))}" if peer["measured"] else ""
    return f"""\
- Falska flyttar är noll för de andra metoderna utom {name}, för de visar inget ord som flyttat.
- {name} {peer["version"]} ingår inte i projektet utan mättes för sig{when}, på samma par. Av {tried}
  inställningar visas den som gav högst F1, ”{peer["setting"]}”. Med den förvalda är F1 {f1} och
  falska flyttar {false} per 100 par.
"""


def shown(figure: str, value: float | None) -> str:
    """Write a figure as a Swedish reader has it, all of a kind with as many decimals; a dash for none."""
    places = 2 if figure == "false_moves_per_100" else 3
    return "–" if value is None else f"{value:.{places}f}".replace(".", ",")
