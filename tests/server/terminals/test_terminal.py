"""The terminal: it never blocks the loop, tells every client everything, and notices every end."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import os
import signal
import time
from functools import partial
from pathlib import Path

import pytest
from terminal_programs import BACK, PYTHON, RAW
from terminal_window import Watch, Window, no_stall, opened, orders
from waiting import until

from areyouj_jupyter.server.terminals import Exit, Terminal

pytestmark = pytest.mark.slow


# Output


async def test_a_program_that_ends_at_once_still_gives_its_output_and_its_end() -> None:
    async with opened("echo hello; exit 3") as (terminal, watch):
        assert await watch.ended() == Exit(3, None)
        assert (watch.text, watch.output) == ("hello\r\n", b"hello\r\n")
        assert (watch.died, terminal.ptyproc.closed) == (1, True)
        assert terminal.ring.read() == (b"hello\r\n", 0)


async def test_a_megabyte_before_the_end_arrives_whole() -> None:
    async with opened("head -c 1000000 /dev/zero | tr '\\0' x; echo; echo end") as (_, watch):
        assert await watch.ended() == Exit(0, None)
        assert watch.output == b"x" * 1_000_000 + b"\r\nend\r\n"
        assert watch.text == watch.output.decode()


async def test_every_client_gets_everything_in_order() -> None:
    async with opened("read go; for i in 1 2 3 4 5 6 7 8 9; do echo line $i; done") as (terminal, watch):
        others = [Window(), Window()]
        terminal.clients += others
        terminal.write(b"\n")
        await watch.ended()
        assert "line 9" in watch.text
        assert [(each.text, each.died) for each in others] == [(watch.text, 1)] * 2


class Broken(Window):
    """A client that fails at everything."""

    def on_pty_read(self, text: str) -> None:
        raise RuntimeError("no socket")

    def on_pty_died(self) -> None:
        raise RuntimeError("no socket")


async def test_a_client_that_fails_is_dropped_and_harms_nobody(caplog: pytest.LogCaptureFixture) -> None:
    async with opened("read go; echo one; read go; echo two") as (terminal, watch):
        after = Window()
        terminal.clients[:] = [Broken(), watch, after]
        terminal.write(b"\n")
        await watch.shows("one")
        assert terminal.clients == [watch, after]
        terminal.clients.insert(0, Broken())
        terminal.write(b"\n")
        assert await watch.ended() == Exit(0, None)
        assert "two" in after.text
        assert (watch.died, after.died) == (1, 1)
    assert {(each.levelno, each.message) for each in caplog.records} == {
        (logging.ERROR, "terminal client failed and was dropped")
    }


async def test_a_client_may_leave_while_it_is_told() -> None:
    async with opened("read go; echo hello; read more") as (terminal, _):

        class Leaving(Window):
            def on_pty_read(self, text: str) -> None:
                terminal.clients.remove(self)

        last = Window()
        terminal.clients += [Leaving(), last]
        terminal.write(b"\n")
        await until(lambda: "hello" in last.text)
        assert terminal.clients[1:] == [last]


@pytest.mark.parametrize("pause", [0, 0.02])
async def test_characters_cut_in_two_and_broken_ones_are_told_as_they_should(pause: float) -> None:
    script = (
        "import sys, time\n"
        "for byte in '한🙂é'.encode() + b'\\xff\\xfe|' + b'\\xed\\x95':\n"
        f"    sys.stdout.buffer.write(bytes([byte])); sys.stdout.flush(); time.sleep({pause})\n"
    )
    async with opened(script, *PYTHON) as (_, watch):
        await watch.ended()
        assert watch.text == "한🙂é\ufffd\ufffd|\ufffd"


async def test_the_offset_grows_beyond_what_is_kept() -> None:
    async with opened("head -c 500000 /dev/zero | tr '\\0' x; echo end", ring_bytes=1 << 16) as (terminal, watch):
        await watch.ended()
        assert terminal.ring.end == 500_005
        data, first = terminal.ring.read()
        assert (data[-5:], first + len(data)) == (b"end\r\n", 500_005)
        assert len(data) <= (1 << 16) * 5 / 4


# A client that comes later


async def test_who_comes_later_sees_everything_once() -> None:
    script = (
        RAW
        + "print('한', end='', flush=True)\n"
        + "while data := os.read(0, 1): sys.stdout.buffer.write(data); sys.stdout.flush()"
    )
    async with opened(script, *PYTHON) as (terminal, watch):
        await watch.shows("한")
        windows: list[Window] = []
        for piece in (b"a", b"b", b"c\x1b[6nd", b"\xed\x95"):  # the last one is two thirds of a character
            end = terminal.ring.end + len(piece)
            terminal.write(piece)
            await until(partial(reached, terminal, end))  # told to nobody yet, for some milliseconds
            windows.append(Window())
            windows[-1].text = terminal.replay()
            terminal.clients.append(windows[-1])
        terminal.write(b"\x9cz")
        await watch.shows("한z")
        for window in windows:
            assert window.text.replace("\x1b[6n", "\x18") == "\x1bcup\n한abc\x18d한z"


def reached(terminal: Terminal, end: int) -> bool:
    """Whether there has been so much output."""
    return terminal.ring.end >= end


# Ends


async def test_a_program_that_closes_its_terminal_and_lives_stalls_nothing() -> None:
    async with opened("echo up; exec <&- >&- 2>&-; sleep 60") as (terminal, watch):
        await watch.shows("up")
        async with no_stall():
            terminal.write(b"x" * 100_000)
            await asyncio.sleep(0.2)  # nothing is to happen, and that takes time
            assert terminal.ptyproc.isalive()
            await until(lambda: watch.closed == [True], deadline=1)
            assert watch.exits == []
            terminal.ptyproc.kill(signal.SIGKILL)
            assert await watch.ended(deadline=1) == Exit(None, signal.SIGKILL)


async def test_a_terminal_that_was_closed_and_is_opened_again_is_heard_again() -> None:
    async with opened("exec <&- >&- 2>&-; sleep 0.8; echo back > /dev/tty; sleep 60 > /dev/tty") as (_, watch):
        await until(lambda: watch.closed == [True], deadline=1)
        await watch.shows("back")
        assert watch.closed == [True, False]


async def test_an_end_is_noticed_though_a_grandchild_keeps_the_terminal() -> None:
    async with opened("trap '' HUP; sleep 60 & echo $!; exit 4") as (terminal, watch):
        began = time.monotonic()
        assert await watch.ended(deadline=1) == Exit(4, None)
        assert time.monotonic() - began < 1
        assert terminal.ptyproc.closed
        os.kill(int(watch.text), signal.SIGKILL)


async def test_ten_ends_at_once_are_all_told() -> None:
    async with contextlib.AsyncExitStack() as stack:
        scripts = (f"echo {number}; read x; exit {number}" for number in range(10))
        opening = [await stack.enter_async_context(opened(script)) for script in scripts]
        for number, (_, watch) in enumerate(opening):
            await watch.shows(str(number))
        async with no_stall():
            for terminal, _ in opening:
                terminal.write(b"\n")
            assert [await watch.ended() for _, watch in opening] == [Exit(number, None) for number in range(10)]


async def test_after_the_end_nothing_does_harm() -> None:
    async with opened("exit 0") as (terminal, watch):
        await watch.ended()
        terminal.close()
        terminal.type_from(watch, "x")
        watch.size = (10, 20)
        terminal.sized(watch)
        with terminal.held():
            terminal.type_from(watch, "y")
        assert not terminal.write(b"z")
        assert terminal.replay() == "\x1bc"
        assert (len(watch.exits), watch.died, watch.sizes) == (1, 1, [])


async def test_a_flood_leaves_the_loop_to_others() -> None:
    async with opened("yes flood") as (terminal, watch), opened(BACK, *PYTHON) as (other, other_watch):
        await other_watch.shows("up")
        await watch.shows("flood")
        async with no_stall():
            for number in range(10):
                other.write(str(number).encode())
                await other_watch.shows(str(number), deadline=1)
        terminal.write(b"\x03")
        assert await watch.ended() == Exit(None, signal.SIGINT)


async def test_nothing_stays_open_after_the_end() -> None:
    gc.collect()
    before = len(os.listdir("/dev/fd"))
    async with opened("exit 0") as (terminal, watch):
        await watch.ended()
    del terminal  # with what is kept of its output
    async with opened("sleep 60"):
        pass
    gc.collect()
    await until(lambda: len(os.listdir("/dev/fd")) == before)


async def test_a_start_that_fails_tells_why_and_leaves_nothing_open(tmp_path: Path) -> None:
    before = len(os.listdir("/dev/fd"))
    with pytest.raises(OSError, match="/no/such/folder: No such file"):
        await Terminal.start(orders(tmp_path, "/bin/true", cwd="/no/such/folder"), 1, Watch())
    with pytest.raises(OSError, match="/no/such/program: No such file"):
        await Terminal.start(orders(tmp_path, "/no/such/program"), 1, Watch())
    await until(lambda: len(os.listdir("/dev/fd")) == before)
