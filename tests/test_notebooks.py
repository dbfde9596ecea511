"""Every notebook runs as it is, in a kernel that finds a real server by itself, and may be run again."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
import pytest
from jupyter_process import JupyterProcess, jupyter_process
from nbclient import NotebookClient

NOTEBOOKS = sorted((Path(__file__).parent.parent / "notebooks").glob("*.ipynb"))

# nbclient's own kernel client leaves its zmq context to the garbage collector.
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore::ResourceWarning")]


def executed(notebook: nbformat.NotebookNode, server: JupyterProcess) -> nbformat.NotebookNode:
    """Run all cells in a fresh kernel with the server's variables; a cell that fails raises."""
    client = NotebookClient(notebook, timeout=90, kernel_name="python3")
    client.execute(env={**os.environ, **server.environment})
    return notebook


def outputs(cell: Mapping[str, Any], kind: str = "text/plain") -> str:
    """What a cell shows, as one text."""
    shown = [output.get("data", {}).get(kind) or output.get("text", "") for output in cell["outputs"]]
    return "\n".join(shown)


def made(*sources: str) -> nbformat.NotebookNode:
    """A notebook of these code cells."""
    return nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in sources])


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_is_committed_without_outputs(path: Path) -> None:
    notebook = nbformat.read(path, nbformat.NO_CONVERT)
    assert notebook.metadata.kernelspec.name == "python3"
    assert not [cell for cell in notebook.cells if cell.get("outputs") or cell.get("execution_count")]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_runs_twice(path: Path, tmp_path: Path) -> None:
    with jupyter_process(tmp_path) as server:
        for _ in range(2):
            cells = executed(nbformat.read(path, nbformat.NO_CONVERT), server).cells
            complaints = [output.text for cell in cells for output in cell.get("outputs", []) if _is_error(output)]
            assert complaints == []


def test_a_reply_on_its_way_is_updated_where_it_was_shown(jupyter: JupyterProcess) -> None:
    notebook = made(
        "import areyouj_jupyter; crew = areyouj_jupyter.connect(); crew.start('live', 'echo')",
        "reply = crew['live'].send('[[slow 0.5]] **here**'); reply",
        "reply.result(30)",
        "crew.agents.delete('live')",
    )
    shown = executed(notebook, jupyter).cells[1]
    assert [output.output_type for output in shown.outputs] == ["display_data"]
    assert "**here**" in outputs(shown, "text/markdown")


def test_ask_shows_its_reply_once(jupyter: JupyterProcess) -> None:
    notebook = made(
        "%load_ext areyouj_jupyter\n%areyouj start asked --spec echo",
        "%areyouj ask asked hello",
        "%%areyouj ask asked\nmore",
        "reply = %areyouj ask asked again\nassert reply.result().endswith('again')",
        "reply",
        "%areyouj stop asked\nimport areyouj_jupyter\nareyouj_jupyter.connect().agents.delete('asked')",
    )
    cells = executed(notebook, jupyter).cells
    expected = {1: "hello", 2: "more", 3: "again", 4: "again"}
    shown = {number: [output.data["text/markdown"] for output in cells[number].outputs] for number in expected}
    assert shown == {number: [f"**echo** heard: {text}"] for number, text in expected.items()}
    assert outputs(cells[5]) == "asked is stopped."


def _is_error(output: Mapping[str, Any]) -> bool:
    return output["output_type"] == "error" or output.get("name") == "stderr"
