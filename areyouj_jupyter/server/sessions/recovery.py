"""Recovery: what a starting server does with the sessions that an earlier one left."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from math import inf

from areyouj_jupyter.models import InstanceModel
from areyouj_jupyter.server.sessions.lost import record_lost
from areyouj_jupyter.server.sessions.session import Session
from areyouj_jupyter.server.sessions.session_deps import SessionDeps
from areyouj_jupyter.server.terminals import FoundHolder, end_holder


async def recover(deps: SessionDeps, stale: Sequence[InstanceModel]) -> list[Session]:
    """The sessions of these instances, in order: adopted, now or later, if their holders are alive, otherwise ended.

    An instance with a spec that this server does not have is left alone. A holder without an instance is ended, and so
    is a holder of an earlier incarnation that a server had lost before it started another.
    """
    holders = await asyncio.to_thread(deps.launcher.holders)
    found = newest(holders, {each.id: each.incarnation for each in stale if each.completed_at is None})
    strangers = [each for each in holders if found.get(each.meta.session_id) is not each]
    known = [instance for instance in stale if instance.spec in deps.specs]
    missed = {each.id: each.incarnation for each in known if each.completed_at is None and each.id not in found}
    found |= await asyncio.to_thread(deps.launcher.strays, missed)
    sessions, _ = await asyncio.gather(
        asyncio.gather(*(_recover(deps, instance, found.get(instance.id)) for instance in known)),
        asyncio.gather(*map(end_holder, strangers)),
    )
    return sessions


def newest(holders: Sequence[FoundHolder], incarnations: Mapping[str, int]) -> dict[str, FoundHolder]:
    """The holder of each instance: of the recorded incarnation, or of one started just before the server stopped."""
    found: dict[str, FoundHolder] = {}
    for each in sorted(holders, key=lambda holder: holder.meta.incarnation):
        if each.meta.incarnation >= incarnations.get(each.meta.session_id, inf):
            found[each.meta.session_id] = each
    return found


async def _recover(deps: SessionDeps, instance: InstanceModel, found: FoundHolder | None) -> Session:
    if instance.completed_at is not None:
        return await _ended(deps, instance)
    if found is None and instance.reason:
        return await _revived(deps, instance)
    if found is None or not found.lives:
        return await _lost(deps, instance, found)
    session = await Session.open(instance, deps)
    await session.lifecycle.adopt(found)
    return session


async def _revived(deps: SessionDeps, instance: InstanceModel) -> Session:
    """A crashed session that the earlier server was about to restart."""
    await deps.deliveries.reconcile_after_crash([instance.id])
    session = await Session.open(instance, deps)
    await session.lifecycle.revive()
    return session


async def _ended(deps: SessionDeps, instance: InstanceModel) -> Session:
    """A session that ended while messages waited for it; it can be restarted."""
    session = await Session.open(instance, deps)
    session.session_status.on_exit(instance.reason or "")
    session.session_status.on_queue(session.status.paused, "lost")
    return session


async def _lost(deps: SessionDeps, instance: InstanceModel, found: FoundHolder | None) -> Session:
    """A session whose process is gone: its queue is intact, and it can be restarted."""
    ended, reason = await record_lost(deps, instance.id, found)
    session = await Session.open(ended, deps)
    session.session_status.on_exit(reason)
    session.session_status.on_queue(session.status.paused, "lost")
    return session
