"""What to mark: a calm picture of the links. Nothing here alters a link."""

from __future__ import annotations

from collections.abc import Sequence

from .analysis import Analysis
from .keys import form
from .layout import Atom, Region
from .matching import Link, Matching
from .vocabulary import DENYING, is_content, weight

REWRITTEN = 0.25
"""Of a pair of units with less than this share of equal words, only stretches are shown as equal."""
STRETCH = (3, 2)
"""So many words, or words that carry meaning, make a stretch."""

Block = list[Atom]


def shown_links(old: Analysis, new: Analysis, matching: Matching) -> dict[int, Link]:
    """Give the links that are shown as the same word: same letters, same case."""
    shown: dict[int, Link] = {}
    for link in matching.links:
        if link.rule in ("spelling", "inflection", "compound") or old.keys[link.old] != new.keys[link.new]:
            continue
        if same_form(old, new, link):
            shown[link.old] = link
    return shown


def same_form(old: Analysis, new: Analysis, link: Link) -> bool:
    """Tell whether two linked tokens differ in nothing that a reader sees as wording."""
    if old.pieces[link.old] == new.pieces[link.new]:
        return True
    one, other = old.tokens[link.old], new.tokens[link.new]
    left, right = old.text[one.start : one.end], new.text[other.start : other.end]
    return left == right or form(left) == form(right)


def blocks(atoms: Sequence[Atom]) -> list[Block]:
    """Group atoms: equal ones and edits apart, edits of different regions apart, deletions first in each."""
    found: list[Block] = []
    block: Block = []
    last: tuple[bool, Region] | None = None
    for atom in atoms:
        kind = (atom.op == "equal", atom.region)
        if kind != last:
            block = []
            found.append(block)
            last = kind
        block.append(atom)
    return [_ordered(block) for block in found]


def _ordered(block: Block) -> Block:
    if block[0].op == "equal":
        return block
    return [a for a in block if a.op == "delete"] + [a for a in block if a.op == "insert"]


def tidy(old: Analysis, new: Analysis, matching: Matching, atoms: Sequence[Atom]) -> list[Block]:
    """Merge edits that only a stop word, a comma or a lone word keeps apart; show rewritten units whole."""
    found = [_unchanged(old, new, block) for block in blocks(_rewritten(old, new, matching, atoms))]
    at = 1
    while at < len(found) - 1:
        left, island, right = found[at - 1 : at + 2]
        if _is_island(old, new, left, island, right):
            joined = [*left, *(half for atom in island for half in _halves(atom)), *right]
            found[at - 1 : at + 2] = [_ordered(joined)]
            at = max(1, at - 2)
        else:
            at += 1
    return _with_brackets(old, new, found)


def _unchanged(old: Analysis, new: Analysis, block: Block) -> Block:
    """Show as equal what took the place of the very same words, too few to be linked."""
    gone, come = [a for a in block if a.op == "delete"], [a for a in block if a.op == "insert"]
    if block[0].region[0] != "kept" or not gone or len(gone) != len(come):
        return block
    pairs = [Link(a.old, b.new, "phrase", -1, False) for a, b in zip(gone, come, strict=True)]
    if not all(same_form(old, new, pair) for pair in pairs):
        return block
    return [Atom("equal", pair.old, pair.new, block[0].region, pair) for pair in pairs]


def _with_brackets(old: Analysis, new: Analysis, found: list[Block]) -> list[Block]:
    """Let an edit that opens a bracket on both sides take in the bracket that closes it."""
    for at in range(len(found) - 1):
        block, following = found[at], found[at + 1]
        if block[0].op == "equal" or following[0].op != "equal" or following[0].region != block[0].region:
            continue
        if old.keys[following[0].old] == ")" and all(
            _opens(old, new, block, op) for op in ("delete", "insert")
        ):
            found[at] = _ordered([*block, *_halves(following[0])])
            found[at + 1] = following[1:]
    return [block for block in found if block]


def _opens(old: Analysis, new: Analysis, block: Block, op: str) -> bool:
    keys = [old.keys[a.old] if op == "delete" else new.keys[a.new] for a in block if a.op == op]
    return keys.count("(") > keys.count(")")


def _halves(atom: Atom) -> tuple[Atom, Atom]:
    return Atom("delete", atom.old, -1, atom.region, atom.link), Atom(
        "insert", -1, atom.new, atom.region, atom.link
    )


def _rewritten(old: Analysis, new: Analysis, matching: Matching, atoms: Sequence[Atom]) -> list[Atom]:
    """Turn the scattered equal words of a rewritten pair into before and after; whole stretches stay."""
    kept: dict[Region, int] = {}
    olds: dict[Region, int] = {}
    news: dict[Region, int] = {}
    old_words, new_words = old.wordlike, new.wordlike
    for op, i, j, region, _ in atoms:
        if region[0] != "group" or not (old_words[i] if i >= 0 else new_words[j]):
            continue
        if i >= 0:
            olds[region] = olds.get(region, 0) + 1
        if j >= 0:
            news[region] = news.get(region, 0) + 1
        if op == "equal":
            kept[region] = kept.get(region, 0) + 1
    poor = {
        region
        for region in olds.keys() | news.keys()
        if not matching.moved[region[1]]
        and kept.get(region, 0) < REWRITTEN * max(olds.get(region, 0), news.get(region, 0))
    }
    if not poor:
        return list(atoms)
    result: list[Atom] = []
    for block in blocks(atoms):
        if block[0].op == "equal" and block[0].region in poor and not _is_stretch(old, block):
            result.extend(half for atom in block for half in _halves(atom))
        else:
            result.extend(block)
    return result


def _is_stretch(old: Analysis, block: Block) -> bool:
    """Tell whether equal words that stand together say more than a word that happens to be the same."""
    keys = [old.keys[atom.old] for atom in block]
    words, content = STRETCH
    return sum(weight(key) > 0.2 for key in keys) >= words or sum(map(is_content, keys)) >= content


def _is_island(old: Analysis, new: Analysis, left: Block, island: Block, right: Block) -> bool:
    """Tell whether a few equal words between two edits of one unit would only disturb."""
    if left[0].op == "equal" or island[0].op != "equal" or right[0].op == "equal":
        return False
    if not (left[0].region == island[0].region == right[0].region) or island[0].region[0] != "group":
        return False
    if any(
        atom.link is not None and atom.link.rule in ("phrase", "listed") and atom.link.moved
        for atom in island
    ):
        return False
    keys = [old.keys[atom.old] for atom in island]
    if any(key in DENYING for key in keys) or _delicate(old, new, left) or _delicate(old, new, right):
        return False
    words = sum(weight(key) > 0.2 for key in keys)
    content = sum(map(is_content, keys))
    if content == 0 and words <= 1:
        return True
    smallest = min(_size(old, new, left), _size(old, new, right))
    if content == 0 and words <= 2:
        return smallest >= 2
    return words <= 2 and smallest >= 3 * words


def _size(old: Analysis, new: Analysis, block: Block) -> int:
    """Count the words of an edit, on the side that has more."""
    gone = sum(a.op == "delete" and weight(old.keys[a.old]) > 0.2 for a in block)
    come = sum(a.op == "insert" and weight(new.keys[a.new]) > 0.2 for a in block)
    return max(gone, come)


def _delicate(old: Analysis, new: Analysis, block: Block) -> bool:
    """Tell whether an edit is to stand by itself: a negation, or punctuation alone."""
    keys = [old.keys[a.old] if a.op == "delete" else new.keys[a.new] for a in block]
    words = [key for key in keys if weight(key) > 0.2]
    return not words or (len(words) <= 2 and any(key in DENYING for key in words))
