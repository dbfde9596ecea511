"""What a CLI reports apart from hooks and screen: its last turn, its costs, its state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from areyouj_jupyter.models import PromptKind, State, Usage


@dataclass(frozen=True)
class Step:
    """A step before a reply."""

    kind: Literal["note", "tool"]
    text: str
    """What the agent said in between, or a tool call as `Name: what for`."""
    key: str = ""
    """Identifies the step, however often it is read; empty: it is only reported at the turn's end."""


@dataclass(frozen=True)
class Turn:
    """The last turn, from the CLI's own transcript."""

    text: str
    """The text blocks of the turn's last assistant message, joined by newlines."""
    usage: Usage | None
    steps: tuple[Step, ...] = ()
    """The steps before that, in order."""
    exit_code: int | None = None
    """Of a shell's command."""


@dataclass(frozen=True)
class Gauge:
    """What a CLI reports about a session while it runs; None: not reported."""

    model: str | None = None
    cost_usd: float | None = None
    """Since the process began."""
    context_tokens: int | None = None
    """How many tokens of the context window are used."""
    context_window: int | None = None


@dataclass(frozen=True)
class Told:
    """The state that a CLI itself keeps on disk."""

    state: State
    since: float
    """Seconds since the epoch."""
    asks: PromptKind = "question"
    """What kind of answer it waits for, for awaiting_input."""
