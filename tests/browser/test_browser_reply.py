"""A Reply in its cell in a real browser: it follows the agent, is answered there, and stays when it is saved."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import nbformat
import pytest
from browser import LOAD_DEADLINE, notebook_page, run_cell, shoot
from installed import history, post, state
from jupyter_process import JupyterProcess, jupyter_process
from playwright.sync_api import Locator, Page, Route, expect
from waiting import until_now

CONNECT = "import areyouj_jupyter\ncrew = areyouj_jupyter.connect()"
HOSTILE = '<img src=x onerror="window.fell = 1"><script>window.fell = 1</script>'
QUESTION = "application/vnd.areyouj.question+json"
# Notebook 7.6.5 throws this by itself when it loads its settings, with our labextension and without it.
NOTEBOOK_7 = "Cannot read properties of undefined (reading 'schema')"

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


@pytest.fixture(scope="module")
def server(installed: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[JupyterProcess]:
    """JupyterLab with an idle echo agent."""
    with jupyter_process(tmp_path_factory.mktemp("server"), program=("lab",), environment=installed) as server:
        started(server)
        yield server


def started(server: JupyterProcess) -> None:
    """Start the agent, and wait until it is idle."""
    post(server, "agents", {"name": "writer", "spec": "echo"})
    post(server, "sessions", {"agent": "writer"})
    until_now(lambda: state(server, "writer") == "idle", "an idle agent")


def output(page: Page, number: int) -> Locator:
    """What a cell shows."""
    return page.locator(".jp-CodeCell").nth(number).locator(".jp-OutputArea-output")


def card(page: Page, kind: str = "permission") -> Locator:
    """The question in a cell."""
    return page.locator(".jp-OutputArea").get_by_role("article", name=f"writer asks: {kind}")


def saved(page: Page, server: JupyterProcess, text: str) -> nbformat.NotebookNode:
    """The notebook, saved when a text is in it."""
    path = server.root / "dashboard.ipynb"
    page.keyboard.press("Control+s")
    until_now(lambda: text in path.read_text("utf-8"), "the saved notebook")
    return nbformat.read(path, nbformat.NO_CONVERT)


def converted(server: JupyterProcess) -> str:
    """What `jupyter nbconvert` makes of the saved notebook; page.html beside it."""
    command = (sys.executable, "-m", "jupyter", "nbconvert", "--to", "html", "--output", "page", "dashboard.ipynb")
    subprocess.run(command, cwd=server.root, env=dict(server.environment), check=True, capture_output=True)
    return (server.root / "page.html").read_text("utf-8")


def test_a_reply_follows_the_agent_and_is_answered_in_its_cell_while_that_waits(server: JupyterProcess) -> None:
    message = f"[[slow 2]] [[permission make all]] [[slow 1]] [[say **made** {HOSTILE}]]"
    send = f"crew['writer'].send('[[slow 3]] before')\nreply = crew['writer'].send({message!r})\nreply.show()"
    with notebook_page(server, CONNECT, f"{send}\nreply.result()\nprint('it goes on')") as page:
        run_cell(page, 0)
        run_cell(page, 1)
        shown = output(page, 1).first
        expect(shown).to_contain_text(re.compile(r"[◐◓◑◒] writer: pending for \d s, 1 before it …"))
        shoot(page, "reply-pending")
        expect(shown).to_contain_text(re.compile(r"[◐◓◑◒] writer: processing for \d s …"))
        shoot(page, "reply-processing")
        asked = card(page)
        expect(asked).to_contain_text("make all")
        expect(asked.get_by_role("button")).to_have_text(["1 Yes", "2 Yes, and don't ask again", "3 No", "Terminal"])
        assert page.locator(".jp-CodeCell .jp-InputPrompt").nth(1).inner_text() == "[*]:"
        shoot(page, "reply-asks")
        asked.get_by_role("button", name="1 Yes").focus()
        page.keyboard.type("dd")  # would delete the cell
        page.keyboard.press("Enter")
        expect(asked).to_have_count(0)
        expect(page.locator(".jp-CodeCell")).to_have_count(2)
        expect(shown).to_contain_text("writer: processing")
        expect(shown.locator("strong").last).to_have_text("made")
        expect(output(page, 1).nth(1)).to_have_text("it goes on")
        shoot(page, "reply-done")
        assert page.evaluate("window.fell") is None


def test_the_time_goes_by_where_no_cell_waits_for_a_reply(server: JupyterProcess) -> None:
    with notebook_page(server, f"{CONNECT}\ncrew['writer'].send('[[slow 4]] **later**')") as page:
        run_cell(page, 0)
        expect(output(page, 0)).to_contain_text("writer: processing for 1 s", timeout=LOAD_DEADLINE)
        expect(page.locator(".jp-CodeCell .jp-InputPrompt").nth(0)).to_have_text("[1]:")
        expect(output(page, 0)).to_contain_text("writer: processing for 3 s")
        expect(output(page, 0)).to_have_text("echo heard: [[slow 4]] later")


def test_a_question_is_shown_where_a_cell_waits_for_a_reply_that_nothing_shows(server: JupyterProcess) -> None:
    ask = "reply = crew['writer'].ask('[[question Which colour?|Red|Blue]]')"
    with notebook_page(server, f"{CONNECT}\n{ask}", theme="JupyterLab Dark") as page:
        run_cell(page, 0)
        box = card(page, "question").get_by_label("Other answer for writer")
        expect(box).to_be_visible(timeout=LOAD_DEADLINE)
        box.click()
        page.keyboard.type("dd a")  # would delete the cell, and make another one
        expect(output(page, 0)).to_contain_text(re.compile(r"writer: processing for [3-9] s"))
        page.keyboard.type(" warm one")
        expect(box).to_have_value("dd a warm one")
        shoot(page, "reply-question-dark")
        box.press("Enter")
        expect(card(page, "question")).to_have_count(0)
        expect(output(page, 0)).to_have_text("You answered: dd a warm one")
        expect(page.locator(".jp-CodeCell")).to_be_focused()  # and there is one


def test_a_question_is_shown_where_a_cell_awaits_a_reply_that_nothing_shows(server: JupyterProcess) -> None:
    ask = "text = await crew['writer'].send('[[question Which one?|Red|Blue]]')"
    with notebook_page(server, f"{CONNECT}\n{ask}\nprint(f'so: {{text}}')") as page:
        run_cell(page, 0)
        expect(card(page, "question")).to_be_visible(timeout=LOAD_DEADLINE)
        expect(output(page, 0)).to_contain_text(re.compile(r"writer: processing for [2-9] s"))
        card(page, "question").get_by_role("button", name="2 Blue").click()
        expect(output(page, 0)).to_have_text(["You answered: Blue", "so: You answered: **Blue**"])


def test_an_answer_that_comes_too_late_is_told_in_a_sentence(server: JupyterProcess) -> None:
    held: list[Route] = []
    with notebook_page(server, f"{CONNECT}\ncrew['writer'].ask('[[permission make late]]')") as page:
        page.route("**/answer*", lambda route: held.append(route))
        run_cell(page, 0)
        card(page).get_by_role("button", name="3 No").click(timeout=LOAD_DEADLINE)
        expect(card(page).get_by_role("button", name="1 Yes")).to_be_disabled()
        until_now(lambda: len(held) == 1, "the answer on its way")
        prompt = server.get("areyouj/api/sessions/writer/status").json()["prompt"]
        post(server, "sessions/writer/answer", {"prompt_id": prompt["id"], "choice": "1"})
        expect(output(page, 0)).to_have_text("You chose Yes: make late")
        held.pop().continue_()
        refusal = page.get_by_role("alert").filter(has_text="The agent 'writer' is not asking anything.")
        expect(refusal).to_be_visible()
        shoot(page, "reply-too-late")
        assert history(server, "writer")[-1] == "You chose **Yes**: `make late`"


def test_a_question_that_was_saved_is_text_for_all_and_a_reloaded_page_answers_it(server: JupyterProcess) -> None:
    ask = f"crew['writer'].ask('[[say {HOSTILE}]] [[permission make saved]]')"
    with notebook_page(server, f"{CONNECT}\n{ask}") as page:
        run_cell(page, 0)
        expect(card(page)).to_be_visible(timeout=LOAD_DEADLINE)
        data = saved(page, server, QUESTION).cells[0].outputs[0].data
        assert set(data) == {"text/plain", "text/markdown", QUESTION}
        assert "- **1** Yes" in data["text/markdown"]
        html = converted(server)
        assert "<li><strong>1</strong> Yes</li>" in html
        assert "widget-view" not in html
        page.reload()
        card(page).get_by_role("button", name="1 Yes").click(timeout=LOAD_DEADLINE)
        expect(card(page)).to_have_count(0)
        expect(output(page, 0).get_by_role("listitem").nth(0)).to_have_text("1 Yes")
        until_now(lambda: history(server, "writer")[-1].endswith("`make saved`"), "the reply")


def test_a_reply_that_was_saved_is_read_after_a_reload_and_as_a_page(server: JupyterProcess) -> None:
    send = f"crew['writer'].ask('[[permission make page]] [[say **made** {HOSTILE}]]')"
    with notebook_page(server, f"{CONNECT}\n{send}") as page:
        run_cell(page, 0)
        card(page).get_by_role("button", name="1 Yes").click(timeout=LOAD_DEADLINE)
        expect(output(page, 0).locator("strong").last).to_have_text("made")
        outputs = saved(page, server, "You chose").cells[0].outputs
        assert [set(each.data) for each in outputs] == [{"text/plain", "text/markdown"}]
        page.reload()
        expect(output(page, 0).locator("strong").last).to_have_text("made", timeout=LOAD_DEADLINE)
        expect(output(page, 0)).to_contain_text("<script>window.fell = 1</script>")
        expect(output(page, 0).locator("img, script")).to_have_count(0)
        shoot(page, "reply-reloaded")
        html = converted(server)
        assert "<strong>made</strong> &lt;img src=x" in html
        assert "<script>window.fell" not in html and "<img src=x" not in html
        page.goto((server.root / "page.html").as_uri())
        shoot(page, "reply-nbconvert")
        assert page.evaluate("window.fell") is None


@pytest.fixture
def notebook_seven(installed: Mapping[str, str], tmp_path: Path) -> Iterator[JupyterProcess]:
    """Notebook 7 with an idle echo agent."""
    with jupyter_process(tmp_path, program=("notebook",), environment=installed) as server:
        started(server)
        yield server


def test_notebook_7_has_the_buttons_too(notebook_seven: JupyterProcess) -> None:
    server = notebook_seven
    cell = f"{CONNECT}\ncrew['writer'].ask('[[permission make seven]]')"
    with notebook_page(server, cell, place="notebooks", known=NOTEBOOK_7) as page:
        run_cell(page, 0)
        expect(card(page)).to_contain_text("make seven", timeout=LOAD_DEADLINE)
        shoot(page, "reply-notebook-7")
        card(page).get_by_role("button", name="1 Yes").click()
        expect(output(page, 0)).to_have_text("You chose Yes: make seven")
