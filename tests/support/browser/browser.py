"""JupyterLab in a real browser, for tests: `with lab_page(server) as page:`."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import httpx
import nbformat
from chromium import WAIT_DEADLINE, fresh_page
from jupyter_process import JupyterProcess
from local_http import LOCAL
from playwright.sync_api import Locator, Page, expect
from waiting import until_now

LOAD_DEADLINE = 60_000  # milliseconds, as Playwright counts; two busy cores
PANEL = 'li[data-id="areyouj-panel"]'

Theme = Literal["JupyterLab Light", "JupyterLab Dark", "JupyterLab Dark High Contrast"]


@contextmanager
def lab_page(server: JupyterProcess, theme: Theme = "JupyterLab Light") -> Iterator[Page]:
    """A page with JupyterLab in an empty workspace and our panel shown. At the end there was no uncaught error."""
    _set_preferences(server, theme)
    with browser_page(server, "lab?reset") as page:
        page.locator(".jp-Launcher").wait_for(timeout=LOAD_DEADLINE)
        page.locator(PANEL).click()
        yield page


@contextmanager
def notebook_page(
    server: JupyterProcess, *cells: str, place: str = "lab/tree", theme: Theme = "JupyterLab Light", known: str = ""
) -> Iterator[Page]:
    """A page with a new notebook of these cells and a new kernel, which is idle; others on that server are ended.

    place: `lab/tree`, or Notebook's `notebooks`; known: the one uncaught error that is not ours.
    """
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(notebook, server.root / "dashboard.ipynb")
    for session in server.get("api/sessions").json():
        httpx.delete(f"{server.url}api/sessions/{session['id']}", headers=server.headers, timeout=20, **LOCAL)
    _set_preferences(server, theme)
    with browser_page(server, f"{place}/dashboard.ipynb?reset", known) as page:
        # The page says idle before it has a kernel; a cell that is run then asks for one.
        until_now(lambda: _kernel_states(server) == ["idle"], "the notebook's kernel", LOAD_DEADLINE / 1000)
        page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]').wait_for(timeout=LOAD_DEADLINE)
        yield page


def _kernel_states(server: JupyterProcess) -> list[str]:
    return [session["kernel"]["execution_state"] for session in server.get("api/sessions").json()]


def run_cell(page: Page, number: int) -> None:
    """Run a cell of the notebook; does not wait for it."""
    page.locator(".jp-Notebook .jp-CodeCell .cm-content").nth(number).click()
    page.keyboard.press("Control+Enter")


@contextmanager
def browser_page(server: JupyterProcess, path: str, known: str = "") -> Iterator[Page]:
    """A page of the server, below its base URL. At the end there was no uncaught error but perhaps the known one."""
    errors: list[str] = []
    address = f"{server.url}{path}{'&' if '?' in path else '?'}token={server.token}"
    with fresh_page(server.url) as page:
        expect.set_options(timeout=WAIT_DEADLINE)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(address, wait_until="domcontentloaded", timeout=LOAD_DEADLINE)
        yield page
    assert [error for error in errors if error != known] == []


def reload(page: Page) -> None:
    """Load the page anew, with the panel shown."""
    page.reload()
    page.locator(PANEL).wait_for(timeout=LOAD_DEADLINE)
    # While it starts JupyterLab may still show the panel by itself; a click would then hide it.
    page.locator("#jupyterlab-splash").wait_for(state="detached", timeout=LOAD_DEADLINE)
    if not page.locator("#areyouj-panel").is_visible():
        page.locator(PANEL).click()


def row(page: Page, agent: str, look: str = "") -> Locator:
    """An agent's row in the panel; look: only while it looks so."""
    return page.locator(f'[data-agent="{agent}"]' + (f'[data-look="{look}"]' if look else ""))


def menu(page: Page, agent: str, entry: str) -> None:
    """Choose an entry of an agent's menu."""
    page.get_by_role("button", name=f"More about {agent}").click()
    page.get_by_role("menuitem", name=entry).click()


def compose(box: Locator, key: str) -> None:
    """Press a key as Safari tells of the one that ends a composed word: only its code says that it is taken."""
    box.dispatch_event("keydown", {"key": key, "keyCode": 229, "bubbles": True, "cancelable": True})


def shoot(page: Page, name: str, part: Locator | None = None) -> None:
    """Keep a picture of a page, or of a part of it, in $AREYOUJ_SCREENSHOTS, if that is set."""
    if folder := os.environ.get("AREYOUJ_SCREENSHOTS"):
        (part or page).screenshot(path=Path(folder, f"{name}.png"))


def _set_preferences(server: JupyterProcess, theme: Theme) -> None:
    """The user's settings: the theme, and no question about news."""
    folder = Path(server.environment["JUPYTER_CONFIG_DIR"], "lab", "user-settings", "@jupyterlab", "apputils-extension")
    folder.mkdir(parents=True, exist_ok=True)
    for name, setting in (("themes", {"theme": theme}), ("notification", {"fetchNews": "false"})):
        (folder / f"{name}.jupyterlab-settings").write_text(json.dumps(setting), encoding="utf-8")
