"""The server's end of a holder, with real holders and real agents."""

from __future__ import annotations

import asyncio
import json
import os
import signal

import pytest
from holder_process import RAW, SECRET, Heard, call_hook, gone, held, orders, python, run_folder, shell, state
from waiting import until

from areyouj_jupyter.server.terminals.holders import holder_client
from areyouj_jupyter.server.terminals.holders.holder_answers import Answer, HolderLost, HolderRefused
from areyouj_jupyter.server.terminals.holders.holder_client import Holder
from areyouj_jupyter.server.terminals.holders.holder_records import (
    discard_holder,
    find_holders,
    holder_lives,
    read_remains,
)
from areyouj_jupyter.server.terminals.holders.holder_start import HolderFailed

pytestmark = pytest.mark.slow

CAT = python(RAW + "print('ready', end='')\nwhile data := os.read(0, 65536): os.write(1, data)")
DEAF = python(RAW + "print('ready', end=''); time.sleep(600)")


def hook_line(name: str, secret: str = SECRET, **payload: object) -> bytes:
    return json.dumps({"secret": secret, "hook": name, "payload": payload}, ensure_ascii=False).encode() + b"\n"


async def test_what_is_typed_comes_back_and_the_exit_is_told() -> None:
    async with held(*shell("read line; echo got $line; exit 3")) as (holder, heard, _):
        assert holder.write(b"hello\n")
        record = await until(lambda: heard.exit)
        assert heard.output.replace(b"\r", b"") == b"hello\ngot hello\n"
        assert (record.code, record.signal, record.end) == (3, None, heard.end)
        assert record.exit().sentence() == "exited with code 3"
        holder.collected()
        await gone(holder.meta.holder_pid)
        assert heard.lost is None


async def test_every_byte_arrives_once_through_a_large_paste() -> None:
    text = os.urandom(999_999) + b"."  # half a character would wait for its end
    async with held(*CAT) as (holder, heard, _):
        await until(lambda: heard.output == b"ready")
        answer = await holder.order("a", "paste", text, hook=0, offset=heard.end)
        assert answer == Answer("a", "paste", 1, "done")
        assert await holder.order("a", "paste", text, hook=0, offset=0) == Answer(
            "a", "paste", 1, "done", repeated=True
        )
        await until(lambda: len(heard.output) >= len(text) + 5)
        assert heard.output == b"ready" + text
        assert heard.gaps == []


async def test_an_order_is_refused_after_a_newer_hook() -> None:
    async with held(*CAT) as (holder, heard, _):
        await until(lambda: heard.output == b"ready")
        await call_hook(holder, hook_line("PermissionRequest", tool="Bash"))
        answer = await holder.order("a", "paste", b"y", hook=0, offset=5)
        assert answer == Answer("a", "paste", 1, "refused", why="hook")
        assert [(hook.number, hook.name, hook.payload) for hook in heard.hooks] == [
            (1, "PermissionRequest", {"tool": "Bash"})
        ]
        assert (await holder.order("b", "paste", b"n", hook=1, offset=5)).state == "done"
        assert await holder.fate("a") == {("paste", 1): "refused"}
        await until(lambda: heard.output == b"readyn")


async def test_a_deaf_agent_blocks_nobody_and_what_waits_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(holder_client, "WRITE_LIMIT", 300_000)
    async with held(*DEAF) as (holder, heard, _):
        await until(lambda: heard.output == b"ready")
        assert holder.write(bytes(200_000))
        await until(lambda: holder.waiting)
        assert 0 < holder.waiting < 200_000
        assert not holder.write(bytes(300_000))
        refused = await holder.order("a", "paste", b"text", hook=0, offset=5)
        assert (refused.state, refused.why) == ("refused", "input")
        assert await holder.fate("b") == {}
        assert await holder.stop() == []


async def test_an_order_to_an_agent_that_does_not_read_ends_with_the_agent() -> None:
    async with held(*DEAF) as (holder, heard, _):
        await until(lambda: heard.output == b"ready")
        order = asyncio.create_task(holder.order("a", "paste", bytes(100_000), hook=0, offset=5))
        await until(lambda: holder.waiting)
        holder.signal(signal.SIGKILL)
        assert await order == Answer("a", "paste", 1, "intent", why="exited")
        assert (await until(lambda: heard.exit)).signal == signal.SIGKILL


async def test_a_resize_and_a_signal_reach_the_agent() -> None:
    code = "trap 'stty size; exit 5' INT; echo ready; while :; do sleep 0.02; done"
    async with held(*shell(code)) as (holder, heard, _):
        await until(lambda: b"ready" in heard.output)
        assert (holder.welcome.rows, holder.welcome.cols) == (24, 80)
        holder.resize(31, 99)
        holder.signal(signal.SIGINT)
        assert (await until(lambda: heard.exit)).code == 5
        assert b"31 99" in heard.output


async def test_a_program_in_the_foreground_is_seen_when_it_comes_and_goes() -> None:
    async with held("/bin/sh", "-i") as (holder, _, _):
        holder.write(b"cat\n")
        await until(holder.foreground)
        holder.write(b"\x04")
        await until(lambda: not holder.foreground())


async def test_a_newer_server_replaces_the_older_and_an_older_one_is_refused() -> None:
    async with held(*CAT) as (holder, heard, _):
        await until(lambda: heard.output == b"ready")
        newer = await Holder.attach(holder.meta, Heard(), epoch=7)
        await until(lambda: heard.lost == "replaced")
        assert not holder.write(b"late")
        with pytest.raises(HolderLost):
            await holder.fate("a")
        with pytest.raises(HolderRefused) as refused:
            await Holder.attach(holder.meta, Heard(), epoch=6)
        assert (refused.value.why, refused.value.owner) == ("owner", 7)
        assert newer.write(b"x")
        anyone = await Holder.attach(holder.meta, Heard(), epoch=None)
        assert await anyone.stop() == []
        anyone.detach()
        newer.detach()


async def test_output_goes_on_where_the_server_before_left_off() -> None:
    async with held(*CAT) as (holder, heard, _):
        await until(lambda: heard.output == b"ready")
        holder.detach()
        assert heard.lost is None
        later = Heard()
        again = await Holder.attach(holder.meta, later, 1, offset=2)
        again.write(b"!")
        await until(lambda: later.output == b"ady!")
        assert (later.first, again.welcome.end) == (2, 5)
        again.detach()


async def test_hooks_are_kept_while_nobody_is_attached_until_they_are_acknowledged() -> None:
    async with held(*CAT) as (holder, _, _):
        holder.detach()
        for number in range(20):
            await call_hook(holder, hook_line("Stop", number=number))
        later = Heard()
        again = await Holder.attach(holder.meta, later, 1)
        await until(lambda: len(later.hooks) == 20)
        assert [(hook.number, hook.payload["number"]) for hook in later.hooks] == [(n + 1, n) for n in range(20)]
        again.acknowledge(15)
        await again.fate("a")
        again.detach()
        last = Heard()
        third = await Holder.attach(holder.meta, last, 1)
        await until(lambda: [hook.number for hook in last.hooks] == [16, 17, 18, 19, 20])
        third.detach()


async def test_a_hook_without_the_secret_or_too_long_changes_nothing_and_a_slow_one_delays_no_other() -> None:
    async with held(*CAT) as (holder, heard, _):
        assert holder.meta.hook_socket
        await call_hook(holder, hook_line("Forged", secret="guess"))
        await call_hook(holder, b"no json\n")
        await call_hook(holder, hook_line("Long", text="x" * 1_100_000))
        _, slow = await asyncio.open_unix_connection(holder.meta.hook_socket)
        slow.write(hook_line("Slow")[:-1])
        await call_hook(holder, hook_line("Stop", text="가" * 300_000))
        assert await holder.fate("a") == {}  # nobody waits for the slow one
        slow.write(b"\n")
        await until(lambda: [hook.name for hook in heard.hooks] == ["Slow", "Stop"])
        assert heard.hooks[1].payload["text"] == "가" * 300_000
        slow.close()
        await slow.wait_closed()


async def test_a_server_that_reads_loses_nothing_of_a_flood() -> None:
    size = 30_000_000
    flood = f"n = {size}\nwhile n > 0: n -= os.write(1, b'x' * min(n, 65536))\nos.write(1, b'end')"
    async with held(*python(RAW + "os.write(1, b'r'); os.read(0, 1); " + flood)) as (holder, heard, _):
        await until(lambda: heard.output, "ready: what is typed earlier would be flushed")
        holder.write(b"g")
        record = await until(lambda: heard.exit, deadline=30)
        assert (record.end, len(heard.output), heard.gaps) == (size + 4, size + 4, [])


async def test_a_holder_that_is_killed_is_lost_and_its_orders_with_it() -> None:
    async with held(*DEAF) as (holder, heard, folder):
        await until(lambda: heard.output == b"ready")
        assert (await holder.order("a", "paste", b"whole", hook=0, offset=5)).state == "done"
        order = asyncio.create_task(holder.order("b", "paste", bytes(100_000), hook=0, offset=5))
        await until(lambda: holder.waiting)
        os.kill(holder.meta.holder_pid, signal.SIGKILL)
        with pytest.raises(HolderLost):
            await order
        await until(lambda: heard.lost == "gone")
        with pytest.raises(OSError, match="refused"):
            await Holder.attach(holder.meta, Heard(), 1)
        remains = read_remains(folder / "one")
        assert remains.orders == {("a", "paste", 1): "done", ("b", "paste", 1): "intent"}
        assert (remains.exit, remains.output, remains.hooks) == (None, b"", ())


async def test_holders_are_found_and_what_they_left_is_read_and_discarded() -> None:
    async with held(*shell("read line; echo bye; exit 4")) as (holder, _, folder):
        (found,) = find_holders(folder)
        assert (found.run_dir, found.meta, found.lives) == (folder / "one", holder.meta, True)
        assert holder.meta.start is not None
        await call_hook(holder, hook_line("Stop", text="last"))
        holder.detach()
        other = await Holder.attach(holder.meta, Heard(), 1)
        other.write(b"\n")
        other.detach()
        await gone(holder.meta.holder_pid)
        (found,) = find_holders(folder)
        assert not found.lives
        remains = read_remains(found.run_dir)
        assert remains.exit and (remains.exit.code, remains.exit.end) == (4, len(remains.output))
        assert remains.output.replace(b"\r", b"") == b"\nbye\n"
        assert [hook.payload for hook in remains.hooks] == [{"text": "last"}]
        assert remains.orders == {}
        discard_holder(found)
        assert find_holders(folder) == []
        assert not holder_lives(folder / "one")
        assert read_remains(folder / "one").orders is None


@pytest.mark.parametrize(
    ("changes", "kind", "words"),
    [
        ({"cwd": "/nonexistent/folder"}, "folder", "/nonexistent/folder: No such file"),
        ({"cwd": "/etc/passwd"}, "folder", "/etc/passwd: Not a directory"),
        ({"argv": ("/nonexistent/program",)}, "program", "/nonexistent/program: No such file"),
        ({"argv": ("nowhere-on-the-path",)}, "program", "nowhere-on-the-path: No such file"),
        ({"argv": ("/etc",)}, "program", "/etc: Permission denied"),
        ({"argv": ("/etc/passwd",)}, "program", "/etc/passwd: Permission denied"),
        ({"argv": ()}, "system", "argv is empty"),
        ({"rows": 0}, "system", "rows"),
        ({"version": 99}, "system", "version 99"),
        ({"run_dir": "/nonexistent"}, "system", "No such file"),
        ({"control_socket": "/tmp/" + "x" * 200}, "system", "too long"),
    ],
)
async def test_what_cannot_be_started_is_an_error_within_a_second(
    changes: dict[str, object], kind: str, words: str
) -> None:
    argv = changes.pop("argv", ("/bin/sh",))
    assert isinstance(argv, tuple)
    with run_folder() as folder:
        loop = asyncio.get_running_loop()
        began = loop.time()
        with pytest.raises(HolderFailed, match=words) as failed:
            await Holder.start(orders(folder, *argv, **changes), Heard(), 1)
        assert (failed.value.kind, loop.time() - began < 1) == (kind, True)
        assert find_holders(folder) == []
        assert not list(folder.glob("*/control")) + list(folder.glob("*/hooks"))


async def test_a_start_that_is_cancelled_leaves_no_agent() -> None:
    with run_folder() as folder:
        start = asyncio.create_task(Holder.start(orders(folder, *DEAF), Heard(), 1))
        await until(lambda: (folder / "one" / "lock").exists())
        start.cancel()
        with pytest.raises(asyncio.CancelledError):
            await start
        await until(lambda: not holder_lives(folder / "one"), "the holder's end")


async def test_a_second_holder_in_the_same_folder_is_refused_and_a_dead_ones_sockets_are_replaced() -> None:
    async with held(*CAT) as (holder, _, folder):
        with pytest.raises(HolderFailed, match="Another holder is running"):
            await Holder.start(orders(folder, *CAT), Heard(), 1)
        assert state(holder.meta.pid)
        os.kill(holder.meta.holder_pid, signal.SIGKILL)
        await gone(holder.meta.holder_pid)
        assert (folder / "one" / "control").exists()
        again = await Holder.start(orders(folder, *CAT), Heard(), 1)
        assert await again.stop() == []
        await gone(again.meta.holder_pid)
        assert not (folder / "one" / "control").exists()
        again.detach()
