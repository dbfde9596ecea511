"""SessionQueue: the messages that wait for one session's agent, and what a person may do to them."""

from __future__ import annotations

from collections.abc import Callable

from areyouj_jupyter.models import EditMessage, MessageModel, Origin, QueueModel, SendMessage
from areyouj_jupyter.server.sessions.background_writer import BackgroundWriter
from areyouj_jupyter.server.sessions.lifecycle import Lifecycle
from areyouj_jupyter.server.sessions.session_deps import SessionDeps
from areyouj_jupyter.server.sessions.session_status import SessionStatus


class SessionQueue:
    """Owned by a session. Each change is durable when its command returns; the delivery worker is woken for it."""

    def __init__(
        self,
        lifecycle: Lifecycle,
        session_status: SessionStatus,
        deps: SessionDeps,
        writer: BackgroundWriter,
        on_message: Callable[[MessageModel], None],
        on_change: Callable[[QueueModel], None],
    ) -> None:
        """on_message: takes every message that changed; on_change: takes the queue after that."""
        self.paused = False
        self.pending = self.in_flight = 0
        """The last published number of waiting messages."""
        self._lifecycle, self._session_status, self._deps, self._writer = lifecycle, session_status, deps, writer
        self._on_message, self._on_change = on_message, on_change

    async def load(self) -> None:
        """As it is stored."""
        self.paused = await self._deps.agents.paused(self._id)
        self._count(await self.model())
        self._session_status.on_queue(self.paused, None)

    @property
    def _id(self) -> str:
        return self._lifecycle.instance.id

    async def model(self) -> QueueModel:
        """The messages that are not finished, in order."""
        return await self._deps.queues.queue(self._id)

    async def add(self, request: SendMessage, origin: Origin = "queue", task_id: str | None = None) -> MessageModel:
        """Queue a message. Raises QueueFull, MessageEmpty, …"""
        message, new = await self._deps.queues.add(self._id, request, origin, task_id)
        return self._changed(message) if new else message

    async def edit(self, message_id: str, request: EditMessage) -> MessageModel:
        """Change or move a pending message. Raises MessageNotFound, MessageSent."""
        await self._deps.messages.message(message_id, self._id)
        return self._changed(await self._deps.queues.edit(message_id, request))

    async def cancel(self, message_id: str) -> MessageModel:
        """Take a pending message out. Raises MessageNotFound, MessageSent."""
        await self._deps.messages.message(message_id, self._id)
        return self._changed(await self._deps.queues.cancel(message_id))

    async def retry(self, message_id: str) -> MessageModel:
        """Queue a failed, cancelled or uncertain message again, even one of an ended session of the agent.

        Raises MessageNotFound, MessageSent, QueueFull.
        """
        return self._changed(await self._deps.queues.retry(message_id, self._id))

    async def clear(self, reason: str | None = None) -> QueueModel:
        """Cancel all pending messages. reason: why; None if a person asked for it."""
        for message in await self._deps.queues.clear(self._id, reason):
            self._changed(message)
        return await self.model()

    async def pause(self, paused: bool) -> QueueModel:
        """Hold or release it."""
        await self._deps.agents.set_paused(self._id, paused)
        self.paused = paused
        self._session_status.on_queue(paused, self._lifecycle.blocked())
        self.tell()
        self._wake()
        return await self.model()

    async def tell_all(self) -> None:
        """Publish that each message is in this session."""
        for message in (await self.model()).messages:
            self._on_message(message)

    def tell(self) -> None:
        """Publish the queue after reading it."""
        self._writer.do(self._tell)

    async def _tell(self) -> None:
        queue = await self.model()
        self._count(queue)
        self._on_change(queue)

    def _count(self, queue: QueueModel) -> None:
        self.pending = sum(message.status == "pending" for message in queue.messages)
        self.in_flight = len(queue.messages) - self.pending

    def _changed(self, message: MessageModel) -> MessageModel:
        self._on_message(message)
        self._wake()
        return message

    def _wake(self) -> None:
        if self._lifecycle.worker:
            self._lifecycle.worker.wake.set()
