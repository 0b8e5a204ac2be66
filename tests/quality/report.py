"""The quality report: every method on fresh seeds and on the real pairs, as Markdown and JSON.

Run from the repository with `PYTHONPATH=scripts python -m tests.quality.report [--json FILE] [--each N]`.
The same seeds give the same report, but for the times, which are left out. wikEdDiff, whose file is not part
of the project, is measured with `--wikeddiff FILE`; `--store DATE` keeps its figures, `--stored` shows them.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from statistics import mean
from typing import Any

from ramberattelser.comparing import compare
from ramberattelser.model.values import slugify
from ramberattelser.rendering.typography import NBSP, TO_TWELVE, number

from .baselines import OURS, Method, methods
from .corpus import Case
from .kinds import HARD, cases
from .metrics import Score, score
from .peer import STORED, UnlikePairsError, fingerprint, limits, load, shown, told
from .real import real_cases

FRESH_SEEDS = (101, 102, 103, 104)
"""The report is made on these only; thresholds are chosen on others."""

TITLES = {
    "replace word": "ett ord ersatt",
    "insert word": "ett ord tillagt",
    "delete word": "ett ord struket",
    "negation": "ett inte tillagt",
    "insert sentence": "en mening tillagd",
    "delete sentence": "en mening struken",
    "move sentence": "en mening flyttad",
    "swap sentences": "två meningar i ombytt ordning",
    "move and edit": "en mening flyttad och ändrad",
    "move phrase": "en fras flyttad inom meningen",
    "carry phrase": "en fras flyttad till en annan mening",
    "split": "en mening delad",
    "merge": "två meningar sammanslagna",
    "open compound": "ett sammansatt ord isärskrivet",
    "one or two sentences": "en eller två meningar, en ändring",
    "renumbering": "numrerad lista med ny punkt",
    "spelling": "ska i stället för skall",
    "decomposed letters": "å, ä och ö skrivna med två tecken",
    "soft hyphens": "mjuka bindestreck",
    "10 % disturbed": "10 % av orden ändrade",
    "25 % disturbed": "25 % av orden ändrade",
    "45 % disturbed": "45 % av orden ändrade",
    "boilerplate": "meningar med samma stomme",
    "boilerplate and move": "samma stomme och en flytt",
    "shuffled, 10 % disturbed": "omkastat, 10 % av orden ändrade",
    "shuffled, 30 % disturbed": "omkastat, 30 % av orden ändrade",
    "two bodies": "två förbund med tre av åtta meningar gemensamma",
    "duplicate and move": "en mening dubblerad och en flyttad",
    "unrelated, same frames": "texter utan samband, men med samma stomme",
    "carry a few words": "två till fyra ord flyttade till en annan mening",
    "carry and edit": "en lång fras flyttad till en annan mening och ändrad",
    "reversed": "alla meningar i omvänd ordning",
    "list permuted": "en uppräkning i annan ordning",
    "list to prose": "en lista skriven som löpande text",
    "duplicate beside": "en mening dubblerad på stället",
    "doubled": "hela texten två gånger",
    "excerpt": "ett utdrag ur texten",
    "own names": "två förbund med samma mening men egna namn i den",
    "mixture": "tre till sex ändringar av olika slag",
    "60 % rewritten": "60 % av texten omskriven, stycken av den kvar",
    "75 % rewritten": "75 % av texten omskriven, stycken av den kvar",
}
"""What a reader sees each kind called."""
REAL = {
    "Östra 2017 till Umeåregionen 2019": "Östra Östergötland 2017 till Umeåregionen 2019",
    "Västra 2015 till Östra 2017": "Västra Östergötland 2015 till Östra Östergötland 2017",
    "Halland 2012 till Västra 2015": "Halland 2012 till Västra Östergötland 2015",
}
"""What a reader sees the labelled pairs called, whose own names the stored figures go by."""
FIGURES = {
    "f1": "F1",
    "precision": "Precision",
    "recall": "Täckning",
    "moved_found": "Flyttat som hittas",
    "false_moves_per_100": "Falska flyttar per 100 par",
}
"""The figures that are shown kind by kind."""


def measure(method: Method, made: Sequence[Case]) -> list[tuple[Case, Score]]:
    """Score a method on cases."""
    return [(case, score(case.old, case.new, case.links, list(method(case.old, case.new)))) for case in made]


def figures(scored: Sequence[tuple[Case, Score]]) -> dict[str, float | None]:
    """Sum up scores: means of the shares, false moves per 100 pairs, runs shown per true run."""
    moved = [s.moved_found for _, s in scored if s.moved_found is not None]
    true_runs = sum(s.true_runs for _, s in scored)
    return {
        "pairs": len(scored),
        "precision": round(mean(s.precision for _, s in scored), 4),
        "recall": round(mean(s.recall for _, s in scored), 4),
        "f1": round(mean(s.f1 for _, s in scored), 4),
        "moved_found": round(mean(moved), 4) if moved else None,
        "false_moves_per_100": round(100 * sum(s.false_moves for _, s in scored) / len(scored), 2),
        "fragmentation": round(sum(s.runs for _, s in scored) / true_runs, 3) if true_runs else None,
        "rebuilt": round(mean(s.rebuilt for _, s in scored), 4),
    }


def own_figures(made: Sequence[Case]) -> dict[str, float]:
    """Measure what only this project's comparison promises: rebuild, identity, symmetry, determinism."""
    rebuilt, identity, mirrored, steady = [], [], [], []
    for case in made:
        there, back = compare(case.old, case.new), compare(case.new, case.old)
        rebuilt.append(
            "".join(case.old[slice(*s.old)] for s in there.old_segments() if s.old) == case.old
            and "".join(case.new[slice(*s.new)] for s in there.new_segments() if s.new) == case.new
        )
        identity.append(not compare(case.new, case.new).changes)
        mirrored.append(sorted((a, b) for a, b, _ in there.links) == sorted((b, a) for a, b, _ in back.links))
        steady.append(compare(case.old, case.new).segments == there.segments)
    return {
        "rebuild": mean(rebuilt),
        "identity": mean(identity),
        "symmetry": mean(mirrored),
        "determinism": mean(steady),
    }


def report_cases(each: int) -> tuple[list[Case], list[Case]]:
    """Give the pairs of the report: those made, `each` of every kind and seed, and the labelled ones."""
    return [case for seed in FRESH_SEEDS for case in cases(seed, each)], real_cases()


def report(each: int) -> dict[str, Any]:
    """Measure everything; `each` is the number of cases of each kind and seed."""
    made, labelled = report_cases(each)
    return {
        "seeds": list(FRESH_SEEDS),
        "own": own_figures([*made, *labelled]),
        "methods": {name: measured(method, made, labelled) for name, method in methods().items()},
    }


def measured(method: Method, made: Sequence[Case], labelled: Sequence[Case]) -> dict[str, Any]:
    """Sum up a method: over all pairs made, the hard ones, those of each kind, and each labelled pair."""
    scored = measure(method, made)
    kinds = list(dict.fromkeys(case.kind for case in made))
    return {
        "all": figures(scored),
        "hard": figures([pair for pair in scored if pair[0].kind in HARD]),
        "kinds": {kind: figures([pair for pair in scored if pair[0].kind == kind]) for kind in kinds},
        "real": {case.name: figures([(case, s)]) for case, s in measure(method, labelled)},
    }


INTRODUCTION = """\
---
publicerad: 2026-11-22
ändrad: 2026-11-28
ändrat: {told}
description: Så väl hittar jämförelsen det som är lika, ändrat och flyttat, mätt mot facit.
---

# Så bra är jämförelsen

En jämförelse är bra när den kopplar ihop rätt ord i de två texterna, hittar det som har flyttat och inte
påstår flyttar som inte finns. Här är mätningen, bredvid {others} andra sätt att jämföra samma par.

{short}
"""
LIMITS = """\
## Vad siffrorna inte säger

- De påhittade texterna, facit och metoden har samma upphov. Ett facit från någon annan återstår.
- De riktiga paren är fem, märkta för hand efter att metoden fanns.
"""


def markdown(result: dict[str, Any]) -> str:
    """Write the report as a page of the site, in Swedish."""
    names = list(result["methods"])
    own = result["own"]
    pairs = result["methods"][names[0]]["all"]["pairs"]
    lines = [
        INTRODUCTION.format(
            told=told(result.get("peer")), others=TO_TWELVE[len(names) - 1], short=in_short(result["methods"])
        ),
        "## Hur det är mätt",
        "",
        f"Vi mätte på {number(pairs)} par av påhittade texter där rätt svar är känt, och på riktiga"
        f" ändamålsparagrafer märkta för hand. De påhittade slumpades fram med startvärdena"
        f" {_seeds(result['seeds'])},"
        " så att de kan göras om likadana; metodens gränsvärden valdes på par med andra startvärden."
        " Precision är hur stor del av metodens ordkopplingar som är rätta."
        " Täckning är hur stor del av de rätta som den hittar. F1 väger ihop de två."
        " Sidan skrivs av programmet som mäter, `make quality`.",
        "",
        "F1, precision, täckning och flyttat som hittas är tal mellan 0 (inget) och 1 (allt). Ett streck (–)"
        " står där inget i paren har flyttats.",
        "",
        "Ett flyttat ord räknas som hittat när det är kopplat till sin rätta plats, också där metoden visar"
        " det som oförändrat. En metod som inte visar några flyttar kan därför ändå hitta en del: har två"
        " ställen bytt plats kan den låta det ena stå kvar och se det andra som struket och tillagt.",
        "",
        "De svåra sorterna är dessa:",
        "",
        *(f"- {TITLES[kind].replace(' %', f'{NBSP}%')}" for kind in HARD),
        "",
        "Visade stycken per sant stycke säger hur uppdelat svaret är: 1 är som facit, mer är i fler bitar,"
        " mindre är i färre.",
        "Det här ska alltid gälla. Så ofta gällde det:",
        "",
        f"- Båda texterna går att återskapa ur jämförelsen: {_share(own['rebuild'])} av paren.",
        f"- Samma text jämförd med sig själv ger inga ändringar: {_share(own['identity'])}.",
        f"- Jämförelsen åt andra hållet ger samma kopplingar: {_share(own['symmetry'])}.",
        f"- Samma svar varje gång: {_share(own['determinism'])}.",
        "",
        "## Sammanlagt",
        "",
        f"I tabellerna är ”{OURS}” den som webbplatsen använder."
        " Resten är andras program, under sina egna namn.",
        "",
        "| Metod | F1, alla | F1, svåra | Flyttat som hittas | Falska flyttar per 100 par"
        " | Visade stycken per sant stycke |",
        "|---|---|---|---|---|---|",
    ]
    lines += [overall(name, result["methods"][name]) for name in names]
    for title, head, part in (("Sort för sort", "Sort", "kinds"), ("Riktiga par", "Par", "real")):
        lines += ["", f"## {title}"]
        for figure, called in FIGURES.items():
            head_3 = f"{title}: {called}"
            if part == "kinds":  # it stands right under its own heading; its address stays as it was
                head_3 = f"{called} {{: #{slugify(head_3)} }}"
            lines += ["", f"### {head_3}", ""]
            lines += _table(head, result["methods"], part, figure)
    return "\n".join([*lines, "", LIMITS + limits(result.get("peer"))])


def _table(head: str, methods: dict[str, Any], part: str, figure: str) -> list[str]:
    """Return one figure of every method, a row for each kind or pair."""
    lines = [f"| {head} | {' | '.join(methods)} |", f"|---|{'---|' * len(methods)}"]
    for kind in next(iter(methods.values()))[part]:
        row = [shown(figure, found[part][kind][figure]) for found in methods.values()]
        called = (TITLES | REAL).get(kind, kind).replace(" %", f"{NBSP}%")
        lines.append(f"| {called} | {' | '.join(row)} |")
    return lines


def in_short(methods: dict[str, Any]) -> str:
    """Say, in Swedish, what our comparison reaches, and the one of the others that comes nearest."""
    (_, ours), *others = ((name, found["all"]) for name, found in methods.items())
    name, nearest = max(others, key=lambda one: one[1]["f1"])
    false, other = (shown("false_moves_per_100", found["false_moves_per_100"]) for found in (ours, nearest))
    return (
        f"**Kort sagt:** Jämförelsen hittar {_share(ours['moved_found'])} av det som har flyttat. På hundra"
        f" jämförda par visar den {false} flyttar som inte finns. Närmast av de andra kommer {name}: det"
        f" hittar {_share(nearest['moved_found'])} av det som har flyttat, och visar {other} flyttar som inte"
        " finns på hundra par. Ett mått för hela jämförelsen är F1. Det väger ihop hur många av kopplingarna"
        " som är rätta med hur många av de rätta som hittas, och är som bäst 1: det är"
        f" {shown('f1', ours['f1'])} för jämförelsen och {shown('f1', nearest['f1'])} för {name}."
    )


def _seeds(seeds: Sequence[int]) -> str:
    return f"{', '.join(map(str, seeds[:-1]))} och {seeds[-1]}"


def _share(value: float) -> str:
    return f"{value:.1%}".replace(".0%", "%").replace(".", ",").replace("%", "\u00a0%")


def overall(name: str, found: dict[str, Any]) -> str:
    """Write a method's row of the table of all pairs."""
    total = found["all"]
    row = [shown("f1", total["f1"]), shown("f1", found["hard"]["f1"])]
    row += [
        shown(figure, total[figure]) for figure in ("moved_found", "false_moves_per_100", "fragmentation")
    ]
    return f"| {name} | {' | '.join(row)} |"


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the report to standard output, and as JSON to a file when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", type=int, default=15, help="cases of each kind and seed")
    parser.add_argument("--json", type=Path, default=None, help="write the figures here as well")
    parser.add_argument("--page", type=Path, default=None, help="write the page here, not to standard output")
    peers = parser.add_mutually_exclusive_group()
    peers.add_argument(
        "--wikeddiff", type=Path, default=None, help="measure wikEdDiff too: its JavaScript file"
    )
    peers.add_argument(
        "--stored", action="store_true", help=f"show wikEdDiff as measured, from {STORED.name}"
    )
    parser.add_argument("--store", type=date.fromisoformat, help="keep what was measured, under this date")
    chosen = parser.parse_args(arguments)
    if chosen.store and chosen.wikeddiff is None:
        parser.error("--store keeps what --wikeddiff measures")
    try:
        peer = _peer(chosen)
    except UnlikePairsError as error:
        parser.error(str(error))
    result = report(chosen.each)
    if peer is not None:
        ours, *others = result["methods"].items()  # the nearest peer stands beside ours, where it is seen
        result["methods"] = dict([ours, (peer["name"], peer["figures"]), *others])
        result["peer"] = peer
    if chosen.page is None:
        sys.stdout.write(markdown(result))
    else:
        chosen.page.write_text(markdown(result), encoding="utf-8")
    if chosen.json is not None:
        chosen.json.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


def _peer(chosen: argparse.Namespace) -> dict[str, Any] | None:
    """Measure wikEdDiff, or take its stored figures, when asked to."""
    if chosen.wikeddiff is None and not chosen.stored:
        return None
    made, labelled = report_cases(chosen.each)
    if chosen.stored:
        return load(fingerprint([*made, *labelled]))
    from .wikeddiff_browser import measure_file  # the report alone needs no browser

    peer = measure_file(chosen.wikeddiff, lambda method: measured(method, made, labelled))
    peer |= {"measured": chosen.store and chosen.store.isoformat(), "pairs": fingerprint([*made, *labelled])}
    if chosen.store:
        STORED.write_text(json.dumps(peer, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return peer


if __name__ == "__main__":
    raise SystemExit(main())
