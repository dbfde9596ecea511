"""Messages and queues."""

from __future__ import annotations

from typing import Annotated

from msgspec import UNSET, Meta, UnsetType

from areyouj_jupyter.models.base import LARGEST, MessageKind, MessageStatus, Model, Origin, Request, Seconds, SenderType


class Usage(Model, frozen=True):
    """Tokens and cost as the CLI reports them; None: not reported."""

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
    """text: the user's text or the agent's reply; note: said while working; tool: a call, as `Name: what for`."""
    content: str
    status: MessageStatus
    reason: str | None
    origin: Origin
    requires_user_input: bool
    in_reply_to: str | None
    """For an agent's message: the id of the user message it answers."""
    task_id: str | None
    wire: str | None
    """What was typed, if it differs from the content."""
    usage: Usage | None
    created_at: Seconds
    updated_at: Seconds
    exit_code: int | None = None
    """For the reply of a shell: how its command ended; 0 is success."""


AGENT_DELETED = "the agent was deleted"
"""The reason of a message that was cancelled because its agent was deleted; no agent received it."""


class SendMessage(Request, frozen=True):
    """A message for the queue."""

    content: str
    idempotency_key: Annotated[str, Meta(min_length=1, max_length=200)] | None = None
    command: bool = False
    """True: a slash or shell command, typed as written."""


class EditMessage(Request, frozen=True):
    """Change or move a pending message."""

    content: str | UnsetType = UNSET
    position: Annotated[int, Meta(ge=0, le=LARGEST)] | UnsetType = UNSET
    """New position among the pending messages; 0 is next."""


class QueueModel(Model, frozen=True):
    """The unfinished user messages of a session, in order."""

    session_id: str
    paused: bool
    messages: list[MessageModel]


class PauseQueue(Request, frozen=True):
    """Pause or resume a queue."""

    paused: bool


class MessagePage(Model, frozen=True):
    """A page of messages, newest page first; pass `before` to get the previous page (None: there is none)."""

    messages: list[MessageModel]
    """Oldest first within the page."""
    before: int | None
