"""Messages and queues."""

from __future__ import annotations

from typing import Annotated

from msgspec import UNSET, Meta, UnsetType

from areyouj_jupyter.models.base import LARGEST, MessageKind, MessageStatus, Model, Origin, Request, Seconds, SenderType


class Usage(Model, frozen=True):
    """Tokens and cost as the CLI tells them; None: it does not tell."""

    input_tokens: int | None = None
    output_tokens: int | None = None
    cache_read_tokens: int | None = None
    cache_write_tokens: int | None = None
    cost_usd: float | None = None


# There are many of them: made by place, in a third of the time that names take, and without cycles among them.
class MessageModel(Model, frozen=True, kw_only=False, gc=False):
    """Text for or from an agent."""

    id: str
    seq: int
    session_id: str
    agent: str
    sender_type: SenderType
    kind: MessageKind
    """text: the user's text, or the agent's reply; note: what it said on the way; tool: `Name: what for`, a call."""
    content: str
    status: MessageStatus
    reason: str | None
    origin: Origin
    requires_user_input: bool
    in_reply_to: str | None
    """For an agent's message: the id of the user message it answers."""
    task_id: str | None
    wire: str | None
    """What was typed, where it differs from the content."""
    usage: Usage | None
    created_at: Seconds
    updated_at: Seconds


AGENT_DELETED = "the agent was deleted"
"""The reason of a message that was cancelled with its agent: nobody has taken it."""


class SendMessage(Request, frozen=True):
    """A message for the queue."""

    content: str
    idempotency_key: Annotated[str, Meta(min_length=1, max_length=200)] | None = None
    command: bool = False
    """True: a slash or shell command on purpose, typed as it is."""


class EditMessage(Request, frozen=True):
    """Change or move a pending message."""

    content: str | UnsetType = UNSET
    position: Annotated[int, Meta(ge=0, le=LARGEST)] | UnsetType = UNSET
    """New place among the pending ones; 0 is next."""


class QueueModel(Model, frozen=True):
    """The user messages of a session that are not finished, in order."""

    session_id: str
    paused: bool
    messages: list[MessageModel]


class PauseQueue(Request, frozen=True):
    """Hold or release a queue."""

    paused: bool


class MessagePage(Model, frozen=True):
    """Messages, newest page first; `before` fetches the page before it, or None at the start."""

    messages: list[MessageModel]
    """Oldest first within the page."""
    before: int | None
