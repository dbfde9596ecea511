"""The pictures of the README; CONTRIBUTING says how they are made anew."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from browser import lab_page, row, shoot
from installed import post, say, state
from jupyter_process import JupyterProcess, jupyter_process
from playwright.sync_api import Page, expect
from waiting import until_now

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

AGENTS = {"writer": "paper", "critic": "paper", "runner": "model", "tester": "model"}
TASKS = (
    {"title": "Write the paper", "status": "in-progress"},
    {"title": "Collect the figures", "parent_id": "1", "status": "done"},
    {"title": "Describe the method", "parent_id": "1", "priority": "high"},
    {"title": "Check the references", "dependencies": ["1"]},
)
WINDOW = {"width": 1120, "height": 760}  # pixels
WIDTH = 380  # pixels; the panel's


@pytest.fixture
def server(installed: Mapping[str, str]) -> Iterator[JupyterProcess]:
    """JupyterLab with four idle agents and a few tasks, in a folder whose name may be seen."""
    with (
        tempfile.TemporaryDirectory(prefix="ada-") as folder,
        jupyter_process(Path(folder), program=("lab",), environment=installed) as server,
    ):
        for name, folder in AGENTS.items():
            (server.root / folder).mkdir(exist_ok=True)
            post(server, "agents", {"name": name, "spec": "echo", "project_path": folder})
            post(server, "sessions", {"agent": name})
        until_now(lambda: all(state(server, name) == "idle" for name in AGENTS), "four idle agents")
        for task in TASKS:
            post(server, "tasks", task)
        yield server


def widen(page: Page) -> None:
    """Draw the sidebar's edge until the panel has its width."""
    panel = page.locator("#areyouj-panel").bounding_box()
    assert panel
    edge = panel["x"] + panel["width"] + 1
    page.mouse.move(edge, 400)
    page.mouse.down()
    page.mouse.move(panel["x"] + WIDTH, 400, steps=4)
    page.mouse.up()


def test_the_pictures_of_the_readme_show_agents_in_every_state(server: JupyterProcess) -> None:
    with lab_page(server) as page:
        page.set_viewport_size(WINDOW)
        widen(page)
        say(server, "tester", "Are all tests green?")
        say(server, "critic", "Review the method. [[permission git diff paper.tex]]")
        say(server, "writer", "Write the introduction. [[ticks 400 300]]")
        say(server, "writer", "Then the summary.")
        for agent, look in (("critic", "needs-you"), ("tester", "done"), ("writer", "working"), ("runner", "idle")):
            expect(row(page, agent, look)).to_be_visible()
        card = page.get_by_role("article", name="critic asks: permission")
        expect(card.get_by_role("button", name="1 Yes")).to_be_visible()
        expect(page.get_by_role("list", name="Tasks").get_by_role("listitem")).to_have_count(4)
        page.mouse.move(900, 400)
        for shown in page.get_by_role("button", name="Hide notification").all():
            shown.click()
        shoot(page, "panel", page.locator("#areyouj-panel"))
        shoot(page, "needs-you", page.get_by_role("group", name="Needs you"))
        shoot(page, "tasks", page.get_by_role("group", name="Tasks"))
        row(page, "writer").get_by_role("button", name="More about writer").click()
        page.get_by_role("menuitem", name="Terminal").click()
        expect(page.locator(".jp-Terminal textarea")).to_be_focused()
        page.locator("#areyouj-panel").evaluate("panel => panel.scrollTo(0, 0)")
        shoot(page, "terminal")
