"""Every notebook runs as it is, in a kernel that finds a real server by itself, and may be run again."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
import pytest
from jupyter_process import JupyterProcess, jupyter_process
from nbclient.exceptions import CellExecutionError
from nbconvert import HTMLExporter
from notebook_runs import FOLDER, executed, notebook, outputs, shown, with_parameters

from areyouj_jupyter import connect

NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))

FACTS: Mapping[str, tuple[str, ...]] = {
    "quickstart": (
        r"Write one sentence about",
        r"The first one is: the loop never ends",
        r"runner +▲ awaiting input \(permission",
        r"done +high +writer +Describe the release",
    ),
    "many_agents": (
        r"agent +status +took +tokens +message +reply",
        r"fir +completed +\d+\.\d s +\d+ +Suggest a name",
        r"'cache': '\*\*echo\*\* heard: Review the module cache in one sentence\.'",
        r"What would you improve\?\n\noak wrote:\n\n\*\*echo\*\* heard: Write one sentence about queues\.",
        r"text: \*\*echo\*\* heard: Say hello\.",
        r"3 agents compared, 5 modules reviewed, the permission given\.",
    ),
    "tasks": (
        r"high +Release 1\.0",
        r"Start with the slow ones\.",
        r"\['Write the release notes', 'Tag the release'\]",
        r"done +medium +grace +Tag the release",
    ),
    "dashboard": (
        r"The agents when this cell ran\. Run it again for the live dashboard\.",
        r"writer +○ idle",
        r"tick 20",
    ),
    "reference": (
        r"note 0|text \d+",
        r"Explain 1\.\n\nsize \(list\):\n\n```python\n\[1, 2, 3\]",
        r"\(True, 'cancelled'\)",
        r"three, but first",
        r"'ReplyFailed'",
        r"ZeroDivisionError: division by zero",
        r"critic is stopped\.",
    ),
    "fix_my_cell": (
        r"The cell that failed:\n\n```python\ntotal\(\[\"apple\", \"pear\"\]\)\n```\n\nA cell that it called:",
        r"TypeError: unsupported operand type\(s\) for \+: 'int' and 'str'",
        r"prices \(dict\):\n\n```python\n\{'apple': '1\.20', 'pear': 0\.9\}\n```",
        r"\*\*echo\*\* heard: A cell of my notebook failed\.",
    ),
}
"""What has to stand in the outputs of a notebook; a new notebook gets some, too."""

# nbclient's own kernel client leaves its zmq context to the garbage collector.
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore::ResourceWarning")]


def made(*sources: str) -> nbformat.NotebookNode:
    """A notebook of these code cells."""
    return nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in sources])


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_is_committed_without_outputs(path: Path) -> None:
    committed = notebook(path.stem)
    assert committed.metadata.kernelspec.name == "python3"
    assert not [cell for cell in committed.cells if cell.get("outputs") or cell.get("execution_count")]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_runs_twice(path: Path, tmp_path: Path) -> None:
    with jupyter_process(tmp_path) as server:
        for _ in range(2):
            run = executed(notebook(path.stem), server)
            cells = run.cells
            expected = [cell for cell in cells if "raises-exception" in cell.metadata.get("tags", [])]
            failed = [cell for cell in cells if any(map(_is_error, cell.get("outputs", [])))]
            assert [cell.source for cell in failed] == [cell.source for cell in expected]
        assert [fact for fact in FACTS[path.stem] if not re.search(fact, shown(run))] == []


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


def test_a_cell_that_waits_shows_the_question_of_a_reply_that_nothing_shows(jupyter: JupyterProcess) -> None:
    notebook = made(
        "import areyouj_jupyter; crew = areyouj_jupyter.connect(); crew.start('unseen', 'echo')",
        "reply = crew['unseen'].send('[[permission make all]]')\n"
        "try:\n    reply.result(3)\nexcept TimeoutError as late:\n    print('late')",
        "reply = crew['unseen'].answer(1) and reply.result(30)",
        "crew.agents.delete('unseen')",
    )
    shown = executed(notebook, jupyter).cells[1]
    assert [output.output_type for output in shown.outputs] == ["display_data", "stream"]
    assert "make all" in outputs(shown, "text/markdown")


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


def test_a_notebook_takes_parameters_as_a_scheduler_gives_them(jupyter: JupyterProcess) -> None:
    given = with_parameters(notebook("many_agents"), names=["yew", "box", "bay"], timeout=60)
    assert "3 agents compared, 5 modules reviewed, the permission given." in shown(executed(given, jupyter))


def test_a_notebook_that_is_to_ask_nobody_ends_with_the_question(jupyter: JupyterProcess) -> None:
    run = made(
        "import areyouj_jupyter; crew = areyouj_jupyter.connect(); asker = crew.start('asker', 'echo')",
        "asker.ask('[[permission touch hello.txt]]', timeout=60, on_needs_input='raise')",
    )
    try:
        with pytest.raises(CellExecutionError) as ended:
            executed(run, jupyter)
        assert ended.value.ename == "NeedsInput"
        assert "is asking: Permission needed to run touch hello.txt" in ended.value.evalue
    finally:
        with connect(jupyter.url, jupyter.token) as crew:
            crew.agents.delete("asker")


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("ask nobody Deploy.", "SessionNotFound"),
        ("ask failer --timeout 0.2 [[slow 60]]", "ReplyTimeout"),
        ("ask failer [[fail No luck]]", "ReplyFailed"),
        ("aks failer Deploy.", "CommandInvalid"),
        ("ask --check failing-shell false", "CommandFailed"),
        ("python crew['nobody'].ask('Deploy.')", "SessionNotFound"),
        ("python crew['failer'].ask('[[slow 60]]', timeout=0.2)", "ReplyTimeout"),
        ("python crew['failer'].ask('[[fail No luck]]')", "ReplyFailed"),
        ("python crew['failing-shell'].ask('exit 3')", "ReplyFailed"),
    ],
)
def test_a_magic_that_fails_where_nobody_watches_stops_the_notebook(
    jupyter: JupyterProcess, line: str, error: str
) -> None:
    start = (
        "%load_ext areyouj_jupyter\n%areyouj start failer --spec echo\n%areyouj start failing-shell --spec shell\n"
        "import areyouj_jupyter; crew = areyouj_jupyter.connect()"
    )
    code = line.removeprefix("python ") if line.startswith("python ") else f"%areyouj {line}"
    run = made(start, code, "print('deploying')")
    try:
        with pytest.raises(CellExecutionError) as ended:
            executed(run, jupyter)
        assert ended.value.ename == error
        assert "deploying" not in shown(run)
    finally:
        with connect(jupyter.url, jupyter.token) as crew:
            crew.agents.delete("failer")
            crew.agents.delete("failing-shell")


def test_a_scheduler_sees_by_the_exit_code_that_an_agent_failed(jupyter: JupyterProcess, tmp_path: Path) -> None:
    path = tmp_path / "run.ipynb"
    nbformat.write(made("%load_ext areyouj_jupyter\n%areyouj ask nobody Deploy."), path)
    environment = {**os.environ, **jupyter.environment}
    command = [sys.executable, "-m", "jupyter", "execute", "--kernel_name=python3", str(path)]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert ended.returncode != 0
    assert "No session is named 'nobody'." in ended.stderr


def test_a_saved_reply_is_still_there_on_a_page(jupyter: JupyterProcess) -> None:
    run = executed(
        made(
            "import areyouj_jupyter; crew = areyouj_jupyter.connect(); crew.start('paged', 'echo')",
            "reply = crew['paged'].send('[[slow 0.3]] **bold** <script>alert(1)</script>'); reply",
            "replies = crew.map('<img src=x onerror=alert(2)>', ['paged']).wait(60); replies",
            "reply.result(0); crew.agents.delete('paged')",
        ),
        jupyter,
    )
    saved = nbformat.reads(nbformat.writes(run), nbformat.NO_CONVERT)
    page, _ = HTMLExporter(template_name="basic").from_notebook_node(saved)
    assert "<strong>bold</strong> &lt;script&gt;alert(1)" in page
    assert "&lt;img src=x onerror=alert(2)&gt;" in page
    assert "<script>alert(1)" not in page and "<img src=x" not in page


def _is_error(output: Mapping[str, Any]) -> bool:
    return output["output_type"] == "error" or output.get("name") == "stderr"
