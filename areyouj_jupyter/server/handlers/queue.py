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
from areyouj_jupyter.server.house import House

DEFAULT = "default"
"""The session that a message to it makes; nothing else does."""


async def send_message(house: House, ref: str, body: SendMessage) -> MessageModel:
    registry = house.registry
    session = await registry.get_default_session() if ref == DEFAULT else registry.get_session(ref)
    return await session.send(body)


async def read_queue(house: House, ref: str) -> QueueModel:
    return await house.registry.get_session(ref).queue.model()


async def clear_queue(house: House, ref: str) -> QueueModel:
    return await house.registry.get_session(ref).queue.clear()


async def pause_queue(house: House, ref: str, body: PauseQueue) -> QueueModel:
    return await house.registry.get_session(ref).queue.pause(body.paused)


async def edit_message(house: House, ref: str, message_id: str, body: EditMessage) -> MessageModel:
    return await house.registry.get_session(ref).queue.edit(message_id, body)


async def cancel_message(house: House, ref: str, message_id: str) -> MessageModel:
    return await house.registry.cancel_message(ref, message_id)


async def retry_message(house: House, ref: str, message_id: str) -> MessageModel:
    return await house.registry.get_session(ref).queue.retry(message_id)


async def find_messages(house: House, query: FindMessages) -> MessagePage:
    agent_id = (await house.agents.agent(query.agent)).id if query.agent else None
    return await house.messages.search(agent_id, query.since or None, query.before or None, query.limit)
