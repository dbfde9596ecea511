"""JupyterLab in a real browser, for tests: `with lab_page(server) as page:`."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from jupyter_process import JupyterProcess
from playwright.sync_api import Locator, Page, expect, sync_playwright

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = (
    "--no-sandbox",
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
LOAD_DEADLINE = 60_000  # milliseconds, as Playwright counts; two busy cores
WAIT_DEADLINE = 20_000  # milliseconds
PANEL = 'li[data-id="areyouj-panel"]'

Theme = Literal["JupyterLab Light", "JupyterLab Dark"]


@contextmanager
def lab_page(server: JupyterProcess, theme: Theme = "JupyterLab Light") -> Iterator[Page]:
    """A page with JupyterLab in an empty workspace and our panel shown. At the end there was no uncaught error.

    The browser ends with it: while one lives, Playwright keeps an event loop running, and no other can.
    """
    _set_preferences(server, theme)
    errors: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.set_default_timeout(WAIT_DEADLINE)
        expect.set_options(timeout=WAIT_DEADLINE)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(f"{server.url}lab?token={server.token}&reset", wait_until="domcontentloaded", timeout=LOAD_DEADLINE)
        page.locator(".jp-Launcher").wait_for(timeout=LOAD_DEADLINE)
        page.locator(PANEL).click()
        yield page
        browser.close()
    assert errors == []


def row(page: Page, agent: str, look: str = "") -> Locator:
    """An agent's row in the panel; look: only while it looks so."""
    return page.locator(f'[data-agent="{agent}"]' + (f'[data-look="{look}"]' if look else ""))


def shoot(page: Page, name: str) -> None:
    """Keep a picture in $AREYOUJ_SCREENSHOTS, if that is set."""
    if folder := os.environ.get("AREYOUJ_SCREENSHOTS"):
        page.screenshot(path=Path(folder, f"{name}.png"))


def _set_preferences(server: JupyterProcess, theme: Theme) -> None:
    """The user's settings: the theme, and no question about news."""
    folder = Path(server.environment["JUPYTER_CONFIG_DIR"], "lab", "user-settings", "@jupyterlab", "apputils-extension")
    folder.mkdir(parents=True, exist_ok=True)
    for name, setting in (("themes", {"theme": theme}), ("notification", {"fetchNews": "false"})):
        (folder / f"{name}.jupyterlab-settings").write_text(json.dumps(setting), encoding="utf-8")
