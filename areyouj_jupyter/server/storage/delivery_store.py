"""DeliveryStore: the messages on their way, as rows of agents.db. `session_id` is the id of the instance."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal

import msgspec

from areyouj_jupyter.models import MessageModel, MessageStatus
from areyouj_jupyter.server.storage import timestamps
from areyouj_jupyter.server.storage.database import Database, Transaction
from areyouj_jupyter.server.storage.message_rows import (
    Delivery,
    clean,
    delivery,
    insert_message,
    stored_message,
    usage_json,
)
from areyouj_jupyter.server.storage.sql import queries
from areyouj_jupyter.specs import Step, Turn

CRASHED = "The server stopped while this message was being sent. The agent may or may not have received it."


class DeliveryStore:
    """From the head of a queue to the end of a turn; owned by the application. Every step is a compare-and-set."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        """clock: seconds since the epoch."""
        self._database = database
        self._clock = clock
        self._sql = queries("messages")

    async def waits(self, session_id: str) -> bool:
        """Whether a message waits; no writer has to wait for us to find that."""
        return await self._database.row(self._sql["next_pending"], {"session_id": session_id}) is not None

    async def claim(
        self, session_id: str, delivery_id: str, incarnation: int, evidence: Mapping[str, Any] | None = None
    ) -> Delivery | None:
        """The first of the queue: pending → sending. None if nothing waits, or another one is in flight.

        evidence: what there was before, to be kept with it.
        In one transaction: a message that is moved to the front at this moment is not passed.
        """
        session = {"session_id": session_id}
        async with self._database.transaction() as transaction:
            first = await transaction.row(self._sql["next_pending"], session)
            if first is None:
                return None
            values = {
                "id": first["id"],
                "delivery_id": delivery_id,
                "incarnation": incarnation,
                "evidence_json": msgspec.json.encode(evidence or {}).decode(),
                "now": self._now(),
            }
            if await transaction.row(self._sql["claim"], values) is None:
                return None
            row = await transaction.row(self._sql["message"], {"id": first["id"]})
            return None if row is None else delivery(row)

    async def in_flight(self, session_id: str) -> Delivery | None:
        """The message in sending or processing, if any."""
        row = await self._database.row(self._sql["in_flight"], {"session_id": session_id})
        return None if row is None else delivery(row)

    async def last_ended(self, session_id: str, incarnation: int) -> tuple[str, MessageStatus] | None:
        """The message whose end was recorded last: its text as it was written, and how it ended."""
        values = {"session_id": session_id, "incarnation": incarnation}
        row = await self._database.row(self._sql["last_ended"], values)
        return None if row is None else (str(row["wire"] or row["content"]), row["status"])

    async def note(self, message_id: str, delivery_id: str, evidence: Mapping[str, Any]) -> None:
        """Keep more evidence with a message in sending. Nothing happens if this delivery is not."""
        values = {"id": message_id, "delivery_id": delivery_id, "now": self._now()}
        async with self._database.transaction() as transaction:
            await transaction.row(
                self._sql["note"], {**values, "evidence_json": msgspec.json.encode(evidence).decode()}
            )

    async def add_typed(self, session_id: str, content: str, incarnation: int) -> MessageModel:
        """Text that a person typed in the terminal: `processing`, to be finished with delivery_id None.

        While another message is in flight it is `completed` at once. Raises InstanceNotFound.
        """
        async with self._database.transaction() as transaction:
            busy = await transaction.row(self._sql["in_flight"], {"session_id": session_id})
            return await insert_message(
                transaction,
                session_id,
                clean(content),
                self._now(),
                status="completed" if busy else "processing",
                origin="terminal",
                incarnation=incarnation,
            )

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

    async def release(self, message_id: str, delivery_id: str, reason: str | None = None) -> MessageModel | None:
        """sending → pending at its old place; only for what was proven not taken. None if not in sending."""
        return await self._advance("release", {"id": message_id, "delivery_id": delivery_id, "reason": reason})

    async def finish(
        self,
        message_id: str,
        delivery_id: str | None,
        status: Literal["completed", "error", "uncertain"],
        reason: str | None = None,
        turn: Turn | None = None,
    ) -> list[MessageModel] | None:
        """sending or processing → its end, with what the agent said, in one transaction: steps, reply, the message.

        None if this delivery is not in flight; `completed` comes from processing alone.
        """
        values = {
            "id": message_id,
            "delivery_id": delivery_id,
            "status": status,
            "reason": reason,
            "now": self._now(),
        }
        async with self._database.transaction() as transaction:
            if await transaction.row(self._sql["finish"], values) is None:
                return None
            message = await stored_message(transaction, message_id)
            said = await self._steps(transaction, message, turn.steps if turn else ())
            if turn is not None:
                told = {"usage_json": usage_json(turn.usage), "exit_code": turn.exit_code}
                said.append(await self._said(transaction, message, turn.text, **told))
            return [*said, message]

    async def add_steps(self, message_id: str, steps: Iterable[Step]) -> list[MessageModel]:
        """Store what the agent said and did so far before its reply; returns the new steps.

        Raises MessageNotFound.
        """
        async with self._database.transaction() as transaction:
            return await self._steps(transaction, await stored_message(transaction, message_id), steps)

    async def reconcile_after_crash(self, session_ids: Iterable[str], reason: str = CRASHED) -> list[MessageModel]:
        """sending, processing → uncertain, for sessions whose agent is gone; returns the changed messages."""
        changed: list[MessageModel] = []
        async with self._database.transaction() as transaction:
            for session_id in session_ids:
                values = {"session_id": session_id, "reason": reason, "now": self._now()}
                rows = await transaction.rows(self._sql["doubt"], values)
                changed += [await stored_message(transaction, row["id"]) for row in rows]
        return changed

    async def _steps(
        self, transaction: Transaction, message: MessageModel, steps: Iterable[Step]
    ) -> list[MessageModel]:
        """Each is stored once, by its key."""
        said = []
        for step in steps:
            key = clean(f"step:{step.key}") if step.key else None
            known = {"session_id": message.session_id, "idempotency_key": key}
            if key is None or await transaction.row(self._sql["known_step"], known) is None:
                said.append(await self._said(transaction, message, step.text, kind=step.kind, idempotency_key=key))
        return said

    async def _said(
        self, transaction: Transaction, message: MessageModel, content: str, **columns: object
    ) -> MessageModel:
        """By the agent, in reply to this message."""
        return await insert_message(
            transaction,
            message.session_id,
            clean(content),
            self._now(),
            status="completed",
            origin="agent",
            sender_type="agent",
            in_reply_to=message.id,
            **columns,
        )

    async def _advance(self, name: str, values: Mapping[str, object]) -> MessageModel | None:
        async with self._database.transaction() as transaction:
            if await transaction.row(self._sql[name], {**values, "now": self._now()}) is None:
                return None
            return await stored_message(transaction, str(values["id"]))

    def _now(self) -> str:
        return timestamps.text(self._clock())
