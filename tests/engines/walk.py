"""A reader's walk through the site in one browser. Each part yields what went wrong, in words."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit

from browser.accessibility import TAGS
from engines.driving import Engine, EngineError
from search.asking import ASK, Question

DOWN, ENTER, ESCAPE, TAB = "\ue015", "\ue007", "\ue00c", "\ue004"
WIDTHS = (1280, 360)
_LOOKS = """() => {
    const root = document.documentElement, heading = document.querySelector('h1');
    return {over: root.scrollWidth - root.clientWidth, heading: heading ? heading.textContent.trim() : '',
        cookies: document.cookie, stored: localStorage.length + sessionStorage.length};
}"""
_AXE = """async tags => {
    %s
    const wanted = {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']};
    const where = rule => rule.nodes.map(node => node.target.join(' ')).join('; ');
    return (await window.axe.run(document, wanted)).violations.map(rule => rule.id + ': ' + where(rule));
}"""
_ANSWERS = f"""async queries => {{
    const ask = {ASK}, found = [];
    for (const query of queries) found.push((await ask(query)).hits.slice(0, 10).map(hit => hit.address));
    return found;
}}"""
_CHOICE = "fran=halland-2012&till=umearegionen-2019"
PATIENCE = 5.0
"""Seconds to wait for what a script is to show."""
_AT_ONCE = 100
"""Questions in one call, so that each call ends well within the browser's own patience."""


def pages(engine: Engine, addresses: Iterable[str]) -> Iterator[str]:
    """Open the pages, wide and narrow: nothing runs off the side or is stored, and axe has no remark."""
    axe = _AXE % files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    for width in WIDTHS:
        engine.size(width, 900)
        for address in addresses:
            engine.go(address)
            seen = engine.run(_LOOKS)
            path = urlsplit(address).path
            if not seen["heading"]:
                yield f"{path}: ingen rubrik"
            if seen["over"] > 0:
                yield f"{path}: {seen['over']} px utanför kanten vid fönsterbredden {width}"
            if seen["cookies"] or seen["stored"]:
                yield f"{path}: något är sparat i webbläsaren"
            yield from (f"{path}, {width} px: axe: {rule}" for rule in engine.run(axe, TAGS))


def searching(engine: Engine, root: str) -> Iterator[str]:
    """Search in the head of the start page with keys alone, and follow a hit."""
    engine.size(1280, 900)
    engine.go(root)
    engine.run("() => document.getElementById('sok').focus()")
    engine.press("plattform")
    if not holds(engine, "document.querySelectorAll('.search-hits > li').length > 3"):
        yield "sökrutan: inga träffar på ”plattform”"
        return
    engine.press(DOWN)
    if not holds(engine, "document.activeElement.closest('.search-hits')"):
        yield "sökrutan: nedåtpilen leder inte till träffarna"
    engine.press(ENTER)
    if not holds(engine, f"location.href.split('#')[0] !== {root!r} && document.querySelector('h1')"):
        yield "sökrutan: retur öppnar inte träffen"


def asking(engine: Engine, root: str, questions: Iterable[Question]) -> Iterator[str]:
    """Ask the questions of the golden set on the search page: each page is among the first ten."""
    engine.go(f"{root}sok/?q=")
    if not holds(engine, "document.querySelector('[data-sok] input')"):
        yield "söksidan: ingen ruta att söka i"
        return
    asked = list(questions)
    for start in range(0, len(asked), _AT_ONCE):
        some = asked[start : start + _AT_ONCE]
        answers = engine.run(_ANSWERS, [question.query for question in some])
        for question, hits in zip(some, answers, strict=True):
            paths = ["/" + hit.removeprefix(root).removesuffix("index.html") for hit in hits]
            places = {path.replace("index.html#", "#") for path in paths}
            known = places | {path.partition("#")[0] for path in places}
            missing = [wanted for wanted in question.wanted if wanted not in known]
            if missing:
                yield f"söksidan: ”{question.query}” gav inte {missing[0]}"


def comparing(engine: Engine, root: str, pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Choose two texts: the comparison that the script shows says what the page of the pair says."""
    for old, new in pairs:
        engine.go(f"{root}andamal/jamfor/{old}/{new}/")
        words = "() => document.querySelector('.inl .diff').textContent.replace(/\\s+/g, '')"
        still = engine.run(words)
        engine.go(f"{root}andamal/jamfor/?fran={old}&till={new}")
        if not holds(engine, "!document.getElementById('svar').hidden"):
            yield f"jämför: {old} och {new} visas inte"
        elif engine.run(words.replace(".inl .diff", "#svar article .diff")) != still:
            yield f"jämför: {old} och {new} visas på annat sätt än på sin egen sida"


def explaining(engine: Engine, address: str) -> Iterator[str]:
    """Stand on a term by the keyboard: its explanation is there, and Escape takes it away."""
    engine.go(address)
    engine.press(TAB)  # so that the browser knows that keys are used
    engine.run("() => document.querySelector(\"main a[href*='/begrepp/#']\").focus()")
    shown = "document.querySelector('[role=tooltip]:not([hidden])')"
    if not holds(engine, shown):
        yield "begrepp: ingen förklaring visas när länken har fokus"
        return
    engine.press(ESCAPE)
    if not holds(engine, f"!{shown}"):
        yield "begrepp: Escape tar inte bort förklaringen"


def offline(engine: Engine, folder: Path) -> Iterator[str]:
    """Search, and compare two texts, in the site as it lies on a disk."""
    engine.go(f"{(folder / 'sok' / 'index.html').as_uri()}?q=plattform")
    if not holds(engine, "document.querySelectorAll('.find-hits > li').length > 3"):
        yield "från en mapp: sökningen ger inga träffar"
    engine.go(f"{(folder / 'andamal' / 'jamfor' / 'index.html').as_uri()}?{_CHOICE}")
    if not holds(engine, "!document.getElementById('svar').hidden"):
        yield "från en mapp: två valda texter visas inte"


def holds(engine: Engine, condition: str) -> bool:
    """True as soon as ``condition``, in JavaScript, holds in the page; False when patience ends."""
    last = time.monotonic() + PATIENCE
    while time.monotonic() < last:
        # A page that is just being left answers nothing; the next one will.
        with suppress(EngineError):
            if engine.run(f"() => Boolean({condition})"):
                return True
        time.sleep(0.05)
    return False
