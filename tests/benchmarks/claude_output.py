"""When words came from a terminal of real Claude Code: `with seen(ada, b"workspace") as moments:`."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from claude_desk import Desk


@contextmanager
def seen(ada: Desk, words: bytes) -> Iterator[list[float]]:
    """Seconds since the epoch, the first time only. words: what it draws in one piece, so best one word."""
    moments: list[float] = []

    def look(data: bytes, _end: int) -> None:
        if not moments and words in data:
            moments.append(time.time())

    output = ada.session.running().output
    output.append(look)
    yield moments
    output.remove(look)
