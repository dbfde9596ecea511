"""What a person does to agents in the browser, beyond looking at them and talking to them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

import httpx
import pytest
from browser import lab_page, menu, reload, row, shoot
from installed import echoes, history, post, say
from jupyter_process import JupyterProcess
from local_http import LOCAL
from playwright.sync_api import WebSocketRoute, expect
from waiting import until_now

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


@pytest.fixture(scope="module")
def server(installed: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[JupyterProcess]:
    """JupyterLab with two idle echo agents, in two folders."""
    with echoes(tmp_path_factory.mktemp("server"), installed, {"echo-1": "novel", "echo-2": "essay"}) as server:
        yield server


def kept(server: JupyterProcess, choice: str) -> None:
    """Wait until JupyterLab has written a choice down, which it does after a while."""
    until_now(lambda: choice in server.get("lab/api/workspaces/default").text, f"{choice} in the workspace")


def rename(server: JupyterProcess, agent: str, name: str) -> None:
    """Give an agent another name."""
    address = f"{server.url}areyouj/api/agents/{agent}"
    assert httpx.put(address, headers=server.headers, json={"name": name}, **LOCAL).is_success


def test_the_settings_of_an_agent_are_changed_in_a_dialog_that_the_server_checks(server: JupyterProcess) -> None:
    with lab_page(server) as page:
        menu(page, "echo-2", "Messages")
        menu(page, "echo-2", "Settings…")
        form = page.get_by_role("dialog")
        name = form.get_by_label("Name")
        expect(name).to_have_value("echo-2")
        name.fill("echo-1")
        expect(form.get_by_text("There is already an agent named 'echo-1'.")).to_be_visible()
        name.fill("active")
        expect(form.get_by_text("'active' is a reserved name")).to_be_visible()
        name.fill("critic")
        form.get_by_label("Folder").fill("nowhere")
        expect(form.get_by_text("nowhere does not exist.")).to_be_visible()
        form.get_by_label("Folder").fill("novel")
        form.get_by_label("Description").fill("reads what the others write")
        variables = form.get_by_label("Environment")
        variables.fill("MOOD")
        expect(form.get_by_text("'MOOD' is not of the form NAME=value.")).to_be_visible()
        variables.fill("JUPYTER_TOKEN=1")
        expect(form.get_by_role("alert")).to_contain_text("The variable 'JUPYTER_TOKEN' is not allowed")
        shoot(page, "agent-settings")
        variables.fill("MOOD=calm=cool")
        form.get_by_label("Notify me").uncheck()
        expect(form.get_by_role("alert")).to_have_count(0)
        form.get_by_role("button", name="Save").click()
        expect(form).to_have_count(0)
        expect(row(page, "critic", "idle")).to_be_visible()
        expect(page.get_by_role("tab", name="critic: messages")).to_be_visible()
        agent = server.get("areyouj/api/agents/critic").json()
        assert (agent["description"], agent["project_path"]) == (
            "reads what the others write",
            str(server.root / "novel"),
        )
        assert agent["settings"]["environment"] == {"MOOD": "calm=cool"}
        assert agent["settings"]["notification_enabled"] is False
        post(server, "sessions/critic/restart", {})
        menu(page, "critic", "Settings…")
        expect(form.get_by_label("Environment")).to_have_value("MOOD=calm=cool")
        form.get_by_label("Name").fill("echo-2")
        form.get_by_label("Folder").fill(str(server.root / "essay"))
        form.get_by_role("button", name="Save").click()
        expect(row(page, "echo-2", "idle")).to_be_visible()


def test_a_new_agent_gets_its_environment_and_the_next_dialog_knows_what_was_chosen(server: JupyterProcess) -> None:
    with lab_page(server, "JupyterLab Dark") as page:
        page.get_by_role("button", name="New agent").click()
        form = page.get_by_role("dialog")
        form.get_by_label("Agent").select_option("shell")
        form.get_by_text("More settings").click()
        form.get_by_label("Environment").fill("MOOD=calm")
        form.get_by_label("Restart after a crash").uncheck()
        shoot(page, "new-agent-dark")
        form.get_by_role("button", name="Start").click()
        expect(row(page, "shell-1", "idle")).to_be_visible()
        say(server, "shell-1", "echo it is $MOOD")
        until_now(lambda: "it is calm" in history(server, "shell-1")[-1], "the variable in the reply")
        kept(server, '"spec": "shell"')
        reload(page)
        expect(row(page, "shell-1")).to_be_visible()
        page.get_by_role("button", name="New agent").click()
        expect(form.get_by_label("Agent")).to_have_value("shell")
        expect(form.get_by_label("Restart after a crash")).to_be_visible()
        expect(form.get_by_label("Restart after a crash")).not_to_be_checked()
        expect(form.get_by_label("Environment")).to_have_value("")
        form.get_by_role("button", name="Cancel").click()
        menu(page, "shell-1", "Stop")
        form.get_by_role("button", name="Stop").click()
        expect(row(page, "shell-1")).to_have_count(0)


def test_the_arrow_keys_bring_back_what_was_sent(server: JupyterProcess) -> None:
    with lab_page(server) as page:
        row(page, "echo-1").locator(".jp-AreYouJ-head").click()
        box = page.get_by_label("Message for echo-1")
        for text in ("first", "second\nwith a line"):
            box.fill(text)
            box.press("Enter")
            expect(box).to_have_value("")
        reload(page)
        row(page, "echo-1").locator(".jp-AreYouJ-head").click()
        box.fill("a draft")
        box.press("ArrowUp")
        expect(box).to_have_value("a draft")
        box.press("Home")
        box.press("ArrowUp")
        expect(box).to_have_value("second\nwith a line")
        box.press("ArrowUp")
        expect(box).to_have_value("first")
        box.press("ArrowUp")
        expect(box).to_have_value("first")
        box.press("ArrowDown")
        box.press("ArrowDown")
        expect(box).to_have_value("a draft")
        box.fill("")


def test_agents_are_listed_by_project_and_tasks_dropped_upon_them(server: JupyterProcess) -> None:
    with lab_page(server, "JupyterLab Dark") as page:
        page.get_by_role("button", name="Group agents by project").click()
        projects = page.locator(".jp-AreYouJ-project h4")
        expect(projects).to_have_text(["essay", "novel"])
        kept(server, "byProject")
        reload(page)
        expect(projects).to_have_text(["essay", "novel"])
        post(server, "tasks", {"title": "Read the novel"})
        task = page.get_by_role("list", name="Tasks").get_by_role("listitem")
        task.get_by_text("Read the novel").drag_to(row(page, "echo-1"))
        expect(task).to_have_text("◐Read the novelfor echo-1")
        shoot(page, "by-project")
        page.get_by_role("button", name="Group agents by project").click()
        expect(projects).to_have_count(0)


def test_cost_and_context_are_shown_short_and_told_in_words(server: JupyterProcess) -> None:
    def tell(socket: WebSocketRoute) -> None:
        """The server's events, with what a CLI that counts would tell."""
        far = socket.connect_to_server()

        def forward(text: str | bytes) -> None:
            event = json.loads(text)
            changed = [event["data"]] if event["type"].endswith("status-changed") else []
            for session in event["data"]["sessions"] if event["type"] == "snapshot" else changed:
                told = {
                    "rss_bytes": 123_400_000,
                    "cost_usd": 0.123,
                    "context_tokens": 34_000,
                    "context_window": 200_000,
                }
                session["metrics"] |= told
            socket.send(json.dumps(event))

        far.on_message(forward)

    with lab_page(server, "JupyterLab Dark") as page:
        page.route_web_socket("**/areyouj/api/events**", tell)
        reload(page)
        facts = row(page, "echo-1").locator(".jp-AreYouJ-facts")
        for shown in ("123 MB", "$0.12", "context 17%"):
            expect(facts.get_by_text(shown, exact=True)).to_be_visible()
        head = row(page, "echo-1").get_by_role("button", name="34k of 200k context tokens used")
        expect(head).to_be_visible()
        shoot(page, "uses")


def test_a_log_tells_what_happened_and_goes_on_after_a_reload(server: JupyterProcess) -> None:
    with lab_page(server, "JupyterLab Dark") as page:
        menu(page, "echo-2", "Log")
        tab = page.get_by_role("tabpanel", name="echo-2: log")
        expect(tab.get_by_role("row", name="status starting process").first).to_be_visible()
        say(server, "echo-2", "<b>hello</b>")
        expect(tab.get_by_role("row", name="message user, completed: <b>hello</b>")).to_be_visible()
        expect(tab.get_by_role("row", name=re.compile("status busy (hook|screen|title):")).last).to_be_visible()
        shoot(page, "log")
        kept(server, "areyouj-log:")
        reload(page)
        expect(tab.get_by_role("row", name="message user, completed: <b>hello</b>")).to_be_visible()
        say(server, "echo-2", "after the reload")
        expect(tab.get_by_role("row", name="message user, completed: after the reload")).to_be_visible()
        rename(server, "echo-2", "critic")
        expect(page.get_by_role("tab", name="critic: log")).to_be_visible()
        rename(server, "critic", "echo-2")
