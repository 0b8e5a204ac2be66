"""The address of a page and of a section can be copied; and how scripts copy, where a browser can less."""

from __future__ import annotations

import re

import pytest

from browser.page_types import representative

pytestmark = pytest.mark.browser


def test_a_section_has_a_link_that_keys_reach_and_that_can_be_copied(story, page_at):
    page = page_at()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(story)
    link = page.get_by_role("link", name=re.compile("^Länk till avsnittet ")).first
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(story + (link.get_attribute("href") or ""))
    page.wait_for_function("document.activeElement.textContent === 'Kopiera länken'")
    page.keyboard.press("Enter")
    page.locator("main .copylink [role=status]", has_text="Länken är kopierad.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_the_address_of_the_page_can_be_copied_and_nothing_is_stored(story, page_at):
    page = page_at()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(story)
    page.get_by_role("button", name="Kopiera länken till sidan").click()
    page.locator(".foot [role=status]", has_text="Länken är kopierad.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == story
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_an_address_that_leads_nowhere_is_not_offered_to_be_copied(served_site, page_at):
    page = page_at()
    page.goto(served_site.url("404.html"))
    page.wait_for_function("window.tillUrklipp")
    assert page.get_by_role("button", name="Kopiera").count() == 0


@pytest.mark.parametrize("kind", ["berättelse", "lydelse", "jämförelse", "förbund", "start"])
def test_what_a_page_is_cited_as_can_be_copied_as_it_is_shown(kind, built_site, served_site, page_at):
    page = page_at()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(served_site.url(representative(built_site, kind)))
    box = page.locator(".citebox")
    page.get_by_role("button", name="Kopiera hänvisningen").click()
    box.get_by_role("status").get_by_text("Hänvisningen är kopierad.").wait_for()
    said, address = page.evaluate("navigator.clipboard.readText()").rsplit(" ", 1)
    assert said == " ".join(box.locator("p").first.inner_text().split())
    assert address == box.locator("[data-adress]").inner_text()


def test_what_is_said_after_copying_is_not_torn_apart_beside_the_button_on_a_phone(story, page_at):
    page = page_at(390)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(story)
    page.get_by_role("button", name="Kopiera hänvisningen").click()
    said = page.locator(".citebox").get_by_role("status")
    said.get_by_text("Hänvisningen är kopierad.").wait_for()
    assert said.evaluate("e => e.getBoundingClientRect().height") < 30


def test_a_site_that_was_not_told_its_address_is_cited_by_where_it_is_read(story, page_at):
    page = page_at()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(story)
    page.locator("[data-adress]").first.evaluate(
        "(slot, path) => { slot.textContent = path; }", "/berattelser/prov/"
    )
    page.get_by_role("button", name="Kopiera hänvisningen").click()
    page.locator(".citebox [role=status]", has_text="kopierad").wait_for()
    root = page.evaluate("new URL('../', document.querySelector('script[src$=\"lank.js\"]').src).href")
    assert page.evaluate("navigator.clipboard.readText()").endswith(f" {root}berattelser/prov/")


def test_on_paper_such_a_site_says_where_it_was_read(story, page_at):
    page = page_at()
    page.goto(story)
    slot = page.locator(".citebox [data-adress]")
    slot.evaluate("(slot, path) => { slot.textContent = path; }", "/berattelser/prov/")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    root = page.evaluate("new URL('../', document.querySelector('script[src$=\"lank.js\"]').src).href")
    assert slot.inner_text() == f"{root}berattelser/prov/"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert slot.inner_text() == "/berattelser/prov/"


def test_two_chosen_texts_are_copied_with_the_address_that_shows_them(served_site, page_at):
    page = page_at()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(served_site.url("andamal/jamfor/?fran=umearegionen-2019&till=halland-2012"))
    page.locator("#svar .diff:not(.ex)").first.wait_for()
    page.get_by_role("button", name="Kopiera hänvisningen").click()
    page.locator(".citebox [role=status]", has_text="kopierad").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Umeåregionen 2019 jämförd med Halland 2012. Ramberättelser och ändamål")
    assert copied.endswith("/andamal/jamfor/?fran=umearegionen-2019&till=halland-2012")


OLD_BROWSER = """
    Object.defineProperty(navigator, 'clipboard', {value: undefined});
    document.addEventListener('copy', () => { window.copied = document.activeElement.value; });
"""


@pytest.mark.parametrize(
    ("kind", "button", "copied"),
    [
        ("berättelse", "Kopiera länken till sidan", "location.href"),
        ("jämförelse", "Kopiera med källa", "document.querySelector('[data-sida=new] a').href"),
    ],
)
def test_copying_without_the_clipboards_interface_gives_focus_back(
    kind, button, copied, built_site, served_site, page_at
):
    page = page_at()
    page.add_init_script(OLD_BROWSER)
    page.goto(served_site.url(representative(built_site, kind)))
    pressed = page.get_by_role("button", name=button)
    pressed.click()
    page.locator("[role=status]", has_text=re.compile("Länken är kopierad|Kopierat med källa")).wait_for()
    assert page.evaluate(f"window.copied.endsWith({copied})")
    assert pressed.evaluate("e => e === document.activeElement")
    assert page.locator("textarea").count() == 0


def test_a_press_before_all_scripts_have_run_waits_for_the_one_that_copies(built_site, served_site, page_at):
    page = page_at()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    held = []
    page.route("**/assets/look.js", lambda route: held.append(route))
    page.goto(served_site.url(representative(built_site, "jämförelse")), wait_until="commit")
    page.get_by_role("button", name="Kopiera med källa").click()
    assert page.evaluate("document.readyState") == "loading"
    held[0].continue_()
    page.locator("#kopiera [role=status]", has_text="Kopierat med källa").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").endswith(
        page.evaluate("document.querySelector('[data-sida=new] a').href")
    )
