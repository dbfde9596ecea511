"""MessageStore: messages and queues, as rows of agents.db. `session_id` is the id of the instance."""

from __future__ import annotations

import hashlib
import time
import uuid
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal

import msgspec
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
from areyouj_jupyter.models import (
    LARGEST,
    EditMessage,
    MessageModel,
    MessagePage,
    Origin,
    QueueModel,
    SendMessage,
    Usage,
)
from areyouj_jupyter.server import timestamps
from areyouj_jupyter.server.database import Database, Transaction
from areyouj_jupyter.server.message_rows import Delivery, delivery, message_model, usage_json
from areyouj_jupyter.server.sql import queries

__all__ = ["Delivery", "MessageStore"]

CRASHED = "The server ended while this message was on its way; whether the agent took it is not known."


class MessageStore:
    """Messages and queues; owned by the application. Every change of a status is a compare-and-set."""

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
        """Queue a user message: it, and True if it is new. A known key with the same text gives the stored message.

        Raises MessageEmpty, MessageTooLarge, KeyReused, QueueFull, InstanceNotFound.
        """
        content = self._checked(request.content)
        digest = hashlib.sha256(content.encode()).hexdigest()
        async with self._database.transaction() as transaction:
            known = await self._known(transaction, session_id, request.idempotency_key, digest)
            if known is not None:
                return known, False
            await self._refuse_full(transaction, session_id)
            message_id = await self._insert(
                transaction,
                session_id,
                content,
                status="pending",
                origin=origin,
                task_id=task_id,
                command=request.command,
                idempotency_key=request.idempotency_key,
                accepted_sha256=digest,
            )
            return await self._message(transaction, message_id), True

    async def add_typed(self, session_id: str, content: str, incarnation: int) -> MessageModel:
        """Text that a person typed in the terminal: `processing`, to be finished with delivery_id None.

        While another message is in flight it is `completed` at once. Raises InstanceNotFound.
        """
        async with self._database.transaction() as transaction:
            busy = await transaction.row(self._sql["in_flight"], {"session_id": session_id})
            message_id = await self._insert(
                transaction,
                session_id,
                _clean(content),
                status="completed" if busy else "processing",
                origin="terminal",
                incarnation=incarnation,
            )
            return await self._message(transaction, message_id)

    async def add_agent_message(
        self,
        session_id: str,
        content: str,
        requires_user_input: bool = False,
        in_reply_to: str | None = None,
        usage: Usage | None = None,
    ) -> MessageModel:
        """A message from the agent. Raises InstanceNotFound."""
        async with self._database.transaction() as transaction:
            return await self._reply(transaction, session_id, content, in_reply_to, usage, requires_user_input)

    async def message(self, message_id: str, session_id: str | None = None) -> MessageModel:
        """Raises MessageNotFound, also where it belongs to another session than the one given."""
        message = await self._message(self._database, message_id)
        if session_id not in (None, message.session_id):
            raise MessageNotFound(f"There is no message '{message_id}' in this session.")
        return message

    async def next_pending(self, session_id: str) -> MessageModel | None:
        """What is to be sent next."""
        row = await self._database.row(self._sql["next_pending"], {"session_id": session_id})
        return None if row is None else message_model(row)

    async def claim(self, message_id: str, delivery_id: str, incarnation: int) -> Delivery | None:
        """pending → sending. None if it is pending no more, or another message of its session is in flight."""
        values = {"id": message_id, "delivery_id": delivery_id, "incarnation": incarnation, "now": self._now()}
        async with self._database.transaction() as transaction:
            if await transaction.row(self._sql["claim"], values) is None:
                return None
            row = await transaction.row(self._sql["message"], {"id": message_id})
            return None if row is None else delivery(row)

    async def in_flight(self, session_id: str) -> Delivery | None:
        """The message in sending or processing, if any."""
        row = await self._database.row(self._sql["in_flight"], {"session_id": session_id})
        return None if row is None else delivery(row)

    async def mark_processing(
        self, message_id: str, delivery_id: str, wire: str | None = None, evidence: Mapping[str, Any] | None = None
    ) -> MessageModel | None:
        """sending → processing. None if this delivery is not in sending. The evidence is added to what is known."""
        return await self._advance(
            "mark_processing",
            {
                "id": message_id,
                "delivery_id": delivery_id,
                "wire": wire,
                "evidence_json": msgspec.json.encode(evidence or {}).decode(),
            },
        )

    async def finish(
        self,
        message_id: str,
        delivery_id: str | None,
        status: Literal["completed", "error", "uncertain"],
        reason: str | None = None,
        reply: str | None = None,
        usage: Usage | None = None,
    ) -> tuple[MessageModel, MessageModel | None] | None:
        """sending or processing → its end, and the agent's reply, in one transaction: (message, reply).

        None if this delivery is not in flight; `completed` comes from processing alone. The usage is kept with the
        reply, or with the message where there is none.
        """
        values = {
            "id": message_id,
            "delivery_id": delivery_id,
            "status": status,
            "reason": reason,
            "usage_json": usage_json(usage) if reply is None else None,
            "now": self._now(),
        }
        async with self._database.transaction() as transaction:
            if await transaction.row(self._sql["finish"], values) is None:
                return None
            message = await self._message(transaction, message_id)
            if reply is None:
                return message, None
            return message, await self._reply(transaction, message.session_id, reply, message_id, usage)

    async def release(self, message_id: str, delivery_id: str, reason: str | None = None) -> MessageModel | None:
        """sending → pending at its old place; only for what was proven never written. None if not in sending."""
        return await self._advance("release", {"id": message_id, "delivery_id": delivery_id, "reason": reason})

    async def edit(self, message_id: str, request: EditMessage) -> MessageModel:
        """New text, new place or both. Raises MessageNotFound, MessageSent, MessageEmpty, MessageTooLarge."""
        async with self._database.transaction() as transaction:
            message = await self._message(transaction, message_id)
            if message.status != "pending":
                raise _sent(message)
            if request.content is not UNSET:
                content = self._checked(request.content)
                values = {"id": message_id, "content": content, "now": self._now()}
                await transaction.rows(self._sql["change"], values)
            if request.position is not UNSET:
                await self._place(transaction, message, request.position)
            return await self._message(transaction, message_id)

    async def cancel(self, message_id: str) -> MessageModel:
        """pending → cancelled. Raises MessageNotFound, MessageSent."""
        async with self._database.transaction() as transaction:
            done = await transaction.row(self._sql["cancel"], {"id": message_id, "now": self._now()})
            message = await self._message(transaction, message_id)
            if done is None:
                raise _sent(message)
            return message

    async def clear(self, session_id: str) -> list[MessageModel]:
        """Cancel all pending ones; gives them."""
        async with self._database.transaction() as transaction:
            rows = await transaction.rows(self._sql["pending"], {"session_id": session_id})
            for row in rows:
                await transaction.rows(self._sql["cancel"], {"id": row["id"], "now": self._now()})
            return [await self._message(transaction, row["id"]) for row in rows]

    async def retry(self, message_id: str) -> MessageModel:
        """error, cancelled, uncertain → pending, last in the queue. Raises MessageNotFound, MessageSent, QueueFull."""
        async with self._database.transaction() as transaction:
            message = await self._message(transaction, message_id)
            await self._refuse_full(transaction, message.session_id)
            if await transaction.row(self._sql["retry"], {"id": message_id, "now": self._now()}) is None:
                raise _sent(message)
            return await self._message(transaction, message_id)

    async def queue(self, session_id: str) -> QueueModel:
        """What is in flight, then what is uncertain, then the pending ones in order. Raises InstanceNotFound."""
        instance = await self._database.row(self._sql["paused"], {"session_id": session_id})
        if instance is None:
            raise InstanceNotFound(f"There is no instance with the id '{session_id}'.")
        rows = await self._database.rows(self._sql["queue"], {"session_id": session_id})
        messages = [message_model(row) for row in rows]
        return QueueModel(session_id=session_id, paused=bool(instance["paused"]), messages=messages)

    async def pending_count(self, session_id: str) -> int:
        """How many messages wait."""
        row = await self._database.row(self._sql["count_pending"], {"session_id": session_id})
        return 0 if row is None else int(row["pending"])

    async def page(self, session_id: str, before: int | None = None, limit: int = 50) -> MessagePage:
        """Messages of one session with a smaller `seq` than `before`, the newest of them."""
        return await self._page("page", {"session_id": session_id}, before, limit)

    async def search(
        self, agent_id: str | None = None, since: float | None = None, before: int | None = None, limit: int = 50
    ) -> MessagePage:
        """Messages over all sessions, or over those of one agent. since: seconds since the epoch."""
        values = {"agent_id": agent_id, "since": "" if since is None else timestamps.bound(since)}
        return await self._page("search" if agent_id is None else "search_agent", values, before, limit)

    async def reconcile_after_crash(self, session_ids: Iterable[str], reason: str = CRASHED) -> list[MessageModel]:
        """sending, processing → uncertain, for sessions whose agent is gone; gives what changed."""
        changed: list[MessageModel] = []
        async with self._database.transaction() as transaction:
            for session_id in session_ids:
                values = {"session_id": session_id, "reason": reason, "now": self._now()}
                rows = await transaction.rows(self._sql["doubt"], values)
                changed += [await self._message(transaction, row["id"]) for row in rows]
        return changed

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
            raise KeyReused(f"The idempotency key '{key}' was used for another text.")
        return await self._message(transaction, row["id"])

    async def _refuse_full(self, transaction: Transaction, session_id: str) -> None:
        row = await transaction.row(self._sql["count_pending"], {"session_id": session_id})
        if row is not None and row["pending"] >= self._queue_limit:
            raise QueueFull(f"{row['pending']} messages wait already; the limit is {self._queue_limit}.")

    async def _reply(
        self,
        transaction: Transaction,
        session_id: str,
        content: str,
        in_reply_to: str | None,
        usage: Usage | None,
        requires_user_input: bool = False,
    ) -> MessageModel:
        message_id = await self._insert(
            transaction,
            session_id,
            _clean(content),
            status="completed",
            origin="agent",
            sender_type="agent",
            in_reply_to=in_reply_to,
            usage_json=usage_json(usage),
            requires_user_input=requires_user_input,
        )
        return await self._message(transaction, message_id)

    async def _insert(self, transaction: Transaction, session_id: str, content: str, **columns: object) -> str:
        """columns: those of the query `add` that differ from a plain user message. Gives the id."""
        plain = dict.fromkeys(
            ("idempotency_key", "accepted_sha256", "incarnation", "in_reply_to", "task_id", "usage_json")
        )
        values = {"id": str(uuid.uuid4()), "session_id": session_id, "content": content, "now": self._now()}
        flags = {"sender_type": "user", "command": False, "requires_user_input": False}
        row = await transaction.row(self._sql["add"], {**plain, **flags, **values, **columns})
        if row is None:
            raise InstanceNotFound(f"There is no instance with the id '{session_id}'.")
        return str(row["id"])

    async def _message(self, source: Database | Transaction, message_id: str) -> MessageModel:
        row = await source.row(self._sql["message"], {"id": message_id})
        if row is None:
            raise MessageNotFound(f"There is no message '{message_id}'.")
        return message_model(row)

    async def _advance(self, name: str, values: Mapping[str, object]) -> MessageModel | None:
        async with self._database.transaction() as transaction:
            if await transaction.row(self._sql[name], {**values, "now": self._now()}) is None:
                return None
            return await self._message(transaction, str(values["id"]))

    async def _place(self, transaction: Transaction, message: MessageModel, position: int) -> None:
        """Number the pending ones anew, behind the one in flight, which may come back."""
        session = {"session_id": message.session_id}
        order = [row["id"] for row in await transaction.rows(self._sql["pending"], session)]
        order.remove(message.id)
        order.insert(position, message.id)
        ahead = await transaction.row(self._sql["place_in_flight"], session)
        for place, message_id in enumerate(order, 1 + (ahead["position"] if ahead else 0)):
            await transaction.rows(self._sql["place"], {"id": message_id, "position": place})

    async def _page(self, name: str, values: Mapping[str, object], before: int | None, limit: int) -> MessagePage:
        values = {**values, "before": LARGEST if before is None else before, "limit": limit + 1}
        rows = await self._database.rows(self._sql[name], values)
        messages = [message_model(row) for row in reversed(rows[:limit])]
        return MessagePage(messages=messages, before=messages[0].seq if len(rows) > limit else None)

    def _checked(self, content: str) -> str:
        content = _clean(content)
        if not content.strip():
            raise MessageEmpty()
        size = len(content.encode())
        if size > self._message_limit:
            raise MessageTooLarge(f"The message has {size} bytes; the limit is {self._message_limit}.")
        return content

    def _now(self) -> str:
        return timestamps.text(self._clock())


def _clean(content: str) -> str:
    """Without lone surrogates, which no database and no terminal can take."""
    return content.encode("utf-8", "replace").decode()


def _sent(message: MessageModel) -> MessageSent:
    return MessageSent(f"The message is {message.status}; that can no longer be done.")
