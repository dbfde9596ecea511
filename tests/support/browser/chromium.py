"""One Chromium for all pages that a process of the tests opens in turn: to start it takes half as long as a page.

A page finds no cookie and nothing stored, as in a new profile. What is kept is what Chromium has made of JupyterLab's
scripts; that is half of a page.
"""

from __future__ import annotations

import asyncio
import atexit
import contextlib
import sys
import tempfile
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, sync_playwright

PROGRAM = "/usr/bin/chromium"
ARGUMENTS = (
    "--no-sandbox",
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--blink-settings=v8CacheOptions=3",  # a script's code is kept from the first time on, not from the third
)
WAIT_DEADLINE = 20_000  # milliseconds, as Playwright counts


class Chromium:
    """A running browser. Owned by this module."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="areyouj-chromium-", ignore_cleanup_errors=True)
        self._playwright = sync_playwright().start()
        self._loop = asyncio.get_running_loop()
        self._hooks = sys.get_asyncgen_hooks()
        self._context = self._playwright.chromium.launch_persistent_context(
            self._folder.name,
            executable_path=PROGRAM,
            args=ARGUMENTS,
            viewport={"width": 1280, "height": 900},
        )
        self._context.set_default_timeout(WAIT_DEADLINE)
        self._tools = self._context.new_cdp_session(self._context.pages[0])

    def open(self, origin: str) -> Page:
        """An empty page in a profile that knows nothing of this origin."""
        self._context.clear_cookies()
        self._context.clear_permissions()
        self._tools.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
        return self._context.new_page()

    def close(self) -> None:
        """Close all pages but the first, which is nobody's."""
        for page in self._context.pages[1:]:
            page.close()

    def pause(self) -> None:
        """Let other event loops run in this thread: Playwright's runs on behind its calls until the browser ends."""
        asyncio._set_running_loop(None)
        sys.set_asyncgen_hooks(None, None)

    def resume(self) -> None:
        """The opposite; before anything is asked of Playwright."""
        asyncio._set_running_loop(self._loop)
        sys.set_asyncgen_hooks(*self._hooks)

    def end(self) -> None:
        """End the browser, and what drives it."""
        with contextlib.suppress(Exception):
            self._context.close()
        with contextlib.suppress(Exception):
            self._playwright.stop()
        self._folder.cleanup()


_running: list[Chromium] = []
"""The one that waits for the next page, if any."""


@contextlib.contextmanager
def fresh_page(origin: str) -> Iterator[Page]:
    """An empty page; origin: of the server that it is for. A browser in which a test failed is not used again."""
    chromium = _running.pop() if _running else None
    if chromium:
        chromium.resume()
    else:
        chromium = Chromium()
    try:
        yield chromium.open(origin)
        chromium.close()
    except BaseException:
        chromium.end()
        raise
    chromium.pause()
    _running.append(chromium)


def end() -> None:
    """End the browser, if there is one."""
    while _running:
        chromium = _running.pop()
        chromium.resume()
        chromium.end()


atexit.register(end)  # benchmarks have no session


@pytest.fixture(scope="session", autouse=True)
def end_of_chromium() -> Iterator[None]:
    """It ends with the tests."""
    yield
    end()
