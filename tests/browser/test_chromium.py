"""The browser that the tests share keeps nothing from one page for the next, and lets other event loops run."""

from __future__ import annotations

import asyncio

import pytest
from chromium import fresh_page
from playwright.sync_api import Page

ORIGIN = "http://127.0.0.1:9/"
KEEP = """async () => {
  document.cookie = 'kept=1; max-age=600';
  localStorage.kept = 1;
  await caches.open('kept');
  await new Promise(done => { indexedDB.open('kept').onsuccess = done; });
}"""
KEPT = """async () => [
  document.cookie,
  localStorage.length,
  (await caches.keys()).length,
  (await indexedDB.databases()).length
]"""

pytestmark = pytest.mark.slow


def opened(page: Page) -> None:
    """Open that page of a server which is not there."""
    page.route(ORIGIN, lambda route: route.fulfill(content_type="text/html", body="<p>hello"))
    page.goto(ORIGIN)


def test_a_page_finds_nothing_of_the_one_before() -> None:
    with fresh_page(ORIGIN) as page:
        opened(page)
        page.evaluate(KEEP)
        assert page.evaluate(KEPT) == ["kept=1", 1, 1, 1]
        page.evaluate("void open('about:blank')")
    with fresh_page(ORIGIN) as page:
        opened(page)
        assert page.evaluate(KEPT) == ["", 0, 0, 0]
        assert len(page.context.pages) == 2


def test_other_event_loops_run_between_two_pages() -> None:
    async def told() -> str:
        await asyncio.sleep(0)
        return "told"

    for _ in range(2):
        with fresh_page(ORIGIN) as page:
            assert page.evaluate("1 + 1") == 2
        assert asyncio.run(told()) == "told"


def test_a_browser_in_which_a_test_failed_is_not_used_again() -> None:
    pages: list[Page] = []
    with pytest.raises(ZeroDivisionError), fresh_page(ORIGIN) as page:
        pages.append(page)
        raise ZeroDivisionError
    assert asyncio.run(asyncio.sleep(0, "free")) == "free"
    with fresh_page(ORIGIN) as page:
        assert page.evaluate("1 + 1") == 2
        assert page.context is not pages[0].context
