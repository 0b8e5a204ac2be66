"""The answer to whoever filled in the form: thanks, what was found, and what happens next."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ramberattelser.contributing.slips import Slip

MOST = 50
"""Things to mend that an answer tells of; more are nobody's to read, and more than a comment has room for."""

_MARKUP = re.compile(r"([\\`*_{}\[\]()#+.!|~<>&-])")
_AT = re.compile(r"([@#])(?=\w)")
_ADDRESS = re.compile(r"(?i):(?=//)|www(?=\.)")
_GAP = "\u200b"


def inert(text: str) -> str:
    """Return ``text`` so that Markdown shows it as it stands: no link, no mention, no markup.

    A zero-width space keeps GitHub from reading a name after @, a number after # or an address.
    """
    text = " ".join(text.split())
    text = _ADDRESS.sub(rf"\g<0>{_GAP}", _AT.sub(rf"\1{_GAP}", text))
    return _MARKUP.sub(r"\\\1", text)


def reply(slips: Sequence[Slip], notes: Sequence[str], paths: Sequence[str]) -> str:
    """Return the answer as Markdown."""
    return _mend(slips) if slips else _thanks(notes, paths)


def _thanks(notes: Sequence[str], paths: Sequence[str]) -> str:
    said = "".join(f"- {inert(note)}\n" for note in notes)
    files = "".join(f"- `{path}`\n" for path in paths)
    return (
        "Tack! Svaren är prövade, och inget behöver rättas. De blir ett förslag (en pull request) med\n\n"
        f"{files}\n"
        + (f"Att veta:\n\n{said}\n" if said else "")
        + "**Nu händer det här.** En människa läser förslaget och jämför med källan. Sedan tas det in, eller "
        "så får ni veta vad som behöver ändras, eller varför det inte tas in. Till dess är webbplatsen som "
        "förut.\n\n"
        "Vill ni ändra något? Ändra i ärendet och spara, så görs förslaget om.\n"
    )


def _mend(slips: Sequence[Slip]) -> str:
    found = "".join(
        f"- **{inert(slip.label)}**: {inert(slip.what)}. {inert(_sentence(slip.how))}.\n"
        for slip in slips[:MOST]
    )
    rest = (
        f"- … och {len(slips) - MOST} till, som visas när de här är rättade.\n" if len(slips) > MOST else ""
    )
    count = "en sak" if len(slips) == 1 else f"{len(slips)} saker"
    return (
        f"Tack! Vi har läst svaren, och det är {count} att rätta innan de kan bli ett förslag:\n\n"
        f"{found}{rest}\n"
        "**Så gör ni.** Välj ”Edit” i ärendets meny (de tre punkterna), rätta och spara. Låt rubrikerna stå "
        "kvar. Då prövas svaren igen. Inget har gått förlorat, och webbplatsen är som förut.\n\n"
        "Är något svårt att förstå? Skriv en kommentar här, så hjälper vi till.\n"
    )


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:].rstrip(".")
