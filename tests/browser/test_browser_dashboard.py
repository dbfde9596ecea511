"""The dashboard in a real notebook in a real browser, with its kernel."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import httpx
import pytest
from browser import LOAD_DEADLINE, compose, notebook_page, run_cell, shoot
from dashboards import SHOW, crew, opened, rows, show, tab
from installed import say, state
from jupyter_process import JupyterProcess, jupyter_process
from local_http import LOCAL
from playwright.sync_api import Page, WebSocketRoute, expect
from waiting import until_now

BUSY = "import time\nprint('it', 'runs', flush=True)\ntime.sleep(600)"

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JupyterProcess]:
    """JupyterLab with three idle echo agents."""
    with jupyter_process(tmp_path_factory.mktemp("server"), program=("lab",)) as server:
        crew(server)
        yield server


def screen(server: JupyterProcess, agent: str) -> str:
    """What an agent's terminal shows."""
    return "\n".join(server.get(f"areyouj/api/sessions/{agent}/screen").json()["lines"])


def stop_cell(page: Page, number: int) -> None:
    """Interrupt the kernel, and see that the cell has ended."""
    page.keyboard.press("Escape")
    page.locator(".jp-Notebook .jp-CodeCell .jp-InputPrompt").nth(number).click()
    page.keyboard.press("i")
    page.keyboard.press("i")
    expect(page.locator(".jp-CodeCell").nth(number)).to_contain_text("KeyboardInterrupt")


def test_a_terminal_shows_live_output_and_takes_keys(server: JupyterProcess) -> None:
    with notebook_page(server, SHOW) as page:
        show(page)
        panel = opened(page, "writer")
        expect(rows(panel)).to_contain_text("an agent that works offline")
        say(server, "writer", "[[ticks 3 100]]")
        expect(rows(panel)).to_contain_text("tick 3")
        until_now(lambda: state(server, "writer") == "idle", "the end of the turn")
        panel.locator(".xterm-helper-textarea").focus()
        page.keyboard.type("dd typed by hand")
        until_now(lambda: "❯ dd typed by hand" in screen(server, "writer"), "the typed text in the composer")
        expect(rows(panel)).to_contain_text("dd typed by hand")
        page.keyboard.press("Control+u")
        until_now(lambda: "typed by hand" not in screen(server, "writer"), "an empty composer")
        page.keyboard.press("F6")
        expect(tab(page, "writer")).to_be_focused()
        page.keyboard.press("Home")
        expect(tab(page, "All agents")).to_be_focused()
        page.keyboard.type("ddb")  # would delete the cell, and make another one
        expect(page.locator(".jp-Notebook .jp-CodeCell")).to_have_count(1)


def test_everything_works_while_another_cell_keeps_the_kernel_busy(server: JupyterProcess) -> None:
    with notebook_page(server, SHOW, BUSY) as page:
        show(page)
        expect(tab(page, "critic")).to_have_text("○criticidle")
        run_cell(page, 1)
        expect(page.locator(".jp-CodeCell").nth(1)).to_contain_text("it runs")
        say(server, "critic", "[[permission make all]] [[ticks 5 100]]")
        expect(tab(page, "critic")).to_have_text("▲criticneeds you")
        shoot(page, "dashboard-overview")
        card = page.get_by_role("article", name="critic asks: permission")
        expect(card).to_contain_text(re.compile(r"permission · [2-9] s"))
        assert page.locator(".Toastify__toast").count() == 0, "it is before their eyes"
        card.get_by_role("button", name="1 Yes").click()
        expect(tab(page, "critic")).to_have_text("◐criticworking")
        expect(card).to_have_count(0)
        expect(tab(page, "critic")).to_have_text("✔criticdone")
        panel = opened(page, "writer")
        box = panel.get_by_label("Message for writer")
        box.fill("[[ticks 600 100]]")
        box.press("Enter")
        expect(tab(page, "writer")).to_have_text("◐writerworking")
        expect(rows(panel)).to_contain_text("tick 2")
        box.fill("and th")
        compose(box, "Enter")
        box.fill("and then?")
        panel.get_by_role("button", name="Send", exact=True).click()
        queue = panel.get_by_role("region", name="Queue of writer")
        expect(queue.get_by_role("listitem").locator("p")).to_have_text(["Running · [[ticks 600 100]]", "and then?"])
        shoot(page, "dashboard-agent")
        panel.get_by_role("button", name="Interrupt").click()
        expect(panel.get_by_role("log")).to_contain_text("heard: and then?")
        expect(page.get_by_label("Code Cell Content").nth(1).locator(".jp-InputPrompt")).to_have_text("[*]:")
        stop_cell(page, 1)


def test_a_queue_is_edited_moved_and_cancelled_and_two_dashboards_agree(server: JupyterProcess) -> None:
    with notebook_page(server, SHOW, "%load_ext areyouj_jupyter\n%areyouj dashboard", theme="JupyterLab Dark") as page:
        show(page)
        board = page.locator(".dashboard").first
        first = board.get_by_role("tabpanel", name="runner")
        tab(page, "runner").click()
        queue = first.get_by_role("region", name="Queue of runner")
        queue.get_by_role("button", name="Pause queue").click()
        expect(queue.get_by_role("button", name="Resume queue")).to_be_visible()  # the server has it
        for word in ("one", "two", "three", "four"):
            say(server, "runner", word)
        items = queue.get_by_role("listitem").locator("p")
        expect(items).to_have_text(["one", "two", "three", "four"])
        queue.get_by_role("button", name="Move up").nth(2).focus()
        page.keyboard.press("Enter")
        expect(items).to_have_text(["one", "three", "two", "four"])
        queue.get_by_role("button", name="Cancel message").nth(0).click()
        expect(items).to_have_text(["three", "two", "four"])
        queue.get_by_role("button", name="Edit message").nth(2).click()
        queue.get_by_role("textbox").fill("fiv")
        compose(queue.get_by_role("textbox"), "Enter")
        compose(queue.get_by_role("textbox"), "Escape")
        queue.get_by_role("textbox").fill("five")
        queue.get_by_role("textbox").press("Enter")
        expect(items).to_have_text(["three", "two", "five"])
        run_cell(page, 1)
        expect(page.locator(".dashboard")).to_have_count(2)
        page.locator(".dashboard").nth(1).get_by_role("tab", name="runner").click()
        second = page.get_by_role("region", name="Queue of runner").nth(1)
        expect(second.get_by_role("listitem").locator("p")).to_have_text(["three", "two", "five"])
        shoot(page, "dashboard-two-dark")
        second.get_by_role("button", name="Resume queue").click()
        expect(queue.get_by_text("Queue: empty")).to_be_visible()
        replies = first.get_by_role("article", name="runner")
        for place, word in enumerate(("two", "three", "five")):  # as they were sent
            expect(replies.nth(place)).to_contain_text(f"heard: {word}")


def test_a_reply_is_markdown_in_which_nothing_hostile_works(server: JupyterProcess) -> None:
    hostile = (
        "**bold** `a<b` <img src=x onerror='window.fell = 1'><script>window.fell = 1</script> "
        "![p](http://127.0.0.1/p) [x](javascript:window.fell=1) [web](https://example.org/)"
    )
    loaded: list[str] = []
    with notebook_page(server, SHOW, theme="JupyterLab Dark") as page:
        page.on("request", lambda request: loaded.append(request.url))
        show(page)
        panel = opened(page, "writer")
        panel.get_by_label("Message for writer").fill(hostile)
        panel.get_by_label("Message for writer").press("Enter")
        reply = panel.get_by_role("article", name="writer").last
        expect(reply.locator("strong").last).to_have_text("bold")
        expect(reply.locator("code")).to_have_text("a<b")
        expect(reply).to_contain_text("<script>window.fell = 1</script>")
        hrefs = [link.get_attribute("href") for link in reply.get_by_role("link").all()]
        assert hrefs == ["http://127.0.0.1/p", "https://example.org/"]
        expect(panel.locator(".markdown :is(img, script)")).to_have_count(0)
        assert page.evaluate("window.fell") is None
        shoot(page, "dashboard-agent-dark")
        assert not [url for url in loaded if url.endswith(("/p", "/x"))]


def test_an_agent_is_started_and_stopped_and_a_task_given_to_one(server: JupyterProcess) -> None:
    (server.root / "project").mkdir()
    with notebook_page(server, SHOW) as page:
        show(page)
        form = page.locator(".form")
        form.locator("summary").click()
        form.get_by_label("Agent").select_option("echo")
        form.get_by_label("Name").fill("scribe")
        form.get_by_label("Folder").fill("nowhere")
        form.get_by_role("button", name="Start").click()
        expect(form.get_by_role("alert")).to_contain_text("nowhere")
        form.get_by_label("Folder").fill("project")
        form.get_by_role("button", name="Start").click()
        expect(tab(page, "scribe")).to_have_attribute("aria-selected", "true")
        expect(tab(page, "scribe")).to_have_text("○scribeidle")
        assert server.get("areyouj/api/agents/scribe").json()["project_path"] == str(server.root / "project")
        tab(page, "All agents").click()
        page.get_by_label("New task title").fill("<b>Outline</b>")
        page.get_by_role("button", name="Add", exact=True).click()
        tasks = page.get_by_role("region", name="Tasks")
        expect(tasks.get_by_role("listitem")).to_contain_text("<b>Outline</b>")
        tasks.get_by_label("Assign task 1").select_option(label="scribe")
        expect(tasks.get_by_role("listitem")).to_contain_text("for scribe")
        expect(tab(page, "scribe")).to_have_text("✔scribedone")
        tasks.get_by_role("button", name="Done").click()
        expect(tasks).to_contain_text("Tasks: 1 of 1 done")
        shoot(page, "dashboard-tasks")
        panel = opened(page, "scribe")
        expect(tab(page, "scribe")).to_have_text("○scribeidle")
        panel.get_by_role("button", name="Stop").click()
        panel.get_by_role("button", name="Stop scribe?").click()
        expect(tab(page, "scribe")).to_have_count(0)
        expect(page.get_by_role("region", name="Not running").get_by_role("button", name="scribe")).to_be_visible()
    gone = httpx.delete(f"{server.url}areyouj/api/agents/scribe", headers=server.headers, **LOCAL)
    assert gone.is_success, gone.text


def test_without_its_kernel_a_saved_notebook_shows_who_was_there_and_holds_no_key(server: JupyterProcess) -> None:
    with notebook_page(server, SHOW) as page:
        show(page)
        expect(tab(page, "writer")).to_be_visible()
        still = page.get_by_text("The agents when this cell ran")
        expect(still).to_be_hidden()
        page.keyboard.press("Control+s")
        saved = server.root / "dashboard.ipynb"
        until_now(lambda: "widget-view" in saved.read_text("utf-8"), "the saved notebook")
        assert server.token not in saved.read_text("utf-8")
        text = "".join(json.loads(saved.read_text("utf-8"))["cells"][0]["outputs"][0]["data"]["text/plain"])
        assert "writer" in text
        for kernel in server.get("api/kernels").json():
            httpx.delete(f"{server.url}api/kernels/{kernel['id']}", headers=server.headers, **LOCAL)
        page.goto(f"{server.url}lab/tree/dashboard.ipynb?reset", timeout=LOAD_DEADLINE)
        expect(still).to_be_visible(timeout=LOAD_DEADLINE)
        expect(page.locator("table.areyouj")).to_contain_text("writer")
        shoot(page, "dashboard-still")


def test_where_the_page_cannot_reach_the_server_the_kernel_passes_everything_on(server: JupyterProcess) -> None:
    with notebook_page(server, SHOW) as page:
        page.route("**/areyouj/api/health*", lambda route: route.abort())
        show(page)
        expect(page.get_by_text("This page cannot reach the agents’ server")).to_be_visible()
        panel = opened(page, "writer")
        expect(panel.get_by_label("Screen of writer")).to_contain_text("? for shortcuts")
        panel.get_by_label("Message for writer").fill("by the kernel")
        panel.get_by_label("Message for writer").press("Enter")
        expect(panel.get_by_role("log")).to_contain_text("heard: by the kernel")
        expect(panel.get_by_label("Screen of writer")).to_contain_text("by the kernel")
        shoot(page, "dashboard-relay")


def test_after_a_reload_and_a_lost_connection_all_is_live_again(server: JupyterProcess) -> None:
    sockets: list[WebSocketRoute] = []
    cut = False

    def relay(socket: WebSocketRoute) -> None:
        if cut:
            socket.close()
        else:
            socket.connect_to_server()
            sockets.append(socket)

    with notebook_page(server, SHOW) as page:
        show(page)
        page.route_web_socket("**/areyouj/**", relay)
        page.keyboard.press("Control+s")
        saved = server.root / "dashboard.ipynb"
        until_now(lambda: "widget-view" in saved.read_text("utf-8"), "the saved notebook")
        page.reload()
        expect(tab(page, "All agents")).to_be_visible(timeout=LOAD_DEADLINE)
        expect(page.get_by_text("The agents when this cell ran")).to_be_hidden()
        panel = opened(page, "writer")
        expect(rows(panel)).to_contain_text("? for shortcuts")
        cut = True
        while sockets:
            sockets.pop().close()
        expect(page.locator(".dashboard").get_by_role("alert")).to_have_text("Connection lost, reconnecting…")
        say(server, "writer", "[[ticks 3 100]] meanwhile")
        until_now(lambda: "meanwhile" in screen(server, "writer"), "the turn")
        cut = False
        expect(page.locator(".dashboard").get_by_role("alert")).to_have_count(0)
        expect(panel.get_by_role("log")).to_contain_text("meanwhile")
        expect(rows(panel)).to_contain_text("meanwhile")
