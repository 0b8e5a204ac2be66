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
    templates = [numbered(clause(random, 13, 0.2)) for _ in range(5)]
    made = []
    for number in range(count):
        sentences = [disturbed(random, words, 0.04) for words in templates[number % 5]]
        if random.random() < 0.3:
            del sentences[random.randrange(len(sentences))]
        made.append(render(paragraphs(random, sentences))[0])
    return made


def main() -> int:
    """Measure and print: linking all pairs, and full comparisons, with everything shown, of some of them."""
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
