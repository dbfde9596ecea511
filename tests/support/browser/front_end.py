"""The front end's source with its npm packages installed, once for all tests: the fixture `front_end`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from repository import ROOT

SOURCE = ROOT / "labextension"
INSTALL_DEADLINE = 600.0  # seconds, with a test behind it; the first one fetches some 260 MB of packages
NOT_SOURCE = ("node_modules", "lib", ".yarn", "*.tsbuildinfo")


class FrontEnd:
    """A copy of labextension/ in which commands run. Its bundle goes to the folder `built`. Owned by the fixture."""

    def __init__(self, folder: Path) -> None:
        self.source = folder / "labextension"
        self.dashboard = self.source / "dashboard"
        self.built = folder / "areyouj_jupyter" / "labextension"
        shutil.copytree(SOURCE, self.source, ignore=shutil.ignore_patterns(*NOT_SOURCE))
        self.built.parent.mkdir()

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run `jlpm <command>`."""
        path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)))
        variables = {**os.environ, "PATH": path, "CI": "true", "NO_COLOR": "1", "DEBUG_PRINT_LIMIT": "0"}
        return subprocess.run(["jlpm", *command], cwd=self.source, env=variables, capture_output=True, text=True)

    def succeed(self, *command: str) -> None:
        """Run `jlpm <command>`; an AssertionError says what it wrote, if it fails."""
        done = self.run(*command)
        assert done.returncode == 0, done.stdout + done.stderr

    def in_dashboard(self, *command: str) -> None:
        """Run `npm <command>` for the dashboard; an AssertionError says what it wrote, if it fails."""
        done = subprocess.run(["npm", *command], cwd=self.dashboard, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def front_end(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FrontEnd]:
    """The front end, installed as its lock files say."""
    folder = tmp_path_factory.mktemp("front-end")
    copy = FrontEnd(folder)
    copy.succeed("install", "--immutable")
    copy.in_dashboard("ci", "--no-audit", "--no-fund")
    yield copy
    shutil.rmtree(folder)  # some 320 MB, of which pytest would keep three
