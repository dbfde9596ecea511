"""What is hidden in JupyterLab is not drawn, and is there with the focus as soon as it is asked for."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

import pytest
from browser import LOAD_DEADLINE, PANEL, lab_page, row, shoot
from installed import history, post, say, state
from jupyter_process import JupyterProcess, jupyter_process
from playwright.sync_api import Page, expect
from waiting import until_now

AGENTS = ("echo-1", "echo-2")

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


@pytest.fixture(scope="module")
def server(installed: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[JupyterProcess]:
    """JupyterLab with two agents, the first of which has done something, and a task."""
    with jupyter_process(tmp_path_factory.mktemp("server"), program=("lab",), environment=installed) as server:
        for _ in AGENTS:
            post(server, "sessions", {"spec": "echo"})
        until_now(lambda: all(state(server, agent) == "idle" for agent in AGENTS), "two idle agents")
        say(server, "echo-1", "hello")
        post(server, "tasks", {"title": "Write the paper"})
        yield server


def test_a_panel_that_was_never_shown_has_no_rows_and_shows_the_next_task_at_once(server: JupyterProcess) -> None:
    with lab_page(server) as page:
        page.goto(f"{server.url}lab?reset", wait_until="domcontentloaded")
        expect(page.get_by_role("button", name="Agents: 0 need you, 0 working, 1 done")).to_be_visible(
            timeout=LOAD_DEADLINE
        )
        expect(page.locator(".jp-AreYouJ-row")).to_have_count(0)
        page.locator(".jp-Launcher").wait_for()
        page.keyboard.press("Control+Shift+C")
        page.keyboard.type("Show Next Task")
        page.keyboard.press("Enter")
        expect(page.locator(".jp-AreYouJ-tasktitle", has_text="Write the paper")).to_be_focused()
        expect(page.locator(".jp-AreYouJ-row")).to_have_count(2)


def test_a_conversation_that_comes_back_hidden_takes_what_is_typed_once_it_is_shown(server: JupyterProcess) -> None:
    with lab_page(server) as page:
        for agent in AGENTS:
            row(page, agent).get_by_role("button", name=f"More about {agent}").click()
            page.get_by_role("menuitem", name="Messages").click()
            _focused(page, agent)
        until_now(lambda: len(_kept_tabs(server)) == len(AGENTS), "both tabs in the workspace")
        page.reload()
        page.locator(PANEL).wait_for(timeout=LOAD_DEADLINE)
        expect(row(page, "echo-1")).to_be_visible()
        for agent in AGENTS:
            page.get_by_role("tab", name=f"{agent}: messages").click()
            _focused(page, agent)


def _kept_tabs(server: JupyterProcess) -> set[str]:
    """The conversations that the workspace's layout names; it names the current one twice."""
    data = server.get("lab/api/workspaces/default").json()["data"]
    return set(re.findall(r"areyouj-messages:[\w-]+", json.dumps(data.get("layout-restorer:data", {}))))


def test_a_hidden_terminal_gets_nothing_and_all_that_it_lacks_when_it_is_shown(server: JupyterProcess) -> None:
    with lab_page(server) as page:
        frames: list[tuple[str, str]] = []
        page.on(
            "websocket",
            lambda socket: socket.on("framereceived", lambda frame: frames.append((socket.url, str(frame)))),
        )
        ids = {agent: server.get(f"areyouj/api/sessions/{agent}").json()["id"] for agent in AGENTS}

        def got(agent: str, text: str) -> bool:
            page.evaluate("1")  # Playwright tells of frames while it is asked for something
            return any(ids[agent] in url and "terminals/websocket" in url and text in frame for url, frame in frames)

        for agent in AGENTS:
            row(page, agent).get_by_role("button", name=f"More about {agent}").click()
            page.get_by_role("menuitem", name="Terminal").click()
            expect(page.locator(".jp-Terminal:visible textarea")).to_be_focused()
        for number, agent in enumerate(AGENTS):
            say(server, agent, f"behind the scene {number}")
        until_now(lambda: "behind the scene 0" in history(server, "echo-1")[-1], "the reply of echo-1")
        expect(page.locator(".jp-Terminal:visible")).to_have_count(1)
        until_now(lambda: got("echo-2", "behind the scene 1"), "output in the terminal that is shown")
        assert not got("echo-1", "behind the scene 0")
        page.get_by_role("tab", name="echo-1", exact=True).click()
        until_now(lambda: got("echo-1", "behind the scene 0"), "what the hidden terminal lacked")
        shoot(page, "shown-again")


def _focused(page: Page, agent: str) -> None:
    """Where one writes to an agent has the focus."""
    tab = page.get_by_role("tabpanel", name=f"{agent}: messages")
    expect(tab.get_by_label(f"Message for {agent}")).to_be_focused()
