"""The free comparison: any two texts are chosen, shown as on a page of their own, and held in the address."""

from __future__ import annotations

import json

import pytest

from browser.comparisons import CHOICE, FREE, PAIR, status
from browser.page_types import pages_of_type
from ramberattelser.comparing import compare
from ramberattelser.pages.compared import Text
from ramberattelser.pages.free_comparison import packed, script
from ramberattelser.rendering import diff_view
from ramberattelser.rendering.environment import Renderer

pytestmark = pytest.mark.browser

PARTS = [".changes", ".diff:not(.ex)", "table.sides"]


def test_the_free_comparison_is_the_static_page_element_for_element(open_at, built_site):
    pairs = pages_of_type(built_site, "jämförelse")
    assert len(pairs) > 5
    page, chosen = open_at(PAIR), open_at(FREE + CHOICE)
    for address in pairs:
        page.goto(page.url.split("/andamal/")[0] + "/" + address)
        old, new = address.removeprefix(FREE).strip("/").split("/")
        chosen.goto(chosen.url.split("?")[0] + f"?fran={old}&till={new}")
        chosen.locator("#svar .diff:not(.ex)").wait_for()
        html = "parts => parts.map(part => document.querySelector('main').querySelector(part)?.outerHTML)"
        free = "parts => parts.map(part => document.querySelector('#svar').querySelector(part)?.outerHTML)"
        assert chosen.evaluate(free, PARTS) == page.evaluate(html, PARTS), address
        assert chosen.locator("#svar .sum").inner_text() in page.locator(".sum").inner_text()


SYNTHETIC = [
    ("Förbundet ska inte verka. 👩‍👧 Resurs\u00adanvändning i 7\u00a0§.",
     "👩‍👧 Resursanvändning i 7 §. Förbundet ska verka, 👍."),
    ("Ett två tre och fyra fem sex sju.\n\nSlut.", "Ett två tre. Fyra fem sex sju. Slut."),
    ("Medlem är kommunen i länet och var och en av dem i landet. Mål: <b>a</b> & b. Tredje meningen här.",
     "Tredje meningen är här. Mål: <b>a</b> & b i länet och var och en av dem. Medlem är kommunen i landet."),
    ("Lika är lika.", "Lika är lika."),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new"), SYNTHETIC)
def test_the_script_writes_what_the_template_writes_for_hard_texts_too(page_at, served_site, old, new):
    made = compare(old, new)
    view = diff_view.view(made)
    texts = [Text(f"{name}", name.capitalize(), "lag", "LAG", "/andamal/x/", "", "") for name in ("a", "b")]
    held = {"a": script(texts[0], old, {"b": f"[{packed(made)},0]"}), "b": script(texts[1], new, {})}
    page = page_at()
    page.route(
        "**/data/*.js",
        lambda route: route.fulfill(body=held[route.request.url[-4]], content_type="text/javascript"),
    )
    page.route("**/andamal/jamfor/?*", lambda route: with_options(route, "a", "b"))
    page.goto(served_site.url(FREE + "?fran=a&till=b"))
    page.locator("#svar .diff:not(.ex)").wait_for()
    template = Renderer(None).environment.get_template("macros/diff.html").module
    written = [template.changes(view), template.inline(view), template.sides(view, *texts)]
    for selector, html in zip(PARTS, written, strict=True):
        wanted = page.evaluate(
            "html => new DOMParser().parseFromString(html, 'text/html').body.innerHTML", str(html)
        )
        assert page.locator(f"#svar {selector}").evaluate("part => part.outerHTML") == wanted


def with_options(route, *names):
    """Let the page offer other texts than the collection's."""
    response = route.fetch()
    options = "".join(f'<option value="{name}">{name.capitalize()}</option>' for name in names)
    route.fulfill(response=response, body=response.text().replace("<optgroup", options + "<optgroup"))


def test_choosing_is_in_the_address_and_the_way_back_works(open_at):
    page = open_at(FREE)
    page.locator("#fran").select_option(label="Halland 2012")
    page.locator("#lista li").first.wait_for()
    assert page.url.endswith("?fran=halland-2012")
    page.locator("#till").select_option(label="Umeåregionen 2019")
    page.locator("#svar .diff:not(.ex)").wait_for()
    assert page.url.endswith("?fran=halland-2012&till=umearegionen-2019")
    assert page.locator("#svar h2").first.inner_text() == "Halland 2012 → Umeåregionen 2019"
    assert "ändring" in status(page).inner_text()
    page.go_back()
    page.locator("#lista li").first.wait_for()
    assert page.locator("#till").input_value() == ""
    assert page.locator("#svar").is_hidden()
    page.go_forward()
    page.locator("#svar .diff:not(.ex)").wait_for()


def test_swapping_compares_the_other_way_round(open_at):
    page = open_at(FREE + CHOICE)
    page.get_by_role("button", name="Byt plats").click()
    page.locator("#svar h2", has_text="Umeåregionen 2019 → Östra Östergötland 2017").wait_for()
    assert page.url.endswith("?fran=umearegionen-2019&till=ostra-ostergotland-2017")
    assert page.evaluate("document.activeElement.id") == "byt"


@pytest.mark.parametrize(
    ("chosen", "label", "moved", "denying"),
    [
        ("fran=halland-2012&till=umearegionen-2019", "ersatt", False, True),
        ("fran=ostra-ostergotland-2017&till=umearegionen-2019", "ersatt", True, False),
        ("fran=halland-2012&till=norra-vastmanland-2015", "tillagt", False, False),
    ],
)
def test_only_the_signs_of_the_chosen_texts_are_explained(open_at, chosen, label, moved, denying):
    page = open_at(f"{FREE}?{chosen}")
    page.locator("#svar .diff:not(.ex)").wait_for()
    assert page.locator("#svar .key .l:visible").all_inner_texts() == [label]
    assert page.locator("#svar .went").is_visible() is moved
    assert page.locator("#svar .deny").is_visible() is denying


@pytest.mark.parametrize("width", [1280, 390])
def test_there_is_nothing_to_swap_until_both_texts_are_chosen(width, served_site, page_at):
    page = page_at(width)
    page.goto(served_site.url(FREE))
    swap = page.get_by_role("button", name="Byt plats", include_hidden=True)
    assert swap.is_hidden()
    page.locator("#fran").select_option("halland-2012")
    assert swap.is_hidden()
    page.locator("#till").select_option("umearegionen-2019")
    swap.wait_for()


def test_one_text_against_all_others_is_sorted_by_likeness_and_opens_by_keyboard(open_at):
    page = open_at(FREE + "?fran=umearegionen-2019")
    page.locator("#lista li").first.wait_for()
    shares = [int(text.split("\u00a0")[0]) for text in page.locator("#lista .when").all_inner_texts()]
    assert shares == sorted(shares, reverse=True)
    assert len(shares) == page.locator("#fran option").count() - 2, "all but the text itself"
    page.locator("#lista li a").first.focus()
    page.keyboard.press("Enter")
    page.locator("#svar .diff:not(.ex)").wait_for()
    assert page.evaluate("document.activeElement.closest('#svar') && document.activeElement.tagName") == "H2"


def test_stepping_through_a_chosen_comparison_keeps_it(open_at):
    page = open_at(FREE + CHOICE)
    page.locator("#svar .changes a").nth(4).click()
    assert page.url.endswith(CHOICE + "#a5")
    page.locator("#a5 > .where > .l").click()
    assert page.locator("#a6").evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    page.go_back()
    assert page.locator("#svar .diff:not(.ex)").is_visible()


def test_a_shared_link_to_one_change_leads_to_it(open_at):
    page = open_at(FREE + CHOICE + "#a5")
    page.wait_for_function("document.querySelector('#a5:target') !== null")
    assert page.locator("#a5").evaluate("e => e.getBoundingClientRect().top < innerHeight")


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        ("?fran=finns-inte&till=umearegionen-2019", "”finns-inte” finns inte i samlingen"),
        ("?fran=toString", "”toString” finns inte i samlingen"),
        ("?fran=<img src=x onerror=alert(1)>", "finns inte i samlingen"),
        ("?fran=halland-2012&till=halland-2012", "samma text: inga skillnader"),
        ("?till=halland-2012", "Välj också en text"),
    ],
)
def test_what_cannot_be_shown_is_said(served_site, page_at, choice, words):
    page = page_at()
    page.goto(served_site.url(FREE + choice))
    assert words in status(page).inner_text()
    assert page.locator("#svar").is_hidden()
    assert page.locator("main img").count() == 0


def test_a_text_that_does_not_load_is_said_and_can_be_tried_again(open_at):
    page = open_at(FREE)
    page.route("**/data/halland-2012.js", lambda route: route.abort())
    page.locator("#fran").select_option("halland-2012")
    page.locator("#besked", has_text="gick inte att hämta").wait_for()
    page.unroute("**/data/halland-2012.js")
    page.locator("#fran").select_option("umearegionen-2019")
    page.locator("#fran").select_option("halland-2012")
    page.locator("#lista h2", has_text="Halland 2012 mot alla andra").wait_for()


ONE, OTHER = CHOICE.removeprefix("?fran=").split("&till=")
RIGHT, TURNED = "Östra Östergötland 2017 → Umeåregionen 2019", "Umeåregionen 2019 → Östra Östergötland 2017"


@pytest.mark.parametrize("holder", [ONE, OTHER])
@pytest.mark.parametrize("turned", [False, True])
def test_a_comparison_that_is_held_one_way_round_is_found_from_either_text(
    open_at, built_site, holder, turned
):
    """As in a large collection: one file of the two holds it, from its own text or (``turned``) to it."""
    page = open_at(FREE)
    for name in (ONE, OTHER):
        page.route(f"**/data/{name}.js", lambda route, _request, name=name: route.fulfill(
            body=_with_one(built_site, name, {ONE: OTHER, OTHER: ONE}[name], name == holder, turned),
            content_type="text/javascript",
        ))  # fmt: skip
    shown = RIGHT if (holder == ONE) != turned else TURNED
    for fran, till in ((ONE, OTHER), (OTHER, ONE)):
        page.goto(page.url.split("?")[0] + f"?fran={fran}&till={till}")
        page.locator("#svar .diff:not(.ex)").wait_for()
        assert page.locator("#svar h2").first.inner_text() == shown
        asked = shown == (RIGHT if fran == ONE else TURNED)
        assert ("åt det håll som är förberett" in status(page).inner_text()) == (not asked)


def _with_one(site, name, other, holds, turned):
    """Return the file of a text with the comparison with the other alone, or with none."""
    read = {
        key: json.loads((site / FREE / f"data/{key}.js").read_text("utf-8")[7:-3]) for key in (name, other)
    }
    found = read[other]["mot"][name] if turned else read[name]["mot"][other]
    read[name]["mot"] = {other: [*found[:-1], found[-1] & 1 | 2 * turned]} if holds else {}
    return f"jamfor({json.dumps(read[name])});"


def test_two_texts_can_be_chosen_from_a_folder_on_disk(built_site, page_at):
    page = page_at()
    page.goto((built_site / FREE / "index.html").as_uri() + CHOICE)
    page.locator("#svar .diff:not(.ex)").wait_for()
    page.locator("#till").select_option("halland-2012")
    page.locator("#svar h2", has_text="→ Halland 2012").wait_for()


def test_nothing_is_fetched_before_a_text_is_chosen(served_site, page_at):
    page, requests = page_at(), []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(served_site.url(FREE), wait_until="networkidle")
    assert [url for url in requests if "/data/" in url] == []


def test_a_strict_policy_lets_everything_work(served_site, page_at):
    page, errors = page_at(), []
    policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"

    def answer(route):
        response = route.fetch()
        route.fulfill(response=response, headers={**response.headers, "content-security-policy": policy})

    page.route("**/andamal/jamfor/?*", answer)
    page.on("console", lambda message: errors.append(message.text) if "jamfor.js" in message.text else None)
    page.goto(served_site.url(FREE + CHOICE))
    page.locator("#svar .diff:not(.ex)").wait_for()
    assert errors == []
