"""A run of the tests that is killed leaves no holder and no agent."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import hanging_run
import psutil
import pytest
from documents import ROOT
from waiting import until_now

pytestmark = pytest.mark.slow


def test_a_killed_run_leaves_no_holder_and_no_agent(tmp_path: Path) -> None:
    told = tmp_path / "pids"
    options = ("-q", "-p", "no:cacheprovider", f"--basetemp={tmp_path / 'run'}")
    command = [sys.executable, "-m", "pytest", *options, hanging_run.__file__]
    with subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, hanging_run.PIDS: str(told)}, stdout=subprocess.DEVNULL
    ) as run:
        until_now(told.exists, "the agent", 60)
        pids = [int(pid) for pid in told.read_text().split()]
        assert all(map(psutil.pid_exists, pids))
        run.kill()
    until_now(lambda: not any(map(psutil.pid_exists, pids)), "the end of both", 30)
