"""Pages that compare: the list of pairs with the free choice, and each pair."""

from __future__ import annotations

from collections.abc import Iterator

from ramberattelser import addresses, comparisons
from ramberattelser.comparisons import Pair
from ramberattelser.pages import free_comparison
from ramberattelser.pages.build import Builder
from ramberattelser.pages.compared import text_of
from ramberattelser.pages.model import Page
from ramberattelser.pages.notes import notes
from ramberattelser.rendering import diff_view

CRUMBS = (("Ändamål", "/andamal/"), ("Jämför", free_comparison.PATH))


def pages(builder: Builder) -> Iterator[Page]:
    """Yield the list and every pair."""
    pairs = comparisons.pairs(builder.corpus)
    yield _index(builder, pairs)
    known = {(pair.old.key, pair.new.key) for pair in pairs}
    for pair in pairs:
        yield _pair(builder, pair, (pair.new.key, pair.old.key) in known)


def _index(builder: Builder, pairs: tuple[Pair, ...]) -> Page:
    groups: dict[str, list[Pair]] = {"Hämtat och inspirerat": [], "Samma text över tid": [], "Mot lagen": []}
    for pair in pairs:
        if pair.old.owner == pair.new.owner:
            groups["Samma text över tid"].append(pair)
        elif pair.old.owner == "lagen" and not pair.relation:
            groups["Mot lagen"].append(pair)
        else:
            groups["Hämtat och inspirerat"].append(pair)
    rows = {
        name: [(pair, diff_view.summary(pair.comparison)) for pair in group]
        for name, group in groups.items()
        if group
    }
    body = builder.render("compare_index", groups=rows, choices=free_comparison.choices(builder))
    return builder.page(
        free_comparison.PATH,
        "Jämför",
        "Två ändamålstexter bredvid varandra: vad som är lika, nytt, struket och flyttat.",
        body,
        section="jamfor",
        file="clauses/kedjor.yml",
        crumbs=CRUMBS,
    )


def _pair(builder: Builder, pair: Pair, has_opposite: bool) -> Page:
    made = pair.comparison
    shown = diff_view.view(made)
    refs = [*pair.old.version.sources, *pair.new.version.sources]
    if pair.relation:
        refs += pair.relation.evidence
    path = addresses.comparison(pair.old, pair.new)
    body = builder.render(
        "compare",
        pair=pair,
        made=made,
        view=shown,
        old=text_of(builder, pair.old),
        new=text_of(builder, pair.new),
        path=path,
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
        dated=pair.new.version,
    )
