"""Notebooks, run as a person or a scheduler runs them: in a fresh kernel that finds the server by itself."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

import nbformat
from jupyter_process import JupyterProcess
from nbclient import NotebookClient
from repository import ROOT

FOLDER = ROOT / "notebooks"


def notebook(name: str) -> nbformat.NotebookNode:
    """One of ours."""
    return nbformat.read(FOLDER / f"{name}.ipynb", nbformat.NO_CONVERT)


def with_parameters(notebook: nbformat.NotebookNode, **values: Any) -> nbformat.NotebookNode:
    """The notebook with a cell of these values after the one that is tagged `parameters`, as papermill does it."""
    places = [number for number, cell in enumerate(notebook.cells) if "parameters" in cell.metadata.get("tags", [])]
    assert len(places) == 1
    source = "\n".join(f"{name} = {value!r}" for name, value in values.items())
    notebook.cells.insert(places[0] + 1, nbformat.v4.new_code_cell(source))
    return notebook


def executed(notebook: nbformat.NotebookNode, server: JupyterProcess, timeout: float = 90.0) -> nbformat.NotebookNode:
    """Run all cells in a fresh kernel with the server's variables; a cell that fails raises. timeout: s for a cell."""
    client = NotebookClient(notebook, timeout=timeout, kernel_name="python3")
    client.execute(env={**os.environ, **server.environment})
    return notebook


def outputs(cell: Mapping[str, Any], kind: str = "text/plain") -> str:
    """What a cell shows, as one text."""
    shown = [output.get("data", {}).get(kind) or output.get("text", "") for output in cell["outputs"]]
    return "\n".join(shown)


def shown(notebook: nbformat.NotebookNode) -> str:
    """What all its cells show."""
    return "\n".join(outputs(cell) for cell in notebook.cells if cell.cell_type == "code")
