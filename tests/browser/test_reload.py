"""A browser's terminal that is loaded again: not one byte is typed into the agent by what the scrollback asks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from browser import LOAD_DEADLINE, lab_page, row
from jupyter_process import JupyterProcess, jupyter_process
from local_http import LOCAL
from playwright.sync_api import Page
from repository import ROOT
from waiting import until_now

LABEXTENSION = ROOT / "areyouj_jupyter" / "labextension"
AGENT = "asker"
QUERIES = [
    *("\x1b[c", "\x1b[>c", "\x1b[=c", "\x1bZ"),  # DA1, DA2, DA3, DECID
    *("\x1b[5n", "\x1b[6n", "\x1b[?6n"),  # DSR, CPR
    *("\x1b[?2004$p", "\x1b[4$p"),  # DECRQM
    *("\x1b]10;?\x07", "\x1b]11;?\x1b\\", "\x1b]12;?\x07", "\x1b]4;1;?\x07", "\x1b]4;2;?;3;?\x1b\\"),
    *("\x1b[>q", "\x1b[>0q", "\x1bP+q544e\x1b\\", "\x1bP$qm\x1b\\", "\x1b[?u"),  # XTVERSION, XTGETTCAP, DECRQSS, kitty
]
LIVE, ANSWER = "\x1b[c", b"\x1b[?1;2c"
"""What the program asks after each key, and what the browser's terminal has to answer: behind that, nothing can come
any more of what was shown before."""
PROBE = f"""
import os, select, sys, termios, tty
tty.setraw(0)
os.write(1, {"".join(QUERIES).encode()!r})
while select.select([0], [], [], 1)[0]:  # no browser is there yet: the server's own screen answers
    os.read(0, 65536)
typed = open("typed", "wb", buffering=0)
os.write(1, b"recording")
while data := os.read(0, 65536):
    typed.write(data)
    if data == b"k":
        os.write(1, {LIVE.encode()!r})
"""

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JupyterProcess]:
    """JupyterLab with a shell in which a program has asked everything, and records what is typed."""
    folder = tmp_path_factory.mktemp("server")
    extensions = folder / "share" / "labextensions"
    extensions.mkdir(parents=True)
    (extensions / "areyouj-jupyter").symlink_to(LABEXTENSION)
    environment = {"JUPYTER_PATH": str(extensions.parent)}
    with jupyter_process(folder, program=("lab",), environment=environment) as server:
        (server.root / "probe.py").write_text(PROBE)
        post(server, "agents", {"name": AGENT, "spec": "shell"})
        post(server, "sessions", {"agent": AGENT})
        post(server, f"sessions/{AGENT}/messages", {"content": "python3 probe.py"})
        until_now(lambda: b"recording" in output(server), "the program to record", 30)
        yield server


def post(server: JupyterProcess, path: str, body: dict[str, str]) -> None:
    """POST to our API."""
    url = f"{server.url}areyouj/api/{path}"
    httpx.post(url, headers=server.headers, json=body, timeout=20, **LOCAL).raise_for_status()


def output(server: JupyterProcess) -> bytes:
    """All that the agent has printed."""
    return server.get(f"areyouj/api/sessions/{AGENT}/output").content


def typed(server: JupyterProcess) -> bytes:
    """What was typed into the agent since it records."""
    return (server.root / "typed").read_bytes()


def remembered(server: JupyterProcess) -> bool:
    """Whether a reload will open the terminal again."""
    folder = Path(server.environment["JUPYTER_CONFIG_DIR"], "lab", "workspaces")
    return any("areyouj-terminal:" in path.read_text("utf-8") for path in folder.glob("*.jupyterlab-workspace"))


def press_key(page: Page, server: JupyterProcess) -> bytes:
    """Press `k` in the agent's terminal: what was typed up to the answer that follows it."""
    before = len(typed(server))
    textarea = page.locator(".jp-Terminal textarea")
    textarea.focus()
    page.keyboard.press("k")
    until_now(lambda: typed(server)[before:].endswith(b"k" + ANSWER), f"an answer; {typed(server)!r}", 20)
    return typed(server)[before:]


def test_the_scrollback_asks_all_that(server: JupyterProcess) -> None:
    assert [query for query in QUERIES if query.encode() not in output(server)] == []


def test_two_reloads_type_nothing_into_the_agent(server: JupyterProcess) -> None:
    with lab_page(server) as page:
        row(page, AGENT).locator(".jp-AreYouJ-head").dblclick()
        assert press_key(page, server) == b"k" + ANSWER
        for _ in range(2):
            until_now(lambda: remembered(server), "JupyterLab to remember the tab")
            page.reload()
            page.locator(".jp-Terminal").wait_for(timeout=LOAD_DEADLINE)
            assert press_key(page, server) == b"k" + ANSWER
