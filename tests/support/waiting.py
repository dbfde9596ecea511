"""Wait for a fact with a deadline; tests never sleep for luck."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

Value = TypeVar("Value")

STEP = 0.01  # seconds between two looks, if a look takes no time
LONGEST_STEP = 0.05  # seconds
DEADLINE = 10.0  # seconds


async def until(look: Callable[[], Value | Awaitable[Value]], what: str = "", deadline: float = DEADLINE) -> Value:
    """The first true value that `look` gives; an AssertionError that names `what` after `deadline` seconds."""
    end = time.monotonic() + deadline
    while True:
        began = time.monotonic()
        value = look()
        if isinstance(value, Awaitable):
            value = await value
        if value:
            return value
        assert time.monotonic() < end, f"not within {deadline} s: {what or look}"
        await asyncio.sleep(_pause(began))


def until_now(look: Callable[[], Value], what: str = "", deadline: float = DEADLINE) -> Value:
    """The same for a test without an event loop."""
    end = time.monotonic() + deadline
    while True:
        began = time.monotonic()
        if value := look():
            return value
        assert time.monotonic() < end, f"not within {deadline} s: {what or look}"
        time.sleep(_pause(began))


def _pause(began: float) -> float:
    """Seconds after a look that began then: what is waited for needs the processor more than a dear look, a request."""
    return min(max(STEP, 3 * (time.monotonic() - began)), LONGEST_STEP)
