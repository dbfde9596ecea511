"""QueueStore: the queues, as rows of agents.db. `session_id` is the id of the instance."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable

from msgspec import UNSET

from areyouj_jupyter.errors import (
    InstanceNotFound,
    KeyReused,
    MessageEmpty,
    MessageNotFound,
    MessageSent,
    MessageTooLarge,
    QueueFull,
)
from areyouj_jupyter.models import EditMessage, MessageModel, Origin, QueueModel, SendMessage
from areyouj_jupyter.server.storage import timestamps
from areyouj_jupyter.server.storage.database import Database, Transaction
from areyouj_jupyter.server.storage.message_rows import clean, insert_message, message_models, stored_message
from areyouj_jupyter.server.storage.sql import queries


class QueueStore:
    """What people do with the messages that wait; owned by the application. Only a pending one can be changed."""

    def __init__(
        self,
        database: Database,
        queue_limit: int = 100,  # pending messages per session
        message_limit: int = 1024 * 1024,  # bytes of UTF-8
        clock: Callable[[], float] = time.time,
    ) -> None:
        """clock: seconds since the epoch."""
        self._database = database
        self._queue_limit = queue_limit
        self._message_limit = message_limit
        self._clock = clock
        self._sql = queries("messages")

    async def add(
        self, session_id: str, request: SendMessage, origin: Origin = "queue", task_id: str | None = None
    ) -> tuple[MessageModel, bool]:
        """Queue a user message; returns it, and True if it is new. A known key with the same text returns the old one.

        Raises MessageEmpty, MessageTooLarge, KeyReused, QueueFull, InstanceNotFound.
        """
        content = self._checked(request.content)
        digest = hashlib.sha256(content.encode()).hexdigest()
        async with self._database.transaction() as transaction:
            known = await self._known(transaction, session_id, request.idempotency_key, digest)
            if known is not None:
                return known, False
            await self._refuse_full(transaction, session_id)
            message = await insert_message(
                transaction,
                session_id,
                content,
                self._now(),
                status="pending",
                origin=origin,
                task_id=task_id,
                command=request.command,
                idempotency_key=request.idempotency_key,
                accepted_sha256=digest,
            )
            return message, True

    async def edit(self, message_id: str, request: EditMessage) -> MessageModel:
        """New text, new place or both. Raises MessageNotFound, MessageSent, MessageEmpty, MessageTooLarge."""
        async with self._database.transaction() as transaction:
            message = await stored_message(transaction, message_id)
            if message.status != "pending":
                raise _sent(message)
            if request.content is not UNSET:
                content = self._checked(request.content)
                values = {"id": message_id, "content": content, "now": self._now()}
                await transaction.rows(self._sql["change"], values)
            if request.position is not UNSET:
                await self._place(transaction, message, request.position)
            return await stored_message(transaction, message_id)

    async def cancel(self, message_id: str) -> MessageModel:
        """pending → cancelled. Raises MessageNotFound, MessageSent."""
        async with self._database.transaction() as transaction:
            values = {"id": message_id, "reason": None, "now": self._now()}
            done = await transaction.row(self._sql["cancel"], values)
            message = await stored_message(transaction, message_id)
            if done is None:
                raise _sent(message)
            return message

    async def clear(self, session_id: str, reason: str | None = None) -> list[MessageModel]:
        """Cancel all pending messages and return them. reason: None keeps the reason of each message."""
        async with self._database.transaction() as transaction:
            rows = await transaction.rows(self._sql["pending"], {"session_id": session_id})
            for row in rows:
                await transaction.rows(self._sql["cancel"], {"id": row["id"], "reason": reason, "now": self._now()})
            return [await stored_message(transaction, row["id"]) for row in rows]

    async def retry(self, message_id: str, session_id: str) -> MessageModel:
        """error, cancelled, uncertain → pending, last in the queue of this session.

        The message may be one of an ended session of the same agent. Raises MessageNotFound, MessageSent, QueueFull.
        """
        values = {"id": message_id, "session_id": session_id, "now": self._now()}
        async with self._database.transaction() as transaction:
            message = await stored_message(transaction, message_id)
            if await transaction.row(self._sql["retriable"], values) is None:
                raise MessageNotFound(
                    f"There is no message '{message_id}' in this session or an ended one of its agent."
                )
            await self._refuse_full(transaction, session_id)
            if await transaction.row(self._sql["retry"], values) is None:
                raise _sent(message)
            return await stored_message(transaction, message_id)

    async def queue(self, session_id: str) -> QueueModel:
        """What is in flight, then what is uncertain, then the pending ones in order. Raises InstanceNotFound."""
        instance = await self._database.row(self._sql["paused"], {"session_id": session_id})
        if instance is None:
            raise InstanceNotFound(f"There is no instance with the id '{session_id}'.")
        rows = await self._database.rows(self._sql["queue"], {"session_id": session_id})
        messages = message_models(rows)
        return QueueModel(session_id=session_id, paused=bool(instance["paused"]), messages=messages)

    async def _known(
        self, transaction: Transaction, session_id: str, key: str | None, digest: str
    ) -> MessageModel | None:
        """The message that came with this key, here or in an ended instance of the agent: a client may try again."""
        if key is None:
            return None
        row = await transaction.row(self._sql["known"], {"session_id": session_id, "idempotency_key": key})
        if row is None:
            return None
        if row["accepted_sha256"] != digest:
            raise KeyReused(f"The idempotency key '{key}' was already used for a different text.")
        return await stored_message(transaction, row["id"])

    async def _refuse_full(self, transaction: Transaction, session_id: str) -> None:
        row = await transaction.row(self._sql["count_pending"], {"session_id": session_id})
        if row is not None and row["pending"] >= self._queue_limit:
            raise QueueFull(f"{row['pending']} messages are already queued; the limit is {self._queue_limit}.")

    async def _place(self, transaction: Transaction, message: MessageModel, position: int) -> None:
        """Renumber the pending messages, behind the one in flight, which may come back."""
        session = {"session_id": message.session_id}
        order = [row["id"] for row in await transaction.rows(self._sql["pending"], session)]
        order.remove(message.id)
        order.insert(position, message.id)
        ahead = await transaction.row(self._sql["place_in_flight"], session)
        for place, message_id in enumerate(order, 1 + (ahead["position"] if ahead else 0)):
            await transaction.rows(self._sql["place"], {"id": message_id, "position": place})

    def _checked(self, content: str) -> str:
        content = clean(content)
        if not content.strip():
            raise MessageEmpty()
        size = len(content.encode())
        if size > self._message_limit:
            raise MessageTooLarge(f"The message has {size} bytes; the limit is {self._message_limit}.")
        return content

    def _now(self) -> str:
        return timestamps.text(self._clock())


def _sent(message: MessageModel) -> MessageSent:
    return MessageSent(f"The message is {message.status}, so this is no longer possible.")
