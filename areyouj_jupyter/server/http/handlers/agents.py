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
from areyouj_jupyter.server.services import Services


async def list_agents(services: Services) -> list[AgentModel]:
    return await services.list_agents()


async def create_agent(services: Services, body: CreateAgent, query: Rehearse) -> AgentModel:
    return await services.registry.create_agent(body, keep=not query.dry_run)


async def read_agent(services: Services, ref: str) -> AgentModel:
    return services.registry.model(await services.agents.agent(ref))


async def update_agent(services: Services, ref: str, body: UpdateAgent, query: Rehearse) -> AgentModel:
    return await services.registry.update_agent(ref, body, keep=not query.dry_run)


async def delete_agent(services: Services, ref: str) -> None:
    await services.registry.delete_agent(ref)


async def list_instances(services: Services, ref: str, query: ListInstances) -> list[InstanceModel]:
    return await services.agents.instances((await services.agents.agent(ref)).id, query.limit)


async def start_instance(services: Services, ref: str, body: StartInstance) -> SessionModel:
    return (await services.registry.start_instance(ref, body)).model()


async def read_instance(services: Services, instance_id: str) -> InstanceModel:
    return await services.agents.instance(instance_id)


async def stop_instance(services: Services, instance_id: str, body: UpdateInstance) -> InstanceModel:
    await _stop(services, await services.agents.instance(instance_id))
    return await services.agents.instance(instance_id)


async def delete_instance(services: Services, instance_id: str) -> None:
    instance = await services.agents.instance(instance_id)
    await _stop(services, instance)
    await services.agents.delete_instance(instance.id)


async def list_instance_messages(services: Services, instance_id: str, query: PageMessages) -> MessagePage:
    instance = await services.agents.instance(instance_id)
    return await services.messages.page(instance.id, query.before or None, query.limit)


async def send_instance_message(services: Services, instance_id: str, body: SendMessage) -> MessageModel:
    instance = await services.agents.instance(instance_id)
    if instance.id not in [session.id for session in services.registry.list_sessions()]:
        raise AgentStopped(
            f"This instance of {instance.agent!r} has ended. Start it with `%areyouj start {instance.agent}`."
        )
    return await services.registry.get_session(instance.id).send(body)


async def _stop(services: Services, instance: InstanceModel) -> None:
    """Stop and forget the instance's session, if it has one."""
    if any(session.id == instance.id for session in services.registry.list_sessions()):
        await services.registry.delete_session(instance.id)
