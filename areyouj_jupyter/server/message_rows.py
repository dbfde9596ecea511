"""Messages as agents.db has them: rows made into values, and values into rows."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from areyouj_jupyter.errors import InstanceNotFound, MessageNotFound
from areyouj_jupyter.models import MessageModel, Usage
from areyouj_jupyter.server import timestamps
from areyouj_jupyter.server.database import Database, Row, Transaction
from areyouj_jupyter.server.sql import queries


@dataclass(frozen=True)
class Delivery:
    """A message in flight, with what only its session needs to know."""

    message: MessageModel
    delivery_id: str | None
    """None: a person typed it in the terminal."""
    incarnation: int
    command: bool
    """Sent as a command on purpose."""
    evidence: Mapping[str, Any]


async def stored_message(source: Database | Transaction, message_id: str) -> MessageModel:
    """Raises MessageNotFound."""
    row = await source.row(queries("messages")["message"], {"id": message_id})
    if row is None:
        raise MessageNotFound(f"There is no message '{message_id}'.")
    return message_model(row)


async def insert_message(
    transaction: Transaction, session_id: str, content: str, now: str, **columns: object
) -> MessageModel:
    """columns: those of the query `add` that differ from a plain user message. Raises InstanceNotFound."""
    plain = dict.fromkeys(("idempotency_key", "accepted_sha256", "incarnation", "in_reply_to", "task_id", "usage_json"))
    values = {"id": str(uuid.uuid4()), "session_id": session_id, "content": content, "now": now}
    flags = {"sender_type": "user", "kind": "text", "command": False, "requires_user_input": False}
    row = await transaction.row(queries("messages")["add"], {**plain, **flags, **values, **columns})
    if row is None:
        raise InstanceNotFound(f"There is no instance with the id '{session_id}'.")
    return await stored_message(transaction, row["id"])


def clean(content: str) -> str:
    """Without lone surrogates, which no database and no terminal can take."""
    return content.encode("utf-8", "replace").decode()


def usage_json(usage: Usage | None) -> str | None:
    """As it is stored."""
    return None if usage is None else msgspec.json.encode(usage).decode()


def delivery(row: Row) -> Delivery:
    """The delivery in a row of the view `messages`."""
    return Delivery(
        message=message_model(row),
        delivery_id=row["delivery_id"],
        incarnation=row["incarnation"],
        command=bool(row["command"]),
        evidence=msgspec.json.decode(row["evidence_json"]),
    )


def message_model(row: Row) -> MessageModel:
    """The message in a row of the view `messages`."""
    return MessageModel(
        id=row["id"],
        seq=row["seq"],
        session_id=row["agent_instance_id"],
        agent=row["agent"],
        sender_type=row["sender_type"],
        kind=row["kind"],
        content=row["content"],
        status=row["status"],
        reason=row["reason"],
        origin=row["origin"],
        requires_user_input=bool(row["requires_user_input"]),
        in_reply_to=row["in_reply_to"],
        task_id=row["task_id"],
        wire=row["wire"],
        usage=None if row["usage_json"] is None else msgspec.json.decode(row["usage_json"], type=Usage),
        created_at=timestamps.seconds(str(row["created_at"])),
        updated_at=timestamps.seconds(str(row["updated_at"])),
    )
