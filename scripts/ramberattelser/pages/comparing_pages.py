"""Pages that compare: the list of pairs, each pair, and who took what from whom."""

from __future__ import annotations

from collections.abc import Iterator

from ramberattelser import addresses, comparisons
from ramberattelser.comparisons import Pair
from ramberattelser.pages.build import Builder
from ramberattelser.pages.model import Page
from ramberattelser.pages.notes import notes
from ramberattelser.rendering import diff_view
from ramberattelser.rendering.typography import percent

CRUMBS = (("Ändamål", "/andamal/"), ("Jämför", "/andamal/jamfor/"))


def pages(builder: Builder) -> Iterator[Page]:
    """Yield the list, every pair and the lineage page."""
    pairs = comparisons.pairs(builder.corpus)
    yield _index(builder, pairs)
    for pair in pairs:
        yield _pair(builder, pair)
    yield _lineage(builder, pairs)


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
        name: [(p, diff_view.summary(p.comparison)) for p in group] for name, group in groups.items() if group
    }
    body = builder.render("compare_index", groups=rows)
    return builder.page(
        "/andamal/jamfor/",
        "Jämför",
        "Två ändamålstexter bredvid varandra: vad som är lika, nytt, struket och flyttat.",
        body,
        section="jamfor",
        file="clauses/kedjor.yml",
        crumbs=CRUMBS,
    )


def _pair(builder: Builder, pair: Pair) -> Page:
    made = pair.comparison
    shown = diff_view.view(made)
    title = f"{pair.old.title} → {pair.new.title}"
    refs = [*pair.old.version.sources, *pair.new.version.sources]
    if pair.relation:
        refs += pair.relation.evidence
    body = builder.render("compare", pair=pair, made=made, view=shown, notes=notes(builder.corpus, refs))
    path = addresses.comparison(pair.old, pair.new)
    return builder.page(
        path,
        title,
        f"{shown.summary} {percent(made.likeness)} av orden är lika i {pair.old.title} och {pair.new.title}.",
        body,
        section="jamfor",
        file=pair.new.file,
        crumbs=(*CRUMBS, (f"{pair.old.title} – {pair.new.title}", path)),
        dated=pair.new.version,
    )


def _lineage(builder: Builder, pairs: tuple[Pair, ...]) -> Page:
    corpus = builder.corpus
    declared = [pair for pair in pairs if pair.relation is not None]
    measured = {w.key: comparisons.relatives(corpus, w) for w in corpus.collected if w.owner != "lagen"}
    refs = [ref for pair in declared if pair.relation for ref in pair.relation.evidence]
    body = builder.render(
        "lineage",
        declared=declared,
        measured=measured,
        pair_pages={(p.old.key, p.new.key): p for p in pairs},
        notes=notes(corpus, refs),
    )
    return builder.page(
        "/andamal/slaktskap/",
        "Släktskap",
        "Vem tog vad av vem: enligt källorna, och enligt mätningen.",
        body,
        section="andamal",
        file="clauses/kedjor.yml",
        crumbs=(("Ändamål", "/andamal/"), ("Släktskap", "/andamal/slaktskap/")),
    )
