"""Pages that compare: the list of pairs with the free choice, and each pair."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from ramberattelser import addresses, linked
from ramberattelser.comparisons import Pair
from ramberattelser.news import last_day, of_wordings
from ramberattelser.pages import free_comparison
from ramberattelser.pages.build import Builder
from ramberattelser.pages.compared import text_of
from ramberattelser.pages.model import Page
from ramberattelser.pages.notes import notes
from ramberattelser.rendering import diff_view
from ramberattelser.rendering.typography import ended

CRUMBS = (("Ändamål", "/andamal/"), ("Jämför", free_comparison.PATH))
SAID = "Där källan anger en förlaga"
UNSAID = "Lika ord, men ingen källa"
"""What pairs of texts are told under: a source says that the one builds on the other, or none does."""


def pages(builder: Builder) -> Iterator[Page]:
    """Yield the list and every pair."""
    pairs, known = builder.pairs, builder.pair_pages
    # The list says how much each pair changes, which making the pairs' pages works out.
    made = [_kept(builder, pair, (pair.new.key, pair.old.key) in known) for pair in pairs]
    yield builder.kept("jämför", builder.inputs.clauses, make=partial(_index, builder, pairs))
    yield from made


def _kept(builder: Builder, pair: Pair, has_opposite: bool) -> Page:
    inputs = builder.inputs
    said = repr((pair.old.key, pair.new.key, pair.reasons, pair.relation, has_opposite))
    parts = (inputs.common, inputs.wording(pair.old.key), inputs.wording(pair.new.key), said)
    return builder.kept("jämförelse", *parts, make=partial(_pair, builder, pair, has_opposite))


def _index(builder: Builder, pairs: Sequence[Pair]) -> Page:
    groups: dict[str, list[Pair]] = {name: [] for name in (SAID, UNSAID, "Samma text över tid", "Mot lagen")}
    for pair in pairs:
        if pair.measured:
            groups[UNSAID].append(pair)
        elif pair.old.owner == pair.new.owner:
            groups["Samma text över tid"].append(pair)
        elif pair.beside_law:
            groups["Mot lagen"].append(pair)
        else:
            groups[SAID].append(pair)
    rows = {
        name: [
            (pair, builder.summary(pair.old, pair.new), builder.measured(pair.old, pair.new).likeness)
            for pair in group
        ]
        for name, group in groups.items()
        if group
    }
    body = builder.render(
        "compare_index",
        groups=rows,
        choices=free_comparison.choices(builder),
        published=builder.published,
        changed=last_day(builder.clause_changes, builder.published),
    )
    return builder.page(
        free_comparison.PATH,
        "Jämför",
        "Två ändamålstexter bredvid varandra: vad som är lika, nytt, struket och flyttat.",
        body,
        section="jamfor",
        file="",
        crumbs=CRUMBS,
        changes=builder.clause_changes,
    )


def _pair(builder: Builder, pair: Pair, has_opposite: bool) -> Page:
    made = pair.comparison
    # What the list, the open data and the free choice say of it is made while the comparison is at hand.
    builder.at_hand(pair.old, pair.new)
    free_comparison.view(builder.store, pair.old, pair.new)
    shown = diff_view.view(made)
    refs = [*pair.old.version.sources, *pair.new.version.sources]
    if pair.relation:
        refs += pair.relation.evidence
    for wording in (pair.old, pair.new):
        refs += wording.version.doubt.sources if wording.version.doubt else ()
    path = addresses.comparison(pair.old, pair.new)
    published = max(pair.old.version.published, pair.new.version.published)
    changes = list(of_wordings((pair.old, pair.new), leads=False))
    body = builder.render(
        "compare",
        pair=pair,
        made=made,
        view=shown,
        old=text_of(builder, pair.old),
        new=text_of(builder, pair.new),
        path=path,
        published=published,
        changed=last_day(changes, published),
        opposite=addresses.comparison(pair.new, pair.old) if has_opposite else None,
        notes=notes(builder.corpus, refs),
    )
    return builder.page(
        path,
        f"{pair.old.title} → {pair.new.title}",
        f"{shown.summary} {shown.share} {pair.old.title} jämförd med {pair.new.title}.",
        body,
        section="jamfor",
        file=pair.new.file,
        crumbs=(*CRUMBS, (f"{pair.old.title} – {pair.new.title}", path)),
        published=published,
        changes=changes,
        linked=linked.comparison(builder.corpus, pair.old, pair.new),
        cite=f"{pair.old.title} jämförd med {ended(pair.new.title)}",
        cite_part=("En ändring", "#a1") if shown.items else (),
    )
