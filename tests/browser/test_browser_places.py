"""Where JupyterLab's users look for agents, beside the side panel."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from browser import lab_page, row, shoot
from installed import echoes, say
from jupyter_process import JupyterProcess
from playwright.sync_api import expect

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


@pytest.fixture(scope="module")
def server(installed: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[JupyterProcess]:
    """JupyterLab with two idle echo agents, in two folders."""
    with echoes(tmp_path_factory.mktemp("server"), installed, {"echo-1": "novel", "echo-2": "essay"}) as server:
        yield server


def test_running_agents_are_in_jupyterlabs_own_list(server: JupyterProcess) -> None:
    with lab_page(server, "JupyterLab Dark") as page:
        page.locator('li[data-id="jp-running-sessions"]').click()
        entry = page.locator(".jp-RunningSessions-item", has_text="echo-1")
        expect(entry).to_be_visible()
        shoot(page, "running-dark")
        entry.hover()
        entry.get_by_title("Stop Agent").click()
        page.get_by_role("dialog").get_by_role("button", name="Cancel").click()
        entry.get_by_text("echo-1").click()
        expect(page.get_by_role("tab", name="echo-1", exact=True)).to_be_visible()
        expect(page.locator(".jp-Terminal textarea")).to_be_attached()


def test_agents_are_where_people_look_in_jupyterlab(server: JupyterProcess) -> None:
    with lab_page(server) as page:
        tile = page.locator(".jp-LauncherCard", has_text="Echo")
        tile.click()
        form = page.get_by_role("dialog")
        expect(form.get_by_label("Agent")).to_have_value("echo")
        form.get_by_role("button", name="Cancel").click()
        page.locator('li[data-id="filebrowser"]').click()
        page.locator(".jp-DirListing-item", has_text="essay").click(button="right")
        page.get_by_role("menuitem", name="New Agent Here…").click()
        expect(form.get_by_label("Folder")).to_have_value("essay")
        form.get_by_label("Folder").press("Escape")
        expect(form).to_have_count(0)
        say(server, "echo-2", "[[permission make all]]")
        status = page.get_by_role("button", name="Agents: 1 needs you, 0 working")
        expect(status).to_contain_text("▲ 1 needs you, ◐ 0 working, ✔ ")
        expect(page.get_by_text("echo-2 needs you: permission.")).to_be_visible()
        shoot(page, "jupyterlab")
        status.click()
        page.get_by_role("article", name="echo-2 asks: permission").get_by_role("button", name="3 No").click()
        page.keyboard.press("Control+Shift+C")
        page.keyboard.type("Pause Queue")
        page.keyboard.press("Enter")
        form.get_by_role("combobox").select_option("echo-2")
        form.get_by_role("button", name="Ok").click()
        expect(row(page, "echo-2").locator(".jp-AreYouJ-facts")).to_contain_text("queue paused")
        page.keyboard.press("Control+Shift+C")
        page.keyboard.type("Dismiss Exited")
        page.keyboard.press("Enter")
        expect(page.get_by_text("No agent can do this right now.")).to_be_visible()
