"""The address of everything that has a page, and how ``[[references]]`` in texts lead there.

Addresses are site-absolute paths that start and end with a slash; the renderer makes them
relative, so that the site works from any folder and from the file system.
"""

from __future__ import annotations

from ramberattelser.corpus import LAW, Corpus, Story, Wording


def association(owner: str) -> str:
    """Return the page of a förbund, by its id."""
    return f"/forbund/{owner}/"


def story(item: Story) -> str:
    """Return the page of a story."""
    return f"/berattelser/{item.owner}/{item.id}/"


def clause(owner: str) -> str:
    """Return the page of all wordings of one clause, by the id of its förbund or that of the law."""
    return f"/andamal/{owner}/"


def wording(item: Wording) -> str:
    """Return the page of one wording, whether its text is collected or not."""
    return f"/andamal/{item.owner}/{item.version.id}/"


def comparison(old: Wording, new: Wording) -> str:
    """Return a pair's page: ``/andamal/jamfor/<a>/<b>/`` with slashes in the keys as hyphens."""
    return f"/andamal/jamfor/{old.owner}-{old.version.id}/{new.owner}-{new.version.id}/"


def element(name: str) -> str:
    """Return the page of one element of the codebook, by its id."""
    return f"/andamal/byggstenar/{name}/"


def question(name: str) -> str:
    """Return the page where all stories answer one guiding question, by its id."""
    return f"/berattelser/tvars/{name}/"


def term(name: str) -> str:
    """Return the place of a term in the glossary, by its id."""
    return f"/begrepp/#{name}"


def source(name: str) -> str:
    """Return the place of a source in the list of sources, by its id."""
    return f"/kallor/#{name}"


def timeline_anchor(lane: str, item: str) -> str:
    """Return the id of an event, phase or member in the list by a timeline; a page may have several lanes."""
    return f"t-{lane}-{item}"


def on_timeline(lane: str, item: str) -> str:
    """Return the place of ``timeline_anchor`` on the page of all timelines."""
    return f"/tidslinjer/#{timeline_anchor(lane, item)}"


def owner_page(owner: str) -> str:
    """Return the page that gathers everything about ``owner``, the law included."""
    return clause(owner) if owner == LAW else association(owner)


def resolve(corpus: Corpus, target: str) -> tuple[str, str] | None:
    """Return address and text for the target of a ``[[reference]]``, or None."""
    kind, colon, name = target.partition(":")
    if colon and kind == "begrepp":
        found = corpus.terms.get(name)
        return (term(name), found.name) if found else None
    if colon and kind == "berattelse":
        item = corpus.stories.get(name)
        return (story(item), item.narrative.title) if item else None
    if "/" in target:
        text = corpus.wordings.get(target)
        return (wording(text), text.title) if text else None
    owner = corpus.associations.get(target)
    return (association(target), owner.short_name) if owner else None
