"""How fast all pairs are, beside difflib: 240 versions of some 220 words, 28,680 pairs, in CPU seconds.

With `--wikeddiff FILE`: how fast some of the pairs are beside difflib and wikEdDiff, which runs in a browser.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from random import Random
from time import perf_counter, process_time

from ramberattelser.comparing import analyse, compare, word_count
from ramberattelser.comparing.linking import match

from .baselines import difflib_words
from .corpus import disturbed, numbered, paragraphs, render
from .wording import clause

TENTH = 10
"""Of so many pairs one is compared with difflib too, in the same run."""


def versions(count: int, seed: int = 7) -> list[str]:
    """Invent `count` versions of five clauses."""
    random = Random(seed)
    templates = [numbered(clause(random, 13, 0.2)) for _ in range(5)]
    made = []
    for number in range(count):
        sentences = [disturbed(random, words, 0.04) for words in templates[number % 5]]
        if random.random() < 0.3:
            del sentences[random.randrange(len(sentences))]
        made.append(render(paragraphs(random, sentences))[0])
    return made


def beside(file: Path) -> str:
    """Time 780 pairs of 40 versions, the best of five rounds.

    By the clock, as a browser's CPU time cannot be asked for. All that is shown is made: segments, HTML.
    """
    from .wikeddiff_browser import SETTINGS, running  # nothing else here needs a browser

    texts = versions(40)
    pairs = [(texts[j], texts[i]) for i in range(len(texts)) for j in range(i)]
    timed = {"ramberattelser": lambda: _clock(_shown, pairs), "difflib": lambda: _clock(difflib_words, pairs)}
    with running(file) as tool:
        for name, how in SETTINGS.items():
            timed[f"wikEdDiff, {name}"] = partial(tool.milliseconds, pairs, how)
        rounds = [{name: run() / len(pairs) for name, run in timed.items()} for _ in range(5)]
    spent = {name: min(one[name] for one in rounds) for name in timed}
    return "".join(f"{name}: {each:.2f} ms each\n" for name, each in spent.items())


def _shown(old: str, new: str) -> object:
    return compare(old, new).segments


def _clock(method: Callable[[str, str], object], pairs: Sequence[tuple[str, str]]) -> float:
    """Give the milliseconds that all pairs take when none is known before."""
    match.cache_clear()
    start = perf_counter()
    for old, new in pairs:
        method(old, new)
    return 1000 * (perf_counter() - start)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print: linking all pairs, and full comparisons, with everything shown, of some of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wikeddiff", type=Path, default=None, help="its JavaScript file")
    file = parser.parse_args(arguments).wikeddiff
    if file is not None:
        sys.stdout.write(beside(file))
        return 0
    texts = versions(240)
    words = sum(map(word_count, texts)) / len(texts)
    start = process_time()
    analyses = [analyse(text) for text in texts]
    linked = 0
    for i, one in enumerate(analyses):
        for other in analyses[:i]:
            linked += len(match(one, other).links)
    spent = process_time() - start
    pairs = len(texts) * (len(texts) - 1) // 2
    each = 1000 * spent / pairs
    sys.stdout.write(f"{pairs} pairs of {words:.0f} words, linked: {spent:.1f} s, {each:.3f} ms each\n")
    some = [(old, texts[j]) for i, old in enumerate(texts) for j in range(i % TENTH, i, TENTH)]
    start = process_time()
    for old, new in some:
        difflib_words(old, new)
    beside_it = 1000 * (process_time() - start) / len(some)
    sys.stdout.write(
        f"difflib, of {len(some)} of them: {beside_it:.3f} ms each; ours {each / beside_it:.2f} of that\n"
    )
    match.cache_clear()  # some of these pairs are known by now
    start, shown = process_time(), 0
    for i in range(0, len(texts), 2):
        for j in range(i % 50, i, 50):
            shown += len(compare(texts[j], texts[i]).segments) > 0
    spent = process_time() - start
    sys.stdout.write(f"{shown} full comparisons with all that is shown: {1000 * spent / shown:.2f} ms each\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
