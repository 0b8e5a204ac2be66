"""Ordens väg: how the words of a declared chain of wordings travelled, as picture, prose and table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from weakref import WeakKeyDictionary

from ramberattelser import coding, comparisons
from ramberattelser.comparing import sentences
from ramberattelser.corpus import LAW, Wording
from ramberattelser.model import Chain, Relation, SourceRef
from ramberattelser.pages.build import Builder
from ramberattelser.pages.model import Page
from ramberattelser.pages.notes import notes
from ramberattelser.rendering.environment import hue_class, valid_text
from ramberattelser.rendering.typography import and_list, count, number, typeset
from ramberattelser.wordpath import Block, Named, Text, WordPath, trace

PATH = "/andamal/ordens-vag/"
CRUMBS = (("Ändamål", "/andamal/"), ("Ordens väg", PATH))
_STATUTE = re.compile(r"SFS (\d{4}):\d+")
_NEUTER = {"säker": "säkert", "trolig": "troligt", "osäker": "osäkert"}
_MADE: WeakKeyDictionary[Builder, dict[str, WordPath]] = WeakKeyDictionary()


def pages(builder: Builder) -> Iterator[Page]:
    """Yield a page for each chain with at least two collected texts; the first chain's is the main one."""
    chains = [chain for chain in builder.corpus.chains.chains if len(wordings(builder, chain)) > 1]
    for position, chain in enumerate(chains):
        yield _page(builder, chain, PATH if position == 0 else f"{PATH}{chain.id}/", chains)


def wordings(builder: Builder, chain: Chain) -> tuple[Wording, ...]:
    """Return the wordings of a chain whose text is collected, oldest first."""
    found = (builder.corpus.wording(ref) for ref in chain.versions)
    return tuple(wording for wording in found if wording.version.collected)


def path_of(builder: Builder, chain: Chain) -> WordPath:
    """Return the way of the words through a chain, made once per builder."""
    made = _MADE.setdefault(builder, {})
    if chain.id not in made:
        made[chain.id] = _path(builder, chain)
    return made[chain.id]


def summary(path: WordPath) -> list[str]:
    """Say in sentences where the last text's words first stood, and how many are new."""
    last = len(path.texts) - 1
    text, words = path.texts[last], path.trace.count(last)
    firsts = [(path.trace.first_in(last, at), path.texts[at]) for at in range(last)]
    told = sorted(((found, other) for found, other in firsts if found), key=lambda entry: -entry[0])
    kind = "paragraf" if _is_clause(text) else "lydelse"
    what = f"{kind} från {text.year}" if text.year.isdigit() else "text"
    of = f"Av de {number(words)} orden i {text.of} {what}"
    if told:
        most, *rest = told
        places = [f"{number(most[0])} först {most[1].at}", *(f"{number(n)} {other.at}" for n, other in rest)]
        said = [f"{of} stod {and_list(places)}."]
    else:
        said = [f"{of} stod inget i de tidigare texterna."]
    return [*said, _new_words(path, last), *_law_counted(path), *_doubts(path)]


def _law_counted(path: WordPath) -> list[str]:
    """Say that the law is counted, where it is: a wording's own page counts only what sources name."""
    counted = not _is_clause(path.texts[0]) and path.trace.first_in(len(path.texts) - 1, 0)
    return ["Lagen räknas här som den första texten."] if counted else []


def _doubts(path: WordPath) -> list[str]:
    """Say that the order rests on texts whose dating is an inference, where there are any."""
    doubted = [text.of for text in path.texts if text.doubted]
    if not doubted:
        return []
    texts, ends = ("text", "en slutsats") if len(doubted) == 1 else ("texter", "slutsatser")
    return [f"Dateringen av {and_list(doubted)} {texts} är {ends}, och ordningen gäller bara om den stämmer."]


def _new_words(path: WordPath, at: int) -> str:
    """Say how many words of a text are new, and whether they are gathered in one sentence."""
    new = path.trace.first_in(at, at)
    if not new:
        return "Inget ord är nytt."
    said = f"{number(new)} är {'nytt' if new == 1 else 'nya'}"
    whole = max((b for b in path.trace.blocks[at] if b.new == b.words), key=lambda b: b.new, default=None)
    if whole is None or new == path.trace.count(at):
        return f"{said}."
    share = "alla" if whole.new == new else f"varav {number(whole.new)}"
    about = path.texts[at].sentences[whole.place[1]].about
    return f"{said}, {share} i en enda mening{f': den om {about}' if about else ''}."


# -- from the data to a path ---------------------------------------------------------------------------


def _path(builder: Builder, chain: Chain) -> WordPath:
    chosen = wordings(builder, chain)
    owners = [wording.owner for wording in chosen]
    texts = tuple(_text(builder, wording, owners.count(wording.owner) == 1) for wording in chosen)
    years = [text.year for text in texts]
    span = f" {years[0]}–{years[-1]}" if years[0].isdigit() and years[-1].isdigit() else ""
    path = WordPath(
        id=chain.id,
        texts=texts,
        trace=trace([text.text for text in texts]),
        title=f"{chain.title}: {count(len(texts), 'text', 'texter')}{span}",
    )
    return replace(path, description=_description(path))


def _text(builder: Builder, wording: Wording, alone: bool) -> Text:
    """Describe a wording; ``alone``: no other wording of the same owner stands in the chain."""
    law = wording.owner == LAW
    name = wording.name if alone else wording.title
    inside = name[:1].lower() + name[1:] if law else name
    return Text(
        key=wording.key,
        text=wording.version.text.strip(),
        name=name,
        signature=wording.signature,
        hue=hue_class(wording.hue),
        year=_year(wording),
        when=_when(wording),
        note=_note(wording),
        at=f"i {inside}" if law else f"hos {inside}",
        of=_genitive(inside),
        sentences=_sentences(builder, wording),
        doubted=wording.version.doubt is not None,
    )


def _genitive(name: str) -> str:
    return name if name[-1] in "sxzSXZ" or name[-1].isdigit() else f"{name}s"


def _is_clause(text: Text) -> bool:
    return not text.key.startswith(f"{LAW}/")


def _year(wording: Wording) -> str:
    """Return what heads a column: the year from which a wording applied, or that of the statute."""
    start = wording.version.validity.start
    if start.first and not (start.first.limit or start.circa or start.precision == "decade"):
        return str(start.first.year)
    if start.kind != "undated":
        return start.swedish()
    statute = _STATUTE.search(wording.version.label or "")
    return statute.group(1) if statute else "Okänt år"


def _when(wording: Wording) -> float | None:
    """Return the place in time of a wording in years, None where no source gives it."""
    first = wording.version.validity.start.first
    if first is None or first.limit:
        return None
    begin, end = first.nominal()
    middle = date.fromordinal((begin.toordinal() + end.toordinal()) // 2)
    return middle.year + (middle.timetuple().tm_yday - 1) / 366


def _note(wording: Wording) -> str:
    version = wording.version
    if version.validity.start.kind != "undated":
        return f"{'gäller' if version.validity.end is None else 'gällde'} {valid_text(version)}"
    return f"lydelsen {version.label}" if version.label else valid_text(version)


def _sentences(builder: Builder, wording: Wording) -> tuple[Named, ...]:
    """Name the sentences after the byggstenar that are coded in them; the law's also by their paragraph."""
    found: list[tuple[str | None, tuple[str, ...]]] = []
    for stanza in coding.stanzas(wording.version):
        for sentence in stanza.sentences:
            names = tuple(builder.corpus.elements[element].name for element in sentence.elements)
            found.append((stanza.paragraph, names))
    paragraphs = [paragraph for paragraph, _ in found]
    named = []
    for at, (paragraph, names) in enumerate(found):
        if paragraph is None:
            named.append(Named(str(at + 1), str(at + 1), names))
        elif paragraphs.count(paragraph) == 1:
            named.append(Named(paragraph, paragraph, names))
        else:
            within = paragraphs[: at + 1].count(paragraph)
            named.append(Named(paragraph, f"{paragraph} mening {within}", names))
    return tuple(named)


# -- in words ------------------------------------------------------------------------------------------


def _description(path: WordPath) -> str:
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
        return [f"{_capital(text.at)} är ingen mening ny."]
    if len(fresh) == 1:
        ending = f", {number(fresh[0].words)} ord" if _those(path, fresh) else ""
        return [f"{_capital(text.at)} är en mening ny{_those(path, fresh)}{ending}."]
    return [f"{_some(path, at, fresh)} är nya{_those(path, fresh)}."]


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
        one = _capital(count(len(blocks), "mening", "meningar"))
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
            f"{_capital(_word(flow.words))} ord går förbi {between}: ”{path.trace.quote(flow)}” "
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
        return f"Alla {every}" if len(chosen) > 1 else _capital(every)
    return f"{_capital('en' if len(chosen) == 1 else _word(len(chosen)))} av {every}"


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


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


# -- what the sources say, and what the words say ------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Checked:
    """A declared relation of two texts of a chain, and what the count of words says."""

    old: Wording
    new: Wording
    relation: Relation
    declared: str
    said: str


def checked(builder: Builder, chain: Chain, path: WordPath) -> list[Checked]:
    """Set each relation that a source declares between texts of the chain beside the words themselves."""
    chosen = wordings(builder, chain)
    keys = [wording.key for wording in chosen]
    found = []
    for at, wording in enumerate(chosen):
        for relation in wording.version.relations:
            if str(relation.version) in keys[:at]:
                source = keys.index(str(relation.version))
                said = " ".join(_measured(path, source, at, relation.note or ""))
                declared = _declared(path.texts[source], path.texts[at], relation)
                found.append(Checked(chosen[source], wording, relation, declared, typeset(said)))
    return found


def _declared(old: Text, new: Text, relation: Relation) -> str:
    """Return "Umeåregionens text är hämtad från Östra Östergötlands. Belägget är säkert." or the like."""
    if relation.how == "samma mall":
        said = f"{_capital(new.of)} text har samma mall som {old.of}."
    else:
        how = f"en {relation.how}" if relation.how == "ändring av" else relation.how
        said = f"{_capital(new.of)} text är {how} {old.of}."
    return f"{said} Belägget är {_NEUTER[relation.certainty]}."


def _measured(path: WordPath, old: int, new: int, note: str) -> list[str]:
    before, after = path.texts[old], path.texts[new]
    made = path.trace
    kept = sum(flow.words for flow in made.flows if flow.source[0] == old and flow.target[0] == new)
    left = made.count(old) - kept
    said = [
        f"Av {after.of} {number(made.count(new))} ord följer {number(kept)} med från {before.name}; "
        f"{number(left)} av {before.of} ord följer inte med."
    ]
    stanzas = [unit.stanza for unit in sentences(after.text)]
    other: dict[int, int] = dict.fromkeys(stanzas, 0)
    for word, sentence in enumerate(made.sentence[new]):
        place = made.parent[new][word]
        if place is None or place[0] != old:
            other[stanzas[sentence]] += 1
    changed = [stanza for stanza, words in other.items() if words]
    if len(other) > 1 and changed:
        told = and_list([f"{stanza + 1} ({number(other[stanza])} ord)" for stanza in changed])
        said.append(f"De övriga orden {after.at} står i stycke {told}.")
        moved = any(flow.moved for flow in made.flows if flow.source[0] == old and flow.target[0] == new)
        if "sista stycket" in note:
            only = changed == [max(other)] and not moved
            said.append(f"Skillnaderna finns {'' if only else 'alltså inte '}bara i sista stycket.")
    return said


# -- the page ------------------------------------------------------------------------------------------


def _page(builder: Builder, chain: Chain, address: str, chains: list[Chain]) -> Page:
    path = path_of(builder, chain)
    chosen = wordings(builder, chain)
    relations = checked(builder, chain, path)
    refs: list[SourceRef] = [*chain.sources]
    for wording in chosen:
        refs += wording.version.sources
        refs += wording.version.doubt.sources if wording.version.doubt else ()
    for entry in relations:
        refs += entry.relation.evidence
    addresses = [PATH if other is chains[0] else f"{PATH}{other.id}/" for other in chains]
    body = builder.render(
        "wordpath",
        chain=chain,
        path=path,
        summary=" ".join(map(typeset, summary(path))),
        analysis=analysis(path),
        checked=relations,
        pair_pages={(pair.old.key, pair.new.key) for pair in comparisons.pairs(builder.corpus)},
        missing=[w for w in map(builder.corpus.wording, chain.versions) if not w.version.collected],
        texts=chosen,
        others=[(other, to) for other, to in zip(chains, addresses, strict=True) if other is not chain],
        notes=notes(builder.corpus, refs),
    )
    crumbs = CRUMBS if address == PATH else (*CRUMBS, (chain.title, address))
    changed = [wording.version.changed for wording in chosen]
    return builder.page(
        address,
        chain.title,
        " ".join(summary(path)),
        body,
        section="andamal",
        file="clauses/kedjor.yml",
        crumbs=crumbs,
        changed=max(changed),
    )
