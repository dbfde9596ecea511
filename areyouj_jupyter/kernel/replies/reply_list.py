"""Replies: several replies, as a table of their states."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from areyouj_jupyter.kernel.replies import reply_waiting
from areyouj_jupyter.kernel.replies.pending_reply import OnNeedsInput
from areyouj_jupyter.kernel.replies.reply import Reply
from areyouj_jupyter.kernel.tables import data_frames
from areyouj_jupyter.kernel.tables.display import html_table, text_table

FILES = 3  # names of files in a cell; the rest are counted

COLUMNS: Sequence[tuple[str, Callable[[Reply], str]]] = (
    ("agent", lambda reply: reply.agent),
    ("status", lambda reply: f"{reply.status}{reply.hint if not reply.done() else ''}"),
    ("took", lambda reply: _seconds(reply)),
    ("tokens", lambda reply: "" if reply.tokens is None else str(reply.tokens)),
    ("cost", lambda reply: "" if reply.cost is None else f"${reply.cost:.2f}"),
    ("exit", lambda reply: "" if reply.exit_code is None else str(reply.exit_code)),
    ("files", lambda reply: _shared(reply.files_shared_with) or _files(reply.files_changed)),
    ("message", lambda reply: reply.message.content),
    ("reply", lambda reply: _ending(reply)),
)


class Replies(list[Reply]):
    """The result of `map`, `broadcast` and `compare`: the replies in the order of their messages."""

    def wait(self, timeout: float | None = None, on_needs_input: OnNeedsInput | None = None) -> Replies:
        """Wait until all have ended, successfully or not; returns itself.

        Raises TimeoutError after `timeout` seconds in all, and NeedsInput: see `Reply.result`.
        """
        for _ in reply_waiting.arriving(self, timeout, on_needs_input):
            pass
        return self

    def cancel(self) -> int:
        """Cancel all messages that no agent has yet; returns how many there were."""
        return sum([reply.cancel() for reply in reversed(self) if not reply.cancelled()])

    @property
    def df(self) -> Any:
        """A pandas DataFrame with one row per reply. Raises LibraryMissing where pandas is not installed."""
        return data_frames.table([_row(reply) for reply in self], ("id", "agent", "status", "message", "reply"))

    def __repr__(self) -> str:
        return text_table(*self._table())

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """IPython's own printer would write out a list."""
        printer.text(repr(self))

    def _repr_html_(self) -> str:
        return html_table(*self._table())

    def _table(self) -> tuple[list[str], list[list[str]]]:
        """Heads and rows, without empty columns."""
        rows = [[cell(reply) for _, cell in COLUMNS] for reply in self]
        kept = [number for number, _ in enumerate(COLUMNS) if not rows or any(row[number] for row in rows)]
        return [COLUMNS[number][0] for number in kept], [[row[number] for number in kept] for row in rows]


def _seconds(reply: Reply) -> str:
    """How long the agent worked on it; where that is not known, how long ago it was sent, or took in all."""
    took = reply.elapsed if reply.duration is None else reply.duration
    return f"{took:.1f} s" if reply.sent else ""


def _shared(agents: Sequence[str]) -> str:
    """That it cannot be told which files; empty if it can."""
    return f"unclear, since {' and '.join(agents)} worked in the same folder" if agents else ""


def _files(names: Sequence[str] | None) -> str:
    """A few of the files, and how many more."""
    if names is None:
        return ""
    more = f" and {len(names) - FILES} more" if len(names) > FILES else ""
    return f"{', '.join(names[:FILES])}{more}" if names else "none"


def _ending(reply: Reply) -> str:
    """The text or what went wrong; empty while it is on its way."""
    if not reply.done():
        return ""
    return str(reply.failure or reply.result())


def _row(reply: Reply) -> dict[str, object]:
    """What a DataFrame has of it."""
    error = reply.failure
    return {
        "id": reply.message.id,
        "agent": reply.agent,
        "status": reply.status,
        "created_at": reply.message.created_at,
        "elapsed": reply.elapsed,
        "duration": reply.duration,
        "tokens": reply.tokens,
        "cost": reply.cost,
        "exit_code": reply.exit_code,
        "files_changed": reply.files_changed,
        "message": reply.message.content,
        "reply": reply.result() if reply.done() and error is None else None,
        "error": str(error) if error else None,
    }
