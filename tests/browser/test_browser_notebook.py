"""The side panel in Jupyter Notebook 7, in a real browser, with the package installed from its wheel."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import nbformat
import pytest
from browser import LOAD_DEADLINE, browser_page, row, shoot
from installed import post, state
from jupyter_process import JupyterProcess, jupyter_process
from playwright.sync_api import Page, expect
from waiting import until_now

# Of JupyterLab's shortcuts in Notebook 7.6.5, at times, also where AreYouJ is disabled; 2026-11.
KNOWN = "Cannot read properties of undefined (reading 'schema')"

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


@pytest.fixture(scope="module")
def server(installed: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[JupyterProcess]:
    """Notebook 7 with an idle echo agent and a notebook."""
    with jupyter_process(tmp_path_factory.mktemp("server"), program=("notebook",), environment=installed) as server:
        kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
        nbformat.write(nbformat.v4.new_notebook(metadata=kernel), server.root / "book.ipynb")
        (server.root / "project").mkdir()
        post(server, "agents", {"name": "writer", "spec": "echo"})
        post(server, "sessions", {"agent": "writer"})
        until_now(lambda: state(server, "writer") == "idle", "an idle agent")
        yield server


@contextmanager
def notebook_page(server: JupyterProcess, path: str) -> Iterator[Page]:
    """A page of Notebook, with our panel opened from its View menu."""
    with browser_page(server, path, KNOWN) as page:
        page.locator(".jp-NotebookPanel, .jp-DirListing-content").first.wait_for(timeout=LOAD_DEADLINE)
        page.get_by_role("menuitem", name="View", exact=True).click()
        page.get_by_role("menuitem", name="Show Agents").click()
        expect(row(page, "writer")).to_be_visible()
        yield page


@pytest.mark.parametrize(("path", "name"), [("tree", "tree"), ("notebooks/book.ipynb", "notebook")])
def test_a_message_is_sent_and_its_reply_read(server: JupyterProcess, path: str, name: str) -> None:
    with notebook_page(server, path) as page:
        row(page, "writer").locator(".jp-AreYouJ-head").click()
        box = page.get_by_label("Message for writer")
        box.fill(f"hello from the {name}")
        box.press("Enter")
        expect(row(page, "writer", "done")).to_be_visible()
        row(page, "writer").get_by_role("button", name="Messages").click()
        tab = page.get_by_role("tabpanel", name="writer: messages")
        expect(tab.get_by_role("article", name="writer").last).to_contain_text(f"hello from the {name}")
        expect(tab.get_by_label("Message for writer")).to_be_focused()
        shoot(page, f"{name}-messages")
        row(page, "writer").get_by_role("button", name="Terminal").click()
        expect(page.locator(".jp-Terminal textarea")).to_be_focused()
        page.keyboard.type("typed by hand")
        lines = lambda: str(server.get("areyouj/api/sessions/writer/screen").json()["lines"])  # noqa: E731
        until_now(lambda: "❯ typed by hand" in lines(), "the typed text in the agent's composer")
        shoot(page, f"{name}-terminal")
        page.keyboard.press("Control+u")
        until_now(lambda: "typed by hand" not in lines(), "an empty composer")


def test_an_agent_is_made_in_the_folder_that_is_looked_at_and_a_task_added(server: JupyterProcess) -> None:
    with notebook_page(server, "tree") as page:
        page.locator(".jp-DirListing-item", has_text="project").click(button="right")
        page.get_by_role("menuitem", name="New Agent Here…").click()
        form = page.get_by_role("dialog")
        expect(form.get_by_label("Folder")).to_have_value("project")
        form.get_by_label("Name").fill("critic")
        form.get_by_role("button", name="Start").click()
        expect(row(page, "critic", "idle")).to_be_visible()
        page.get_by_role("button", name="New Task").click()
        form.get_by_label("Title").fill("Write the paper")
        form.get_by_role("button", name="Add").click()
        expect(page.get_by_role("list", name="Tasks").get_by_role("listitem")).to_have_text(["○Write the paper"])
        shoot(page, "tree-panel")
