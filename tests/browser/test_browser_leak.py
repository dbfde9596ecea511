"""Hostile replies in a real browser: wherever they are shown, the page asks nobody for anything and runs nothing."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import hostile_texts
import pytest
from browser import LOAD_DEADLINE, menu, notebook_page, run_cell, shoot
from dashboards import opened
from installed import post, state
from jupyter_process import JupyterProcess, jupyter_process
from leak import leak
from playwright.sync_api import Page, expect
from waiting import until_now

# Notebook 7.6.5 throws this by itself when it loads its settings, with our labextension and without it.
NOTEBOOK_7 = "Cannot read properties of undefined (reading 'schema')"
FALL = "void (window.fall = () => { window.fell = 1; })"
SETUP = """
import json, areyouj_jupyter as areyouj
from areyouj_jupyter.kernel.replies.reply import Reply
crew = areyouj.connect()
asked = crew['writer'].ask('[[say hello]]')
texts = json.load(open('texts.json'))
def show(texts):
    for text in texts:
        reply = Reply(asked.message, asked._server)
        reply._resolve(text)  # as its agent would
        display(reply)
    print('all shown')
"""
EACH = 45  # outputs of a cell; JupyterLab hides what is beyond 50
DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


@contextmanager
def serving(program: str, folder: Path, installed: Mapping[str, str], host: str) -> Iterator[JupyterProcess]:
    """JupyterLab or Notebook 7, with an idle echo agent, a picture in its project and above it, and the texts."""
    with jupyter_process(folder, program=(program,), environment=installed) as server:
        (server.root / "project").mkdir()
        for place in ("project", "."):
            (server.root / place / "dot.png").write_bytes(DOT)
        (server.root / "texts.json").write_text(json.dumps(hostile_texts.texts(host)))
        post(server, "agents", {"name": "writer", "spec": "echo", "project_path": "project"})
        post(server, "sessions", {"agent": "writer"})
        until_now(lambda: state(server, "writer") == "idle", "an idle agent")
        yield server


def cells(host: str) -> list[str]:
    """What shows each text as a reply, some in each cell."""
    return [f"show(texts[{start}:{start + EACH}])" for start in range(0, len(hostile_texts.texts(host)), EACH)]


def assert_quiet(page: Page, host: str, asked: list[str]) -> None:
    """Nothing ran, and nothing was asked for before this request, which comes after all that the page began."""
    assert page.evaluate("window.fell") is None
    page.evaluate(f"new Promise(done => {{ const i = new Image(); i.onerror = done; i.src = 'http://{host}/last'; }})")
    assert [line for line in asked if "/last" not in line] == []


def show_all(page: Page, host: str, asked: list[str]) -> None:
    """Run the cells; each is in view once it has run."""
    page.evaluate(FALL)
    page.add_init_script(FALL)
    run_cell(page, 0)
    for number in range(1, len(cells(host)) + 1):
        run_cell(page, number)
        expect(page.locator(".jp-CodeCell").nth(number)).to_contain_text("all shown", timeout=LOAD_DEADLINE)
        assert_quiet(page, host, asked)


def saved(page: Page, server: JupyterProcess) -> Path:
    """The notebook, saved with all that is shown."""
    path = server.root / "dashboard.ipynb"
    page.keyboard.press("Control+s")
    until_now(lambda: path.read_text("utf-8").count("all shown\\n") == 6, "the saved notebook", LOAD_DEADLINE / 1000)
    return path


def look_at_all(page: Page, host: str, asked: list[str]) -> None:
    """Scroll to each cell, which JupyterLab draws then."""
    for number in range(1, len(cells(host)) + 1):
        cell = page.locator(".jp-CodeCell").nth(number)
        cell.scroll_into_view_if_needed(timeout=LOAD_DEADLINE)
        expect(cell).to_contain_text("all shown", timeout=LOAD_DEADLINE)
    assert_quiet(page, host, asked)


def test_jupyterlab_asks_for_nothing_before_and_after_it_is_saved_and_trusted(
    installed: Mapping[str, str], tmp_path: Path
) -> None:
    with (
        leak() as (host, asked),
        serving("lab", tmp_path, installed, host) as server,
        notebook_page(server, SETUP, *cells(host)) as page,
    ):
        show_all(page, host, asked)
        shoot(page, "leak-lab")
        saved(page, server)
        command = (sys.executable, "-m", "jupyter", "trust", "dashboard.ipynb")
        subprocess.run(command, cwd=server.root, env=dict(server.environment), check=True, capture_output=True)
        page.reload()
        look_at_all(page, host, asked)
        command = (*command[:3], "nbconvert", "--to", "html", "--output", "page", "dashboard.ipynb")
        subprocess.run(command, cwd=server.root, env=dict(server.environment), check=True, capture_output=True)
        page.route(lambda url: not url.startswith(("file:", f"http://{host}")), lambda route: route.abort())
        page.goto((server.root / "page.html").as_uri(), wait_until="load", timeout=LOAD_DEADLINE)
        shoot(page, "leak-nbconvert")
        assert_quiet(page, host, asked)


def test_notebook_7_asks_for_nothing(installed: Mapping[str, str], tmp_path: Path) -> None:
    with (
        leak() as (host, asked),
        serving("notebook", tmp_path, installed, host) as server,
        notebook_page(server, SETUP, *cells(host), place="notebooks", known=NOTEBOOK_7) as page,
    ):
        show_all(page, host, asked)


def test_the_sidebar_and_the_dashboard_ask_for_nothing_and_pictures_of_the_project_are_shown(
    installed: Mapping[str, str], tmp_path: Path
) -> None:
    pictures = "crew['writer'].ask('![mine](dot.png) ![above](../dot.png)')"
    hostile = "crew['writer'].ask(chr(10).join(t + chr(10) for t in texts[:150] if '[[' not in t and '```' not in t))"
    with (
        leak() as (host, asked),
        serving("lab", tmp_path, installed, host) as server,
        notebook_page(server, SETUP, pictures, f"{hostile}\nareyouj.Dashboard()") as page,
    ):
        page.evaluate(FALL)
        for number in range(3):
            run_cell(page, number)
        shown = page.locator(".jp-CodeCell").nth(1).locator(".jp-OutputArea-output")
        expect(shown).to_contain_text("above (../dot.png)", timeout=LOAD_DEADLINE)
        expect(shown.locator("img")).to_have_attribute("alt", "mine")
        assert shown.locator("img").evaluate("image => image.naturalWidth") == 1
        expect(opened(page, "writer").get_by_role("log")).to_contain_text("ping", timeout=LOAD_DEADLINE)
        shoot(page, "leak-dashboard")
        assert_quiet(page, host, asked)
        page.locator('li[data-id="areyouj-panel"]').click()
        menu(page, "writer", "Messages")
        # The agent's echo of a long message is cut; the message itself, which is Markdown too, is whole.
        messages = page.get_by_role("tabpanel", name="writer: messages")
        expect(messages).to_contain_text("ping", timeout=LOAD_DEADLINE)
        expect(messages.get_by_role("article", name="writer").nth(2)).to_contain_text("echo heard: !")
        expect(messages.locator(".jp-AreYouJ-markdown img")).to_have_count(0)
        shoot(page, "leak-sidebar")
        assert_quiet(page, host, asked)
