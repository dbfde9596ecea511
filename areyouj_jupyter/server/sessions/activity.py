"""Activity: which agents keep their server from being culled, by Jupyter itself or by a Hub."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from areyouj_jupyter.models import State
from areyouj_jupyter.server.sessions.registry import SessionRegistry

LAST_ACTIVITY = "areyouj_last_activity"
"""Key in the server's settings: Jupyter takes the latest time under all keys that end so."""
PERIOD = 1.0  # seconds between two checks of who is working

WORKING: frozenset[State] = frozenset({"starting", "busy"})
WAITING: frozenset[State] = frozenset({"awaiting_input", "rate_limited"})
"""The states that wait, for a person or for the end of a usage limit."""


def activity(registry: SessionRegistry, waiting: bool) -> dict[str, State]:
    """The sessions that count as activity, by id. waiting: whether waiting ones count too."""
    counts = WORKING | WAITING if waiting else WORKING
    return {each.id: each.status.state for each in registry.list_sessions() if each.status.state in counts}


async def keep_active(registry: SessionRegistry, waiting: bool, record: Callable[[], None]) -> None:
    """Keep recording activity while there is some, until cancelled."""
    while True:
        if activity(registry, waiting):
            record()
        await asyncio.sleep(PERIOD)
