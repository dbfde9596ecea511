"""Recovery: what a server that starts does with the sessions that an earlier one left."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
from math import inf

from areyouj_jupyter.models import InstanceModel, StoredStatus
from areyouj_jupyter.server.backing import Backing
from areyouj_jupyter.server.delivery_store import DeliveryStore
from areyouj_jupyter.server.farewell import REASON, said_farewell
from areyouj_jupyter.server.session import Session
from areyouj_jupyter.server.terminals import (
    FoundHolder,
    HolderRefused,
    Remains,
    discard_holder,
    end_holder,
    read_remains,
)

logger = logging.getLogger(__name__)


async def recover(backing: Backing, stale: Sequence[InstanceModel]) -> list[Session]:
    """The sessions of these instances, in their order: adopted where their holders live, else lost.

    An instance whose spec this server does not have is left as it is; a holder without an instance is ended, and so is
    one of an earlier incarnation, which a server lost sight of before it started another.
    """
    holders = await asyncio.to_thread(backing.launcher.holders)
    found = newest(holders, {instance.id: instance.incarnation for instance in stale})
    strangers = [each for each in holders if found.get(each.meta.session_id) is not each]
    known = [instance for instance in stale if instance.spec in backing.specs]
    sessions, _ = await asyncio.gather(
        asyncio.gather(*(_recover(backing, instance, found.get(instance.id)) for instance in known)),
        asyncio.gather(*map(end_holder, strangers)),
    )
    return sessions


def newest(holders: Sequence[FoundHolder], incarnations: Mapping[str, int]) -> dict[str, FoundHolder]:
    """By instance: that of the recorded incarnation, or of one that was started just before the server ended."""
    found: dict[str, FoundHolder] = {}
    for each in sorted(holders, key=lambda holder: holder.meta.incarnation):
        if each.meta.incarnation >= incarnations.get(each.meta.session_id, inf):
            found[each.meta.session_id] = each
    return found


async def _recover(backing: Backing, instance: InstanceModel, found: FoundHolder | None) -> Session:
    if found is None or not found.lives:
        return await _lost(backing, instance, found)
    # What a holder that lives but does not want us keeps is its own.
    return await _adopted(backing, instance, found) or await _lost(backing, instance, None)


async def _adopted(backing: Backing, instance: InstanceModel, found: FoundHolder) -> Session | None:
    """None: its holder does not want us, or has just gone."""
    session = await Session.open(instance, backing)
    try:
        await session.life.adopt(found)
    except (OSError, HolderRefused) as error:
        logger.warning("session not adopted", extra={"session": instance.id, "reason": str(error)})
        await session.close()
        return None
    return session


async def _lost(backing: Backing, instance: InstanceModel, found: FoundHolder | None) -> Session:
    """A session whose process is gone: its queue is intact, and it can be restarted."""
    remains = await asyncio.to_thread(read_remains, found.run_dir) if found else None
    reason = "The agent was lost together with its server; restart it to go on."
    if remains and remains.exit:
        reason = f"The agent {remains.exit.exit().sentence()} while no server was there."
    await _settle(backing.deliveries, instance.id, remains)
    code = remains.exit.code if remains and remains.exit else None
    status: StoredStatus = "completed" if code == 0 else "error"
    if found is not None and await asyncio.to_thread(said_farewell, found.run_dir):
        status, reason = "terminated", REASON
    ended = await backing.agents.record_exit(instance.id, status, reason, code)
    if found:
        await asyncio.to_thread(discard_holder, found)
    session = await Session.open(ended, backing)
    session.standing.on_exit(reason)
    session.standing.on_queue(session.status.paused, "lost")
    return session


async def _settle(deliveries: DeliveryStore, session_id: str, remains: Remains | None) -> None:
    """The message in flight of a lost session: pending again if the journal proves that it was never written."""
    flight = await deliveries.in_flight(session_id)
    written = {key[0] for key, state in (remains.orders or {}).items() if state != "refused"} if remains else set()
    proven = remains is not None and remains.orders is not None
    if flight and flight.delivery_id and proven and flight.delivery_id not in written:
        await deliveries.release(flight.message.id, flight.delivery_id, "it was never written")
    await deliveries.reconcile_after_crash([session_id])
