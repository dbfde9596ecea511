"""Messages as agents.db has them: rows made into values, and values into rows."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from inspect import signature
from operator import itemgetter
from typing import Any, Final

import msgspec

from areyouj_jupyter.errors import InstanceNotFound, MessageNotFound
from areyouj_jupyter.models import MessageKind, MessageModel, MessageStatus, Origin, SenderType, Usage
from areyouj_jupyter.server.storage import timestamps
from areyouj_jupyter.server.storage.database import Database, Row, Transaction
from areyouj_jupyter.server.storage.sql import queries


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
    plain = dict.fromkeys((
        "idempotency_key", "accepted_sha256", "incarnation", "in_reply_to", "task_id", "usage_json", "exit_code",
    ))  # fmt: skip
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
    (message,) = message_models([row])
    return message


def message_models(rows: Sequence[Row]) -> list[MessageModel]:
    """The messages in rows of one statement."""
    if not rows:
        return []
    pick = _picker(tuple(rows[0].keys()))
    return [_model(*pick(row)) for row in rows]


def _model(
    id: str,
    seq: int,
    agent_instance_id: str,
    agent: str,
    sender_type: SenderType,
    kind: MessageKind,
    content: str,
    status: MessageStatus,
    reason: str | None,
    origin: Origin,
    requires_user_input: int,
    in_reply_to: str | None,
    task_id: str | None,
    wire: str | None,
    usage_json: str | None,
    created_at: str,
    updated_at: str,
    exit_code: int | None,
) -> MessageModel:
    created = timestamps.seconds(created_at)
    updated = created if updated_at == created_at else timestamps.seconds(updated_at)
    usage = None if usage_json is None else msgspec.json.decode(usage_json, type=Usage)
    said = (id, seq, agent_instance_id, agent, sender_type, kind, content, status, reason, origin)
    return MessageModel(*said, requires_user_input == 1, in_reply_to, task_id, wire, usage, created, updated, exit_code)


COLUMNS: Final = tuple(signature(_model).parameters)


@cache
def _picker(columns: tuple[str, ...]) -> Callable[[Row], tuple[Any, ...]]:
    """Takes what `_model` asks for out of such a row by place: half the time of looking it up by name."""
    return tuple if columns == COLUMNS else itemgetter(*map(columns.index, COLUMNS))
