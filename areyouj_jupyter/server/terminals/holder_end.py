"""Ending a holder without a session: from the command line, or one that nobody knows any more."""

from __future__ import annotations

import asyncio

from areyouj_jupyter.server.terminals.holder_answers import HolderLost, HolderRefused
from areyouj_jupyter.server.terminals.holder_client import Holder
from areyouj_jupyter.server.terminals.holder_records import FoundHolder, discard_holder


class Deaf:
    """A listener that wants to know nothing."""

    def _ignore(self, *_: object, **__: object) -> None:
        pass

    on_output = on_hook = on_closed = on_exit = on_lost = _ignore


async def end_holder(found: FoundHolder) -> list[int]:
    """End an agent with all its descendants, take its holder down, and remove what they left. The pids that live on."""
    survivors: list[int] = []
    if found.lives:
        try:
            holder = await Holder.attach(found.meta, Deaf(), None, None)
            survivors = await holder.stop()
            holder.detach()
        except (OSError, HolderRefused, HolderLost):
            return survivors
    await asyncio.to_thread(discard_holder, found)
    return survivors
