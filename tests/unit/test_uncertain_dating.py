"""A text whose dating is an inference is shown as such wherever its place in time carries what is said."""

from __future__ import annotations

import csv
import io

import pytest

from corpora import corpus, pages, read, with_wordings
from ramberattelser import exporting
from ramberattelser.pages import make_site

VOG = "/andamal/vastra-ostergotland/2015/"
KINSHIP, WAY = "/andamal/slaktskap/", "/andamal/ordens-vag/"
WHY = "Att texten är 2015 års lydelse är en slutsats."
LATER = "Texten kan vara yngre."


def shown(path: str, name: str = "verklig") -> str:
    return pages(name)[path].body.words.replace("\u00a0", " ")


def source() -> str:
    doubt = corpus("verklig").wordings["vastra-ostergotland/2015"].version.doubt
    assert doubt is not None
    return doubt.sources[0].source


@pytest.mark.parametrize(
    "path",
    [
        VOG,
        KINSHIP,
        WAY,
        "/andamal/jamfor/vastra-ostergotland-2015/ostra-ostergotland-2017/",
        "/andamal/jamfor/lagen-sfs-2010-350/vastra-ostergotland-2015/",
    ],
)
def test_the_page_says_why_with_a_source(path):
    said = shown(path)
    assert WHY in said
    assert LATER in said
    body = pages("verklig")[path].body
    place = next(el for tag in ("p", "dd") for el in body.all(tag) if WHY in el.words.replace("\u00a0", " "))
    notes = {link.attrs["href"].lstrip("#") for link in place.all("a", "cite")}
    assert len(notes) == 2
    listed = [li for li in body.all("li") if li.attrs.get("id") in notes]
    assert any(source() in str(link.attrs["href"]) for li in listed for link in li.all("a"))


def test_only_the_older_text_of_a_pair_could_lose_its_place():
    sentence = "gäller bara om dateringen stämmer"
    assert sentence in shown("/andamal/jamfor/vastra-ostergotland-2015/ostra-ostergotland-2017/")
    assert sentence not in shown("/andamal/jamfor/lagen-sfs-2010-350/vastra-ostergotland-2015/")


@pytest.mark.parametrize("path", ["/", WAY])
def test_the_way_of_the_words_says_so_beside_its_figures_and_draws_it(path):
    body = pages("verklig")[path].body
    assert "Dateringen av Västra Östergötlands text är en slutsats" in shown(path)
    for picture in body.all("svg"):
        boxes = [box for box in picture.all("rect") if "box" in str(box.attrs.get("class", "")).split()]
        loose = [box for box in boxes if "loose" in str(box.attrs["class"]).split()]
        if len(boxes) > 10:
            assert len(loose) == 7, "the seven sentences of the text"
            assert "osäker datering" in picture.words


def test_the_graph_draws_it_and_says_it_in_every_form():
    body = pages("verklig")[KINSHIP].body
    [picture] = body.all("svg", "kin")
    assert len(picture.all("rect", "loose")) == 1
    assert "Västra Östergötland 2015 (osäkert)" in picture.words
    [listed] = body.all("ol", "kin-list")
    assert listed.words.count("osäker datering") == 1
    assert "Streckad ruta med färg: textens datering är en slutsats." in shown(KINSHIP)


def test_what_rests_on_the_dating_says_so():
    said = shown(KINSHIP)
    assert "Västra Östergötland 2015 är den äldsta insamlade texten i släkten, om dateringen stämmer." in said
    assert "En äldre text, om dateringen stämmer, är mer lik: Västra Östergötland 2015" in said
    assert "Är texten från Västra Östergötland 2015 i själva verket yngre än Umeåregionen 2019" in said
    for path in ("/andamal/ostra-ostergotland/2017/", "/andamal/umearegionen/2019/", KINSHIP):
        assert "står först i Västra Östergötland 2015, om dateringen stämmer" in shown(path)


@pytest.mark.parametrize(
    "path", ["/andamal/", "/andamal/vastra-ostergotland/", "/forbund/vastra-ostergotland/"]
)
def test_lists_say_it_in_two_words(path):
    assert "från 1 januari 2015 (osäker datering)" in shown(path)


def test_nothing_is_said_where_nothing_is_in_doubt():
    texts = ["Förbundet ska vara en plattform för prov och mäta allt.", "Förbundet ska vara en plattform."]
    parent = {
        "version": "provkoping/2010",
        "hur": "hämtad från",
        "säkerhet": "säker",
        "belägg": "exempelrapport",
    }
    made = with_wordings(
        {
            "provkoping": [{"id": "2010", "text": texts[0]}],
            "exempelforbundet": [{"id": "2012", "text": texts[1], "bygger_på": [parent]}],
        }
    )
    said = " ".join(page.body.words for page in read(make_site(made)).values())
    assert "datering" not in said


def test_the_table_of_wordings_has_the_reason_and_otherwise_nothing():
    file = exporting.files(corpus("verklig"))["data/lydelser.csv"]
    told = {row["lydelse"]: row["osaker_datering"] for row in csv.DictReader(io.StringIO(file, newline=""))}
    assert told.pop("vastra-ostergotland/2015").startswith(WHY)
    assert set(told.values()) == {""}
