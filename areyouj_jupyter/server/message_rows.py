"""Messages as agents.db has them, made into values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from areyouj_jupyter.models import MessageModel, Usage
from areyouj_jupyter.server import timestamps
from areyouj_jupyter.server.database import Row


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
