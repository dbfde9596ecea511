"""The agent's process as the server knows it: how it ended, and what it uses."""

from __future__ import annotations

import os
import signal

import psutil
import pytest
from terminal_window import opened
from waiting import until

from areyouj_jupyter.server.terminals import Exit, usage


@pytest.mark.parametrize(
    ("end", "sentence"),
    [
        (Exit(0, None), "exited with code 0"),
        (Exit(3, None), "exited with code 3"),
        (Exit(None, 9), "was killed by SIGKILL"),
        (Exit(None, 39), "was killed by signal 39"),
        (Exit(None, None), "was lost"),
    ],
)
def test_an_end_is_a_sentence(end: Exit, sentence: str) -> None:
    assert end.sentence() == sentence


@pytest.mark.slow
async def test_usage_counts_the_whole_tree_and_is_none_for_the_gone() -> None:
    async with opened("sleep 60 & echo up; wait") as (terminal, watch):
        await watch.shows("up")
        pid = terminal.ptyproc.pid
        alone = psutil.Process(pid).memory_info().rss
        await until(lambda: usage([pid])[pid][0] > alone)
        assert usage([pid])[pid][1] >= 0
    assert usage([pid]) == {}


@pytest.mark.slow
async def test_it_runs_until_it_has_ended_and_its_size_is_known() -> None:
    async with opened("echo up; sleep 60") as (terminal, watch):
        await watch.shows("up")
        process = terminal.ptyproc
        assert (process.isalive(), process.closed, process.getwinsize()) == (True, False, (24, 80))
        process.setwinsize(11, 22)
        assert process.getwinsize() == (11, 22)
        process.kill(signal.SIGTERM)
        assert await watch.ended() == Exit(None, signal.SIGTERM)
        assert (process.isalive(), process.closed) == (False, True)
        process.kill(signal.SIGKILL)
        process.close()
        with pytest.raises(ProcessLookupError):
            os.kill(process.pid, 0)


@pytest.mark.slow
async def test_a_shell_has_something_in_the_foreground_while_it_runs_a_program() -> None:
    async with opened("-i", "/bin/bash", "--norc") as (terminal, watch):
        await watch.shows("$") if os.getuid() else await watch.shows("#")
        assert not terminal.ptyproc.foreground()
        terminal.write(b"sleep 60\n")
        await until(terminal.ptyproc.foreground)
        await until(lambda: [each.name() for each in psutil.Process(terminal.ptyproc.pid).children()] == ["sleep"])
        terminal.write(b"\x03")
        await until(lambda: not terminal.ptyproc.foreground())
