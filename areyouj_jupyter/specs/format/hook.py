"""Hook: what a CLI's hook call means."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

CONVERSATION = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}")
"""An id that can stand in a file's name and on a command line."""


class Fact(StrEnum):
    """The meaning of a hook call, in words common to all CLIs."""

    READY = "ready"
    """The CLI has started (its prompt may come a little later)."""
    SUBMITTED = "submitted"
    """A prompt was taken; a turn begins."""
    WORKING = "working"
    """Something happened inside a turn."""
    PERMISSION = "permission"
    """A permission dialog opens now."""
    QUESTION = "question"
    """A question to the user opens now."""
    FINISHED = "finished"
    """The turn has ended."""
    FAILED = "failed"
    """The turn has ended with an error."""
    INTERRUPTED = "interrupted"
    """The turn was ended by a person."""
    ENDED = "ended"
    """The CLI is exiting."""
    NOTED = "noted"
    """Informative only; changes nothing."""


@dataclass(frozen=True)
class Hook:
    """What one hook of the CLI means."""

    fact: Fact
    text: str | None = None
    """The payload's field that holds the prompt's text (SUBMITTED), the reply's (FINISHED) or the reason (FAILED)."""
    own: str | None = None
    """Regular expression (matched at the start) for what the CLI submits by itself, e.g. that a task has ended."""
    limit: str | None = None
    """Regular expression (searched for) in the reason of a FAILED turn that a usage limit ended, with the groups of
    `ScreenRule.pattern` for when it ends."""
    conversation: str | None = None
    """The payload's field that holds the CLI's own id of the conversation that it is in."""
    only: Mapping[str, str] = field(default_factory=dict)
    """Payload fields that must have these values, or the hook is ignored."""
    question: Mapping[str, str] = field(default_factory=dict)
    """Payload fields that, with these values, make a PERMISSION a QUESTION."""

    def conversation_of(self, payload: Mapping[str, Any]) -> str | None:
        """The conversation that a call with this payload tells of; None: it tells of none that can be one."""
        told = payload.get(self.conversation) if self.conversation else None
        return told if isinstance(told, str) and CONVERSATION.fullmatch(told) else None

    def fact_of(self, payload: Mapping[str, Any]) -> Fact | None:
        """The meaning of a call with this payload; None: ignore it."""
        if any(payload.get(key) != value for key, value in self.only.items()):
            return None
        asks = self.question and all(payload.get(key) == value for key, value in self.question.items())
        return Fact.QUESTION if asks else self.fact
