"""Hook: what a CLI's hook call means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


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
    only: Mapping[str, str] = field(default_factory=dict)
    """Payload fields that must have these values, or the hook is ignored."""
    question: Mapping[str, str] = field(default_factory=dict)
    """Payload fields that, with these values, make a PERMISSION a QUESTION."""

    def fact_of(self, payload: Mapping[str, Any]) -> Fact | None:
        """The meaning of a call with this payload; None: ignore it."""
        if any(payload.get(key) != value for key, value in self.only.items()):
            return None
        asks = self.question and all(payload.get(key) == value for key, value in self.question.items())
        return Fact.QUESTION if asks else self.fact
