"""The holder as a process: it and its agent outlive the server, and after a stop nobody is left."""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
import signal
from pathlib import Path

import pytest
from holder_process import RAW, SECRET, Heard, call_hook, gone, held, marked, orders, python, run_folder, shell, state
from waiting import until

from areyouj_jupyter.server.terminals.holders import holder_start
from areyouj_jupyter.server.terminals.holders.holder_client import Holder
from areyouj_jupyter.server.terminals.holders.holder_records import find_holders, read_remains
from areyouj_jupyter.server.terminals.holders.holder_start import FOLDER

pytestmark = pytest.mark.slow

CAT = python(RAW + "print('ready', end='')\nwhile data := os.read(0, 65536): os.write(1, data)")
PSS_LIMIT = 10_000  # KiB


async def test_an_agent_without_a_server_is_never_stopped_and_its_end_is_kept() -> None:
    size = 50_000_000
    flood = f"n = {size}\nwhile n > 0: n -= os.write(1, b'x' * min(n, 65536))\nos.write(1, b'end'); sys.exit(9)"
    async with held(*python(RAW + "os.write(1, b'r'); os.read(0, 1); " + flood)) as (holder, heard, folder):
        await until(lambda: heard.output, "ready: what is typed earlier would be flushed")
        holder.write(b"g")
        await holder.fate("a")
        holder.detach()
        await until(lambda: not state(holder.meta.holder_pid), "the holder's end", deadline=60)
        remains = read_remains(folder / "one")
        assert remains.exit
        assert (remains.exit.code, remains.exit.signal, remains.exit.end) == (9, None, size + 4)
        assert (len(remains.output), remains.output[-4:]) == (1024 * 1024, b"xend")
        files = {path.name: path.stat().st_mode & 0o777 for path in (folder / "one").iterdir()}
        assert files == dict.fromkeys(
            ["exit.json", "hooks.frames", "journal.jsonl", "lock", "meta.json", "output.tail"], 0o600
        )


STRAYS = {
    "nohup": "nohup sleep 600 >/dev/null 2>&1 &",
    "setsid": "setsid sleep 600 &",
    "double fork": "(setsid sh -c '(sleep 600 &) &' &);",
    "ignored signals": "sh -c 'trap \"\" HUP TERM INT; while :; do sleep 1; done' &",
    "setsid and ignored signals": "setsid sh -c 'trap \"\" HUP TERM INT; while :; do sleep 1; done' &",
    "stopped": "sh -c 'kill -STOP $$' &",
}


@pytest.mark.parametrize("kind", STRAYS)
async def test_after_a_stop_no_descendant_lives(kind: str) -> None:
    code = f"trap '' HUP TERM; {STRAYS[kind]} echo ready; while :; do sleep 1; done"
    async with held(*shell(code)) as (holder, heard, _):
        await until(lambda: b"ready" in heard.output)
        await until(lambda: len(marked(holder.meta.session_id)) >= 3)
        stop = asyncio.create_task(holder.stop())
        assert await holder.fate("a") == {}  # the ladder keeps nobody waiting
        assert await stop == []
        assert marked(holder.meta.session_id) == []
        assert (heard.exit and heard.exit.signal) == signal.SIGKILL
        await gone(holder.meta.holder_pid)
        assert heard.lost is None


async def test_a_stop_goes_on_though_the_server_that_ordered_it_ends() -> None:
    async with held(*shell(f"{STRAYS['setsid and ignored signals']} echo ready; cat")) as (holder, heard, _):
        await until(lambda: b"ready" in heard.output)
        stop = asyncio.create_task(holder.stop())
        await until(lambda: not state(holder.meta.pid))
        holder.detach()
        stop.cancel()
        await until(lambda: not state(holder.meta.holder_pid), deadline=20)
        assert marked(holder.meta.session_id) == []


async def test_kill_9_of_the_holder_ends_the_agent() -> None:
    code = RAW + "import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN); print('ready', end=''); time.sleep(600)"
    async with held(*python(code)) as (holder, heard, _):
        await until(lambda: heard.output == b"ready")
        os.kill(holder.meta.holder_pid, signal.SIGKILL)
        await gone(holder.meta.pid)


async def test_signals_that_end_a_server_do_not_end_its_holders() -> None:
    async with held(*CAT) as (holder, heard, _):
        await until(lambda: heard.output == b"ready")
        for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM, signal.SIGQUIT):
            os.kill(holder.meta.holder_pid, number)
        assert await holder.fate("a") == {}
        holder.write(b"alive")
        await until(lambda: heard.output == b"readyalive")


async def test_a_grandchild_that_keeps_the_terminal_does_not_hide_the_end() -> None:
    async with held(*shell("trap '' HUP; sleep 600 & echo bye; exit 6")) as (holder, heard, _):
        assert (await until(lambda: heard.exit, deadline=2)).code == 6
        assert heard.output == b"bye\r\n"
        assert await holder.stop() == []
        assert marked(holder.meta.session_id) == []


async def test_an_agent_that_closes_its_terminal_lives_on() -> None:
    async with held(*python("import os, time; [os.close(fd) for fd in (0, 1, 2)]; time.sleep(600)")) as (
        holder,
        heard,
        _,
    ):
        await until(lambda: not Path(f"/proc/{holder.meta.pid}/fd/0").exists())
        assert await holder.fate("a") == {}
        assert heard.exit is None
        assert await holder.stop() == []


LOOK = """
import json, os, signal, sys
print(json.dumps({
    "fds": sorted(int(fd) for fd in os.listdir("/proc/self/fd"))[:-1], "leads": os.getsid(0) == os.getpid(),
    "terminal": os.ttyname(0) == os.ttyname(1) == os.ttyname(2), "mine": os.tcgetpgrp(0) == os.getpid(),
    "environment": dict(os.environ), "cwd": os.getcwd(),
    "ignored": [n for n in (1, 2, 3, 13, 15, 17) if signal.getsignal(n) == signal.SIG_IGN and n not in (13,)],
}))
"""


async def test_the_agent_gets_a_terminal_and_nothing_of_the_holders() -> None:
    async with held(*python(LOOK), environment={"AREYOUJ_SESSION": "s", "ODD": "가=1"}) as (_, heard, folder):
        await until(lambda: heard.exit)
        seen = json.loads(heard.output)
        seen["environment"].pop("LC_CTYPE", None)  # Python's own
        assert seen == {
            **{"fds": [0, 1, 2], "leads": True, "terminal": True, "mine": True, "ignored": []},
            **{"environment": {"AREYOUJ_SESSION": "s", "ODD": "가=1", "PWD": str(folder)}, "cwd": str(folder)},
        }


async def test_the_holder_keeps_to_itself() -> None:
    async with held(*CAT) as (holder, heard, folder):
        await until(lambda: heard.output == b"ready")
        pid = holder.meta.holder_pid
        sessions = {os.getsid(0), os.getsid(pid), os.getsid(holder.meta.pid)}
        assert len(sessions) == 3
        assert os.getsid(pid) != pid  # it leads none, so that no terminal can become its own
        assert all(os.readlink(f"/proc/{pid}/fd/{fd}") == "/dev/null" for fd in (0, 1, 2))
        run_dir = folder / "one"
        modes = {path.name: path.stat().st_mode & 0o777 for path in run_dir.iterdir()}
        assert set(modes.values()) == {0o600}
        assert SECRET not in "".join(path.read_text() for path in run_dir.glob("*.json"))
        for place in ("environ", "cmdline"):
            assert SECRET not in proc(pid, place)


async def test_a_holder_is_small_and_idle_costs_nothing() -> None:
    async with held(*CAT) as (holder, heard, _):
        await until(lambda: heard.output == b"ready")
        await call_hook(holder, json.dumps({"secret": SECRET, "hook": "Stop", "payload": {}}).encode() + b"\n")
        await until(lambda: heard.hooks)
        memory = proc(holder.meta.holder_pid, "smaps_rollup")
        (pss,) = re.findall(r"^Pss:\s+(\d+)", memory, re.MULTILINE)
        print(f"PSS of an idle holder: {pss} KiB")
        assert int(pss) < PSS_LIMIT
        await until(lambda: rests(holder.meta.holder_pid))


async def rests(pid: int) -> bool:
    """Whether a process does nothing for a while."""
    before = switches(pid)
    await asyncio.sleep(0.5)  # that nothing happens can only be seen in time
    return switches(pid) == before


def proc(pid: int, name: str) -> str:
    """A file of /proc."""
    return Path(f"/proc/{pid}/{name}").read_text()


def switches(pid: int) -> int:
    """How often a process has gone to sleep."""
    found = re.search(r"^voluntary_ctxt_switches:\s+(\d+)", proc(pid, "status"), re.MULTILINE)
    assert found
    return int(found[1])


async def test_a_holder_does_not_need_its_own_files_any_more(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    package = tmp_path / "areyouj_jupyter"
    package.mkdir()
    for name in ("__init__.py", "_version.py"):
        shutil.copy(FOLDER.parent / name, package)
    shutil.copytree(FOLDER, package / "holder")
    monkeypatch.setattr(holder_start, "FOLDER", package / "holder")
    async with held(*CAT) as (holder, heard, folder):
        await until(lambda: heard.output == b"ready")
        shutil.rmtree(package)
        assert (await holder.order("a", "paste", b"x", hook=0, offset=5)).state == "done"
        await call_hook(holder, b"nonsense\n")
        await call_hook(holder, json.dumps({"secret": SECRET, "hook": "Stop", "payload": {}}).encode() + b"\n")
        await until(lambda: heard.hooks and heard.output == b"readyx")
        assert await holder.fate("a") == {("paste", 1): "done"}
        assert await holder.stop() == []
        await gone(holder.meta.holder_pid)
        assert read_remains(folder / "one").exit


async def test_ten_holders_start_and_end_at_once() -> None:
    with run_folder() as folder:
        heard = [Heard() for _ in range(10)]
        given = [orders(folder, *shell("read x; exit 2"), name=f"n{number}") for number in range(10)]
        holders = await asyncio.gather(*(Holder.start(each, one, 1) for each, one in zip(given, heard, strict=True)))
        for holder in holders:
            holder.write(b"\n")
        await until(lambda: all(one.exit and one.exit.code == 2 for one in heard))
        for holder in holders:
            holder.collected()
        await until(lambda: not any(found.lives for found in find_holders(folder)))
        for holder in holders:
            holder.detach()
