"""Two comparisons that the tests look at: a pair with a page of its own, and the same two chosen freely."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

FREE = "andamal/jamfor/"
PAIR = f"{FREE}ostra-ostergotland-2017/umearegionen-2019/"
CHOICE = "?fran=ostra-ostergotland-2017&till=umearegionen-2019"


def status(page: Page) -> Locator:
    """What the free comparison says of what it does."""
    return page.locator("#besked")
