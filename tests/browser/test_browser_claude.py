"""Real Claude Code in the side panel of a real JupyterLab: from the dialog that makes it to the reply."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from browser import lab_page, notebook_page, row, run_cell, shoot
from claude_cli import claude_environment, find_claude
from fake_anthropic import FakeAnthropic
from installed import post, say, state
from jupyter_process import JupyterProcess, jupyter_process
from playwright.sync_api import expect
from waiting import until_now

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

START = 60_000  # milliseconds for the CLI to start on a busy machine
ASK = """
import areyouj_jupyter
crew = areyouj_jupyter.connect()
crew["ada"].ask("[[say I **look** first.]] [[bash touch one]] [[say I **go on**.]] [[bash touch two]] [[say **So**]]")
"""


@pytest.fixture
def server(installed: Mapping[str, str], tmp_path: Path) -> Iterator[JupyterProcess]:
    """JupyterLab for somebody who has used Claude Code before."""
    project = (tmp_path / "root" / "garden").resolve()
    project.mkdir(parents=True)
    with FakeAnthropic() as model:
        environment = {**installed, **claude_environment(tmp_path / "home", model.url, project)}
        program = f"--AreYouJApp.commands=claude={find_claude()}"
        with jupyter_process(tmp_path, program, program=("lab",), environment=environment) as server:
            yield server


def test_a_person_makes_an_agent_gives_it_work_answers_it_and_reads_its_reply(server: JupyterProcess) -> None:
    with lab_page(server) as page:
        page.get_by_role("button", name="New agent").click()
        form = page.get_by_role("dialog")
        form.get_by_label("Agent").select_option("claude")
        form.get_by_label("Name").fill("ada")
        form.get_by_label("Folder").fill("garden")
        shoot(page, "claude-new")
        form.get_by_role("button", name="Start").click()
        expect(row(page, "ada", "idle")).to_be_visible(timeout=START)
        row(page, "ada").locator(".jp-AreYouJ-head").click()
        box = page.get_by_label("Message for ada")
        box.fill("[[bash touch proof.txt]] [[say **Planted** a file.]]")
        box.press("Enter")
        card = page.get_by_role("article", name="ada asks: permission")
        expect(card.locator("pre")).to_contain_text("touch proof.txt")
        expect(card).to_contain_text(re.compile(r"permission · [2-9] s"))
        assert page.locator(".Toastify__toast").count() == 0, "it is before their eyes"
        shoot(page, "claude-needs-you")
        card.get_by_role("button", name="1 Yes", exact=True).click()
        expect(row(page, "ada", "done")).to_be_visible()
        expect(card).to_have_count(0)
        assert (server.root / "garden" / "proof.txt").exists()
        shoot(page, "claude-done")
        page.get_by_role("button", name="More about ada").click()
        page.get_by_role("menuitem", name="Messages").click()
        reply = page.get_by_role("tabpanel", name="ada: messages").get_by_role("article", name="ada")
        expect(reply.locator("strong", has_text="Planted")).to_be_visible()
        shoot(page, "claude-messages")
        say(server, "ada", "[[slow 30]]")
        expect(row(page, "ada", "working")).to_be_visible()
        page.get_by_role("button", name="More about ada").click()
        page.get_by_role("menuitem", name="Interrupt").click()
        expect(row(page, "ada", "done")).to_be_visible()


def test_a_reply_grows_in_its_cell_while_claude_works(server: JupyterProcess) -> None:
    post(server, "agents", {"name": "ada", "spec": "claude", "project_path": "garden"})
    post(server, "sessions", {"agent": "ada"})
    until_now(lambda: state(server, "ada") == "idle", "an idle agent", START / 1000)
    with notebook_page(server, ASK) as page:
        run_cell(page, 0)
        shown = page.locator(".jp-OutputArea-output")
        card = shown.get_by_role("article", name="ada asks: permission")
        expect(card).to_contain_text("touch one")
        expect(shown.locator("strong")).to_have_text(["look"])
        card.get_by_role("button", name="1 Yes", exact=True).click()
        expect(card).to_contain_text("touch two")
        expect(shown.locator("strong")).to_have_text(["look", "go on"])
        expect(shown).to_contain_text("⚙ Bash: touch one")
        shoot(page, "claude-reply-grows")
        card.get_by_role("button", name="1 Yes", exact=True).click()
        expect(shown).to_have_text("So")
        assert (server.root / "garden" / "two").exists()
