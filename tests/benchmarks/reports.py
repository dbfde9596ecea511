"""How soon a person knows of what no hook of real Claude Code tells: interrupts, refusals, and the folder's trust."""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from claude_desk import Desk, desk
from open_services import ended, sent
from waiting import until

from areyouj_jupyter.models import TypeKeys
from benchmarks.claude_output import seen
from benchmarks.rivals import Rival
from benchmarks.table import Row

ROUNDS = 20
STARTS = 10
GOAL = 300  # milliseconds, of which it takes 130 to 250 itself on an idle machine
OURS = 150  # milliseconds
IDLE = b"\x1b]7501;state=idle"


def measure(rivals: dict[str, Rival]) -> Iterator[Row]:
    """95th percentile of all rounds; rivals: not needed, since nobody else does this."""
    for what, rounds in zip(("interrupted", "refused"), asyncio.run(_keys()), strict=True):
        pressed, reported = zip(*rounds, strict=True)
        yield Row(f"a Claude Code is {what}: idle after Esc, p95", _p95(pressed), GOAL, "ms")
        yield Row(f"a Claude Code is {what}: idle after its own word, p95", _p95(reported), OURS, "ms")
    yield Row("a Claude Code asks for trust: told after it shows, p95", _p95(asyncio.run(_trusts())), GOAL, "ms")


def _p95(seconds: Sequence[float]) -> float:
    return statistics.quantiles(seconds, n=20)[-1] * 1000


Round = tuple[float, float]
"""Seconds from the key, and from the CLI's own word in its output, to the state."""


async def _keys() -> tuple[list[Round], list[Round]]:
    """Of interrupts, and of refusals."""
    with tempfile.TemporaryDirectory(prefix="areyouj-") as folder:
        async with desk(Path(folder)) as ada:
            interrupts = [await _interrupt(ada) for _ in range(ROUNDS)]
            return interrupts, [await _refusal(ada) for _ in range(ROUNDS)]


async def _interrupt(ada: Desk) -> Round:
    message = await sent(ada.session, "[[slow 60]]")
    await until(lambda: ada.model.requests and ada.model.requests[-1].prompt == "[[slow 60]]", "the request")
    await ada.state("busy")
    return await _idle(ada, message.id)


async def _refusal(ada: Desk) -> Round:
    message = await sent(ada.session, "[[bash touch proof.txt]]")
    await ada.prompt("permission")
    return await _idle(ada, message.id)


async def _idle(ada: Desk, message_id: str) -> Round:
    await asyncio.sleep(0.5)  # a person reads
    with seen(ada, IDLE) as words:
        pressed = time.time()
        await ada.session.keys(TypeKeys(keys="<Esc>"))
        await ada.state("idle")
        told = ada.diary.entries[-1][0]
    await ended(ada.services, await ada.services.messages.message(message_id))
    return told - pressed, told - words[0]


async def _trusts() -> list[float]:
    return [await _trust() for _ in range(STARTS)]


async def _trust() -> float:
    """Seconds from the dialog's first words to the state."""
    with tempfile.TemporaryDirectory(prefix="areyouj-") as folder:
        async with desk(Path(folder), trusted=False) as ada:
            with seen(ada, b"workspace") as shown:
                await ada.state("trust")
            return ada.diary.entries[-1][0] - shown[0]
