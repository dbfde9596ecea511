"""What a CLI tells by itself, apart from hooks and screen: of its last turn, of its costs, of its state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from areyouj_jupyter.models import PromptKind, State, Usage


@dataclass(frozen=True)
class Step:
    """Something on the way to a reply."""

    kind: Literal["note", "tool"]
    text: str
    """What the agent said in between, or `Name: what for` of a tool that it called."""
    key: str = ""
    """Which step of the conversation it is, however often it is read; empty: it is told at the turn's end alone."""


@dataclass(frozen=True)
class Turn:
    """The last turn as the CLI's own transcript tells it."""

    text: str
    """The text blocks of the turn's last assistant message, joined by newlines."""
    usage: Usage | None
    steps: tuple[Step, ...] = ()
    """What came before that, in order."""


@dataclass(frozen=True)
class Gauge:
    """What a CLI tells of a session while it runs; None: it does not tell."""

    model: str | None = None
    cost_usd: float | None = None
    """Since the process began."""
    context_tokens: int | None = None
    """How much of the context window is taken."""
    context_window: int | None = None


@dataclass(frozen=True)
class Told:
    """What a CLI itself keeps on disk about what it does."""

    state: State
    since: float
    """Seconds since the epoch."""
    asks: PromptKind = "question"
    """What kind of answer it waits for, for awaiting_input."""
