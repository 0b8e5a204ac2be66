"""The report: our build, its rebuild and its growth, beside other tools in the same run."""

from __future__ import annotations

import argparse
import gzip
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict
from itertools import combinations, pairwise
from math import log
from pathlib import Path
from typing import Any

from search.measure import costs
from search.scoring import Score

from . import corpus, other_host, peers, searches
from .edits import edit
from .measuring import Cost, FailedError, median, run, size

Row = dict[str, Any]
QUERIES = ("rehabilitering", "plattform", "provforbundet 003", "ändamål 2019", "samordnigsförbund")
"""Words that very many pages have, a part of compounds, a name without its dots, a year, a slip."""
START = 0.5
"""Seconds of start that the bar for a page does not count."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print Markdown; with ``--json FIL`` the figures go there too."""
    parser = argparse.ArgumentParser(prog="make bench FLAGS=…", description="Mäter vad ett bygge kostar.")
    parser.add_argument(
        "--antal", type=int, nargs="+", default=[10, 80, 320], metavar="N", help="antal förbund"
    )
    parser.add_argument(
        "--gånger", dest="times", type=int, default=3, help="bygg så många gånger; medianen visas"
    )
    parser.add_argument("--json", type=Path, metavar="FIL", help="skriv siffrorna hit också")
    parser.add_argument("--utan-andra", dest="alone", action="store_true", help="mät bara det egna bygget")
    parser.add_argument(
        "--utan-sökningar", dest="unasked", action="store_true", help="ställ inga frågor till andra sökningar"
    )
    parser.add_argument(
        "--var", dest="every", type=int, default=1, metavar="N", help="ställ var N:te fråga till sökningarna"
    )
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="matning-") as name:
        found = measure(Path(name), options.antal, options.times, alone=options.alone)
        if not (options.alone or options.unasked):
            _say("sökningarna")
            found["searches_said"] = []
            scores = searches.scores(Path(name) / "sok", options.every, found["searches_said"])
            found["searches"] = [asdict(score) for score in scores]
    print(markdown(found))
    if options.json:
        options.json.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


def measure(folder: Path, counts: Sequence[int], times: int, *, alone: bool = False) -> Row:
    """Return all figures. Everything is written below ``folder``."""
    found: Row = {"builds": [], "peers": [], "said": []}
    for count in counts:
        _say(f"{count} förbund")
        project = corpus.write(folder / f"egen-{count}", count)
        found["builds"].append(_ours(project, count, times))
        site = project / "site"
        found["weights"] = _weights(site)
        found["searched"] = [asdict(cost) for cost in costs(site, {}, QUERIES)]
        floor = peers.floor(site, folder / "golv")
        shutil.rmtree(folder / "golv")
        found["peers"].append(_peer("läsa och skriva samma byte", count, size(site)[0], floor))
        if not alone:
            found["peers"] += _others(folder, count, found["said"])
        shutil.rmtree(site)
    if not alone:
        found["other_host"] = asdict(other_host.build(folder / "vard", corpus.ROOT))
    found["pairs"] = _pairs(folder / f"egen-{counts[-1]}")
    return found


def _ours(project: Path, count: int, times: int) -> Row:
    command = [sys.executable, "-m", "ramberattelser.commands"]
    env = {"PYTHONPATH": str(corpus.ROOT / "scripts")}
    check = median([run([*command, "kontrollera"], project, env) for _ in range(times)])
    cold, warm = [], []
    for _ in range(times):
        shutil.rmtree(project / ".cache", ignore_errors=True)
        cold.append(run([*command, "bygg"], project, env))
    pages, files, data = size(project / "site")
    for turn in range(times):
        edit(project, "story", turn)
        warm.append(run([*command, "bygg"], project, env))
    made, shown = median(cold), _shown(project, max(times, 3))
    return {
        "count": count,
        "yaml": sum(1 for _ in project.glob("*/**/*.yml") if _.parts),
        "pages": pages,
        "files": files,
        "bytes": data,
        "check": check.cpu,
        "cold": made.cpu,
        "cold_wall": made.wall,
        "peak": made.peak,
        "warm": median(warm).cpu,
        "warm_wall": median(warm).wall,
        "shown": {kind: statistics.median(cpu for cpu, _ in costs) for kind, costs in shown.items()},
        "page_ms": (made.cpu - START) / pages * 1000,
    }


def _shown(project: Path, times: int) -> dict[str, list[tuple[float, float]]]:
    """Return the seconds of processor and of clock of rebuilds where the site is being shown, by edit."""
    paths = os.pathsep.join(str(corpus.ROOT / name) for name in ("scripts", "tests"))
    done = subprocess.run(
        [sys.executable, "-m", "bench.again", str(project), str(times)],
        env={**os.environ, "PYTHONPATH": paths, "NO_MKDOCS_2_WARNING": "1"},
        cwd=project,
        stdout=subprocess.PIPE,
        check=True,
    )
    found: dict[str, list[tuple[float, float]]] = json.loads(done.stdout)
    return found


def _others(folder: Path, count: int, said: list[str]) -> list[Row]:
    project = folder / f"annan-{count}"
    pages = peers.write_markdown(project, count)
    rows = []
    try:
        rows.append(_peer("mkdocs-material, utan sidolist", count, pages, peers.material(project)))
    except FailedError as error:
        said.append(f"Material byggde inte färdigt: {error}")
    made = peers.zensical(project)
    if isinstance(made, str):
        said.append(made)
    else:
        rows.append(_peer(peers.ZENSICAL, count, pages, made))
    shutil.rmtree(project)
    return rows


def _peer(name: str, count: int, pages: int, cost: Cost) -> Row:
    return {
        "name": name,
        "count": count,
        "pages": pages,
        "cpu": cost.cpu,
        "wall": cost.wall,
        "peak": cost.peak,
    }


def _weights(site: Path) -> list[Row]:
    """Return what a first view of some pages weighs: the page, and every style sheet and script it names."""
    chosen = {
        "startsidan": "index.html",
        "en berättelse": "berattelser/provforbundet-003/2020/index.html",
        "en lydelse": "andamal/provforbundet-003/2019/index.html",
        "ett förbund": "forbund/provforbundet-003/index.html",
        "alla ändamål": "andamal/index.html",
        "en fråga tvärs": "berattelser/tvars/hur-det-borjade/index.html",
        "tidslinjerna": "tidslinjer/index.html",
        "släktskapet": "andamal/slaktskap/index.html",
    }
    rows = []
    for name, path in chosen.items():
        page = (site / path).read_bytes()
        parts = [page, *(file.read_bytes() for file in _named(site / path, page.decode()))]
        rows.append(
            {"name": name, "html": len(page), "gzip": sum(len(gzip.compress(part, 6)) for part in parts)}
        )
    return rows


def _named(file: Path, html: str) -> list[Path]:
    from re import findall

    named = findall(r'<link rel="stylesheet" href="([^"]+)"|<script src="([^"]+)"', html)
    paths = [Path(os.path.normpath(file.parent / (style or script).split("?")[0])) for style, script in named]
    return [path for path in paths if path.is_file()]


def _pairs(project: Path) -> Row:
    """Return how many pairs of wordings are compared in a second, in three depths."""
    sys.path.insert(0, str(corpus.ROOT / "scripts"))
    from ramberattelser.checking import check
    from ramberattelser.comparing import analyse, compare, likeness
    from ramberattelser.comparing.linking import match

    whole, findings = check(project)
    assert whole is not None, findings
    texts = [w.version.text.strip() for w in whole.collected if w.owner.startswith("prov")][:60]
    analyses = [analyse(text) for text in texts]
    pairs = list(combinations(analyses, 2))[:600]
    rates = {}
    for name, work in (
        ("likhet", lambda a, b: likeness(a, b)),
        ("länkade ord", lambda a, b: compare(a, b).links),
        ("allt som visas", lambda a, b: compare(a, b).changes),
    ):
        match.cache_clear()  # what is matched once is known, and each depth is to be measured from nothing
        before = time.process_time()
        for a, b in pairs:
            work(a, b)
        rates[name] = len(pairs) / (time.process_time() - before)
    return rates


def growth(rows: Sequence[Row], name: str) -> list[tuple[int, int, float]]:
    """Return (from, to, exponent) between each size and the next: 1 is linear."""
    return [
        (a["count"], b["count"], log((b[name] - START) / (a[name] - START)) / log(b["pages"] / a["pages"]))
        for a, b in pairwise(rows)
    ]


def markdown(found: Row) -> str:
    """Return the report."""
    lines = ["# Vad ett bygge kostar", "", "Sekunder är processortid (i parentes klocktid); medianer.", ""]
    lines += ["| förbund | sidor | MB | granskning | kallt bygge | ms/sida | efter en ändring | minne, MiB |"]
    lines += ["|---:|---:|---:|---:|---:|---:|---:|---:|"]
    for row in found["builds"]:
        lines.append(
            f"| {row['count']} | {row['pages']} | {row['bytes'] / 1e6:.1f} | {row['check']:.2f} "
            f"| {row['cold']:.1f} ({row['cold_wall']:.1f}) | {row['page_ms']:.1f} "
            f"| {row['warm']:.1f} ({row['warm_wall']:.1f}) | {row['peak']:.0f} |"
        )
    for start, end, exponent in growth(found["builds"], "cold"):
        lines.append(f"\nVäxt {start} → {end}: exponent {exponent:.2f} mot antalet sidor.")
    kinds = found["builds"][0]["shown"]
    lines += ["", "## En ändring medan sidan visas (make serve)", "", f"| förbund | {' | '.join(kinds)} |"]
    lines += [f"|---:|{'---:|' * len(kinds)}"]
    for row in found["builds"]:
        costs = " | ".join(f"{cost:.2f}" for cost in row["shown"].values())
        lines.append(f"| {row['count']} | {costs} |")
    lines += ["", "## Bredvid andra", "", "| verktyg | förbund | sidor | s | ms/sida | minne, MiB |"]
    lines += ["|---|---:|---:|---:|---:|---:|"]
    for row in found["peers"]:
        each = row["cpu"] / row["pages"] * 1000
        lines.append(
            f"| {row['name']} | {row['count']} | {row['pages']} | {row['cpu']:.1f} ({row['wall']:.1f}) "
            f"| {each:.1f} | {row['peak']:.0f} |"
        )
    lines += [
        "",
        *found["said"],
        "",
        "## Vad en första visning väger",
        "",
        "| sida | HTML, kB | allt, kB gzip |",
    ]
    lines += ["|---|---:|---:|"]
    lines += [
        f"| {row['name']} | {row['html'] / 1000:.0f} | {row['gzip'] / 1000:.0f} |" for row in found["weights"]
    ]
    lines += [
        "",
        "## Vad en första sökning kostar",
        "",
        "| fråga | kB gzip | hämtade filer | ms, när allt är hämtat |",
    ]
    lines += ["|---|---:|---:|---:|"]
    lines += [
        f"| {row['query']} | {row['bytes'] / 1000:.0f} | {row['requests']} | {row['ms']:.0f} |"
        for row in found["searched"]
    ]
    if "searches" in found:
        scores = [Score(**row) for row in found["searches"]]
        lines += searches.section(scores, found["searches_said"])
    if host := found.get("other_host"):
        lines += ["", "## Samma sidor i Zensical", ""]
        lines.append(
            f"{host['pages'] - len(host['missing'])} av {host['pages']} skrivna sidor är byggda. "
            f"Av {host['links']} länkar leder {len(host['dead'])} ingenstans; "
            f"på {len(host['changed'])} sidor är länkarna inte desamma i samma ordning."
        )
    lines += ["", "## Par i sekunden", "", "| djup | par/s |", "|---|---:|"]
    lines += [f"| {name} | {rate:.0f} |" for name, rate in found["pairs"].items()]
    return "\n".join(lines) + "\n"


def _say(text: str) -> None:
    print(f"mäter: {text}", file=sys.stderr, flush=True)
