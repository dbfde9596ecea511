"""A queue that does not move in a real browser: the sidebar, a reply's cell and the dashboard say why, and end it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import httpx
import pytest
from browser import LOAD_DEADLINE, lab_page, notebook_page, row, run_cell, shoot
from installed import history, post, say, state
from jupyter_process import JupyterProcess, jupyter_process
from local_http import LOCAL
from playwright.sync_api import expect
from waiting import until_now

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

CONNECT = "import areyouj_jupyter\ncrew = areyouj_jupyter.connect()"
CLEAR = "Clear the input and send"
TYPED = "there is text in the agent’s input line"


@pytest.fixture(scope="module")
def server(installed: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[JupyterProcess]:
    """JupyterLab with an idle echo agent, where a second is long."""
    folder = tmp_path_factory.mktemp("server")
    option = "--AreYouJApp.held_after=1"
    with jupyter_process(folder, option, program=("lab",), environment=installed) as server:
        post(server, "agents", {"name": "writer", "spec": "echo"})
        post(server, "sessions", {"agent": "writer"})
        until_now(lambda: state(server, "writer") == "idle", "an idle agent")
        yield server


def leave_text(server: JupyterProcess) -> None:
    """Somebody writes half a sentence in the terminal, and goes away."""
    post(server, "sessions/writer/keys", {"keys": "half a sentence"})
    until_now(lambda: blocked(server) == "composer", "the text in the input line")


def blocked(server: JupyterProcess) -> object:
    """What keeps the agent's queue from moving."""
    return server.get("areyouj/api/sessions/writer/status").json()["blocked"]


def test_the_sidebar_tells_what_holds_a_message_and_sends_it_in_one_click(server: JupyterProcess) -> None:
    with lab_page(server) as page:
        leave_text(server)
        say(server, "writer", "from the sidebar")
        told = page.locator(".jp-AreYouJ-row").get_by_role("status")
        expect(told).to_contain_text(TYPED)
        card = page.get_by_role("article", name="Messages wait for writer")
        expect(card).to_contain_text(TYPED)
        shoot(page, "held-light")
        button = page.locator(".jp-AreYouJ-row").get_by_role("button", name=CLEAR)
        button.focus()
        page.keyboard.press("Enter")
        until_now(lambda: history(server, "writer")[-1:] == ["**echo** heard: from the sidebar"], "the reply")
        expect(told).to_have_count(0)
        expect(card).to_have_count(0)
        expect(row(page, "writer")).to_be_visible()


def test_a_reply_tells_it_in_its_cell_with_the_same_button(server: JupyterProcess) -> None:
    leave_text(server)
    send = "reply = crew['writer'].send('from a cell')\nreply"
    with notebook_page(server, CONNECT, send, theme="JupyterLab Dark") as page:
        run_cell(page, 0)
        run_cell(page, 1)
        shown = page.locator(".jp-OutputArea").get_by_role("status")
        expect(shown).to_contain_text(TYPED, timeout=LOAD_DEADLINE)
        shoot(page, "held-reply-dark")
        page.locator(".jp-OutputArea").get_by_role("button", name=CLEAR).click()
        expect(page.locator(".jp-OutputArea-output").last).to_have_text("echo heard: from a cell")


def test_the_dashboard_tells_it_and_resumes_a_queue(server: JupyterProcess) -> None:
    paused = f"{server.url}areyouj/api/sessions/writer/queue/paused"
    assert httpx.put(paused, headers=server.headers, json={"paused": True}, **LOCAL).is_success
    say(server, "writer", "from the dashboard")
    with notebook_page(server, f"{CONNECT}\nareyouj_jupyter.Dashboard(crew)") as page:
        run_cell(page, 0)
        note = page.locator(".held:visible")
        expect(note).to_contain_text("the queue is paused", timeout=LOAD_DEADLINE)
        shoot(page, "held-dashboard")
        note.get_by_role("button", name="Resume queue").click()
        until_now(lambda: history(server, "writer")[-1:] == ["**echo** heard: from the dashboard"], "the reply")
        expect(note).to_have_count(0)
