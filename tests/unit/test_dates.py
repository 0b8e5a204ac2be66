"""Dates are read as written, bounded honestly, ordered totally and worded so that they can be read again."""

from __future__ import annotations

import pickle
import unicodedata
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from ramberattelser.dates import (
    FIRST_YEAR,
    FORMS,
    LAST_YEAR,
    Bound,
    DateError,
    When,
    parse,
    span,
)

NB = "\u00a0"


def day(iso: str) -> date | None:
    return date.fromisoformat(iso) if iso else None


def bound(text: str) -> Bound:
    earliest, latest = text.split("..")
    return Bound(day(earliest), day(latest))


# written, bounds of the start (or point), precision, Swedish, EDTF
POINTS = [
    ("2015", "2015-01-01..2015-12-31", "year", "2015", "2015"),
    ("2015-03", "2015-03-01..2015-03-31", "month", "mars 2015", "2015-03"),
    ("2016-02", "2016-02-01..2016-02-29", "month", "februari 2016", "2016-02"),
    ("2015-03-01", "2015-03-01..2015-03-01", "day", f"1{NB}mars 2015", "2015-03-01"),
    ("2016-21", "2016-03-01..2016-05-31", "season", "våren 2016", "2016-21"),
    ("2016-22", "2016-06-01..2016-08-31", "season", "sommaren 2016", "2016-22"),
    ("2016-23", "2016-09-01..2016-11-30", "season", "hösten 2016", "2016-23"),
    ("2016-24", "2015-12-01..2017-02-28", "season", "vintern 2016", "2016-24"),
    ("våren 2016", "2016-03-01..2016-05-31", "season", "våren 2016", "2016-21"),
    ("sommaren 2016", "2016-06-01..2016-08-31", "season", "sommaren 2016", "2016-22"),
    ("hösten 2009", "2009-09-01..2009-11-30", "season", "hösten 2009", "2009-23"),
    ("vintern 2016", "2015-12-01..2017-02-28", "season", "vintern 2016", "2016-24"),
    *(
        (written, "2015-12-01..2016-02-29", "season", "vintern 2015/2016", "[2015-12..2016-02]")
        for written in (
            *("vintern 2015/2016", "vintern 2015–2016", "vintern 2015-2016", "Vintern 2015 – 2016"),
            *("vintern 2015/16", "vintern 2015–16"),
        )
    ),
    ("vintern 1999/00", "1999-12-01..2000-02-29", "season", "vintern 1999/2000", "[1999-12..2000-02]"),
    (
        *("omkring vintern 2015/16", "2015-09-01..2016-05-31", "season"),
        *("omkring vintern 2015/2016", "[2015-12~..2016-02~]"),
    ),
    ("vintern 2015–2016?", "2015-12-01..2016-02-29", "season", "vintern 2015/2016?", "[2015-12?..2016-02?]"),
    ("senast vintern 2015/2016", "..2016-02-29", "season", "senast vintern 2015/2016", "[..2016-02]"),
    ("tidigast vintern 2015/2016", "2015-12-01..", "season", "tidigast vintern 2015/2016", "[2015-12..]"),
    ("före vintern 2015/2016", "..2015-11-30", "season", "före vintern 2015/2016", "[..2015-11-30]"),
    ("efter vintern 2015/2016", "2016-03-01..", "season", "efter vintern 2015/2016", "[2016-03-01..]"),
    ("mars 2016", "2016-03-01..2016-03-31", "month", "mars 2016", "2016-03"),
    ("december 2019", "2019-12-01..2019-12-31", "month", "december 2019", "2019-12"),
    ("1 mars 2016", "2016-03-01..2016-03-01", "day", f"1{NB}mars 2016", "2016-03-01"),
    ("den 1 mars 2016", "2016-03-01..2016-03-01", "day", f"1{NB}mars 2016", "2016-03-01"),
    ("29 februari 2016", "2016-02-29..2016-02-29", "day", f"29{NB}februari 2016", "2016-02-29"),
    ("början av 2018", "2018-01-01..2018-03-31", "part", "början av 2018", "2018-33"),
    ("mitten av 2018", "2018-05-01..2018-08-31", "part", "mitten av 2018", "2018-38"),
    ("slutet av 2022", "2022-10-01..2022-12-31", "part", "slutet av 2022", "2022-36"),
    ("senare delen av 2018", "2018-07-01..2018-12-31", "part", "senare delen av 2018", "2018-41"),
    ("första halvåret 2018", "2018-01-01..2018-06-30", "part", "första halvåret 2018", "2018-40"),
    ("andra halvåret 2018", "2018-07-01..2018-12-31", "part", "andra halvåret 2018", "2018-41"),
    ("omkring 2010", "2009-01-01..2011-12-31", "year", "omkring 2010", "2010~"),
    ("ca 2010", "2009-01-01..2011-12-31", "year", "omkring 2010", "2010~"),
    ("ca. 2010", "2009-01-01..2011-12-31", "year", "omkring 2010", "2010~"),
    ("2016~", "2015-01-01..2017-12-31", "year", "omkring 2016", "2016~"),
    ("2016?", "2016-01-01..2016-12-31", "year", "2016?", "2016?"),
    ("2016%", "2015-01-01..2017-12-31", "year", "omkring 2016?", "2016%"),
    ("omkring mars 2016", "2016-02-01..2016-04-30", "month", "omkring mars 2016", "2016-03~"),
    ("omkring våren 2016", "2015-12-01..2016-08-31", "season", "omkring våren 2016", "2016-21~"),
    ("omkring 2016-03-20", "2016-03-06..2016-04-03", "day", f"omkring 20{NB}mars 2016", "2016-03-20~"),
    ("omkring 1990-talet", "1985-01-01..2004-12-31", "decade", "omkring 1990-talet", "199X~"),
    ("90-talet", "1990-01-01..1999-12-31", "decade", "90-talet", "199X"),
    ("1990-talet", "1990-01-01..1999-12-31", "decade", "1990-talet", "199X"),
    ("1990–talet", "1990-01-01..1999-12-31", "decade", "1990-talet", "199X"),
    ("00-talet", "2000-01-01..2009-12-31", "decade", "00-talet", "200X"),
    ("2010-talet", "2010-01-01..2019-12-31", "decade", "2010-talet", "201X"),
    ("före 2010", "..2009-12-31", "year", "före 2010", "[..2009-12-31]"),
    ("före omkring 2010", "..2011-12-30", "year", "före omkring 2010", "[..2011-12-30]"),
    ("senast 2006", "..2006-12-31", "year", "senast 2006", "[..2006]"),
    ("senast hösten 2006", "..2006-11-30", "season", "senast hösten 2006", "[..2006-23]"),
    ("efter 2012", "2013-01-01..", "year", "efter 2012", "[2013-01-01..]"),
    ("tidigast 2006", "2006-01-01..", "year", "tidigast 2006", "[2006..]"),
]

# written, start, end, Swedish compact, Swedish text, EDTF
SPANS = [
    ("2005–2012", "2005-01-01..2005-12-31", "2012-01-01..2012-12-31", "2005–2012", "2005–2012", "2005/2012"),
    ("2005-2012", "2005-01-01..2005-12-31", "2012-01-01..2012-12-31", "2005–2012", "2005–2012", "2005/2012"),
    (
        "2005 – 2012",
        "2005-01-01..2005-12-31",
        "2012-01-01..2012-12-31",
        "2005–2012",
        "2005–2012",
        "2005/2012",
    ),
    ("2005/2012", "2005-01-01..2005-12-31", "2012-01-01..2012-12-31", "2005–2012", "2005–2012", "2005/2012"),
    ("2005–2005", "2005-01-01..2005-12-31", "2005-01-01..2005-12-31", "2005–2005", "2005–2005", "2005/2005"),
    (
        *("2014-01-01–2015-12-31", "2014-01-01..2014-01-01", "2015-12-31..2015-12-31"),
        *(f"1{NB}januari 2014–31{NB}december 2015",) * 2,
        "2014-01-01/2015-12-31",
    ),
    (
        *("2014-01-01-2015-12-31", "2014-01-01..2014-01-01", "2015-12-31..2015-12-31"),
        *(f"1{NB}januari 2014–31{NB}december 2015",) * 2,
        "2014-01-01/2015-12-31",
    ),
    (
        *("2014-04-28–2014-04-29", "2014-04-28..2014-04-28", "2014-04-29..2014-04-29"),
        *(f"28–29{NB}april 2014",) * 2,
        "2014-04-28/2014-04-29",
    ),
    (
        *("2014-04-28?–2014-04-29", "2014-04-28..2014-04-28", "2014-04-29..2014-04-29"),
        *(f"28{NB}april 2014?–29{NB}april 2014",) * 2,
        "2014-04-28?/2014-04-29",
    ),
    (
        *("senast 2006–", "..2006-12-31", ".."),
        *("senast 2006–", "från 2006 eller tidigare"),
        "2006?/..",
    ),
    (
        *("från mars 2006? eller tidigare", "..2006-03-31", ".."),
        *("senast mars 2006?–", "från mars 2006? eller tidigare"),
        "2006-03?/..",
    ),
    (
        *("tidigast 2006–", "2006-01-01..", ".."),
        *("tidigast 2006–", "från 2006 eller senare"),
        "2006?/..",
    ),
    (
        *("28–29 april 2014", "2014-04-28..2014-04-28", "2014-04-29..2014-04-29"),
        *(f"28–29{NB}april 2014",) * 2,
        "2014-04-28/2014-04-29",
    ),
    (
        *("1994-07-01–2003", "1994-07-01..1994-07-01", "2003-01-01..2003-12-31"),
        *(f"1{NB}juli 1994–2003",) * 2,
        "1994-07-01/2003",
    ),
    (
        *("våren 2016–hösten 2018", "2016-03-01..2016-05-31", "2018-09-01..2018-11-30"),
        *("våren 2016–hösten 2018",) * 2,
        "2016-21/2018-23",
    ),
    (
        *("2015-03-2016-04", "2015-03-01..2015-03-31", "2016-04-01..2016-04-30"),
        *("mars 2015–april 2016",) * 2,
        "2015-03/2016-04",
    ),
    (
        *("80-talet–90-talet", "1980-01-01..1989-12-31", "1990-01-01..1999-12-31"),
        *("80-talet–90-talet",) * 2,
        "198X/199X",
    ),
    *(
        (
            *(written, "2005-01-01..2005-12-31", "2012-01-01..2012-12-31"),
            *("2005–2012",) * 2,
            "2005/2012",
        )
        for written in ("från 2005 till 2012", "från 2005 till och med 2012")
    ),
    (
        *("vintern 2015–2018", "2014-12-01..2016-02-29", "2018-01-01..2018-12-31"),
        *("vintern 2015–2018",) * 2,
        "2015-24/2018",
    ),
    (
        *("från vintern 2015 till 2016", "2014-12-01..2016-02-29", "2016-01-01..2016-12-31"),
        *("från vintern 2015 till 2016",) * 2,
        "2015-24/2016",
    ),
    (
        *("vintern 2015–2016–hösten 2018", "2015-12-01..2016-02-29", "2018-09-01..2018-11-30"),
        *("vintern 2015/2016–hösten 2018",) * 2,
        "2015-12/2018-23",
    ),
    (
        *("2012–vintern 2015/16", "2012-01-01..2012-12-31", "2015-12-01..2016-02-29"),
        *("2012–vintern 2015/2016",) * 2,
        "2012/2016-02",
    ),
    (
        *("vintern 2015/16–", "2015-12-01..2016-02-29", ".."),
        *("vintern 2015/2016–", "från vintern 2015/2016", "2015-12/.."),
    ),
    # What one end says narrows the other.
    (
        *("juni 2005–2005", "2005-06-01..2005-06-30", "2005-06-01..2005-12-31"),
        *("juni 2005–2005",) * 2,
        "2005-06/2005",
    ),
    (
        *("omkring 2010–2012?", "2009-01-01..2011-12-31", "2012-01-01..2012-12-31"),
        *("omkring 2010–2012?",) * 2,
        "2010~/2012?",
    ),
    (
        *("senast 2006–2024-01-01", "..2006-12-31", "2024-01-01..2024-01-01"),
        *(f"senast 2006–1{NB}januari 2024", f"från 2006 eller tidigare till 1{NB}januari 2024"),
        "2006?/2024-01-01",
    ),
    (*("före 2010–2005", "..2005-12-31", "2005-01-01..2005-12-31"), *("före 2010–2005",) * 2, "2010?/2005"),
    ("2015–", "2015-01-01..2015-12-31", "..", "2015–", "från 2015", "2015/.."),
    ("2015-", "2015-01-01..2015-12-31", "..", "2015–", "från 2015", "2015/.."),
    ("2015 – ff", "2015-01-01..2015-12-31", "..", "2015–", "från 2015", "2015/.."),
    ("2015–ff.", "2015-01-01..2015-12-31", "..", "2015–", "från 2015", "2015/.."),
    ("2015-03-", "2015-03-01..2015-03-31", "..", "mars 2015–", "från mars 2015", "2015-03/.."),
    ("2015/..", "2015-01-01..2015-12-31", "..", "2015–", "från 2015", "2015/.."),
    ("2015/", "2015-01-01..2015-12-31", "..", "2015–", "från 2015", "2015/.."),
    ("2015–okänt", "2015-01-01..2015-12-31", "..", "2015–", "från 2015", "2015/.."),
    ("sedan 2002", "2002-01-01..2002-12-31", "..", "2002–", "från 2002", "2002/.."),
    ("från 2002", "2002-01-01..2002-12-31", "..", "2002–", "från 2002", "2002/.."),
    ("från och med 2002", "2002-01-01..2002-12-31", "..", "2002–", "från 2002", "2002/.."),
    (
        *("fr.o.m. 2015-01-01", "2015-01-01..2015-01-01", ".."),
        *(f"1{NB}januari 2015–", f"från 1{NB}januari 2015", "2015-01-01/.."),
    ),
    ("–2013", "..", "2013-01-01..2013-12-31", "–2013", "till och med 2013", "../2013"),
    ("-2013", "..", "2013-01-01..2013-12-31", "–2013", "till och med 2013", "../2013"),
    ("../2013", "..", "2013-01-01..2013-12-31", "–2013", "till och med 2013", "../2013"),
    ("t.o.m. 2013", "..", "2013-01-01..2013-12-31", "–2013", "till och med 2013", "../2013"),
    ("till och med 2013", "..", "2013-01-01..2013-12-31", "–2013", "till och med 2013", "../2013"),
]

UNDATED = ["..", "odaterat", "okänt", "Odaterat"]

REFUSED = [
    ("", "tomt"),
    ("   ", "tomt"),
    ("idag", "okänd form"),
    ("snart", "okänd form"),
    ("våren", "okänd form"),
    ("vår 2016", "okänd form"),
    ("mars", "okänd form"),
    ("15", "okänd form"),
    ("2015-1", "okänd form"),
    ("2015-1-1", "okänd form"),
    ("2015.03.01", "okänd form"),
    ("1/3 2016", "okänd form"),
    ("2015-03-01T00:00", "okänd form"),
    ("2005–12", "okänd form"),
    ("2014/15", "okänd form"),
    ("vintern 2015/17", "okänd form"),
    ("vintern 2015–15", "okänd form"),
    ("våren 2015/16", "okänd form"),
    ("från 2005 till i dag", "okänd form"),
    ("vintern 2999/3000", "ogiltigt år"),
    ("2015–03", "okänd form"),
    ("2015--2016", "okänd form"),
    ("2005–2012–2015", "okänd form"),
    ("3–1 mars 2016", "slut före början"),
    ("..–..", "okänd form"),
    ("–", "okänd form"),
    ("/", "okänd form"),
    ("?", "okänd form"),
    ("~2016", "okänd form"),
    ("före", "okänd form"),
    ("före före 2010", "okänd form"),
    ("95-talet", "okänd form"),
    ("1990 talet", "okänd form"),
    ("２０１５", "okänd form"),
    ("2015 " + "och " * 40, "okänd form"),
    ("2015-13", "ogiltigt datum"),
    ("2015-00", "ogiltigt datum"),
    ("2016-20", "ogiltigt datum"),
    ("2015-02-30", "ogiltigt datum"),
    ("2015-21-01", "ogiltigt datum"),
    ("30 februari 2016", "ogiltigt datum"),
    ("0 mars 2016", "ogiltigt datum"),
    ("2015-13–2016", "ogiltigt datum"),
    ("2015–2016-13", "ogiltigt datum"),
    ("2015-13–", "ogiltigt datum"),
    ("fr.o.m. 2015-02-29", "ogiltigt datum"),
    ("2016-25", "ogiltig årstid"),
    ("2016-99", "ogiltig årstid"),
    ("20015", "ogiltigt år"),
    ("20150301", "ogiltigt år"),
    ("0999", "ogiltigt år"),
    ("3000", "ogiltigt år"),
    ("våren 20016", "ogiltigt år"),
    ("mars 0016", "ogiltigt år"),
    ("0990-talet", "ogiltigt år"),
    ("1900-talet", "tvetydigt årtionde"),
    ("2000-talet", "tvetydigt årtionde"),
    ("10-talet", "tvetydigt årtionde"),
    ("20-talet", "tvetydigt årtionde"),
    ("2012–2005", "slut före början"),
    ("2015-03–2015-02", "slut före början"),
    ("hösten 2016–våren 2016", "slut före början"),
    ("2005–före 2005", "slut före början"),
]


@pytest.mark.parametrize(("written", "bounds", "precision", "swedish", "edtf"), POINTS)
def test_a_point_has_one_bound_for_start_and_end(
    written: str, bounds: str, precision: str, swedish: str, edtf: str
) -> None:
    when = parse(written)
    assert (when.written, when.kind, when.precision) == (written, "point", precision)
    assert when.start == when.end == bound(bounds)
    assert (when.swedish(), when.swedish(style="text"), when.edtf()) == (swedish, swedish, edtf)
    assert when.circa == ("omkring" in swedish)
    assert (when.open_start, when.open_end) == (when.start.earliest is None, when.start.latest is None)


@pytest.mark.parametrize(("written", "start", "end", "compact", "text", "edtf"), SPANS)
def test_a_span_has_a_bound_at_each_end(
    written: str, start: str, end: str, compact: str, text: str, edtf: str
) -> None:
    when = parse(written)
    assert (when.written, when.kind) == (written, "span")
    assert (when.start, when.end) == (bound(start), bound(end))
    assert (when.swedish(), when.swedish(style="text"), when.edtf()) == (compact, text, edtf)
    assert when.open_end == (when.end.latest is None)
    assert when.open_start == (when.start.earliest is None)
    assert (when.precision == "none") == (when.first is None)


@pytest.mark.parametrize("written", UNDATED)
def test_unknown_is_a_value(written: str) -> None:
    when = parse(written)
    assert (when.kind, when.precision, when.swedish(), when.edtf()) == ("undated", "none", "odaterat", "XXXX")
    assert when.start == when.end == Bound(None, None)
    assert (when.open_end, when.open_start, when.circa) == (False, False, False)


@pytest.mark.parametrize(("written", "reason"), REFUSED)
def test_anything_else_is_refused_with_the_text_and_a_reason(written: str, reason: str) -> None:
    with pytest.raises(DateError) as caught:
        parse(written)
    assert (caught.value.text, caught.value.reason) == (written, reason)
    assert repr(written) in str(caught.value)
    again = pickle.loads(pickle.dumps(caught.value))
    assert (again.text, again.reason) == (written, reason)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_that_an_error_message_offers_is_accepted(form: str) -> None:
    assert parse(form).written == form


def test_case_spaces_and_composition_do_not_matter() -> None:
    plain = parse("våren 2016–hösten 2018")
    for written in (
        "VÅREN 2016 – HÖSTEN 2018",
        f"  våren{NB}2016\u2009–\thösten  2018\n",
        unicodedata.normalize("NFD", "våren 2016–hösten 2018"),
    ):
        when = parse(written)
        assert (when.start, when.end, when.written) == (plain.start, plain.end, written)


def test_a_capital_opens_a_sentence() -> None:
    assert parse("våren 2016").swedish(capital=True) == "Våren 2016"
    assert parse("2015–").swedish(capital=True, style="text") == "Från 2015"
    assert parse("2015-03-01").swedish(capital=True) == f"1{NB}mars 2015"


def test_order_is_documented_for_mixed_precision() -> None:
    """Wider before narrower on the same first day; an unknown beginning just before the unit it names."""
    ordered = [
        *("90-talet", "2005–", "2005–2012", "2005", "januari 2005", "2005-01-01"),
        *("–2006", "senast 2006", "före 2006", "2006", "våren 2006", "mars 2006", "1 mars 2006"),
        *("omkring 2010", "2010", "efter 2010", "2011", "vintern 2016", "2016", "våren 2016", "hösten 2016"),
        "odaterat",
    ]
    shuffled = ordered[::-1]
    assert sorted(shuffled, key=lambda text: parse(text).sort_key()) == ordered


def edges(text: str, until: str = "") -> tuple[str, str, str, str]:
    """Soft start, core and soft end as text; < > for arrows, | for hard edges."""
    drawn = parse(text).edges(parse(until).start if until else None)
    soft_start, core, soft_end = (
        "..".join(map(str, stretch)) if stretch else ""
        for stretch in (drawn.soft_start, drawn.core, drawn.soft_end)
    )
    marks = (
        "<" * drawn.arrow_start + "|" * drawn.hard_start + " " + "|" * drawn.hard_end + ">" * drawn.arrow_end
    )
    return soft_start, core, soft_end, marks


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        (
            "2005–2012",
            ("2005-01-01..2006-01-01", "2006-01-01..2012-01-01", "2012-01-01..2013-01-01", " "),
        ),
        ("2014-01-01–2015-12-31", ("", "2014-01-01..2016-01-01", "", "| |")),
        ("1994-07-01–2003", ("", "1994-07-01..2003-01-01", "2003-01-01..2004-01-01", "| ")),
        ("2011–2012", ("2011-01-01..2012-01-01", "", "2012-01-01..2013-01-01", " ")),
        ("2005–2005", ("2005-01-01..2006-01-01", "", "", " ")),
        ("juni 2005–2005", ("2005-06-01..2006-01-01", "", "", " ")),
        ("2005–30 juni 2005", ("2005-01-01..2005-07-01", "", "", " |")),
        ("2015–", ("2015-01-01..2016-01-01", "", "", " >")),
        ("2015-01-01–", ("", "2015-01-01..2015-01-02", "", "| >")),
        ("–2013", ("", "", "2013-01-01..2014-01-01", "< ")),
        ("–2013-12-31", ("", "2013-12-31..2014-01-01", "", "< |")),
        (
            "senast 2006–2024-01-01",
            ("2006-01-01..2007-01-01", "2007-01-01..2024-01-02", "", "< |"),
        ),
        (
            "2005–tidigast 2010",
            ("2005-01-01..2006-01-01", "2006-01-01..2010-01-01", "2010-01-01..2011-01-01", " >"),
        ),
        ("efter 2012–", ("2013-01-01..2014-01-01", "", "", " >")),
        ("2016-03-01", ("", "2016-03-01..2016-03-02", "", "| |")),
        ("2016-03-01?", ("2016-03-01..2016-03-02", "", "", " ")),
        ("hösten 2009", ("2009-09-01..2009-12-01", "", "", " ")),
        ("före 2010", ("2009-01-01..2010-01-01", "", "", "< ")),
        ("efter 2012", ("2013-01-01..2014-01-01", "", "", " >")),
        ("odaterat", ("", "", "", " ")),
    ],
)
def test_edges_tell_certain_from_uncertain(text: str, drawn: tuple[str, str, str, str]) -> None:
    assert edges(text) == drawn


@pytest.mark.parametrize(
    ("text", "source", "drawn"),
    [
        # certain until the source was written, uncertain in the time when it was
        (
            *("2015–", "2020"),
            ("2015-01-01..2016-01-01", "2016-01-01..2020-01-01", "2020-01-01..2021-01-01", " >"),
        ),
        ("2015-01-01–", "2015-01-01", ("", "2015-01-01..2015-01-02", "", "| >")),
        ("2015-01-01–", "2015", ("", "2015-01-01..2015-01-02", "2015-01-02..2016-01-01", "| >")),
        ("2020–", "2020", ("2020-01-01..2021-01-01", "", "", " >")),
        ("tidigast 2006–", "2013", ("2006-01-01..2007-01-01", "", "2007-01-01..2014-01-01", " >")),
        # a source older than what it tells of adds nothing
        ("2015-01-01–", "2014", ("", "2015-01-01..2015-01-02", "", "| >")),
        # an end that is given needs nobody to vouch for it
        (
            *("2005–2012", "2020"),
            ("2005-01-01..2006-01-01", "2006-01-01..2012-01-01", "2012-01-01..2013-01-01", " "),
        ),
    ],
)
def test_an_open_bar_reaches_as_far_as_its_source(
    text: str, source: str, drawn: tuple[str, str, str, str]
) -> None:
    assert edges(text, source) == drawn


def test_two_fields_make_one_span() -> None:
    joined = span(parse("2019-01-01"), parse("2023"))
    assert (joined.written, joined.edtf()) == ("2019-01-01–2023", "2019-01-01/2023")
    assert span(parse("2019-01-01"), None).open_end
    assert span(None, parse("2023")).open_start
    assert span(parse("2019"), parse("odaterat")).edtf() == "2019/.."
    assert span(parse("2019"), parse("2020–")).edtf() == "2019/.."
    assert span(parse("2019–2020"), parse("2021–2022")).edtf() == "2019/2022"
    assert span(None, None).kind == "undated"
    with pytest.raises(DateError) as caught:
        span(parse("2023"), parse("2019"))
    assert (caught.value.text, caught.value.reason) == ("2023–2019", "slut före början")


# -- properties ----------------------------------------------------------------------------------------------

years = st.integers(min_value=FIRST_YEAR + 10, max_value=LAST_YEAR - 10)
days = st.dates(min_value=date(FIRST_YEAR + 10, 1, 1), max_value=date(LAST_YEAR - 10, 12, 31))
bases = st.one_of(
    years.map(str),
    days.map(date.isoformat),
    days.map(lambda on: on.isoformat()[:7]),
    st.builds("{}-{}".format, years, st.integers(min_value=21, max_value=24)),
    st.builds(
        "{} {}".format,
        st.sampled_from(["våren", "hösten", "mars", "12 maj", "slutet av", "mitten av", "första halvåret"]),
        years,
    ),
    st.sampled_from(["90-talet", "1980-talet", "00-talet", "2010-talet"]),
    years.map(lambda year: f"vintern {year}/{year + 1}"),
    years.map(lambda year: f"vintern {year}"),
)
moments = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["", "", "före ", "efter ", "senast ", "tidigast "]),
    st.sampled_from(["", "", "omkring "]),
    bases,
    st.sampled_from(["", "", "?"]),
)
spans = st.one_of(
    st.builds("{}{}{}".format, moments, st.sampled_from(["–", " – ", "/"]), moments),
    moments.map(lambda text: text + "–"),
    moments.map(lambda text: "–" + text),
    moments.map(lambda text: "sedan " + text),
)
texts = st.one_of(moments, spans, st.just("odaterat"))


def parsed(text: str) -> When:
    try:
        return parse(text)
    except DateError as error:
        assume(error.reason != "slut före början")
        raise


def meaning(when: When) -> tuple[object, ...]:
    return when.kind, when.start, when.end, when.open_start, when.open_end, when.circa, when.edtf()


@given(texts)
def test_bounds_are_in_order_and_the_end_never_precedes_the_start(text: str) -> None:
    when = parsed(text)
    for one in (when.start, when.end):
        assert one.earliest is None or one.latest is None or one.earliest <= one.latest
    if when.start.earliest and when.end.latest:
        assert when.start.earliest <= when.end.latest


@given(texts, st.sampled_from(["compact", "text"]))
def test_the_swedish_wording_can_be_read_again(text: str, style: str) -> None:
    when = parsed(text)
    worded = when.swedish(style="text" if style == "text" else "compact")
    assert meaning(parse(worded)) == meaning(when)
    assert meaning(parse(when.swedish(capital=True))) == meaning(when)


@given(years, st.integers(0, 2), st.sampled_from(["", "omkring ", "senast "]), st.sampled_from(["", "?"]))
def test_a_span_from_a_winter_is_never_worded_as_one_winter(
    year: int, more: int, before: str, mark: str
) -> None:
    joined = span(parse(f"{before}vintern {year}"), parse(f"{year + more}{mark}"))
    again = parse(joined.swedish())
    assert again.kind == "span"
    assert meaning(again) == meaning(joined)


@given(texts, texts)
def test_the_order_is_total_and_equal_keys_mean_equal_bounds(a: str, b: str) -> None:
    one, other = parsed(a), parsed(b)
    assert (one.sort_key() < other.sort_key()) + (other.sort_key() < one.sort_key()) <= 1
    if one.sort_key() == other.sort_key() and one.kind == other.kind != "undated":
        assert (one.start.latest, one.end.latest) == (other.start.latest, other.end.latest)


@given(texts, st.one_of(st.none(), st.lists(days, min_size=2, max_size=2).map(sorted)))
def test_what_is_drawn_lies_in_a_row_without_overlap(text: str, written: list[date] | None) -> None:
    when = parsed(text)
    drawn = when.edges(Bound(*written) if written else None)
    stretches = [one for one in (drawn.soft_start, drawn.core, drawn.soft_end) if one]
    assert bool(stretches) == (when.kind != "undated")
    assert all(first < after for first, after in stretches)
    assert all(one[1] <= two[0] for one, two in pairwise(stretches))
    if when.kind == "span" and drawn.core and not drawn.arrow_end:
        # The core is what the period certainly covers: from its latest beginning to its earliest end.
        assert drawn.arrow_start or (when.start.latest is not None and when.start.latest <= drawn.core[0])
        assert when.end.earliest is not None
        assert drawn.core[1] - timedelta(days=1) <= when.end.earliest


@given(st.one_of(st.text(alphabet="0123456789-–/.?~% våhoeftnsalkrgi", max_size=30), st.text(max_size=200)))
@example("2005-" * 20)
def test_any_text_is_read_or_refused_as_itself(text: str) -> None:
    refused = text
    try:
        parse(text)
    except DateError as error:
        refused = error.text
    assert refused == text
