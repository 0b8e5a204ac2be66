"""Kinds of edits that come together or leave little: moved runs that are edited, texts rewritten but for
pieces, lists in another order, wholes and their excerpts.

Like `corpus`, seeded, with the truth known for every word.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from .corpus import EDITS, Case, Sentence, case, disturbed, fresh, links_of, numbered, render
from .wording import clause, other_word

Make = Callable[[str, Random, str], Case]


def _run(random: Random, words: Sentence, least: int, most: int) -> tuple[int, int]:
    """Choose a run of words inside a sentence: its first word and the one after its last."""
    size = min(random.randint(least, most), len(words) - 3)
    start = random.randrange(1, len(words) - size - 1)
    return start, start + size


def _carried(least: int, most: int, edits: int) -> Make:
    """Carry a run of words into another sentence, with up to `edits` words replaced, struck or added."""

    def make(kind: str, random: Random, name: str) -> Case:
        old = numbered(clause(random, random.randrange(4, 8)))
        new = [list(words) for words in old]
        source = random.choice([k for k in range(len(new)) if len(new[k]) >= least + 4] or [0])
        low, high = _run(random, new[source], least, most)
        run = _edited(random, new[source][low:high], random.randint(1, edits) if edits else 0)
        new[source] = new[source][:low] + new[source][high:]
        target = random.choice([k for k in range(len(new)) if k != source])
        place = random.randrange(1, len(new[target]) - 1)
        new[target] = new[target][:place] + run + new[target][place:]
        return case(kind, name, random, old, new)

    return make


def _edited(random: Random, run: Sentence, edits: int) -> Sentence:
    run = list(run)
    for _ in range(edits):
        if len(run) < 4:
            break
        at = random.randrange(1, len(run) - 1)
        how = random.randrange(3)
        if how == 0:
            run[at] = (other_word(random), None)
        elif how == 1:
            run.insert(at, (other_word(random), None))
        else:
            del run[at]
    return run


def _rewritten(share: float) -> Make:
    """Rewrite a text in pieces of two to eight words, each with probability `share`; the rest is kept."""

    def make(kind: str, random: Random, name: str) -> Case:
        old = numbered(clause(random, random.randrange(4, 9)))
        return case(kind, name, random, old, [_in_pieces(random, words, share) for words in old])

    return make


def _in_pieces(random: Random, words: Sentence, share: float) -> Sentence:
    found: Sentence = []
    at = 0
    while at < len(words) - 1:
        size = random.randint(2, 8)
        piece = words[at : min(at + size, len(words) - 1)]
        if random.random() < share:
            piece = [(other_word(random), None) for _ in range(max(1, len(piece) + random.randint(-1, 1)))]
        found += piece
        at += size
    return [*found, words[-1]]


def _reversed(kind: str, random: Random, name: str) -> Case:
    """Put all sentences in the opposite order."""
    old = numbered(clause(random, random.randrange(4, 9)))
    return case(kind, name, random, old, [list(words) for words in reversed(old)])


def _permuted(kind: str, random: Random, name: str) -> Case:
    """Put the parts of a list inside a sentence in another order; commas and conjunction stay."""
    parts = [_town(random) for _ in range(random.randrange(3, 6))]
    shuffled = parts[:]
    while shuffled == parts:
        random.shuffle(shuffled)
    sentences = clause(random, random.randrange(2, 5))
    old = numbered([*sentences, _listing(parts)])
    numbers = dict(old[-1])
    changed: Sentence = []
    for word, (_, number) in zip(_listing(shuffled), old[-1], strict=True):
        changed.append((word, number if word in (",", "och") else numbers[word]))
    return case(kind, name, random, old, [*([list(words) for words in old[:-1]]), changed])


def _listing(parts: list[str]) -> list[str]:
    words = ["Parterna", "i"]
    for k, part in enumerate(parts):
        words += [] if not k else ["och"] if k == len(parts) - 1 else [","]
        words.append(part)
    return [*words, "ska", "mötas", "varje", "år", "."]


def _beside(kind: str, random: Random, name: str) -> Case:
    """Repeat a sentence right after itself."""
    old = numbered(clause(random, random.randrange(3, 8)))
    new = [list(words) for words in old]
    at = random.randrange(len(new))
    new.insert(at + 1, [(word, None) for word, _ in new[at]])
    return case(kind, name, random, old, new)


def _doubled(kind: str, random: Random, name: str) -> Case:
    """Write the whole text twice."""
    old = numbered(clause(random, random.randrange(3, 7)))
    again: list[Sentence] = [[(word, None) for word, _ in words] for words in old]
    return case(kind, name, random, old, [*old, *again])


def _excerpt(kind: str, random: Random, name: str) -> Case:
    """Keep some sentences that stand together, the last of them cut short."""
    old = numbered(clause(random, random.randrange(5, 10)))
    start = random.randrange(len(old) - 1)
    kept = [list(words) for words in old[start : random.randrange(start + 1, len(old)) + 1]]
    kept[-1] = kept[-1][: max(4, len(kept[-1]) // 2)]
    return case(kind, name, random, old, kept)


def _opened_list(kind: str, random: Random, name: str) -> Case:
    """Turn a list with labels into running text; labels come from nowhere."""
    lead: list[str] = ["Förbundet", "ska"]
    items = [words[:-1] for words in clause(random, random.randrange(3, 6))]
    count = 0
    old: list[Sentence] = []
    for words in (lead, *items):
        old.append([(word.lower() if words is not lead else word, count + k) for k, word in enumerate(words)])
        count += len(words)
    listed = [[*old[0], (":", None)], *([("–", None), *words] for words in old[1:])]
    running: Sentence = list(old[0])
    for k, words in enumerate(old[1:]):
        running += [*([] if not k else [(",", None)]), *words]
    old_text, old_spans = render([[words] for words in listed], "\n")
    new_text, new_spans = render([[[*running, (".", None)]]])
    return Case(kind, name, old_text, new_text, links_of(old_spans, new_spans))


def _mixture(least: int, most: int) -> Make:
    """Make some edits of any kinds, one after the other."""

    def make(kind: str, random: Random, name: str) -> Case:
        old = numbered(clause(random, random.randrange(6, 11)))
        new = [list(words) for words in old]
        for _ in range(random.randint(least, most)):
            if len(new) > 3 and min(map(len, new)) > 7:
                new = EDITS[random.choice(sorted(EDITS))](random, new)
        return case(kind, name, random, old, new)

    return make


def _own_names(kind: str, random: Random, name: str) -> Case:
    """Two bodies with one sentence in common but for the names in it, and sentences of their own."""
    frame = "Förbundets ändamål är att inom {} och {} svara för samordning i syfte att korta vägen tillbaka ."
    old = numbered([frame.format(_town(random), _town(random)).split(), *clause(random, 4)])
    shared: Sentence = [
        (_town(random), None) if word.endswith("köping") else (word, number) for word, number in old[0]
    ]
    new = [shared, disturbed(random, old[2], 0.1), *fresh(random, 3)]
    return case(kind, name, random, old, new)


def _town(random: Random) -> str:
    return "".join(random.choice("bdfglmnrstv") + random.choice("aeiou") for _ in range(3)).title() + "köping"


KINDS: dict[str, Make] = {
    "carry a few words": _carried(2, 4, 0),
    "carry and edit": _carried(8, 14, 3),
    "reversed": _reversed,
    "list permuted": _permuted,
    "list to prose": _opened_list,
    "duplicate beside": _beside,
    "doubled": _doubled,
    "excerpt": _excerpt,
    "own names": _own_names,
    "mixture": _mixture(3, 6),
    "60 % rewritten": _rewritten(0.6),
    "75 % rewritten": _rewritten(0.75),
}
