"""Parents, ancestors and families along declared relations."""

from __future__ import annotations

from ramberattelser.corpus import LAW, Corpus, Wording


def ancestors(corpus: Corpus, wording: Wording) -> tuple[tuple[Wording, ...], ...]:
    """Return the collected ancestors generation by generation, parents first; each once, where it is nearest.

    The line goes on through wordings that are not collected.
    """
    seen = {wording.key}
    generation = [wording]
    found = []
    while generation:
        parents: dict[str, Wording] = {}
        for child in generation:
            for relation in child.version.relations:
                if (key := str(relation.version)) not in seen:
                    parents[key] = corpus.wording(relation.version)
        seen.update(parents)
        generation = list(parents.values())
        found.append(tuple(parent for parent in generation if parent.version.collected))
    return tuple(group for group in found if group)


def line(corpus: Corpus, wording: Wording) -> tuple[Wording, ...]:
    """Return all that a wording's ancestors are found through: itself, then all its forebears, collected or
    not."""
    found = {wording.key: wording}
    waiting = [wording]
    for one in waiting:
        for relation in one.version.relations:
            if (key := str(relation.version)) not in found:
                found[key] = corpus.wording(relation.version)
                waiting.append(found[key])
    return tuple(found.values())


def families(corpus: Corpus) -> dict[str, frozenset[str]]:
    """Return for each wording the keys of all that it hangs together with.

    Declared relations bind, in either direction and through others, and so does being a later wording of the
    same clause.
    """
    group = {key: {key} for key in corpus.wordings}

    def bind(one: str, other: str) -> None:
        if group[one] is not group[other]:
            merged = group[one] | group[other]
            for key in merged:
                group[key] = merged

    for key, wording in corpus.wordings.items():
        for relation in wording.version.relations:
            bind(key, str(relation.version))
    for owner in [LAW, *corpus.clauses]:
        own = corpus.versions_of(owner)
        for wording in own[1:]:
            bind(own[0].key, wording.key)
    return {key: frozenset(members) for key, members in group.items()}
