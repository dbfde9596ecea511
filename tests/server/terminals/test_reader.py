"""The reader of a terminal: at once after a silence, gathered in a flood, fairly among many, and to the last byte."""

from __future__ import annotations

import asyncio
import os
import subprocess
import tempfile
import threading
import time
import tty
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager, suppress
from functools import partial

import pytest
from waiting import until

from areyouj_jupyter.holder.ring import Ring, memory
from areyouj_jupyter.server.terminals.holders import reader as module
from areyouj_jupyter.server.terminals.holders import rounds
from areyouj_jupyter.server.terminals.holders.reader import HUNG_UP, PIECE, READS, READS_ALONE, Reader, Shares


class Told:
    """What a reader told."""

    def __init__(self) -> None:
        self.output = bytearray()
        self.pieces: list[int] = []
        self.closed: list[bool] = []
        self.then: list[Callable[[], object]] = []
        self.at = 0.0

    def on_output(self, data: bytes, offset: int) -> None:
        assert offset == len(self.output)
        self.output += data
        self.pieces.append(len(data))
        self.at = time.monotonic()
        while self.then:
            self.then.pop()()


@asynccontextmanager
async def reading(ring_bytes: int = 1 << 20) -> AsyncIterator[tuple[Reader, Told, int]]:
    """A reader of a terminal, what it tells, and the agent's end."""
    master, slave = os.openpty()
    tty.setraw(slave)
    os.set_blocking(master, False)
    store, told = memory(tempfile.gettempdir(), ring_bytes), Told()
    reader = Reader(Ring(store), master, 0, told.on_output, told.closed.append, lambda answer: None)
    os.close(store)
    try:
        yield reader, told, slave
    finally:
        reader.close()
        with suppress(OSError):
            os.close(slave)


@contextmanager
def flood(slave: int, size: int) -> Iterator[None]:
    """Print as fast as it goes, in a thread; it has ended afterwards."""

    def work() -> None:
        data = memoryview(b"x" * size)
        while data:
            data = data[os.write(slave, data[:65536]) :]

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield
    finally:
        thread.join()


async def test_a_flood_comes_whole_and_in_large_pieces() -> None:
    size = 5_000_000
    async with reading() as (reader, told, slave):
        with flood(slave, size):
            await until(lambda: len(told.output) == size, "all")
        assert told.output == b"x" * size
        assert sorted(told.pieces)[len(told.pieces) // 2] >= PIECE // 4
        assert reader.ring.read() == (b"x" * (1 << 20), size - (1 << 20))


async def test_half_a_character_waits_for_its_end_and_is_told_at_the_last() -> None:
    async with reading() as (reader, told, slave):
        os.write(slave, "한".encode()[:2])
        await until(lambda: reader.ring.end == 2)
        reader.flush()
        assert told.output == b""
        os.write(slave, "한".encode()[2:] + b"\xed")
        await until(lambda: told.output.decode() == "한")
        reader.close()
        assert told.output == "한".encode() + b"\xed"


async def test_what_was_printed_before_the_end_is_told_though_the_loop_had_no_turn() -> None:
    async with reading() as (reader, told, slave):
        os.write(slave, b"last words")
        reader.close(drain=True)
        reader.close()
        assert told.output == b"last words"


async def test_a_terminal_that_nobody_has_open_is_told_once_and_costs_nothing() -> None:
    async with reading() as (reader, told, slave):
        os.close(slave)
        await until(lambda: told.closed == [True])
        turns = 0

        async def count() -> None:
            nonlocal turns
            while True:
                turns += 1
                await asyncio.sleep(0.01)

        counting = asyncio.create_task(count())
        await asyncio.sleep(0.1)  # that nothing happens can only be seen in time
        counting.cancel()
        assert (told.closed, turns <= 12) == ([True], True)
        assert not reader.foreground(1)


def test_those_that_have_output_share_the_reads_of_a_turn() -> None:
    shares = Shares()
    assert [shares.reads(99, 1.0), shares.reads(99, 1.0)] == [READS_ALONE, READS_ALONE]
    assert [shares.reads(name, 1.0) for name in (1, 2, 3)] == [READS // 2, READS // 3, READS // 4]
    assert [shares.reads(name, 1.1) for name in (1, 2, 3)] == [READS // 4] * 3  # as many as in the turn before
    assert [shares.reads(name, 1.2) for name in range(2 * READS)][-1] == 1
    assert [shares.reads(99, 1.3), shares.reads(99, 1.4)] == [1, READS_ALONE]


async def test_after_a_first_output_the_quiet_ones_wait_for_the_round_and_the_one_typed_into_does_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rounds, "ROUND", 0.3)
    async with reading() as (_, first, slave), reading() as (_, quiet, other), reading() as (typed, echo, third):
        typed.hasten()
        first.then = [partial(os.write, other, b"spinner"), partial(os.write, third, b"echo")]
        os.write(slave, b"first")
        await until(lambda: quiet.output)
        assert (first.output, echo.output, quiet.output) == (b"first", b"echo", b"spinner")
        assert echo.at - first.at < 0.25 < quiet.at - first.at


async def test_what_comes_after_a_key_is_told_at_once_and_so_is_what_was_gathered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "GATHER", 0.5)
    async with reading() as (typed, told, slave):
        os.write(slave, b"first")
        await until(lambda: told.output == b"first")
        first_at = told.at
        os.write(slave, b", gathered")
        await until(lambda: typed.ring.end == 15)
        typed.hasten()
        assert told.output == b"first, gathered"
        os.write(slave, b", echo")
        await until(lambda: told.output == b"first, gathered, echo")
        assert told.at - first_at < 0.4


async def test_a_while_after_the_last_key_it_is_a_quiet_one_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "HASTE", 0.0)
    async with reading() as (_, first, slave), reading() as (typed, echo, other):
        typed.hasten()
        os.write(other, b"echo")
        await until(lambda: echo.output == b"echo")
        first.then = [partial(os.write, other, b"spinner")]
        os.write(slave, b"first")
        await until(lambda: echo.output == b"echospinner")
        assert echo.at - first.at >= rounds.ROUND * 0.9


async def test_who_is_closed_by_another_ones_output_is_not_read_in_that_round() -> None:
    async with reading() as (one, told, slave), reading() as (two, other, end):
        told.then, other.then = [two.close], [one.close]
        os.write(slave, b"1")
        os.write(end, b"2")
        await until(lambda: told.output or other.output)
        assert sorted([one.fd, two.fd])[0] == -1
        assert sum(told.pieces + other.pieces) == 1
        await asyncio.sleep(HUNG_UP * 1.2)  # that nothing happens can only be seen in time
        assert told.closed == other.closed == []


async def test_one_that_fails_keeps_nobody_from_being_read() -> None:
    """The loop's exception handler is told; the others have their turn in the next round."""
    faults: list[object] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: faults.append(context["exception"]))
    async with reading() as (_, told, slave), reading() as (_, other, end):
        told.then = [lambda: 1 // 0]
        os.write(slave, b"1")
        os.write(end, b"2")
        await until(lambda: told.output + other.output in (b"12", b"21"))
        os.write(slave, b"3")
        await until(lambda: told.output == b"13")
    assert [type(fault) for fault in faults] == [ZeroDivisionError]


async def test_a_flood_beside_it_does_not_keep_a_terminal_waiting() -> None:
    async with AsyncExitStack() as stack:
        _, told, slave = await stack.enter_async_context(reading())
        floods = []
        for _ in range(4):
            _, other, end = await stack.enter_async_context(reading())
            stack.enter_context(printing(end))
            floods.append(other)
        for number in range(20):
            os.write(slave, b"%d." % number)
            await until(partial(told.output.endswith, b"%d." % number), "an echo", deadline=2)
        await until(lambda: all(len(other.output) > 10 * PIECE for other in floods), "nobody starves")


@contextmanager
def printing(slave: int) -> Iterator[None]:
    """A program that prints without end."""
    program = subprocess.Popen(["yes"], stdout=slave)
    try:
        yield
    finally:
        program.kill()
        program.wait()
