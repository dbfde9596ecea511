"""The checks of `make lint`, as tests: types, lint and format. Each is shown a file that it has to refuse."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from repository import ROOT

pytestmark = pytest.mark.slow

CHECKS = {
    "types": ("mypy",),
    "lint": ("ruff", "check"),
    "format": ("ruff", "format", "--check"),
}


def checked(name: str, *files: Path) -> subprocess.CompletedProcess[str]:
    """Run a check with the repository's configuration, on all it covers or on some files."""
    command = [sys.executable, "-m", *CHECKS[name], *map(str, files)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)


@pytest.mark.parametrize("name", CHECKS)
def test_the_repository_passes(name: str) -> None:
    ended = checked(name)
    assert ended.returncode == 0, ended.stdout + ended.stderr


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        ("types", "def double(number):\n    return number * 2\n", "no-untyped-def"),
        ("types", "from tornado.web import nothing_of_the_kind as nothing\n", "attr-defined"),
        ("lint", "import subprocess\n\nsubprocess.run('ls', shell=True)\n", "S602"),
        ("lint", "import time\n\n\nasync def wait() -> None:\n    time.sleep(1)\n", "ASYNC251"),
        ("format", "value = { 'a':1 }\n", "would be reformatted"),
    ],
)
def test_a_file_with_a_fault_is_refused(tmp_path: Path, name: str, text: str, complaint: str) -> None:
    path = tmp_path / "attic.py"
    path.write_text(text)
    # In a folder of the repository's own the configuration applies; elsewhere it has to be named.
    config = ("--config-file" if name == "types" else "--config", str(ROOT / "pyproject.toml"))
    ended = checked(name, *map(Path, config), path)
    assert ended.returncode != 0
    assert complaint in ended.stdout + ended.stderr
