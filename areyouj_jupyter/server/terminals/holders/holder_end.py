"""Ending a holder without a session: from the command line, or an unknown one."""

from __future__ import annotations

import asyncio

from areyouj_jupyter.server.terminals.holders.force import end_by_force
from areyouj_jupyter.server.terminals.holders.holder_answers import HolderLost, HolderRefused
from areyouj_jupyter.server.terminals.holders.holder_client import ANSWER, Holder
from areyouj_jupyter.server.terminals.holders.holder_meta import HolderMeta
from areyouj_jupyter.server.terminals.holders.holder_records import FoundHolder, discard_holder
from areyouj_jupyter.server.terminals.holders.holder_wires import SPOKEN


class Deaf:
    """A listener that wants to know nothing."""

    def _ignore(self, *_: object, **__: object) -> None:
        pass

    on_output = on_hook = on_closed = on_exit = on_answering = on_lost = _ignore


async def end_agent(meta: HolderMeta) -> list[int]:
    """End an agent with all its descendants, and its holder: by force if necessary.

    The pids that live on. It takes ten seconds at most.
    """
    try:
        holder = await Holder.attach(meta, Deaf(), None, None, deadline=ANSWER)
    except (OSError, HolderRefused):
        return await asyncio.to_thread(end_by_force, meta)
    try:
        return await holder.stop()
    except HolderLost:
        return []
    except TimeoutError:
        return await asyncio.to_thread(end_by_force, meta)
    finally:
        holder.detach()


async def end_holder(found: FoundHolder) -> list[int]:
    """The same, and remove what they left; a holder of an unknown version is left alone."""
    if found.lives and found.meta.version not in SPOKEN:
        return []
    survivors = await end_agent(found.meta) if found.lives else []
    await asyncio.to_thread(discard_holder, found)
    return survivors
