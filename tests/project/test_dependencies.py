"""What is installed where: one emulator for each platform, and the documented way without the better one."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from documents import ROOT, blocks, document, section
from installed import UNCOMPILED, post, state
from jupyter_process import jupyter_process
from packaging.requirements import Requirement
from waiting import until_now

PROJECT = tomllib.loads(document("pyproject.toml"))["project"]
EMULATORS = ("pyghostty", "pyte")


def declared() -> list[Requirement]:
    """What every installation needs."""
    return [Requirement(each) for each in PROJECT["dependencies"]]


@pytest.mark.parametrize(
    ("system", "machine", "emulator"),
    [
        ("linux", "x86_64", "pyghostty"),
        ("linux", "aarch64", "pyghostty"),
        ("linux", "riscv64", "pyte"),
        ("linux", "armv7l", "pyte"),
        ("darwin", "x86_64", "pyghostty"),
        ("darwin", "arm64", "pyghostty"),
        ("freebsd14", "amd64", "pyte"),
        ("win32", "AMD64", "pyte"),
    ],
)
def test_each_platform_gets_one_emulator(system: str, machine: str, emulator: str) -> None:
    here = {"sys_platform": system, "platform_machine": machine}
    held = [each for each in declared() if each.marker is None or each.marker.evaluate(here)]
    assert [each.name for each in held if each.name in EMULATORS] == [emulator]


def test_the_list_without_pyghostty_is_the_declared_one() -> None:
    lines = document("requirements-pyte.txt").splitlines()
    listed = {str(Requirement(line)) for line in lines if not line.startswith("#")}
    wanted = [each for each in declared() if each.name != "pyghostty"]
    wanted += [Requirement(each) for each in PROJECT["optional-dependencies"]["lab"]]
    for each in wanted:
        each.marker = None
    assert listed == set(map(str, wanted))


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Of an environment that is made as the documentation says for where pyghostty has no wheel."""
    venv = tmp_path_factory.mktemp("without") / "venv"
    subprocess.run((sys.executable, "-m", "venv", str(venv)), check=True, capture_output=True)
    (block,) = blocks(section(document("docs/get-started/install.md"), "## Where pyghostty has no wheel"), "sh")
    path = f"{venv / 'bin'}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, **UNCOMPILED, "PATH": path}
    subprocess.run(("sh", "-ec", block.text), env=environment, cwd=ROOT, check=True)
    yield str(venv / "bin" / "python")


def doctor(python: str, home: Path) -> list[str]:
    """What it says of the screens there."""
    command = (str(Path(python).parent / "areyouj"), "doctor")
    told = subprocess.run(command, env={"HOME": str(home), "PATH": ""}, capture_output=True, text=True)
    return [line for line in told.stdout.splitlines() if "screens" in line.lower()]


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_without_pyghostty_agents_run_with_reduced_status(python: str, tmp_path: Path) -> None:
    with jupyter_process(tmp_path, program=("lab",), python=python) as server:
        agent = post(server, "sessions", {"spec": "shell", "project_path": "."})
        name, warnings = agent["agent"], server.get("areyouj/api/health").json()["warnings"]
        until_now(lambda: state(server, name) == "idle", "an idle agent")
        status = server.get(f"areyouj/api/sessions/{name}/status").json()
        assert (status["reduced"], server.get(f"areyouj/api/sessions/{name}").json()["status"]["reduced"]) == (
            True,
            True,
        )
        post(server, f"sessions/{name}/keys", {"keys": "echo $((6 * 7))<Enter>"})
        screen = f"areyouj/api/sessions/{name}/screen"
        until_now(lambda: "42" in server.get(screen).json()["lines"], "the shell's answer")
    (told,) = [warning for warning in warnings if "Screens" in warning]
    assert told.startswith("Screens are read by pyte, because pyghostty is not installed")
    (line,) = doctor(python, tmp_path)
    assert told in line


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_with_neither_every_request_says_what_to_install(python: str, tmp_path: Path) -> None:
    subprocess.run((python, "-m", "pip", "uninstall", "--yes", "pyte"), check=True, capture_output=True)
    with jupyter_process(tmp_path, python=python, ready="api/status") as server:
        told = until_now(lambda: failure(server.get("areyouj/api/health").json()["message"]), "the reason")
    assert told == f"AreYouJ could not start: {NEITHER}"
    (line,) = doctor(python, tmp_path)
    assert NEITHER in line


NEITHER = (
    "No library to read the agents' screens is installed; run: pip install pyghostty, or if it has no wheel "
    "for this system: pip install pyte"
)


def failure(message: str) -> str:
    """Nothing while the server still starts."""
    return message if "could not" in message else ""
