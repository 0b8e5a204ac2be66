"""What the picture shows, in words: for those who do not see it, and sentence by sentence for all."""

from __future__ import annotations

from ramberattelser.rendering.environment import capital
from ramberattelser.rendering.typography import and_list, count, number, typeset
from ramberattelser.wordpath import Block, Named, WordPath

from .summary import summary


def description(path: WordPath) -> str:
    """Say what the picture shows, for those who do not see it."""
    said = [
        f"{count(len(path.texts), 'text', 'texter').capitalize()} i tidsordning: "
        f"{and_list([f'{text.name} {text.year}' for text in path.texts])}.",
        "Ett block är en mening. Banden är ord som står kvar i en senare text; bredden är antalet ord.",
        *summary(path),
        *_moved(path),
        *_skipped(path),
        "Allt står också i tabellen på sidan Ordens väg.",
    ]
    return " ".join(said)


def analysis(path: WordPath) -> list[str]:
    """Say in paragraphs what the picture shows, with figures counted from the texts."""
    paragraphs = [
        " ".join(_fate_of_first(path)),
        " ".join(sentence for at in range(1, len(path.texts)) for sentence in _new_sentences(path, at)),
        " ".join(_unchanged(path)),
        " ".join([*_moved(path), *_skipped(path)]),
        " ".join(sentence for at in range(1, len(path.texts) - 1) for sentence in _gone(path, at)),
    ]
    return [typeset(paragraph) for paragraph in paragraphs if paragraph]


def _fate_of_first(path: WordPath) -> list[str]:
    first, later = path.texts[0], range(1, len(path.texts))
    left = [(path.trace.first_in(at, 0), path.texts[at]) for at in later]
    of = f"{first.of} {number(path.trace.count(0))} ord"
    if not any(found for found, _ in left):
        return [f"Inget av {of} följer med på det sätt som räknas här.", *_gone(path, 0)]
    same = {found for found, _ in left}
    if len(same) == 1 and len(left) > 1:
        each = f"{_word(same.pop())} kvar i {'båda' if len(left) == 2 else 'alla'} de senare texterna"
    else:
        each = and_list([f"{number(found) if found else 'inget'} kvar {text.at}" for found, text in left])
    flows = [flow for flow in path.trace.flows if flow.source[0] == 0 and flow.target[0] == 1]
    few = 0 < sum(flow.words for flow in flows) <= 12
    quoted = f": {and_list([f'”{path.trace.quote(flow)}”' for flow in flows])}" if few else ""
    return [f"Av {of} står {each}{quoted}.", *_gone(path, 0)]


def _gone(path: WordPath, at: int) -> list[str]:
    """Name the sentences of a text that no band leaves."""
    blocks = path.trace.blocks[at]
    gone = [block for block in blocks if not any(flow.drawn for flow in block.outgoing)]
    return [f"{_some(path, at, gone)} går inte vidare{_those(path, gone)}."] if gone else []


def _new_sentences(path: WordPath, at: int) -> list[str]:
    text = path.texts[at]
    fresh = [block for block in path.trace.blocks[at] if block.fresh]
    if not fresh:
        return [f"{capital(text.at)} är ingen mening ny."]
    if len(fresh) == 1:
        ending = f", {number(fresh[0].words)} ord" if _those(path, fresh) else ""
        return [f"{capital(text.at)} är en mening ny i kedjan{_those(path, fresh)}{ending}."]
    return [f"{_some(path, at, fresh)} är nya i kedjan{_those(path, fresh)}."]


def _unchanged(path: WordPath) -> list[str]:
    """Name the sentences of the last text that stand word for word as in earlier ones."""
    groups: dict[int, list[Block]] = {}
    last = len(path.texts) - 1
    for block in path.trace.blocks[last]:
        since = _same_since(path, block)
        if since < last:
            groups.setdefault(since, []).append(block)
    said = []
    for since, blocks in sorted(groups.items()):
        one = capital(count(len(blocks), "mening", "meningar"))
        same = "likadan" if len(blocks) == 1 else "likadana"
        ends = f"från {path.texts[since].name} till {path.texts[last].name}"
        said.append(f"{one} står ord för ord {same} {ends}{_those(path, blocks)}.")
    return said


def _same_since(path: WordPath, block: Block) -> int:
    """Return the earliest text in unbroken line that has a sentence with the very same words."""
    while len(block.incoming) == 1 and block.new == 0:
        flow = block.incoming[0]
        before = path.trace.blocks[flow.source[0]][flow.source[1]]
        if flow.skips or before.words != block.words:
            break
        block = before
    return block.place[0]


def _moved(path: WordPath) -> list[str]:
    said = []
    for flow in path.trace.flows:
        if flow.drawn and flow.moved and not flow.skips:
            old, new = _named(path, flow.source), _named(path, flow.target)
            about = f"Meningen om {new.about}" if new.about else "En mening"
            before, after = path.texts[flow.source[0]], path.texts[flow.target[0]]
            said.append(f"{about} flyttar: nummer {old.ref} {before.at} och nummer {new.ref} {after.at}.")
    return said


def _skipped(path: WordPath) -> list[str]:
    """Tell of words that are missing from a text and come back in a later one."""
    said = []
    for flow in path.trace.flows:
        if not (flow.drawn and flow.skips):
            continue
        between = and_list([path.texts[at].name for at in range(flow.source[0] + 1, flow.target[0])])
        before, after = path.texts[flow.source[0]], path.texts[flow.target[0]]
        whole = path.trace.whole(flow)
        if whole and flow.words == path.trace.sizes[flow.target[0]][flow.target[1]]:
            about = _named(path, flow.target).about
            what = f"Meningen om {about}" if about else f"En hel mening på {number(flow.words)} ord"
            said.append(f"{what} går förbi {between}: den står {before.at} och åter {after.at}.")
            continue
        said.append(
            f"{capital(_word(flow.words))} ord går förbi {between}: ”{path.trace.quote(flow)}” "
            f"står {before.at} och {after.at}, men inte däremellan."
        )
        if whole:
            said.append(f"Hela den meningen är därmed åter ord för ord som {before.at}.")
    return said


def _named(path: WordPath, place: tuple[int, int]) -> Named:
    return path.texts[place[0]].sentences[place[1]]


def _some(path: WordPath, at: int, chosen: list[Block]) -> str:
    """Return "Tre av lagens fyra meningar", or "Alla lagens fyra meningar"."""
    every = f"{path.texts[at].of} {count(len(path.trace.blocks[at]), 'mening', 'meningar')}"
    if len(chosen) == len(path.trace.blocks[at]):
        return f"Alla {every}" if len(chosen) > 1 else capital(every)
    return f"{capital('en' if len(chosen) == 1 else _word(len(chosen)))} av {every}"


def _those(path: WordPath, blocks: list[Block]) -> str:
    """Return ": de om budget som ram och arena för kunskap"; empty when a sentence has no name."""
    names = list(dict.fromkeys(_named(path, block.place).about for block in blocks))
    if not all(names):
        return ""
    twofold = len(names) == 2 and any(" och " in name for name in names)
    listed = " samt ".join(names) if twofold else and_list(names)
    return f": {'den' if len(blocks) == 1 else 'de'} om {listed}"


def _word(value: int) -> str:
    """Return a number of neuter things, in words to twelve: "ett", "åtta", "29"."""
    return "ett" if value == 1 else count(value, "", "").strip()
