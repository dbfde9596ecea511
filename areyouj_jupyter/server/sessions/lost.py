"""Lost: what is recorded about an agent that ended while no server was watching, from what its holder left behind."""

from __future__ import annotations

import asyncio

import msgspec

from areyouj_jupyter.models import AgentSettings, InstanceModel, StoredStatus
from areyouj_jupyter.server.delivery.acceptance import Baseline, in_hooks, in_transcript
from areyouj_jupyter.server.delivery.progress import progress_of
from areyouj_jupyter.server.delivery.wire_text import canonical, wire_text
from areyouj_jupyter.server.process.launch import transcript
from areyouj_jupyter.server.process.stop_mark import REASON, has_stop_mark
from areyouj_jupyter.server.sessions.session_deps import SessionDeps
from areyouj_jupyter.server.storage.message_rows import Delivery
from areyouj_jupyter.server.terminals import FoundHolder, Remains, discard_holder, read_remains


async def record_lost(deps: SessionDeps, instance_id: str, found: FoundHolder | None) -> tuple[InstanceModel, str]:
    """Record the end of the instance; returns it with a sentence. found: its holder's run folder, which is removed."""
    remains = await settle(deps, instance_id, found)
    reason = "The agent was lost together with its server. Restart it to continue."
    if remains and remains.exit:
        reason = f"The agent {remains.exit.exit().sentence()} while no server was running."
    code = remains.exit.code if remains and remains.exit else None
    status: StoredStatus = "completed" if code == 0 else "error"
    if found is not None and await asyncio.to_thread(has_stop_mark, found.run_dir):
        status, reason = "terminated", REASON
    ended = await deps.agents.record_exit(instance_id, status, reason, code)
    if found:
        await asyncio.to_thread(discard_holder, found)
    return ended, reason


async def settle(deps: SessionDeps, instance_id: str, found: FoundHolder | None) -> Remains | None:
    """Finish the message in flight of an ended agent, by its holder's journal; returns what else is left."""
    remains = await asyncio.to_thread(read_remains, found.run_dir) if found else None
    flight = await deps.deliveries.in_flight(instance_id)
    if flight and flight.delivery_id and remains:
        instance = await deps.agents.instance(instance_id)
        if await asyncio.to_thread(_denied, deps, instance, flight, remains):
            await deps.deliveries.release(flight.message.id, flight.delivery_id, "it was never submitted")
    await deps.deliveries.reconcile_after_crash([instance_id])
    return remains


def _denied(deps: SessionDeps, instance: InstanceModel, flight: Delivery, remains: Remains) -> bool:
    """Whether journal, hooks and transcript prove that the agent did not take it. Blocking."""
    if remains.orders is None or flight.message.status != "sending":
        return False
    far = progress_of({key[1:]: state for key, state in remains.orders.items() if key[0] == flight.delivery_id})
    if far.pasted in ("unknown", "refused"):
        return True
    spec, config = deps.specs[instance.spec], msgspec.convert(instance.config, AgentSettings)
    if far.submits or not (spec.read_prompts or spec.hooks):
        return False
    sent = canonical(wire_text(flight.message.content, spec.neutral, flight.command))
    plan = deps.launcher.plan(
        spec, instance.id, instance.incarnation, instance.project_path, config, instance.conversation_id
    )
    path = transcript(spec, plan.conversation_id, plan.environment)
    before = Baseline.stored(flight.evidence)
    return not in_hooks(spec, remains.hooks, sent, before) and not in_transcript(spec, path, sent, before)
