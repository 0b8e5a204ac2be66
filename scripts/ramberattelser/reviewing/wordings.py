"""Wordings that are new, or whose text is: held against what they replace and what they build on."""

from __future__ import annotations

from collections.abc import Iterator

from ramberattelser import addresses, comparisons
from ramberattelser.corpus import LAW, Corpus, Wording
from ramberattelser.rendering.diff_view import view
from ramberattelser.reviewing.model import Diff, WordingChange


def changed_wordings(old: Corpus, new: Corpus) -> Iterator[WordingChange]:
    """Yield every wording that came, went, or has other words than it had."""
    for key, wording in new.wordings.items():
        before = old.wordings.get(key)
        if before is not None and _text(before) == _text(wording):
            continue
        if before is not None and before.version.collected:
            yield _replaced(before, wording)
        elif wording.version.collected:
            what = "Ny lydelse" if before is None else "Lydelsen fanns som lucka; nu är texten insamlad"
            diffs = tuple(_diffs(new, wording))
            text = "" if diffs else _text(wording)
            yield WordingChange(wording.title, what, addresses.wording(wording), diffs, text)
        elif before is None:
            what = "Ny lydelse utan text: den redovisas som lucka"
            yield WordingChange(wording.title, what, addresses.wording(wording), ())
    for key, wording in old.wordings.items():
        if key not in new.wordings:
            yield WordingChange(
                wording.title, "Borttagen lydelse", addresses.wording(wording), (), _text(wording)
            )


def warnings(old: Corpus, new: Corpus) -> Iterator[str]:
    """Yield what breaks a promise: a text that changes under its id, an id that is gone."""
    for key, before in old.wordings.items():
        after = new.wordings.get(key)
        if after is None:
            yield (
                f"Lydelsen {before.title} ({key}) är borttagen. Ett id tas inte bort: länkar och "
                "hänvisningar till lydelsen slutar fungera."
            )
        elif before.version.collected and _text(before) != _text(after):
            told = f"Lydelsens text har ändrats under samma id: {after.title} ({key})."
            yield f"{told} {_excuse(before, after)}"


def _excuse(before: Wording, after: Wording) -> str:
    mends = [mend for mend in after.version.mends if mend not in before.version.mends]
    if not after.version.collected:
        return "En insamlad text har bytts mot ”saknas”."
    if mends:
        said = "; ".join(f"{mend.what} ({mend.why})" for mend in mends)
        return f"Det anges som rättad avskrift: {said}."
    return (
        "En ny lydelse ska ha ett nytt id. Är det en rättelse av avskriften ska rättad_avskrift säga vad som "
        "rättats och varför."
    )


def _replaced(before: Wording, after: Wording) -> WordingChange:
    what = "Lydelsens text har ändrats under samma id"
    address = addresses.wording(after)
    if not after.version.collected:
        return WordingChange(after.title, what, address, (), _text(before), same_id=True)
    diff = Diff("texten som stod under samma id", view(comparisons.comparison(before, after)))
    return WordingChange(after.title, what, address, (diff,), same_id=True)


def _diffs(corpus: Corpus, wording: Wording) -> Iterator[Diff]:
    """Hold a new text against the one before, and each it is said to build on; else against the law."""
    others = {other.key: (other, why) for other, why in _others(corpus, wording) if other.version.collected}
    for other, why in others.values():
        yield Diff(f"{other.title}, {why}", view(comparisons.comparison(other, wording)))


def _others(corpus: Corpus, wording: Wording) -> Iterator[tuple[Wording, str]]:
    found = False
    own = [w for w in corpus.versions_of(wording.owner) if w.version.collected]
    place = next((at for at, w in enumerate(own) if w.key == wording.key), 0)
    if place:
        found = True
        yield own[place - 1], "förbundets föregående lydelse" if wording.owner != LAW else "lydelsen före"
    for relation in wording.version.relations:
        parent = corpus.wording(relation.version)
        found = found or parent.version.collected
        yield parent, f"som källan kallar förlaga: {relation.how}, {relation.certainty}"
    law = comparisons.law_for(corpus)
    if law is not None and not found and wording.owner != LAW:
        yield law, "lagens senaste insamlade lydelse, eftersom ingen förlaga är insamlad"


def _text(wording: Wording) -> str:
    return wording.version.text.strip()
