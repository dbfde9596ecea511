"""Recovery: what a server that starts does with the sessions that an earlier one left."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
from math import inf

import msgspec

from areyouj_jupyter.models import AgentSettings, InstanceModel, StoredStatus
from areyouj_jupyter.server.acceptance import Baseline, in_hooks, in_transcript
from areyouj_jupyter.server.backing import Backing
from areyouj_jupyter.server.farewell import REASON, said_farewell
from areyouj_jupyter.server.message_rows import Delivery
from areyouj_jupyter.server.progress import progress_of
from areyouj_jupyter.server.session import Session
from areyouj_jupyter.server.terminals import (
    FoundHolder,
    HolderRefused,
    Remains,
    discard_holder,
    end_holder,
    read_remains,
)
from areyouj_jupyter.server.wire import canonical, wire_text

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
    await _settle(backing, instance, remains)
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


async def _settle(backing: Backing, instance: InstanceModel, remains: Remains | None) -> None:
    """The message in flight of a lost session: pending again if all that is left proves that it was not taken."""
    flight = await backing.deliveries.in_flight(instance.id)
    if flight and flight.delivery_id and remains:
        denied = await asyncio.to_thread(_denied, backing, instance, flight, remains)
        if denied:
            await backing.deliveries.release(flight.message.id, flight.delivery_id, "it was never submitted")
    await backing.deliveries.reconcile_after_crash([instance.id])


def _denied(backing: Backing, instance: InstanceModel, flight: Delivery, remains: Remains) -> bool:
    """Whether journal, hooks and transcript deny that the agent took it. Blocking."""
    orders, config = remains.orders, msgspec.convert(instance.config, AgentSettings)
    if orders is None or flight.message.status != "sending":
        return False
    own = {(step, attempt): state for (id, step, attempt), state in orders.items() if id == flight.delivery_id}
    far, spec = progress_of(own), backing.specs[instance.spec]
    if far.pasted in ("unknown", "refused"):
        return True
    if far.submits or not (spec.read_prompts or spec.hooks):
        return False
    sent = canonical(wire_text(flight.message.content, spec.neutral, flight.command))
    plan = backing.launcher.plan(spec, instance.id, instance.incarnation, instance.project_path, config)
    before = Baseline.stored(flight.evidence)
    return not in_hooks(spec, remains.hooks, sent, before) and not in_transcript(spec, plan, sent, before)
