"""What a message takes along: variables, cells and the last error, in a real shell."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from IPython.core.interactiveshell import InteractiveShell
from jupyter_process import JupyterProcess
from traitlets.config import Config

from areyouj_jupyter import connect
from areyouj_jupyter.kernel.context import notebook


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[InteractiveShell]:
    """A shell without history, in which `%load_ext areyouj_jupyter` was run and nothing has failed."""
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path))
    monkeypatch.delattr(sys, "last_value", raising=False)
    InteractiveShell.clear_instance()
    shell = InteractiveShell.instance(config=Config({"HistoryManager": {"enabled": False}}))
    shell.run_line_magic("load_ext", "areyouj_jupyter")
    yield shell
    InteractiveShell.clear_instance()


def told(shell: InteractiveShell, capsys: pytest.CaptureFixture[str], line: str) -> str:
    """What a cell with that line shows."""
    capsys.readouterr()
    shell.run_cell(line, store_history=True)
    captured = capsys.readouterr()
    return captured.out.removesuffix("\n") + captured.err


def test_a_dry_run_shows_what_would_be_sent_and_needs_no_server(
    shell: InteractiveShell, capsys: pytest.CaptureFixture[str]
) -> None:
    shell.run_cell("size = 3\ndef area(width):\n    return width * size", store_history=True)
    assert told(shell, capsys, "%areyouj send --dry-run --var area --var size writer Test {size}.") == (
        "Test 3.\n\n"
        "area (function):\n\n```python\ndef area(width):\n    return width * size\n```\n\n"
        "size (int):\n\n```python\n3\n```"
    )


def test_a_cell_goes_along_by_its_number(shell: InteractiveShell, capsys: pytest.CaptureFixture[str]) -> None:
    first = shell.execution_count
    for source in ("one = 1", "two = 2"):
        shell.run_cell(source, store_history=True)
    assert told(shell, capsys, "%areyouj send --dry-run --cell -1 writer Look:").endswith("```python\ntwo = 2\n```")
    assert told(shell, capsys, f"%areyouj send --dry-run --cell {first} writer Look:").endswith("one = 1\n```")
    for wrong in ("99", "0", "-99"):
        complaint = told(shell, capsys, f"%areyouj send --dry-run --cell {wrong} writer Look:")
        assert complaint.startswith(f"areyouj: There is no cell {wrong}. Give the number in its brackets")


def test_the_last_error_goes_along_with_the_cells_that_raised_it(
    shell: InteractiveShell, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(shell, capsys, "%areyouj fix --dry-run") == "areyouj: No cell has failed in this kernel yet.\n"
    shell.run_cell("def half(number):\n    return number / 0", store_history=True)
    shell.run_cell("print('before')\nhalf(4)", store_history=True)
    text = told(shell, capsys, "%areyouj fix --dry-run")
    assert text.startswith("A cell of my notebook failed.")
    assert "The cell that failed:\n\n```python\nprint('before')\nhalf(4)\n```" in text
    assert "A cell that it called:\n\n```python\ndef half(number):\n    return number / 0\n```" in text
    assert text.endswith("ZeroDivisionError: division by zero\n```")
    assert "run_code" not in text  # IPython's own part
    assert text[text.index("The cell") :] in told(shell, capsys, "%areyouj send --traceback --dry-run writer Why")


def test_a_cell_that_cannot_be_read_goes_along_too(shell: InteractiveShell, capsys: pytest.CaptureFixture[str]) -> None:
    shell.run_cell("total = (1 +", store_history=True)
    text = told(shell, capsys, "%areyouj fix --dry-run writer What is it:")
    assert text.startswith("What is it:\n\nThe cell that failed:\n\n```python\ntotal = (1 +\n```")
    assert "SyntaxError" in text


def test_a_deep_or_hostile_error_is_cut(shell: InteractiveShell, capsys: pytest.CaptureFixture[str]) -> None:
    shell.run_cell(
        "class Bad(Exception):\n    def __str__(self):\n        raise ZeroDivisionError\nraise Bad", store_history=True
    )
    assert "raise Bad" in told(shell, capsys, "%areyouj fix --dry-run")
    shell.run_cell("raise ValueError('x' * 100_000)", store_history=True)
    assert len(told(shell, capsys, "%areyouj fix --dry-run")) < 21_000


def test_an_unknown_variable_is_named(shell: InteractiveShell, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(shell, capsys, "%areyouj send --dry-run --var nobody writer x") == (
        "areyouj: There is no variable 'nobody'.\n"
    )
    assert told(shell, capsys, "%areyouj send --dry-run --var f() writer x").startswith(
        "areyouj: 'f()' is not a variable"
    )


@pytest.mark.slow
def test_the_code_of_a_reply_goes_into_the_next_cell(
    shell: InteractiveShell, jupyter: JupyterProcess, capsys: pytest.CaptureFixture[str]
) -> None:
    with connect(jupyter.url, jupyter.token) as crew:
        crew.start("context-fixer", "echo")
        shell.run_cell("total = sum([1, '2'])", store_history=True)
        shell.run_cell("reply = %areyouj fix context-fixer", store_history=True)
        reply = shell.user_ns["reply"]
        assert "TypeError: unsupported operand" in reply.result(30)
        reply.to_cell()
        assert notebook.shell() is shell
        assert shell.rl_next_input == "total = sum([1, '2'])"
        assert [block.language for block in reply.code] == ["python", "text"]
        assert told(shell, capsys, "try:\n    reply.to_cell(7)\nexcept Exception as error:\n    print(error)") == (
            "The reply has no code block 7; it has 2."
        )
        crew.agents.delete("context-fixer")
