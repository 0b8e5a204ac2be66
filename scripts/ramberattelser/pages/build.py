"""What every page module uses: the corpus, the renderer, and how a page is put together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property, partial
from itertools import chain
from typing import Any

from markupsafe import Markup

from ramberattelser import kinship
from ramberattelser.caching import Store, sign
from ramberattelser.comparing import likenesses
from ramberattelser.comparisons import (
    Figures,
    Measured,
    Pair,
    by_keys,
    by_owner,
    comparison,
    figures,
    measured,
)
from ramberattelser.corpus import Corpus, Wording, follow
from ramberattelser.feeds import names
from ramberattelser.linked import About, Node, page
from ramberattelser.model import Published
from ramberattelser.news import Change, newest, of_associations, of_itself, of_shared, of_stories, of_wordings
from ramberattelser.pages.inputs import Inputs
from ramberattelser.pages.model import Crumbs, Group, Html, Page, finished, full
from ramberattelser.pages.pictures import in_words, story_pictures
from ramberattelser.rendering import diff_view
from ramberattelser.rendering.environment import Renderer
from ramberattelser.rendering.typography import ended, typeset
from ramberattelser.standing import Standing, standing


class Builder:
    """Makes pages of one corpus."""

    def __init__(self, corpus: Corpus, store: Store | None = None, address: str = "") -> None:
        self.corpus = corpus
        self.address = address
        self.store = store or Store()
        follow(corpus, self.store.memory)
        self.inputs = Inputs(corpus, self.store)
        self.renderer = Renderer(corpus, self._prose)
        self.renderer.environment.globals.update(
            story_pictures=story_pictures,
            in_words=in_words,
            standing=self.standing,
            beside_law=partial(kinship.beside_law, corpus),
        )
        self._names = names(corpus)
        self.published = corpus.published

    def _prose(self, text: str, make: Callable[[], Markup]) -> Markup:
        """Return what small Markdown becomes, for as long as what it refers to is called the same."""
        return self.store.memory.kept(("prosa", self.inputs.referred(text), text), make)

    @cached_property
    def changes(self) -> list[Change]:
        """The newest changes of förbund, stories and wordings: lists of them all tell them."""
        wordings = of_wordings(self.corpus.wordings.values())
        told = chain(wordings, self.story_changes, of_associations(self.corpus))
        return newest(told, self.published)

    @cached_property
    def story_changes(self) -> list[Change]:
        """The newest changes of the stories."""
        return newest(of_stories(self.corpus.stories.values()), self.published)

    @cached_property
    def all_changes(self) -> list[Change]:
        """The newest changes in the data."""
        return newest([*self.changes, *of_shared(self.corpus)], self.published)

    @cached_property
    def clause_changes(self) -> list[Change]:
        """The newest changes of the wordings, collected or not, for pages that show no more of them."""
        return newest(of_wordings(self.corpus.wordings.values(), leads=False), self.published)

    @cached_property
    def alike(self) -> Sequence[kinship.Alike]:
        """The texts of different förbund that are alike, kept for as long as no wording is changed."""
        corpus = self.corpus

        def make() -> list[tuple[str, str, float]]:
            return [
                (one.old.key, one.new.key, one.likeness)
                for one in kinship.alike(corpus, measure=self.likenesses)
            ]

        rows = self.store.kept("lika texter", *map(self.inputs.wording, corpus.wordings), make=make)
        return [kinship.Alike(corpus.wordings[old], corpus.wordings[new], share) for old, new, share in rows]

    @cached_property
    def pairs(self) -> Sequence[Pair]:
        """Every pair of wordings that has a page."""
        return kinship.paired(self.corpus, self.alike)

    @cached_property
    def pair_pages(self) -> Mapping[tuple[str, str], Pair]:
        """The same by the keys of the two wordings."""
        return by_keys(self.pairs)

    @cached_property
    def pairs_of(self) -> Mapping[str, Sequence[Pair]]:
        """The same by owner, a clause beside the law being the clause's."""
        return by_owner(self.pairs)

    def render(self, template: str, **context: Any) -> Markup:
        """Return the HTML of a page template."""
        return self.renderer.render(template, **context)

    def standing(self, wording: Wording) -> Standing:
        """Return where a wording stands: the last one known, no longer in force, or unknown."""
        return standing(self.corpus, wording)

    def kept(self, kind: str, *parts: str, make: Callable[[], Page]) -> Page:
        """Return the page that ``make`` gives, without its HTML where an earlier build knew the rest of it.

        The parts say everything that the page depends on, mostly as digests of ``inputs``, but the site's
        address, which every page's linked data holds. The HTML is made when somebody asks for it.
        """
        key = self.store.key(f"sida: {kind}", self.address, *parts)
        made: list[Page] = []

        def around() -> list[Any]:
            made.append(make())
            return made[0].plain()

        plain = self.store.under(key, around)
        html = made[0].body if made else lambda: make().body
        return Page.around(self.store.memory.kept(("runtom", key), lambda: full(plain)), Html(html, key))

    def kept_apart(self, kind: str, *whole: str, parts: Callable[[], str], make: Callable[[], Page]) -> Page:
        """Return the same for a page that depends on a part of ``whole``: ``parts`` says on which.

        It is asked only where ``whole`` is another, so that nothing need be worked out while all is the same.
        """
        said = self.store.kept(f"delar: {kind}", *whole, make=parts)
        return self.kept(kind, said, make=make)

    def group(self, kind: str, *parts: str, make: Callable[[], Mapping[str, str]]) -> Group:
        """Return the files that ``make`` gives from ``parts``, made when somebody asks for one of them."""
        key = self.store.key(f"filer: {kind}", self.address, *parts)
        made: list[Mapping[str, str]] = []

        def names() -> list[str]:
            made.append(make())
            return list(made[0])

        found = self.store.under(key, names)
        return Group(found, (lambda: made[0]) if made else make, key)

    def summary(self, old: Wording, new: Wording) -> str:
        """Return how many changes there are between two collected wordings, in words."""
        texts = (sign(old.version.text.strip()), sign(new.version.text.strip()))
        said: str = self.store.kept("antal", *texts, make=lambda: diff_view.summary(comparison(old, new)))
        return said

    def figures(self, old: Wording, new: Wording) -> Figures:
        """Return what is counted of two collected wordings."""
        texts = (sign(old.version.text), sign(new.version.text))
        one, other, shared, likeness, changes = self.store.kept(
            "mått", *texts, make=lambda: figures(old, new)
        )
        return one, other, shared, likeness, changes

    def measured(self, old: Wording, new: Wording) -> Measured:
        """Return how like two collected wordings are: the same either way round, and so kept only once."""
        if old.version.text > new.version.text:
            return self.measured(new, old).turned()
        texts = (sign(old.version.text), sign(new.version.text))
        return Measured(*self.store.kept("lika ord", *texts, make=lambda: measured(old, new)))

    def likenesses(self, text: str, others: Sequence[str]) -> Sequence[float]:
        """Return how like a text is to each of others, kept for as long as they say the same."""
        work = partial(likenesses, text, others)
        found: list[float] = self.store.kept("likheter", sign(text), *map(sign, others), make=work)
        return found

    def reason(self, one: Wording, other: Wording) -> str:
        """Say why two collected wordings are close, or not; they may come in either order."""
        one, other = sorted((one, other), key=lambda wording: wording.key)
        parts = (self.inputs.wording(one.key), self.inputs.wording(other.key), self.inputs.common)
        said: str = self.store.kept("skäl", *parts, make=lambda: kinship.reason(self.corpus, one, other))
        return said

    def at_hand(self, old: Wording, new: Wording) -> None:
        """Make what other pages say of two wordings, while their comparison is at hand."""
        self.summary(old, new)
        self.figures(old, new)
        self.measured(old, new)
        self.reason(old, new)

    def plain(self, text: str) -> str:
        """Return small Markdown as plain text, which says what it refers to by name."""
        return self.renderer.plain(text)

    def page(
        self,
        path: str,
        title: str,
        description: str,
        body: str,
        *,
        section: str,
        file: str,
        crumbs: Crumbs = (),
        dated: Published | None = None,
        published: date | None = None,
        changes: Iterable[Change] = (),
        linked: Node | None = None,
        owner: str = "",
        cite: str | None = None,
        cite_part: tuple[str, ...] = (),
    ) -> Page:
        """Return a page; it is new when ``dated`` was, or the collection, unless ``published`` is given.

        ``changes`` are those of what the page shows; those of ``dated`` are told beside them. The page tells
        the newest, and is as new as the last.
        ``owner`` is the förbund (or the law) that the page is about, where it is about one. ``linked`` is
        what it is about as linked data. It is cited by its title unless ``cite`` says otherwise.
        """
        published = published or (dated.published if dated else self.published)
        told = newest([*changes, *of_itself(dated.revisions if dated else ())], published)
        changed = told[0].day if told else None
        description = _shorten(description)
        about = About(path, title, description, published, changed, crumbs)
        return Page(
            path=path,
            title=title,
            description=description,
            html=Html(finished(str(body), path)),
            section=section,
            file=file,
            crumbs=crumbs,
            published=published,
            changed=changed,
            linked=page(about, linked, self.address),
            owner=owner,
            feed=self._names[owner] if owner else "",
            revisions=tuple((one.day, one.what, one.path, one.title) for one in told),
            cite=typeset(ended(title) if cite is None else cite),
            cite_part=cite_part,
        )


def _shorten(text: str, most: int = 200) -> str:
    """Return ``text`` cut at a word so that search engines and previews show a whole thought."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    # The cut leaves room for the space and the ellipsis; a word that just fits is kept.
    return text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:–") + " …"
