"""@xterm/headless, the terminal of browsers without a browser: the measure of what a stream shows."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from repository import ROOT
from screen_cases import ScreenCase

HERE = Path(__file__).parent
PACKAGES = {"@xterm/headless": "6.0.0", "@xterm/addon-unicode11": "0.9.0"}
MODULES = ROOT / ".ci" / "xterm" / "node_modules"
COMMAND = "npm install --prefix .ci/xterm --no-save " + " ".join(f"{name}@{each}" for name, each in PACKAGES.items())


def xterm_lines(cases: Sequence[ScreenCase]) -> list[list[str]]:
    """The screen of each case's stream; one process for all. A test fails where node or the package is missing."""
    node = shutil.which("node")
    if node is None:
        pytest.fail("node is not on the PATH; these tests need 20.19 or newer.")
    if {name: _version(name) for name in PACKAGES} != PACKAGES:
        pytest.fail(f"xterm.js for node is not installed. Run `{COMMAND}` in the repository's folder.")
    asked = [{"path": str(case.stream), "rows": case.size[0], "cols": case.size[1]} for case in cases]
    argv = [node, str(HERE / "xterm_screens.mjs"), str(MODULES)]
    ended = subprocess.run(argv, input=json.dumps(asked), capture_output=True, text=True, timeout=60)
    assert ended.returncode == 0, ended.stderr
    lines: list[list[str]] = json.loads(ended.stdout)
    return lines


def _version(package: str) -> str | None:
    """The installed one; None if there is none."""
    path = MODULES / package / "package.json"
    return json.loads(path.read_text("utf-8"))["version"] if path.exists() else None
