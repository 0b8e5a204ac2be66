"""Edited clauses with known truth: every word of the new text knows the word of the old text it came from.

Seeded, and free of set order and hash order: the same seed gives the same cases anywhere.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from .wording import Words, clause, other_word

Span = tuple[int, int]
Piece = tuple[str, int | None]
"""A token of the new text and the number of the old token it came from."""
Sentence = list[Piece]


@dataclass(frozen=True, slots=True)
class Case:
    """One edited clause: both texts and the true links (old span, new span) of words and punctuation."""

    kind: str
    name: str
    old: str
    new: str
    links: tuple[tuple[Span, Span], ...]


def render(stanzas: list[list[Sentence]], newline: str = "\n\n") -> tuple[str, list[tuple[Span, int | None]]]:
    """Write sentences as text; also give each token's span and number."""
    text, spans = "", []
    for s, stanza in enumerate(stanzas):
        text += newline if s else ""
        for n, words in enumerate(stanza):
            text += " " if n else ""
            for k, (word, number) in enumerate(words):
                if k and word not in (",", ".", ";", ":") and not text.endswith("\n"):
                    text += " "
                spans.append(((len(text), len(text) + len(word)), number))
                text += word
    return text, spans


def numbered(sentences: list[Words]) -> list[Sentence]:
    """Number the tokens of a clause."""
    count = 0
    found: list[Sentence] = []
    for words in sentences:
        found.append([(word, count + k) for k, word in enumerate(words)])
        count += len(words)
    return found


def paragraphs(random: Random, sentences: list[Sentence]) -> list[list[Sentence]]:
    """Cut sentences into paragraphs at random."""
    stanzas: list[list[Sentence]] = [[]]
    for words in sentences:
        if stanzas[-1] and random.random() < 0.35:
            stanzas.append([])
        stanzas[-1].append(words)
    return stanzas


def case(kind: str, name: str, random: Random, old: list[Sentence], new: list[Sentence]) -> Case:
    """Make a case of two numbered clauses."""
    old_text, old_spans = render(paragraphs(random, old))
    new_text, new_spans = render(paragraphs(random, new))
    return Case(kind, name, old_text, new_text, links_of(old_spans, new_spans))


def links_of(
    old: list[tuple[Span, int | None]], new: list[tuple[Span, int | None]]
) -> tuple[tuple[Span, Span], ...]:
    """Link the tokens that carry the same number; a number's first place in the new text is its true one."""
    where = {number: span for span, number in old}
    taken: list[tuple[Span, Span]] = []
    seen: dict[int, bool] = {}
    for span, number in new:
        if number is not None and number in where and number not in seen:
            seen[number] = True
            taken.append((where[number], span))
    return tuple(taken)


def disturbed(random: Random, words: Sentence, share: float) -> Sentence:
    """Replace, delete or insert words of a sentence, each with probability `share`."""
    found: Sentence = []
    for word, number in words:
        if word in (",", ".") or random.random() >= share:
            found.append((word, number))
            continue
        chance = random.random()
        if chance < 0.6:
            found.append((other_word(random), None))
        elif chance < 0.8:
            found.extend([(word, number), (other_word(random), None)])
    return _capital(found)


def _capital(words: Sentence) -> Sentence:
    if words and words[0][0][0].islower():
        words = [(words[0][0][0].upper() + words[0][0][1:], words[0][1]), *words[1:]]
    return words


def fresh(random: Random, size: int, frames: float = 0.0) -> list[Sentence]:
    """Invent sentences that come from nowhere."""
    return [[(word, None) for word in words] for words in clause(random, size, frames)]


Edit = Callable[[Random, list[Sentence]], list[Sentence]]


def _replace_word(random: Random, new: list[Sentence]) -> list[Sentence]:
    at, k = _word(random, new)
    new[at][k] = (other_word(random), None)
    return new


def _insert_word(random: Random, new: list[Sentence]) -> list[Sentence]:
    at, k = _word(random, new)
    new[at].insert(k, (other_word(random), None))
    return new


def _delete_word(random: Random, new: list[Sentence]) -> list[Sentence]:
    at, k = _word(random, new)
    del new[at][k]
    return new


def _negate(random: Random, new: list[Sentence]) -> list[Sentence]:
    at = random.randrange(len(new))
    places = [k for k, (word, _) in enumerate(new[at]) if word in ("ska", "kan", "bör", "får", "skall")]
    new[at].insert(places[0] + 1 if places else 1, ("inte", None))
    return new


def _word(random: Random, new: list[Sentence]) -> tuple[int, int]:
    at = random.randrange(len(new))
    return at, random.randrange(1, len(new[at]) - 1)


def _insert_sentence(random: Random, new: list[Sentence]) -> list[Sentence]:
    new.insert(random.randrange(len(new) + 1), fresh(random, 1)[0])
    return new


def _delete_sentence(random: Random, new: list[Sentence]) -> list[Sentence]:
    del new[random.randrange(len(new))]
    return new


def _move_sentence(random: Random, new: list[Sentence]) -> list[Sentence]:
    at = random.randrange(len(new))
    words = new.pop(at)
    places = [k for k in range(len(new) + 1) if k != at]
    new.insert(random.choice(places), words)
    return new


def _swap(random: Random, new: list[Sentence]) -> list[Sentence]:
    at = random.randrange(len(new) - 1)
    new[at], new[at + 1] = new[at + 1], new[at]
    return new


def _move_and_edit(random: Random, new: list[Sentence]) -> list[Sentence]:
    at = random.randrange(len(new))
    words = disturbed(random, new.pop(at), 0.15)
    new.insert(random.choice([k for k in range(len(new) + 1) if k != at]), words)
    return new


def _move_phrase(random: Random, new: list[Sentence]) -> list[Sentence]:
    at = max(range(len(new)), key=lambda k: len(new[k]))
    words = new[at]
    size = random.randrange(3, 6)
    start = random.randrange(1, max(2, len(words) - size - 1))
    phrase = words[start : start + size]
    rest = words[:start] + words[start + size :]
    places = [k for k in range(1, len(rest)) if abs(k - start) > 2]
    if not places:
        return new
    place = random.choice(places)
    new[at] = rest[:place] + phrase + rest[place:]
    return new


def _carry_phrase(random: Random, new: list[Sentence]) -> list[Sentence]:
    """Carry a phrase from one sentence into another."""
    at = max(range(len(new)), key=lambda k: len(new[k]))
    size = random.randrange(5, 8)
    start = random.randrange(1, max(2, len(new[at]) - size - 1))
    phrase = new[at][start : start + size]
    new[at] = new[at][:start] + new[at][start + size :]
    other = random.choice([k for k in range(len(new)) if k != at])
    place = random.randrange(1, len(new[other]))
    new[other] = new[other][:place] + phrase + new[other][place:]
    return new


def _split(random: Random, new: list[Sentence]) -> list[Sentence]:
    at = max(range(len(new)), key=lambda k: len(new[k]))
    place = random.randrange(4, max(5, len(new[at]) - 4))
    first, second = new[at][:place], new[at][place:]
    lead: Sentence = [
        (word, None) for word in random.choice(("De ska", "Detta gäller", "Vidare ska de", "")).split()
    ]
    new[at : at + 1] = [[*first, (".", None)], _capital([*lead, *second])]
    return new


def _merge(random: Random, new: list[Sentence]) -> list[Sentence]:
    at = random.randrange(len(new) - 1)
    first, second = new[at][:-1], new[at + 1]
    head = (second[0][0][0].lower() + second[0][0][1:], second[0][1])
    new[at : at + 2] = [[*first, (random.choice((",", "och", "samt")), None), head, *second[1:]]]
    return new


def _spelling(random: Random, new: list[Sentence]) -> list[Sentence]:
    del random
    swap = {"ska": "skall", "skall": "ska"}
    return [[(swap.get(word, word), number) for word, number in words] for words in new]


def _open_compound(random: Random, new: list[Sentence]) -> list[Sentence]:
    """Write the longest word of a sentence as two; neither is the old word."""
    at = random.randrange(len(new))
    k = max(range(len(new[at])), key=lambda n: len(new[at][n][0]))
    word = new[at][k][0]
    cut = len(word) // 2
    new[at][k : k + 1] = [(word[:cut], None), (word[cut:], None)]
    return new


EDITS: dict[str, Edit] = {
    "replace word": _replace_word,
    "insert word": _insert_word,
    "delete word": _delete_word,
    "negation": _negate,
    "insert sentence": _insert_sentence,
    "delete sentence": _delete_sentence,
    "move sentence": _move_sentence,
    "swap sentences": _swap,
    "move and edit": _move_and_edit,
    "move phrase": _move_phrase,
    "carry phrase": _carry_phrase,
    "split": _split,
    "merge": _merge,
    "open compound": _open_compound,
}


def single(kind: str, random: Random, name: str) -> Case:
    """Make one edit to a clause."""
    old = numbered(clause(random, random.randrange(5, 9)))
    new = EDITS[kind](random, [list(words) for words in old])
    return case(kind, name, random, old, new)


def _disturbed(share: float) -> Callable[[str, Random, str], Case]:
    def make(kind: str, random: Random, name: str) -> Case:
        old = numbered(clause(random, random.randrange(5, 9)))
        return case(kind, name, random, old, [disturbed(random, words, share) for words in old])

    return make


def _lone(kind: str, random: Random, name: str) -> Case:
    """A text that is one sentence, or two, with one edit."""
    old = numbered(clause(random, random.randrange(1, 3)))
    edit = random.choice((_replace_word, _insert_word, _delete_word, _negate, _open_compound))
    return case(kind, name, random, old, edit(random, [list(words) for words in old]))


def _boilerplate(moving: bool) -> Callable[[str, Random, str], Case]:
    def make(kind: str, random: Random, name: str) -> Case:
        old = numbered(clause(random, random.randrange(6, 10), 0.85))
        new = [disturbed(random, words, 0.1) for words in old]
        del new[random.randrange(len(new))]
        new.insert(random.randrange(len(new) + 1), fresh(random, 1, 1.0)[0])
        if moving:
            new = _move_sentence(random, new)
        return case(kind, name, random, old, new)

    return make


def _shuffled(share: float) -> Callable[[str, Random, str], Case]:
    def make(kind: str, random: Random, name: str) -> Case:
        old = numbered(clause(random, random.randrange(6, 9)))
        new = [disturbed(random, words, share) for words in old]
        random.shuffle(new)
        return case(kind, name, random, old, new)

    return make


def _cross(kind: str, random: Random, name: str) -> Case:
    """Two bodies: eight sentences each, three of them shared and paraphrased."""
    old = numbered(clause(random, 8, 0.25))
    shared = [disturbed(random, old[k], 0.25) for k in sorted(random.sample(range(8), 3))]
    new = fresh(random, 5, 0.25) + shared
    random.shuffle(new)
    return case(kind, name, random, old, new)


def _duplicated(kind: str, random: Random, name: str) -> Case:
    """A sentence stands twice in the new text, and another has moved."""
    old = numbered(clause(random, random.randrange(6, 9)))
    new = _move_sentence(random, [list(words) for words in old])
    at = random.randrange(len(new))
    copy: Sentence = [(word, None) for word, _ in new[at]]
    new.insert(random.randrange(at + 1, len(new) + 1), copy)
    return case(kind, name, random, old, new)


def _unrelated(kind: str, random: Random, name: str) -> Case:
    """Two bodies with no sentence in common, but the frames of every clause."""
    old = numbered(clause(random, 7, 0.7))
    taken = [" ".join(word for word, _ in words) for words in old]
    new = [w for w in fresh(random, 9, 0.7) if " ".join(word for word, _ in w) not in taken][:7]
    return case(kind, name, random, old, new)


def _lists(kind: str, random: Random, name: str) -> Case:
    """A numbered list: an item comes in first, the rest are renumbered and one is edited."""
    items = [numbered([words[:-1]])[0] for words in clause(random, 5, 0.3)]
    count = 0
    old: list[Sentence] = []
    for words in items:
        old.append([(word, count + k) for k, (word, _) in enumerate(words)])
        count += len(words)
    new = [disturbed(random, words, 0.12) if k == 2 else words for k, words in enumerate(old)]
    new.insert(0, fresh(random, 1, 0.3)[0][:-1])
    old_text, old_spans = render([[[(f"{k}.", None), *words]] for k, words in enumerate(old, 1)], "\n")
    new_text, new_spans = render([[[(f"{k}.", None), *words]] for k, words in enumerate(new, 1)], "\n")
    return Case(kind, name, old_text, new_text, links_of(old_spans, new_spans))


def _typed(change: Callable[[str], str]) -> Callable[[str, Random, str], Case]:
    """The same words written with other characters, and one word replaced."""

    def make(kind: str, random: Random, name: str) -> Case:
        old = numbered(clause(random, random.randrange(4, 7)))
        new = _replace_word(random, [list(words) for words in old])
        return case(kind, name, random, old, [[(change(word), n) for word, n in words] for words in new])

    return make


def _soft(word: str) -> str:
    return word[:5] + "\u00ad" + word[5:] if len(word) > 9 else word


def _spelled(kind: str, random: Random, name: str) -> Case:
    old = numbered(clause(random, random.randrange(5, 8)))
    new = _spelling(random, [list(words) for words in old])
    made = case(kind, name, random, old, new)
    kept = tuple((a, b) for a, b in made.links if made.old[a[0] : a[1]] == made.new[b[0] : b[1]])
    return Case(kind, name, made.old, made.new, kept)


KINDS: dict[str, Callable[[str, Random, str], Case]] = {
    **dict.fromkeys(EDITS, single),
    "one or two sentences": _lone,
    "renumbering": _lists,
    "spelling": _spelled,
    "decomposed letters": _typed(lambda word: unicodedata.normalize("NFD", word)),
    "soft hyphens": _typed(_soft),
    "10 % disturbed": _disturbed(0.10),
    "25 % disturbed": _disturbed(0.25),
    "45 % disturbed": _disturbed(0.45),
    "boilerplate": _boilerplate(False),
    "boilerplate and move": _boilerplate(True),
    "shuffled, 10 % disturbed": _shuffled(0.10),
    "shuffled, 30 % disturbed": _shuffled(0.30),
    "two bodies": _cross,
    "duplicate and move": _duplicated,
    "unrelated, same frames": _unrelated,
}
