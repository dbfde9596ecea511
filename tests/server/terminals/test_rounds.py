"""Terminals that are read in rounds: all of them at once, but in turn while somebody types and they have much."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from functools import partial

import pytest
from waiting import until

from areyouj_jupyter.server.terminals.holders import rounds
from areyouj_jupyter.server.terminals.holders.rounds import Rounds


@asynccontextmanager
async def printing(much: Mapping[str, bool]) -> AsyncIterator[tuple[Rounds, list[list[str]]]]:
    """Rounds over terminals that always have output, and who was read in each; much: whether more is left then."""
    loop, told, pipes = asyncio.get_running_loop(), list[list[str]]([[]]), []
    turns = Rounds(loop)

    def take(name: str) -> bool:
        if not told[-1]:
            loop.call_soon(told.append, [])  # once this round is over
        told[-1].append(name)
        return much[name]

    for name in much:
        pipes.append(os.pipe())
        os.write(pipes[-1][1], b"output")
        turns.add(pipes[-1][0], partial(take, name))
    try:
        yield turns, told
    finally:
        for ends in pipes:
            turns.remove(ends[0])
            for end in ends:
                os.close(end)


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rounds, "PAUSE", 0.0)


async def test_while_somebody_types_those_with_much_take_turns_and_those_with_little_do_not() -> None:
    async with printing({"one": True, "two": True, "little": False, "three": True}) as (turns, told):
        turns.hasten()
        await until(lambda: len(told) > 10)
    assert sorted(told[0]) == ["little", "one", "three", "two"]  # nobody knows yet who has much
    for first, second, third in zip(told[1:7], told[2:8], told[3:9], strict=True):
        assert sorted({*first, *second, *third}) == ["little", "one", "three", "two"]
        assert (len(first), "little" in first) == (2, True)


async def test_while_somebody_types_there_is_a_pause_after_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rounds, "PAUSE", 0.2)
    async with printing({"one": True}) as (turns, told):
        turns.hasten()
        begun = time.monotonic()
        await until(lambda: len(told) > 2)
    assert time.monotonic() - begun >= 0.2


async def test_where_nobody_types_all_are_read_in_each_round() -> None:
    async with printing({"one": True, "two": True}) as (_, told):
        await until(lambda: len(told) > 5)
    assert [sorted(each) for each in told[:5]] == [["one", "two"]] * 5


async def test_of_many_with_much_an_eighth_is_read_at_a_time() -> None:
    async with printing({str(number): True for number in range(24)}) as (turns, told):
        turns.hasten()
        await until(lambda: len(told) > 10)
    assert [len(each) for each in told[:10]] == [24, *[3] * 9]
    assert len({name for each in told[1:9] for name in each}) == 24
