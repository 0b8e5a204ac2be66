"""How fast all pairs are: 240 versions of some 220 words, 28,680 pairs, in CPU seconds of one core."""

from __future__ import annotations

import sys
from random import Random
from time import process_time

from ramberattelser.comparing import analyse, compare, word_count
from ramberattelser.comparing.linking import match

from .corpus import disturbed, numbered, paragraphs, render
from .wording import clause


def versions(count: int, seed: int = 7) -> list[str]:
    """Invent `count` versions of five clauses."""
    random = Random(seed)
    templates = [numbered(clause(random, 15, 0.2)) for _ in range(5)]
    made = []
    for number in range(count):
        sentences = [disturbed(random, words, 0.04) for words in templates[number % 5]]
        if random.random() < 0.3:
            del sentences[random.randrange(len(sentences))]
        made.append(render(paragraphs(random, sentences))[0])
    return made


def main() -> int:
    """Measure and print: linking all pairs, and a full comparison with everything shown of every fiftieth."""
    texts = versions(240) words = sum(map(word_count, texts)) / len(texts) start = process_time() analyses
    = [analyse(text) for text in texts] linked = 0 for i, one in enumerate(analyses): for other in
    analyses[:i]: linked += len(match(one, other).links) spent = process_time() - start pairs = len(texts)
    * (len(texts) - 1) // 2 sys.stdout.write(f"{pairs} pairs of {words:.0f} words: {spent:.1f} s, {1000 *
    spent / pairs:.3f} ms a pair\n") start, shown = process_time(), 0 for i in range(0, len(texts), 2):
    for j in range(i % 50, i, 50): comparison = compare(texts[j], texts[i]) shown += 1 assert
    comparison.segments is not None spent = process_time() - start sys.stdout.write(f"{shown} full
    comparisons: {1000 * spent / max(1, shown):.2f} ms each\n") return 0


if __name__ == "__main__":
    raise SystemExit(main())
