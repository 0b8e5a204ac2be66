"""An old address leads to the new page, and to the place on it that was asked for: served, and from files."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from ramberattelser.settings import redirects

NEW = "andamal/umearegionen/2019/"
MOVED = {"/gammal/sida/": f"/{NEW}", "/gammal/": "/om/#kontakt"}

pytestmark = pytest.mark.browser


@pytest.fixture
def served(served_site, page_at):
    """Open an old address as a host would serve it, and return the page."""

    def opened(path: str):
        page = page_at()
        pages = redirects.files(MOVED)

        def answer(route):
            name = urlsplit(route.request.url).path.removeprefix(urlsplit(served_site.root).path)
            route.fulfill(content_type="text/html", body=pages[f"{name}index.html"])

        page.route("**/gammal/**", answer)
        page.goto(served_site.url(path))
        return page

    return opened


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("gammal/sida/", NEW),
        ("gammal/sida/#m3", f"{NEW}#m3"),
        ("gammal/sida/?a=b#m3", f"{NEW}?a=b#m3"),
        ("gammal/", "om/#kontakt"),
        ("gammal/#m3", "om/#kontakt"),
    ],
)
def test_an_old_address_leads_to_the_same_place_on_the_new_page(old, new, served, served_site):
    page = served(old)
    page.wait_for_url(served_site.url(new))
    assert page.locator("h1").count() == 1


def test_without_script_it_leads_to_the_page(browser, served_site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    html = redirects.files(MOVED)["gammal/sida/index.html"]
    page.route("**/gammal/sida/", lambda route: route.fulfill(content_type="text/html", body=html))
    page.goto(served_site.url("gammal/sida/"))
    page.wait_for_url(served_site.url(NEW))
    context.close()


def test_from_the_file_system_it_leads_to_the_page_and_not_to_its_folder(built_site, tmp_path, page_at):
    for part in built_site.iterdir():
        (tmp_path / part.name).symlink_to(part)
    for name, html in redirects.files(MOVED).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(html, encoding="utf-8")
    page = page_at()
    page.goto((tmp_path / "gammal/sida/index.html").as_uri() + "#m3")
    page.wait_for_url(f"{tmp_path.as_uri()}/{NEW}index.html#m3")
    assert "ändamålsparagraf" in page.locator("h1").inner_text()
