"""Handlers for messages and queues."""

from __future__ import annotations

from areyouj_jupyter.models import (
    EditMessage,
    FindMessages,
    MessageModel,
    MessagePage,
    PauseQueue,
    QueueModel,
    SendMessage,
)
from areyouj_jupyter.server.services import Services

DEFAULT = "default"
"""The session that a message to it makes; nothing else does."""


async def send_message(services: Services, ref: str, body: SendMessage) -> MessageModel:
    registry = services.registry
    session = await registry.get_default_session() if ref == DEFAULT else registry.get_session(ref)
    return await session.send(body)


async def read_queue(services: Services, ref: str) -> QueueModel:
    return await services.registry.get_session(ref).queue.model()


async def clear_queue(services: Services, ref: str) -> QueueModel:
    return await services.registry.get_session(ref).queue.clear()


async def pause_queue(services: Services, ref: str, body: PauseQueue) -> QueueModel:
    return await services.registry.get_session(ref).queue.pause(body.paused)


async def edit_message(services: Services, ref: str, message_id: str, body: EditMessage) -> MessageModel:
    return await services.registry.get_session(ref).queue.edit(message_id, body)


async def cancel_message(services: Services, ref: str, message_id: str) -> MessageModel:
    return await services.registry.cancel_message(ref, message_id)


async def retry_message(services: Services, ref: str, message_id: str) -> MessageModel:
    return await services.registry.get_session(ref).queue.retry(message_id)


async def find_messages(services: Services, query: FindMessages) -> MessagePage:
    agent_id = (await services.agents.agent(query.agent)).id if query.agent else None
    return await services.messages.search(agent_id, query.since or None, query.before or None, query.limit)
