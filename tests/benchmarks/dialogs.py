"""How soon a person knows what real Claude Code asks, after its own hook of the user's said that it does."""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from claude_desk import Desk, desk
from open_services import ended, sent
from waiting import until

from benchmarks.claude_output import seen
from benchmarks.rivals import Rival
from benchmarks.table import Row

ROUNDS = 20
END = b"amend"  # the last word of the dialog


def measure(rivals: dict[str, Rival]) -> Iterator[Row]:
    """95th percentile of all rounds, in milliseconds; rivals: not needed, since nobody else does this."""
    told, choices, drawn = asyncio.run(_waits())
    yield Row("a Claude Code asks: told that it does, p95", _p95(told), 1000, "ms")
    yield Row("a Claude Code asks: its choices shown, p95", _p95(choices), 1000, "ms")
    yield Row("a Claude Code asks: its choices after it drew them, p95", _p95(drawn), 200, "ms")


def _p95(seconds: list[float]) -> float:
    return statistics.quantiles(seconds, n=20)[-1] * 1000


async def _waits() -> tuple[list[float], list[float], list[float]]:
    """Seconds from each hook to the state, and to the prompt, and from the end of the dialog's text to the prompt."""
    with tempfile.TemporaryDirectory(prefix="areyouj-") as folder:
        async with desk(Path(folder)) as ada:
            rounds = [await _round(ada, number) for number in range(ROUNDS)]
    told, choices, drawn = zip(*rounds, strict=True)
    return list(told), list(choices), list(drawn)


async def _round(ada: Desk, number: int) -> tuple[float, float, float]:
    asked = len(ada.asked)
    with seen(ada, END) as drawn:
        message = await sent(ada.session, f"[[bash touch proof-{number}.txt]] [[say Touched.]]")
        prompt = await ada.prompt("permission")
        shown = time.time()
    await until(lambda: len(ada.asked) > asked, "the user's own hook")
    told = next(moment for moment, status in reversed(ada.diary.entries) if status.state == "awaiting_input")
    await ada.answer(prompt, "Yes")
    await ended(ada.services, message)
    return told - ada.asked[asked], shown - ada.asked[asked], shown - drawn[0]
