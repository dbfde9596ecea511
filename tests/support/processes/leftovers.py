"""Leftovers: what a run of the tests has started ends with the run, however that ends.

A process beside the run waits until the run is gone, and ends what then still works in the run's folder: holders and
their agents survive whoever started them, and a run that is killed cannot end its servers.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

ROUNDS = 5  # of looking: what is ended may have started something meanwhile
PAUSE = 0.2  # seconds between two rounds
DEADLINE = 30.0  # seconds


@pytest.fixture(scope="session", autouse=True)
def end_of_leftovers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Start that process; at an orderly end nothing should be left for it to do."""
    command = [sys.executable, __file__, str(tmp_path_factory.getbasetemp())]
    watcher = subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True)
    assert watcher.stdin
    yield
    watcher.stdin.close()
    watcher.wait(DEADLINE)


def end_all(folder: Path) -> None:
    """End all that works in a folder or has a file of it open, but for us and the run itself, if that still is."""
    ours = (os.getpid(), os.getppid())
    for _ in range(ROUNDS):
        for process in list(psutil.process_iter()):
            if process.pid not in ours and _works_in(process, folder):
                with contextlib.suppress(psutil.Error):
                    process.kill()
        time.sleep(PAUSE)


def _works_in(process: psutil.Process, folder: Path) -> bool:
    with contextlib.suppress(psutil.Error, OSError):
        return any(Path(path).is_relative_to(folder) for path in (process.cwd(), *_opened(process)))
    return False


def _opened(process: psutil.Process) -> list[str]:
    return [file.path for file in process.open_files()]


if __name__ == "__main__":
    sys.stdin.buffer.read()  # it ends when whoever holds its other end does
    end_all(Path(sys.argv[1]).resolve())
