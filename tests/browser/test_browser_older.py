"""The oldest JupyterLab that we promise to work in: the wheel and all it needs, in an environment of its own."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import LOAD_DEADLINE, lab_page, menu, row, shoot
from installed import UNCOMPILED, built
from jupyter_process import JupyterProcess, jupyter_process
from playwright.sync_api import Locator, expect
from waiting import until_now

# Others that we promise: AREYOUJ_TEST_LABS="4.4 4.5". The newest is what all other tests of the browser run in.
LABS = os.environ.get("AREYOUJ_TEST_LABS", "4.4").split()

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


@pytest.fixture(params=LABS)
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[JupyterProcess]:
    """That JupyterLab, as `pip install` gives it."""
    venv = tmp_path / "venv"
    subprocess.run((sys.executable, "-m", "venv", str(venv)), check=True, capture_output=True)
    python = str(venv / "bin" / "python")
    pip = (python, "-m", "pip", "--disable-pip-version-check", "--quiet", "install")
    packages = (f"{built(tmp_path / 'dist')}[lab]", f"jupyterlab=={request.param}.*")
    subprocess.run((*pip, *packages), env={**os.environ, **UNCOMPILED}, check=True, capture_output=True)
    with jupyter_process(tmp_path / "server", program=("lab",), python=python) as server:
        (server.root / "garden").mkdir()
        yield server


def kept(server: JupyterProcess, *tabs: str) -> bool:
    """Whether the layout that JupyterLab keeps has tabs whose names begin like this."""
    layout = server.get("lab/api/workspaces/default").json()["data"].get("layout-restorer:data", {})
    return all(tab in json.dumps(layout.get("main")) for tab in tabs)


def inside(part: Locator, whole: Locator) -> bool:
    """Whether it is drawn within the other."""
    small, large = part.bounding_box(), whole.bounding_box()
    assert small and large
    return all(
        large[start] <= small[start] and small[start] + small[size] <= large[start] + large[size]
        for start, size in (("x", "width"), ("y", "height"))
    )


def test_an_older_jupyterlab_has_it_all(server: JupyterProcess, request: pytest.FixtureRequest) -> None:
    lab = request.node.callspec.params["server"]
    with lab_page(server) as page:
        assert re.search(rf'"appVersion": *"{re.escape(lab)}\.', page.content())
        page.get_by_role("button", name="New agent").click()
        form = page.get_by_role("dialog")
        form.get_by_label("Agent").select_option("echo")
        form.get_by_label("Name").fill("ada")
        form.get_by_label("Folder").fill("garden")
        form.get_by_role("button", name="Start").click()
        expect(row(page, "ada", "idle")).to_be_visible()
        row(page, "ada").locator(".jp-AreYouJ-head").click()
        box = page.get_by_label("Message for ada")
        box.fill("[[permission make all]] [[say **made**]]")
        box.press("Enter")
        page.get_by_role("article", name="ada asks: permission").get_by_role("button", name="1 Yes").click()
        expect(row(page, "ada", "done")).to_be_visible()
        shoot(page, f"lab-{lab}-done")
        menu(page, "ada", "Messages")
        reply = page.get_by_role("tabpanel", name="ada: messages").get_by_role("article", name="ada")
        expect(reply.locator("strong").last).to_have_text("made")
        menu(page, "ada", "Terminal")
        expect(page.locator(".jp-Terminal textarea")).to_be_focused()
        expect(page.locator(".jp-Terminal .xterm-text-layer")).to_be_visible()  # WebGL is imitated here
        page.keyboard.type("typed by hand")
        screen = "areyouj/api/sessions/ada/screen"
        until_now(lambda: "❯ typed by hand" in "\n".join(server.get(screen).json()["lines"]), "the typed text")
        shoot(page, f"lab-{lab}-terminal")
        until_now(lambda: kept(server, "areyouj-messages:", "areyouj-terminal:"), "both tabs in the workspace")
        page.reload()
        expect(page.get_by_role("tab", name="ada", exact=True)).to_be_visible(timeout=LOAD_DEADLINE)
        expect(page.get_by_role("tab", name="ada: messages")).to_be_visible()
        expect(row(page, "ada", "idle")).to_be_visible()
        page.get_by_role("button", name="New Task").click()
        form.get_by_label("Title").fill("Write the paper")
        form.get_by_role("button", name="Add").click()
        expect(page.get_by_role("list", name="Tasks").get_by_role("listitem")).to_have_text("○Write the paper")
        shoot(page, f"lab-{lab}-reloaded")
        assert inside(page.locator(".jp-AreYouJ-select svg"), page.get_by_label("Show only some tasks"))
