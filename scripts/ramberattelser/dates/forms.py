"""The forms in which a date may be written, and the error for a text that has none of them."""

from __future__ import annotations

from typing import Literal

Reason = Literal[
    "tomt",
    "okänd form",
    "ogiltigt datum",
    "ogiltig årstid",
    "ogiltigt år",
    "tvetydigt årtionde",
    "slut före början",
]

FIRST_YEAR, LAST_YEAR = 1000, 2999
"""Years outside these are taken for slips of the pen."""

FORMS: tuple[str, ...] = (
    "2015",
    "2015-03",
    "2015-03-01",
    "mars 2016",
    "1 mars 2016",
    "våren 2016",
    "2016-21",
    "början av 2018",
    "mitten av 2018",
    "slutet av 2018",
    "senare delen av 2018",
    "första halvåret 2018",
    "andra halvåret 2018",
    "vintern 2015/2016",
    "90-talet",
    "omkring 2010",
    "2016?",
    "före 2010",
    "senast 2006",
    "efter 2012",
    "tidigast 2006",
    "2005–2012",
    "våren 2016–hösten 2018",
    "från 2005 till 2012",
    "2015–",
    "sedan 2002",
    "–2013",
    "t.o.m. 2013",
    "odaterat",
)
"""One Swedish example of every allowed form, for the text of an error message."""


class DateError(ValueError):
    """A text that is no date. ``text`` is what was written, ``reason`` one of the codes of :data:`Reason`."""

    def __init__(self, text: str, reason: Reason) -> None:
        super().__init__(text, reason)
        self.text = text
        self.reason: Reason = reason

    def __str__(self) -> str:
        """For a trace; what a reader sees is worded elsewhere."""
        return f"{self.reason}: {self.text!r}"
