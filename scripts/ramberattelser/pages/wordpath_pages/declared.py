"""What the sources say of two texts of a chain, beside what their words say."""

from __future__ import annotations

from dataclasses import dataclass

from ramberattelser.comparing import sentences
from ramberattelser.corpus import Wording
from ramberattelser.model import Chain, Relation
from ramberattelser.pages.build import Builder
from ramberattelser.rendering.environment import capital
from ramberattelser.rendering.typography import and_list, number, typeset
from ramberattelser.wordpath import Text, WordPath

from .chains import wordings


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
    return f"{capital(relation.told(f'{new.of} text', old.of))}. Belägget är {relation.surely}."


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
    held: dict[int, dict[int, None]] = {stanza: {} for stanza in other}
    for word, sentence in enumerate(made.sentence[new]):
        place = made.parent[new][word]
        if place is None or place[0] != old:
            other[stanzas[sentence]] += 1
            held[stanzas[sentence]][sentence] = None
    changed = [stanza for stanza, words in other.items() if words]
    if len(other) > 1 and changed:
        # The source counts stycken and the picture sentences: the reader needs both to find the words.
        told = and_list(
            [
                f"{stanza + 1} (mening {and_list([number(at + 1) for at in held[stanza]])}:"
                f" {number(other[stanza])} ord)"
                for stanza in changed
            ]
        )
        said.append(f"De övriga orden {after.at} står i stycke {told}.")
        moved = any(flow.moved for flow in made.flows if flow.source[0] == old and flow.target[0] == new)
        if "sista stycket" in note:
            only = changed == [max(other)] and not moved
            said.append(f"Skillnaderna finns {'' if only else 'alltså inte '}bara i sista stycket.")
    return said
