"""The agent in a terminal: what it is started with, and that nothing of its family outlives a stop."""

from __future__ import annotations

import ast
import os
import signal
import sys
import time
from pathlib import Path

import psutil
import pytest
from terminal_window import BARE, no_stall, opened
from waiting import until

from areyouj_jupyter.server.terminals import MARK, Exit

RAW = "import os, sys, time, tty; tty.setraw(0); print('up', flush=True)\n"
PYTHON = (sys.executable, "-I", "-S", "-c")

pytestmark = pytest.mark.slow


# What an agent is started with


async def test_it_has_a_controlling_terminal_of_its_own() -> None:
    async with opened("tty; test -t 0 && test -t 1 && test -t 2 && echo all; echo here >/dev/tty; stty size") as (
        _,
        watch,
    ):
        await watch.ended()
        device, *rest = watch.text.split()
        assert device.startswith("/dev/")
        assert rest == ["all", "here", "24", "80"]


@pytest.mark.parametrize("ignored", [signal.SIGHUP, signal.SIGINT])
async def test_a_signal_that_the_server_ignores_is_not_ignored_by_the_agent(ignored: signal.Signals) -> None:
    before = signal.signal(ignored, signal.SIG_IGN)
    try:
        async with opened("print('up', flush=True); import time; time.sleep(60)", *PYTHON) as (terminal, watch):
            await watch.shows("up")
            terminal.ptyproc.kill(ignored)
            assert await watch.ended() == Exit(None, ignored)
    finally:
        signal.signal(ignored, before)


async def test_ctrl_c_reaches_what_runs_in_the_foreground() -> None:
    async with opened("print('up', flush=True); import time; time.sleep(60)", *PYTHON) as (terminal, watch):
        await watch.shows("up")
        terminal.write(b"\x03")
        assert await watch.ended() == Exit(None, signal.SIGINT)


async def test_it_inherits_no_file_of_the_server(tmp_path: Path) -> None:
    secret = os.open(tmp_path, os.O_RDONLY)
    os.set_inheritable(secret, True)
    try:
        async with opened("import os; print(sorted(os.listdir('/dev/fd')))", *PYTHON) as (_, watch):
            await watch.ended()
            assert watch.text == "['0', '1', '2', '3']\r\n"  # 3 is the listing's own
    finally:
        os.close(secret)


async def test_the_environment_is_exactly_what_was_ordered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUPYTER_TOKEN", "secret")
    given = BARE | {"EMPTY": "", "TWO": "a\nb", "UTF": "한 🙂", "EQ": "a=b"}
    script = "import os; print(ascii(dict(os.environb)))"
    async with opened(script, *PYTHON, env=given) as (_, watch):
        await watch.ended()
        found = {name.decode(): value.decode() for name, value in ast.literal_eval(watch.text.strip()).items()}
        assert found.pop(MARK)
        assert found.pop("PWD") == "/"  # where it was started
        assert {**given, **found} == {**given, "LC_CTYPE": "C.UTF-8"}  # Python's own
        assert all(found[name] == value for name, value in given.items())


@pytest.mark.parametrize("argument", ["", " ", "$HOME", "`id`", "*", "'\"", "a\nb", "--", "한 🙂", "\\"])
async def test_arguments_arrive_unchanged(argument: str) -> None:
    script = "import sys; print(ascii(sys.argv[1:]))"
    async with opened("last", *PYTHON, script, argument) as (_, watch):
        await watch.ended()
        assert watch.text == f"{[argument, 'last']!a}\r\n"


# Families

DOUBLE_FORK = (
    "import os, time\nif os.fork() == 0:\n os.setsid()\n if os.fork() == 0: time.sleep(300)\n os._exit(0)\n"
    "print('ready', flush=True)\ntime.sleep(300)"
)
STUBBORN = (
    "import signal, subprocess, sys, time\n"
    "for name in ('SIGHUP', 'SIGTERM', 'SIGINT'): signal.signal(getattr(signal, name), signal.SIG_IGN)\n"
    "subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(300)'])\n"
    "print('ready', flush=True)\ntime.sleep(300)"
)
STOPPED = "import os, signal, time\nprint('ready', flush=True)\nos.kill(os.getpid(), signal.SIGSTOP)\ntime.sleep(300)"
BREEDER = (
    "import signal, subprocess, time\nfor number in (1, 15): signal.signal(number, signal.SIG_IGN)\n"
    "print('ready', flush=True)\n"
    "for _ in range(40): subprocess.Popen(['sleep', '300'], start_new_session=True); time.sleep(0.02)\n"
    "time.sleep(300)"
)
FAMILIES = [
    pytest.param("echo ready; exec sleep 300", (), id="plain"),
    pytest.param("nohup sleep 300 >/dev/null 2>&1 & echo ready; wait", (), id="nohup"),
    pytest.param("setsid sleep 300 & echo ready; wait", (), id="setsid"),
    pytest.param("(env -i setsid nohup sleep 300 >/dev/null 2>&1 &) ; echo ready; sleep 300", (), id="no-mark"),
    pytest.param("trap '' HUP TERM INT; echo ready; while :; do sleep 300; done", (), id="traps"),
    pytest.param(
        "setsid sh -c 'echo ready; exec sleep 300 >/dev/null 2>&1 </dev/null' & sleep 0.2; exit 0", (), id="stray"
    ),
    pytest.param(DOUBLE_FORK, PYTHON, id="double-fork"),
    pytest.param(STUBBORN, PYTHON, id="ignores"),
    pytest.param(STOPPED, PYTHON, id="stopped"),
    pytest.param(BREEDER, PYTHON, id="breeds"),
]


@pytest.mark.parametrize(("script", "argv"), FAMILIES)
async def test_a_stop_leaves_no_descendant_alive(script: str, argv: tuple[str, ...]) -> None:
    async with opened(script, *argv) as (terminal, watch):
        await watch.shows("ready")
        holder = psutil.Process(terminal.ptyproc.holder.meta.holder_pid)
        family = holder.children(recursive=True)
        async with no_stall():
            began = time.monotonic()
            assert await terminal.stop() == []
            assert time.monotonic() - began < 6
        await watch.ended()
        assert [each for each in family if each.is_running() and each.status() != psutil.STATUS_ZOMBIE] == []
        await until(
            lambda: not holder.is_running() or holder.status() == psutil.STATUS_ZOMBIE, "the holder is gone too"
        )


async def test_a_polite_program_has_time_to_say_goodbye() -> None:
    script = "trap 'sleep 0.3; echo bye; exit 7' HUP; echo ready; while :; do sleep 0.05; done"
    async with opened(script) as (terminal, watch):
        await watch.shows("ready")
        assert await terminal.stop() == []
        assert await watch.ended() == Exit(7, None)
        assert "bye" in watch.text
