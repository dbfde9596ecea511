"""What a person's own shell finds, and the server does not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from holder_process import state
from programs import BARE, SPEC, program
from waiting import until

from areyouj_jupyter.doctor import Finding, Grade, spec_findings
from areyouj_jupyter.server.terminals import login_path


def user(home: Path, rc: str) -> dict[str, str]:
    """Who has bash as a shell, and this in its files."""
    home.mkdir(exist_ok=True)
    (home / ".bash_profile").write_text(rc)
    return {"HOME": str(home), "PATH": BARE, "SHELL": str(shutil.which("bash"))}


async def test_the_path_is_told_whatever_the_files_of_the_shell_print(tmp_path: Path) -> None:
    assert await login_path(user(tmp_path, 'echo "Welcome! $PATH"\nPATH="/my tools:/bin"\n')) == "/my tools:/bin"


@pytest.mark.parametrize("rc", ["exit 1\n", "exec true\n"])
async def test_a_shell_that_ends_before_tells_nothing(rc: str, tmp_path: Path) -> None:
    assert await login_path(user(tmp_path, rc)) is None


async def test_one_that_is_not_there_tells_nothing(tmp_path: Path) -> None:
    assert await login_path({**user(tmp_path, ""), "SHELL": "/no/such/shell"}) is None


@pytest.mark.slow
async def test_one_that_hangs_is_ended_with_what_it_began(tmp_path: Path) -> None:
    environment = user(tmp_path, "echo $$ > ~/pid\nread answer < /dev/tty\nsleep 1000\n")
    assert await login_path(environment, 0.5) is None
    pid = int((tmp_path / "pid").read_text())
    await until(lambda: not state(pid), "its end")


async def test_the_doctor_gives_the_line_for_what_only_the_shell_finds(tmp_path: Path) -> None:
    found = program(tmp_path / "odd place")
    environment = user(tmp_path, f'PATH="{tmp_path / "odd place"}:$PATH"\n')
    assert await spec_findings(environment, {"tool": SPEC}) == [
        Finding(
            Grade.NOTE,
            f"tool: your shell finds {found}, but the server does not; "
            f"set c.AreYouJApp.commands = {{'tool': {found!r}}}",
        )
    ]
    assert await spec_findings({**environment, "SHELL": "/no/such/shell"}, {"tool": SPEC}) == [
        Finding(Grade.NOTE, "tool: not installed. pip install tool")
    ]
