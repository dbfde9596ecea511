"""What the tests of the stores share: a database in a folder, and a clock that moves by itself."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from areyouj_jupyter.models import CreateAgent, InstanceModel, MessageModel, SendMessage
from areyouj_jupyter.server.storage.agent_store import AgentStore
from areyouj_jupyter.server.storage.database import Database
from areyouj_jupyter.server.storage.delivery_store import DeliveryStore
from areyouj_jupyter.server.storage.message_store import MessageStore
from areyouj_jupyter.server.storage.queue_store import QueueStore

START = 1_760_000_000.0  # seconds since the epoch
ADD_MESSAGE = (
    "INSERT INTO agent_messages"
    " (id, agent_instance_id, sender_type, content, created_at, updated_at, seq, status, origin)"
    " VALUES (:id, 'i1', 'user', 'a', '', '', :seq, :status, 'queue')"
)
"""A message of i1, added as a program would that knows the first design only."""


class Clock:
    """Each look is a second later than the one before."""

    def __init__(self, start: float = START) -> None:
        self._seconds: Iterator[int] = itertools.count()
        self._start = start

    def __call__(self) -> float:
        return self._start + next(self._seconds)


@asynccontextmanager
async def agents_db(folder: Path) -> AsyncIterator[Database]:
    """A fresh agents.db, closed at the end."""
    database = await Database.open(folder / "areyouj" / "agents.db")
    try:
        yield database
    finally:
        await database.close()


async def new_instance(store: AgentStore, name: str = "writer", instance_id: str = "i1") -> InstanceModel:
    """An agent of that name, if it is new, and an instance of it."""
    known = {agent.name: agent.id for agent in await store.agents()}
    if name not in known:
        known[name] = (await store.create(CreateAgent(name=name, spec="echo", project_path="/project"))).id
    return await store.create_instance(known[name], instance_id, {})


@dataclass(frozen=True)
class MessageStores:
    """The stores of messages over one database and one clock."""

    agents: AgentStore
    messages: MessageStore
    queues: QueueStore
    deliveries: DeliveryStore


@asynccontextmanager
async def message_stores(
    folder: Path, queue_limit: int = 100, message_limit: int = 1024
) -> AsyncIterator[MessageStores]:
    """With an agent `writer` and its instance i1."""
    async with agents_db(folder) as database:
        agents, clock = AgentStore(database), Clock()
        await new_instance(agents)
        queues = QueueStore(database, queue_limit, message_limit, clock)
        yield MessageStores(agents, MessageStore(database), queues, DeliveryStore(database, clock))


def text(content: str, key: str | None = None) -> SendMessage:
    """A message with nothing special about it."""
    return SendMessage(content=content, idempotency_key=key)


async def queued(queues: QueueStore, *contents: str) -> list[MessageModel]:
    """New messages in the queue of i1."""
    return [(await queues.add("i1", text(content)))[0] for content in contents]


async def contents(queues: QueueStore) -> list[str]:
    """The texts in the queue of i1."""
    return [message.content for message in (await queues.queue("i1")).messages]
