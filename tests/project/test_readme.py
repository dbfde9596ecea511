"""The README's cell and the tour, run as a reader runs them: block by block in a kernel, against a real server."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import pytest
from documents import blocks, document, section
from jupyter_process import JupyterProcess, jupyter_process
from nbclient import NotebookClient
from waiting import until_now

pytestmark = pytest.mark.slow


def wait_for_rest(server: JupyterProcess) -> None:
    """Until every agent has done what it was asked, or asks: a reader takes a few seconds between two cells."""

    def rests(session: dict[str, Any]) -> bool:
        status = session["status"]
        if status["state"] == "awaiting_input":
            return status["prompt"] is not None
        return (
            status["state"] == "idle"
            and not server.get(f"areyouj/api/sessions/{session['id']}/queue").json()["messages"]
        )

    until_now(lambda: all(map(rests, server.get("areyouj/api/sessions").json())), "the agents to be at rest", 30)


def told(cell: nbformat.NotebookNode) -> str:
    """Everything that a cell shows."""
    return "\n".join(output.get("text") or output["data"]["text/plain"] for output in cell.outputs)


def test_the_tour_of_the_documentation_can_be_taken_after_the_taste_of_the_readme(tmp_path: Path) -> None:
    (taste,) = blocks(section(document("README.md"), "## A taste"), "python")
    tour = blocks(document("docs/get-started/tour.md"), "python")
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(block.text) for block in (taste, *tour)])
    with jupyter_process(tmp_path) as server:
        client = NotebookClient(notebook, timeout=60)
        with client.setup_kernel(env=dict(server.environment), cwd=str(server.root)):
            for number, cell in enumerate(notebook.cells):
                client.execute_cell(cell, number)
                wait_for_rest(server)
        assert server.get("areyouj/api/sessions").json() == []
    errors = [output for cell in notebook.cells for output in cell.outputs if output.get("name") == "stderr"]
    assert errors == []
    tasted, *shown = map(told, notebook.cells)
    assert "Fix the tests." in tasted
    assert all(name in shown[0] for name in ("writer", "critic", "runner"))
    assert "And the manual." in shown[1]
    assert "one link is dead" in shown[3]
    assert {line.split()[0] for line in shown[4].splitlines() if "Review this change." in line} == {"writer", "critic"}
    assert "permission" in shown[5]
    assert "Describe the release" in shown[7]


PAGES_THAT_RUN = ("dashboard", "share-work", "tasks", "unattended")
"""Pages of docs/how-to whose cells need two agents and nothing else."""
BEFORE = """\
import areyouj_jupyter as areyouj

crew = areyouj.connect()
crew.start("writer", "echo")
crew.start("critic", "echo")
"""


@pytest.mark.parametrize("page", PAGES_THAT_RUN)
def test_the_cells_of_a_page_run(tmp_path: Path, page: str) -> None:
    cells = [BEFORE, *(block.text for block in blocks(document(f"docs/how-to/{page}.md"), "python"))]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    with jupyter_process(tmp_path) as server:
        client = NotebookClient(notebook, timeout=60)
        with client.setup_kernel(env=dict(server.environment), cwd=str(server.root)):
            for number, cell in enumerate(notebook.cells):
                client.execute_cell(cell, number)
