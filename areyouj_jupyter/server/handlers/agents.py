"""Handlers for agents and their instances."""

from __future__ import annotations

from areyouj_jupyter.errors import AgentStopped
from areyouj_jupyter.models import (
    AgentModel,
    CreateAgent,
    InstanceModel,
    ListInstances,
    MessageModel,
    MessagePage,
    PageMessages,
    Rehearse,
    SendMessage,
    SessionModel,
    StartInstance,
    UpdateAgent,
    UpdateInstance,
)
from areyouj_jupyter.server.house import House


async def list_agents(house: House) -> list[AgentModel]:
    return await house.list_agents()


async def create_agent(house: House, body: CreateAgent, query: Rehearse) -> AgentModel:
    return await house.registry.create_agent(body, keep=not query.dry_run)


async def read_agent(house: House, ref: str) -> AgentModel:
    return house.registry.model(await house.agents.agent(ref))


async def update_agent(house: House, ref: str, body: UpdateAgent, query: Rehearse) -> AgentModel:
    return await house.registry.update_agent(ref, body, keep=not query.dry_run)


async def delete_agent(house: House, ref: str) -> None:
    await house.registry.delete_agent(ref)


async def list_instances(house: House, ref: str, query: ListInstances) -> list[InstanceModel]:
    return await house.agents.instances((await house.agents.agent(ref)).id, query.limit)


async def start_instance(house: House, ref: str, body: StartInstance) -> SessionModel:
    return (await house.registry.start_instance(ref, body)).model()


async def read_instance(house: House, instance_id: str) -> InstanceModel:
    return await house.agents.instance(instance_id)


async def stop_instance(house: House, instance_id: str, body: UpdateInstance) -> InstanceModel:
    await _stop(house, await house.agents.instance(instance_id))
    return await house.agents.instance(instance_id)


async def delete_instance(house: House, instance_id: str) -> None:
    instance = await house.agents.instance(instance_id)
    await _stop(house, instance)
    await house.agents.delete_instance(instance.id)


async def list_instance_messages(house: House, instance_id: str, query: PageMessages) -> MessagePage:
    instance = await house.agents.instance(instance_id)
    return await house.messages.page(instance.id, query.before or None, query.limit)


async def send_instance_message(house: House, instance_id: str, body: SendMessage) -> MessageModel:
    instance = await house.agents.instance(instance_id)
    if instance.id not in [session.id for session in house.registry.list_sessions()]:
        raise AgentStopped(
            f"This instance of {instance.agent!r} has ended; start it with `%areyouj start {instance.agent}`."
        )
    return await house.registry.get_session(instance.id).send(body)


async def _stop(house: House, instance: InstanceModel) -> None:
    """Stop and forget the instance's session, if it has one."""
    if any(session.id == instance.id for session in house.registry.list_sessions()):
        await house.registry.delete_session(instance.id)
