"""What goes between an agent and the document that a person has open in the browser."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

import pytest
from browser import LOAD_DEADLINE, lab_page, menu, shoot
from installed import echoes, history, say
from jupyter_process import JupyterProcess
from playwright.sync_api import Page, expect
from waiting import until_now

FAULT = {
    "output_type": "error",
    "ename": "ZeroDivisionError",
    "evalue": "division by zero",
    "traceback": ["\u001b[31mZeroDivisionError\u001b[39m: division by zero\u001b]0;title\u0007"],
}
CODE = {"id": "b", "cell_type": "code", "metadata": {}, "source": "1 / 0  # ```", "outputs": [FAULT]}
NOTEBOOK = {
    "cells": [
        {"id": "a", "cell_type": "markdown", "metadata": {}, "source": "# A title"},
        {**CODE, "execution_count": 1},
    ],
    "metadata": {
        "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
        "language_info": {"name": "python"},
    },
    "nbformat": 4,
    "nbformat_minor": 5,
}

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


@pytest.fixture(scope="module")
def server(installed: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[JupyterProcess]:
    """JupyterLab with two idle echo agents, in two folders."""
    with echoes(tmp_path_factory.mktemp("server"), installed, {"echo-1": "novel", "echo-2": "essay"}) as server:
        yield server


def open_file(page: Page, name: str) -> None:
    """Open a file of the root folder in a tab of its own."""
    if not page.locator("#filebrowser").is_visible():
        page.locator('li[data-id="filebrowser"]').click()
    page.locator(".jp-DirListing-item", has_text=name).dblclick()
    page.get_by_role("tab", name=name).wait_for(timeout=LOAD_DEADLINE)


def test_a_cell_its_error_and_a_selection_are_handed_to_an_agent(server: JupyterProcess) -> None:
    (server.root / "broken.ipynb").write_text(json.dumps(NOTEBOOK), encoding="utf-8")
    (server.root / "prose.md").write_text("one\ntwo `three`\nfour\n", encoding="utf-8")
    with lab_page(server) as page:
        form = page.get_by_role("dialog")
        agent, message = form.get_by_label("Agent"), form.get_by_label("Message")
        open_file(page, "broken.ipynb")
        cell = page.locator(".jp-Notebook .jp-CodeCell")
        cell.click(button="right")
        page.get_by_role("menuitem", name="Send Error to Agent…").click()
        expect(message).to_have_value(
            "Cell 2 of broken.ipynb:\n\n````python\n1 / 0  # ```\n````\n\n"
            "It ends with this error:\n\n```\nZeroDivisionError: division by zero\n```"
        )
        shoot(page, "send-error")
        agent.select_option("echo-2")
        form.get_by_role("button", name="Send").click()
        expect(form).to_have_count(0)
        until_now(lambda: "division by zero" in history(server, "echo-2")[-1], "the reply")
        page.locator(".jp-Notebook .jp-MarkdownCell").click(button="right")
        expect(page.get_by_role("menuitem", name="Send to Agent…")).to_be_visible()
        expect(page.get_by_role("menuitem", name="Send Error to Agent…")).to_have_count(0)
        page.get_by_role("menuitem", name="Send to Agent…").click()
        expect(message).to_have_value("Cell 1 of broken.ipynb:\n\n```\n# A title\n```")
        form.get_by_role("button", name="Cancel").click()
        open_file(page, "prose.md")
        page.locator(".jp-FileEditor .cm-line", has_text="two").dblclick(position={"x": 15, "y": 8})
        page.keyboard.press("Control+Shift+C")
        page.keyboard.type("Send to Agent")
        page.keyboard.press("Enter")
        expect(message).to_have_value("Line 2 of prose.md:\n\n```md\ntwo\n```")
        form.get_by_role("button", name="Cancel").click()
        page.keyboard.press("Control+Shift+C")
        page.keyboard.type("Send Error to Agent")
        page.keyboard.press("Enter")
        expect(page.get_by_text("Choose a cell that ended with an error first.")).to_be_visible()


def test_code_in_a_reply_goes_into_the_notebook(server: JupyterProcess) -> None:
    (server.root / "broken.ipynb").write_text(json.dumps(NOTEBOOK), encoding="utf-8")
    with lab_page(server) as page:
        say(server, "echo-2", "Try:\n```python\nx = 1\nprint(x)\n```")
        menu(page, "echo-2", "Messages")
        replies = page.get_by_role("tabpanel", name="echo-2: messages").get_by_role("article", name="echo-2")
        reply = replies.filter(has_text="print(x)")  # the last one may still be what was said before
        reply.get_by_role("button", name="Insert this code below the active cell").click()
        expect(page.locator(".Toastify").get_by_text("Open a notebook first")).to_be_visible()
        open_file(page, "broken.ipynb")
        expect(page.locator(".jp-Notebook .jp-Cell")).to_have_count(len(NOTEBOOK["cells"]))
        page.get_by_role("tab", name="echo-2: messages").click()
        shoot(page, "insert-code")
        reply.get_by_role("button", name="Insert this code below the active cell").click()
        page.get_by_role("tab", name="broken.ipynb").click()
        expect(page.locator(".jp-Notebook .jp-Cell").nth(1).locator(".cm-content")).to_contain_text("x = 1print(x)")
        expect(page.locator(".jp-Notebook .jp-Cell")).to_have_count(len(NOTEBOOK["cells"]) + 1)
