"""The base classes of all shapes, and the words they share."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

Text = Annotated[str, Meta(max_length=64 * 1024)]
Seconds = float
END_OF_TIME = 253_402_300_799  # seconds: the last one of the year 9999, which Python's dates end with
LARGEST = 2**53  # the largest number that JSON readers and SQLite both keep exactly
Outcome = Literal["completed", "failed", "interrupted"]
State = Literal["starting", "idle", "busy", "awaiting_input", "rate_limited", "stopping", "exited"]
HolderState = Literal["not_answering", "view_only"]
PromptKind = Literal["permission", "question", "trust", "login"]
StoredStatus = Literal["idle", "active", "completed", "error", "terminated"]
MessageStatus = Literal["pending", "sending", "processing", "completed", "error", "cancelled", "uncertain"]
SenderType = Literal["user", "agent"]
MessageKind = Literal["text", "note", "tool"]
Origin = Literal["queue", "terminal", "task", "agent"]
TaskStatus = Literal["pending", "in-progress", "done"]
Priority = Literal["high", "medium", "low"]


class Model(Struct, frozen=True, kw_only=True):
    """What the server says."""


class Request(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a client asks."""


class Query(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The query parameters of a request. None of them can be null: leave out those you do not need."""


class Failure(Model, frozen=True):
    """An error: one sentence for a person, and the error's class name for programs."""

    message: str
    reason: str
