"""The side panel in a real JupyterLab in a real browser, with the package installed from its wheel."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from browser import LOAD_DEADLINE, lab_page, reload, row, shoot
from installed import history, post, say, state
from jupyter_process import JupyterProcess, jupyter_process
from playwright.sync_api import Route, WebSocketRoute, expect
from waiting import until_now

AGENTS = ("echo-1", "echo-2", "echo-3")

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


@pytest.fixture(scope="module")
def server(installed: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[JupyterProcess]:
    """JupyterLab with three idle echo agents."""
    folder = tmp_path_factory.mktemp("server")
    with jupyter_process(folder, program=("lab",), environment=installed) as server:
        (server.root / "project").mkdir()
        for _ in AGENTS:
            post(server, "sessions", {"spec": "echo", "project_path": "project"})
        until_now(lambda: all(state(server, agent) == "idle" for agent in AGENTS), "three idle agents")
        yield server


def _told(replies: list[str], words: tuple[str, ...]) -> bool:
    """Whether each reply repeats its word."""
    return len(replies) == len(words) and all(word in reply for word, reply in zip(words, replies, strict=True))


def _with_controls(route: Route) -> None:
    """The messages with what a terminal would obey in place of the word bold."""
    response = route.fetch()
    route.fulfill(response=response, body=response.text().replace("**bold**", r"\u001b]52;c;aGk=\u0007 \u202e"))


def test_the_package_under_test_is_the_one_from_the_wheel(installed: Mapping[str, str], tmp_path: Path) -> None:
    command = (sys.executable, "-c", "import areyouj_jupyter; print(areyouj_jupyter.__file__)")
    done = subprocess.run(
        command, env={**os.environ, **installed}, cwd=tmp_path, check=True, capture_output=True, text=True
    )
    assert done.stdout.startswith(installed["PYTHONPATH"])


def test_the_panel_lists_three_agents_and_follows_one_from_working_to_done(
    server: JupyterProcess,
) -> None:
    with lab_page(server) as page:
        expect(page.locator(".jp-AreYouJ-row")).to_have_count(3)
        for agent in AGENTS:
            expect(row(page, agent).locator(".jp-AreYouJ-facts")).to_contain_text("echo · project")
        say(server, "echo-1", "[[ticks 20 100]]")
        expect(row(page, "echo-1", "working").locator(".jp-AreYouJ-state")).to_contain_text("working")
        expect(row(page, "echo-1").locator(".jp-AreYouJ-doing")).to_have_text("[[ticks 20 100]]")
        totals = page.get_by_role("group", name="Show only some agents").get_by_role("button")
        expect(totals).to_have_text(["▲0 need you", "◐1 working", "✔0 done", "○2 idle"])
        shoot(page, "panel-working")
        expect(row(page, "echo-1", "done").locator(".jp-AreYouJ-state")).to_contain_text("done")
        expect(page.locator(".jp-AreYouJ-row").first).to_have_attribute("data-agent", "echo-1")
        expect(page.get_by_role("status").get_by_text("echo-1 is done")).to_be_attached()
        shoot(page, "panel-done")
        row(page, "echo-1").locator(".jp-AreYouJ-head").click()
        expect(row(page, "echo-1", "idle")).to_be_visible()
        page.get_by_label("Filter agents").fill("echo-3 project")
        expect(page.locator(".jp-AreYouJ-row")).to_have_count(1)
        totals.nth(1).click()
        expect(page.get_by_text("No matching agents")).to_be_visible()


def test_prompts_are_answered_and_a_message_sent_in_the_panel(server: JupyterProcess) -> None:
    with lab_page(server, "JupyterLab Dark") as page:
        say(server, "echo-2", "[[permission make all]] [[ticks 10 100]]")
        expect(row(page, "echo-2", "needs-you").locator(".jp-AreYouJ-state")).to_have_text("needs you: permission")
        card = page.get_by_role("article", name="echo-2 asks: permission")
        expect(card.locator("pre")).to_contain_text("make all")
        shoot(page, "needs-you-dark")
        card.get_by_role("button", name="1 Yes").click()
        expect(row(page, "echo-2", "working")).to_be_visible()
        expect(card).to_have_count(0)
        say(server, "echo-2", "[[question Which colour?|Red|Blue]]")
        card = page.get_by_role("article", name="echo-2 asks: question")
        card.get_by_label("Other answer for echo-2").fill("Green <Enter>")
        card.get_by_role("button", name="Answer").dblclick()
        expect(card).to_have_count(0)
        until_now(lambda: "Green <Enter>" in history(server, "echo-2")[-1], "the reply to the answer")
        row(page, "echo-3").locator(".jp-AreYouJ-head").click()
        box = page.get_by_label("Message for echo-3")
        box.fill("<b>hello</b> [[ticks 5 100]]")
        box.press("Enter")
        expect(box).to_have_value("")
        expect(row(page, "echo-3", "working")).to_be_visible()
        expect(row(page, "echo-3", "done")).to_be_visible()


def test_the_keyboard_alone_reaches_a_terminal(server: JupyterProcess) -> None:
    with lab_page(server) as page:
        first = page.locator(".jp-AreYouJ-head").first
        first.focus()
        page.keyboard.press("ArrowDown")
        expect(page.locator(".jp-AreYouJ-head").nth(1)).to_be_focused()
        page.keyboard.press("Home")
        expect(first).to_be_focused()
        agent = page.locator(".jp-AreYouJ-row").first.get_attribute("data-agent")
        assert agent
        page.keyboard.press("Enter")
        expect(page.locator(".jp-Terminal textarea")).to_be_focused()
        expect(page.locator(".jp-Terminal .xterm-text-layer")).to_be_visible()  # WebGL is imitated here
        expect(page.get_by_role("tab", name=agent)).to_be_visible()
        page.keyboard.type("typed by hand")

        def screen() -> str:
            return "\n".join(server.get(f"areyouj/api/sessions/{agent}/screen").json()["lines"])

        until_now(lambda: "❯ typed by hand" in screen(), "the typed text in the agent's composer")
        page.keyboard.press("Control+u")
        until_now(lambda: "typed by hand" not in screen(), "an empty composer")
        shoot(page, "terminal")


def test_the_queue_is_edited_and_reordered_by_mouse_and_keyboard(server: JupyterProcess) -> None:
    with lab_page(server) as page:
        row(page, "echo-3").locator(".jp-AreYouJ-head").click()
        drawer = page.get_by_role("region", name="Queue of echo-3")
        drawer.get_by_role("button", name="Pause queue").click()
        expect(row(page, "echo-3").locator(".jp-AreYouJ-facts")).to_contain_text("queue paused")
        for word in ("one", "two", "three", "four"):
            say(server, "echo-3", word)
        items = drawer.get_by_role("listitem")
        expect(items).to_have_text(["one", "two", "three", "four"])
        items.nth(2).get_by_role("button", name="Move up").focus()
        page.keyboard.press("Enter")
        expect(items).to_have_text(["one", "three", "two", "four"])
        items.nth(3).drag_to(items.nth(0))
        expect(items).to_have_text(["four", "one", "three", "two"])
        items.nth(1).get_by_role("button", name="Cancel message").click()
        items.nth(0).get_by_role("button", name="Edit message").click()
        drawer.get_by_role("textbox").fill("five")
        drawer.get_by_role("textbox").press("Enter")
        expect(items).to_have_text(["five", "three", "two"])
        shoot(page, "queue")
        drawer.get_by_role("button", name="Resume queue").click()
        expect(drawer.get_by_text("Queue: empty")).to_be_visible()
        words = ("five", "three", "two")
        until_now(lambda: _told(history(server, "echo-3")[-3:], words), "three replies in order")


def test_a_conversation_is_read_as_markdown_in_which_nothing_hostile_works(server: JupyterProcess) -> None:
    hostile = "<img src=x onerror='window.fell = 1'><script>window.fell = 1</script> ![p](http://127.0.0.1/p)"
    loaded: list[str] = []
    with lab_page(server) as page:
        page.on("request", lambda request: loaded.append(request.url))
        row(page, "echo-2").get_by_role("button", name="More about echo-2").click()
        page.get_by_role("menuitem", name="Messages").click()
        tab = page.get_by_role("tabpanel", name="echo-2: messages")
        tab.get_by_label("Message for echo-2").fill(f"**bold** `a<b` {hostile}")
        tab.get_by_label("Message for echo-2").press("Enter")
        reply = tab.get_by_role("article", name="echo-2").last
        expect(reply.locator("strong").last).to_have_text("bold")
        expect(reply.locator("code")).to_have_text("a<b")
        expect(reply).to_contain_text("<script>window.fell = 1</script> !")
        expect(tab.locator(".jp-AreYouJ-markdown :is(img, script)")).to_have_count(0)
        assert page.evaluate("window.fell") is None
        shoot(page, "messages")
        page.route("**/instances/*/messages*", _with_controls)
        page.reload()
        expect(reply).to_contain_text("␛]52;c;aGk=␇ ⟨U+202E⟩", timeout=LOAD_DEADLINE)
        assert not [url for url in loaded if url.endswith(("/p", "/x"))]


def test_a_task_is_made_assigned_and_finished_in_the_panel(server: JupyterProcess) -> None:
    with lab_page(server, "JupyterLab Dark") as page:
        tasks = page.get_by_role("list", name="Tasks").get_by_role("listitem")
        page.get_by_role("button", name="New Task").click()
        form = page.get_by_role("dialog")
        form.get_by_role("button", name="Add").click()
        expect(form.get_by_text("Give the task a title.")).to_be_visible()
        form.get_by_label("Title").fill("Write the paper")
        form.get_by_label("Details").fill("with *figures*")
        form.get_by_role("button", name="Add").click()
        expect(tasks).to_have_text(["○Write the paper"])
        post(server, "tasks", {"title": "<b>Outline</b>", "parent_id": "1"})
        post(server, "tasks", {"title": "Draft", "parent_id": "1", "dependencies": ["1.1"]})
        expect(tasks).to_have_text(["○Write the paper", "○<b>Outline</b>", "○Draftafter 1.1"])
        page.get_by_role("button", name="Show Next Task").click()
        expect(tasks.nth(1).get_by_role("button").first).to_be_focused()
        page.get_by_role("button", name="More about task 1.1").click()
        page.get_by_role("menuitem", name="Assign to echo-2").click()
        expect(tasks.nth(1)).to_have_text("◐<b>Outline</b>for echo-2")
        tasks.nth(1).click(button="right")
        page.get_by_role("menuitem", name="Mark as done").click()
        expect(page.get_by_text("1 of 2 done, 0 in progress")).to_be_visible()
        tasks.nth(0).get_by_role("button").first.click()
        expect(tasks.nth(0).locator("em")).to_have_text("figures")
        shoot(page, "tasks-dark")
        page.get_by_label("Show only some tasks").select_option("done")
        expect(tasks).to_have_count(2)
        with page.expect_download() as download:
            page.get_by_role("link", name="CSV").click()
        assert download.value.suggested_filename == "tasks.csv"
        page.get_by_role("button", name="More about task 1", exact=True).click()
        page.get_by_role("menuitem", name="Delete").click()
        page.get_by_role("dialog").get_by_role("button", name="Delete").click()
        expect(tasks).to_have_count(0)


def test_an_agent_is_started_and_stopped_in_the_panel(server: JupyterProcess) -> None:
    with lab_page(server) as page:
        page.get_by_role("button", name="New agent").click()
        form = page.get_by_role("dialog")
        form.get_by_label("Agent").select_option("echo")
        form.get_by_label("Name").fill("echo-1")
        expect(form.get_by_text("There is already an agent named 'echo-1'.")).to_be_visible()
        form.get_by_label("Name").fill("scribe")
        form.get_by_label("Folder").fill("nowhere")
        expect(form.get_by_text("nowhere does not exist.")).to_be_visible()
        form.get_by_role("button", name="Start").click()
        expect(form.get_by_role("alert")).to_contain_text("folder")
        shoot(page, "new-agent-refused")
        form.get_by_label("Folder").fill("project")
        form.get_by_label("Folder").press("Enter")
        expect(form).to_have_count(0)
        expect(row(page, "scribe", "idle")).to_be_visible()
        page.get_by_role("button", name="More about scribe").click()
        shoot(page, "menu")
        page.get_by_role("menuitem", name="Stop").click()
        page.get_by_role("dialog").get_by_role("button", name="Stop").click()
        expect(row(page, "scribe")).to_have_count(0)
        page.get_by_text("Not running").click()
        page.get_by_role("button", name="More about scribe").click()
        page.get_by_role("menuitem", name="Delete").click()
        page.get_by_role("dialog").get_by_role("button", name="Delete").click()
        expect(page.get_by_text("Not running")).to_have_count(0)


def test_a_lost_connection_is_told_and_what_happened_meanwhile_is_shown_after_it(
    server: JupyterProcess,
) -> None:
    open_sockets: list[WebSocketRoute] = []
    cut = False

    def relay(socket: WebSocketRoute) -> None:
        if cut:
            socket.close()
        else:
            socket.connect_to_server()
            open_sockets.append(socket)

    with lab_page(server) as page:
        page.route_web_socket("**/areyouj/api/events**", relay)
        reload(page)
        expect(row(page, "echo-1")).to_be_visible()
        cut = True
        open_sockets.pop().close()
        expect(page.get_by_role("alert")).to_contain_text("Connection lost, reconnecting…")
        shoot(page, "connection-lost")
        say(server, "echo-1", "[[ticks 3 100]]")
        until_now(lambda: state(server, "echo-1") == "idle", "the end of the turn")
        cut = False
        expect(row(page, "echo-1", "done")).to_be_visible()
        expect(page.get_by_role("alert")).to_have_count(0)
