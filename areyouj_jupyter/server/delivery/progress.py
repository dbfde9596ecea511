"""Progress: how far a delivery went, by its holder's journal."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import NamedTuple

from areyouj_jupyter.holder.orders.ledger import Key
from areyouj_jupyter.server.process.incarnation import Incarnation
from areyouj_jupyter.server.terminals import HolderLost, holder_lives, read_remains

ANSWER_DEADLINE = 5.0  # seconds for a holder to answer


class Progress(NamedTuple):
    """Of one delivery."""

    pasted: str
    """`unknown`, `refused`, `intent` (begun), or `done`."""
    submits: int = 0
    """How often Enter was written, or may have been."""
    attempts: int = 0
    """Orders to submit, including refused ones."""


async def progress(run: Incarnation, delivery_id: str) -> Progress:
    """From the holder, or from what it left.

    Raises HolderLost if neither knows, TimeoutError if the holder is there but silent.
    """
    try:
        async with asyncio.timeout(ANSWER_DEADLINE):
            return progress_of(await run.terminal.fate(delivery_id))
    except HolderLost:
        if (left := await asyncio.to_thread(_left, run)) is None:
            raise
        return progress_of({(step, attempt): state for (id, step, attempt), state in left.items() if id == delivery_id})


def _left(run: Incarnation) -> Mapping[Key, str] | None:
    """The journal of an ended agent; None: it is gone, or its holder is alive but out of reach. Blocking."""
    lost = run.exit is None or (run.exit.code is None and run.exit.signal is None)
    return None if lost and holder_lives(run.plan.run_dir) else read_remains(run.plan.run_dir).orders


def progress_of(orders: Mapping[tuple[str, int], str]) -> Progress:
    """orders: step and attempt → state, of one delivery."""
    attempts = [attempt for step, attempt in orders if step == "submit"]
    written = [attempt for attempt in attempts if orders["submit", attempt] != "refused"]
    return Progress(orders.get(("paste", 1), "unknown"), len(written), max(attempts, default=0))
