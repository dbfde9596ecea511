"""Input of a terminal: of any size, in order, held back during a delivery, as is a new size."""

from __future__ import annotations

import hashlib
import signal

import pytest
from terminal_programs import BACK, COUNT, DEAF, PYTHON, RAW
from terminal_window import Window, no_stall, opened
from waiting import until

from areyouj_jupyter.server.terminals import Exit
from areyouj_jupyter.server.terminals.holders.holder_client import WRITE_LIMIT
from areyouj_jupyter.server.terminals.terminal import HELD_LIMIT

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("size", [1, 4095, 4096, 4097, 200_000, 3_000_000])
async def test_input_of_any_size_arrives_whole(size: int) -> None:
    data = bytes(range(256)) * (size // 256) + b"x" * (size % 256)
    async with opened(COUNT, *PYTHON, env={"SIZE": str(size)}) as (terminal, watch):
        await watch.shows("up")
        assert terminal.write(data)
        await watch.shows(f"{size} {hashlib.sha256(data).hexdigest()}")


async def test_a_program_that_does_not_read_holds_up_nobody_and_dies_cleanly() -> None:
    async with opened(DEAF, *PYTHON) as (deaf, watch), opened(BACK, *PYTHON) as (other, other_watch):
        await watch.shows("up")
        await other_watch.shows("up")
        async with no_stall():
            assert deaf.write(b"x" * 200_000)
            other.write(b"hello")
            await other_watch.shows("hello", deadline=1)
            deaf.ptyproc.kill(signal.SIGKILL)
            assert await watch.ended(deadline=1) == Exit(None, signal.SIGKILL)
        assert not deaf.write(b"x")
        other.write(b"again")
        await other_watch.shows("again")


async def test_what_waits_for_a_program_has_a_bound() -> None:
    async with opened(DEAF, *PYTHON) as (terminal, watch):
        await watch.shows("up")
        assert not terminal.write(b"x" * (WRITE_LIMIT + 1))
        assert terminal.write(b"y" * (WRITE_LIMIT // 2))
        await until(lambda: terminal.ptyproc.holder.waiting)
        assert not terminal.write(b"z" * WRITE_LIMIT)


async def test_a_program_that_becomes_deaf_and_then_reads_again_gets_it_all() -> None:
    script = RAW + "time.sleep(0.3)\n" + COUNT.removeprefix(RAW)
    async with opened(script, *PYTHON, env={"SIZE": "100000"}) as (terminal, watch):
        await watch.shows("up")
        for _ in range(10):
            assert terminal.write(b"x" * 10_000)
        await watch.shows("100000 ")


async def test_typing_is_held_back_for_a_while_and_then_let_through_in_order() -> None:
    async with opened(BACK, *PYTHON) as (terminal, watch):
        await watch.shows("up")
        with terminal.held():
            terminal.type_from(watch, "per")
            terminal.write(b"<message>")
            terminal.type_from(watch, "son 한")
            await watch.shows("<message>")
            assert "per" not in watch.text
        await watch.shows("<message>person 한")
        terminal.type_from(watch, "!")
        await watch.shows("person 한!")


async def test_typing_is_let_through_though_the_delivery_failed() -> None:
    async with opened(BACK, *PYTHON) as (terminal, watch):
        await watch.shows("up")
        with pytest.raises(RuntimeError), terminal.held():
            terminal.type_from(watch, "typed")
            raise RuntimeError
        await watch.shows("typed")


async def test_held_typing_has_a_bound() -> None:
    async with opened(BACK, *PYTHON) as (terminal, watch):
        await watch.shows("up")
        with terminal.held():
            for _ in range(10):
                terminal.type_from(watch, "x" * (HELD_LIMIT // 4))
        terminal.type_from(watch, "end")
        await watch.shows("end")
        assert watch.text.count("x") == HELD_LIMIT


# Size


async def test_who_types_decides_about_the_size() -> None:
    async with opened(BACK, *PYTHON) as (terminal, watch):
        await watch.shows("up")
        small, large = Window(20, 60), Window(50, 200)
        terminal.clients += [small, large]
        terminal.sized(small)
        terminal.sized(large)  # nobody has typed yet: the last one holds
        assert terminal.ptyproc.getwinsize() == (50, 200)
        terminal.type_from(small, "a")
        assert terminal.ptyproc.getwinsize() == (20, 60)
        large.size = (51, 201)
        terminal.sized(large)
        assert terminal.ptyproc.getwinsize() == (20, 60)
        small.size = (21, 61)
        terminal.sized(small)
        assert terminal.ptyproc.getwinsize() == (21, 61)
        terminal.clients.remove(small)
        terminal.sized(large)
        assert terminal.ptyproc.getwinsize() == (51, 201)
        assert watch.sizes == [(20, 60), (50, 200), (20, 60), (21, 61), (51, 201)]


async def test_a_new_size_waits_for_the_end_of_a_delivery() -> None:
    async with opened(BACK, *PYTHON) as (terminal, watch):
        await watch.shows("up")
        small, large = Window(20, 60), Window(50, 200)
        terminal.clients += [small, large]
        with terminal.held():
            terminal.sized(small)
            terminal.type_from(large, "x")
            assert terminal.ptyproc.getwinsize() == (24, 80)
        assert terminal.ptyproc.getwinsize() == (50, 200)
        with terminal.held():
            terminal.type_from(small, "y")
            terminal.clients.remove(small)
        assert watch.sizes == [(50, 200)]


async def test_a_client_without_a_size_and_terminados_own_rule_change_nothing() -> None:
    async with opened(BACK, *PYTHON) as (terminal, watch):
        terminal.clients.append(Window(1, 1))
        terminal.resize_to_smallest()
        terminal.sized(Window())
        terminal.type_from(Window(None, 5), "x")
        assert (terminal.ptyproc.getwinsize(), watch.sizes) == ((24, 80), [])
