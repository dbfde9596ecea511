"""Lost: what is recorded of an agent that has ended while no server saw it, by what its holder left behind."""

from __future__ import annotations

import asyncio

from areyouj_jupyter.models import InstanceModel, StoredStatus
from areyouj_jupyter.server.backing import Backing
from areyouj_jupyter.server.delivery_store import DeliveryStore
from areyouj_jupyter.server.farewell import REASON, said_farewell
from areyouj_jupyter.server.terminals import FoundHolder, Remains, discard_holder, read_remains


async def record_lost(backing: Backing, instance_id: str, found: FoundHolder | None) -> tuple[InstanceModel, str]:
    """The instance with its end, and that in a sentence. found: its holder's run folder, which is removed."""
    remains = await settle(backing, instance_id, found)
    reason = "The agent was lost together with its server; restart it to go on."
    if remains and remains.exit:
        reason = f"The agent {remains.exit.exit().sentence()} while no server was there."
    code = remains.exit.code if remains and remains.exit else None
    status: StoredStatus = "completed" if code == 0 else "error"
    if found is not None and await asyncio.to_thread(said_farewell, found.run_dir):
        status, reason = "terminated", REASON
    ended = await backing.agents.record_exit(instance_id, status, reason, code)
    if found:
        await asyncio.to_thread(discard_holder, found)
    return ended, reason


async def settle(backing: Backing, instance_id: str, found: FoundHolder | None) -> Remains | None:
    """Finish the message in flight of an agent that is gone, by the journal of its holder; gives what else is left."""
    remains = await asyncio.to_thread(read_remains, found.run_dir) if found else None
    await _settle(backing.deliveries, instance_id, remains)
    return remains


async def _settle(deliveries: DeliveryStore, session_id: str, remains: Remains | None) -> None:
    """Pending again if the journal proves that it was never written."""
    flight = await deliveries.in_flight(session_id)
    written = {key[0] for key, state in (remains.orders or {}).items() if state != "refused"} if remains else set()
    proven = remains is not None and remains.orders is not None
    if flight and flight.delivery_id and proven and flight.delivery_id not in written:
        await deliveries.release(flight.message.id, flight.delivery_id, "it was never written")
    await deliveries.reconcile_after_crash([session_id])
