"""The dashboard in Jupyter Notebook 7 without our labextension."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import notebook_page, shoot
from dashboards import SHOW, crew, opened, rows, show, tab
from installed import say
from jupyter_process import JupyterProcess, jupyter_process
from playwright.sync_api import expect

# Notebook 7.6.5 throws this by itself when it loads its settings, with our labextension and without it.
NOTEBOOK_7 = "Cannot read properties of undefined (reading 'schema')"

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


@pytest.fixture
def notebook_seven(tmp_path: Path) -> Iterator[JupyterProcess]:
    """Notebook 7 with the same agents, and our labextension switched off."""
    folder = tmp_path / "config" / "labconfig"
    folder.mkdir(parents=True)
    (folder / "page_config.json").write_text('{"disabledExtensions": {"areyouj-jupyter": true}}')
    with jupyter_process(tmp_path, program=("notebook",)) as server:
        crew(server)
        yield server


def test_notebook_7_shows_it_without_the_labextension(notebook_seven: JupyterProcess) -> None:
    server = notebook_seven
    with notebook_page(server, SHOW, place="notebooks", known=NOTEBOOK_7) as page:
        show(page)
        say(server, "critic", "[[question Which colour?|Red|Blue]]")
        expect(tab(page, "critic")).to_have_text("▲criticneeds you")
        panel = opened(page, "critic")
        expect(rows(panel)).to_contain_text("Which colour?")
        shoot(page, "dashboard-notebook-7")
        panel.get_by_label("Other answer for critic").fill("Green")
        panel.get_by_role("button", name="Answer").click()
        expect(panel.get_by_role("log")).to_contain_text("Green")
        assert page.locator("#areyouj-panel").count() == 0
