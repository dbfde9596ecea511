"""Session log: what happened to a session, in order, so that a person can see how it got where it is."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from typing import Any, Literal

from areyouj_jupyter.models import LogEntry, LogKind, MessageModel, Model, SessionModel, StatusModel

Source = Literal["hook", "mark"]
LIMIT = 500  # entries; the oldest are dropped
LENGTH = 200  # characters of a message's first line


class SessionLogBuffer:
    """The log of one session, which owns it; it is not stored, and starts empty with each server."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """clock: seconds since the epoch."""
        self._clock = clock
        self._entries: deque[LogEntry] = deque(maxlen=LIMIT)
        self._status: tuple[str | None, ...] = ()
        self._messages: dict[str, str] = {}  # the last status of each unfinished message, by id
        self._heard: dict[Source, Any] = {}

    def entries(self) -> list[LogEntry]:
        """The oldest first."""
        return list(self._entries)

    def on_fact(self, model: Model) -> None:
        """Take a published event; only a new status of the session or of a message becomes an entry."""
        if isinstance(model, SessionModel):
            self._on_status(model.status)
        elif isinstance(model, MessageModel):
            self._on_message(model)

    def on_input(self, cleared: str) -> None:
        """Record what was cleared from the CLI's input line, in case a person wants it back."""
        self._add("input", cleared)

    def on_heard(self, heard: Mapping[Source, tuple[str, object, float]]) -> None:
        """Record the last hook and mark from the evidence: source → name, meaning, time."""
        for source, found in heard.items():
            if found != self._heard.get(source):
                self._add(source, found[0])
        self._heard = dict(heard)

    def _on_status(self, status: StatusModel) -> None:
        now = (status.state, status.reason, status.blocked)
        if now != self._status:
            self._add("status", ", ".join(filter(None, (status.state, status.reason))), _why(status))
        self._status = now

    def _on_message(self, message: MessageModel) -> None:
        if self._messages.get(message.id) == message.status:
            return
        if message.status in ("pending", "sending", "processing"):
            self._messages[message.id] = message.status
        else:
            self._messages.pop(message.id, None)
        line = message.content.strip().partition("\n")[0][:LENGTH]
        self._add("message", f"{message.sender_type}, {message.status}: {line}", message.reason or "")

    def _add(self, kind: LogKind, text: str, detail: str = "") -> None:
        self._entries.append(LogEntry(at=self._clock(), kind=kind, text=text, detail=detail))


def _why(status: StatusModel) -> str:
    """What decided it, and why the queue is held."""
    held = f"the queue waits: {status.blocked}" if status.blocked else ""
    return "; ".join(filter(None, (status.evidence, held)))
