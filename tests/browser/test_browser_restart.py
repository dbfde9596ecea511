"""The side panel over a kill of its server: a real JupyterLab in a real browser, and the next one at its port."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from browser import LOAD_DEADLINE, lab_page, row, shoot
from installed import post
from jupyter_process import JupyterProcess, free_port, jupyter_process
from playwright.sync_api import expect
from waiting import until_now

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


def test_after_a_killed_server_page_and_agents_go_on_with_the_next_one(
    installed: Mapping[str, str], tmp_path: Path
) -> None:
    sockets = tempfile.mkdtemp(prefix="areyouj-")  # a Unix socket's path takes 107 bytes
    port = free_port()

    def start() -> AbstractContextManager[JupyterProcess]:
        environment = {**installed, "XDG_RUNTIME_DIR": sockets}
        return jupyter_process(tmp_path, port=port, token="same", environment=environment, program=("lab",))

    with start() as killed:
        post(killed, "agents", {"name": "writer", "spec": "echo"})
        post(killed, "sessions", {"agent": "writer"})
        with lab_page(killed) as page:
            expect(row(page, "writer", "idle")).to_be_visible()
            for tab in ("Terminal", "Messages"):
                page.get_by_role("button", name="More about writer").click()
                page.get_by_role("menuitem", name=tab).click()
            # JupyterLab's own word for it comes late, in a dialog over all else.
            lost = page.locator(".jp-Dialog", has_text="Server Connection Error")
            page.add_locator_handler(lost, lambda dialog: dialog.get_by_role("button", name="Close").click())
            os.kill(killed.pid, signal.SIGKILL)
            expect(page.get_by_role("alert").first).to_contain_text("Connection lost, reconnecting…")
            shoot(page, "reconnecting")
            with start() as server:
                expect(page.get_by_role("alert")).to_have_count(0, timeout=LOAD_DEADLINE)
                expect(row(page, "writer", "idle")).to_be_visible()
                tab = page.get_by_role("tabpanel", name="writer: messages")
                tab.get_by_label("Message for writer").fill("Are you there?")
                tab.get_by_role("button", name="Send").click()
                expect(tab.get_by_role("article", name="writer")).to_contain_text(
                    "Are you there?", timeout=LOAD_DEADLINE
                )
                page.get_by_role("tab", name="writer", exact=True).click()
                page.locator(".jp-Terminal textarea").focus()
                page.keyboard.type("typed by hand")
                lines = lambda: str(server.get("areyouj/api/sessions/writer/screen").json()["lines"])  # noqa: E731
                until_now(lambda: "❯ typed by hand" in lines(), "the typed text in the agent's composer")
                shoot(page, "reconnected")
    shutil.rmtree(sockets)
