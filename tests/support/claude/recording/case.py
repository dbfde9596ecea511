"""A case: how a screen is reached, and what has to be read from it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from areyouj_jupyter.models import State

PLAN_FILE = "{plan file}"


@dataclass(frozen=True)
class Press:
    """Keys, in the notation of `models.TypeKeys`."""

    keys: str


@dataclass(frozen=True)
class Paste:
    """A text that is put into the composer; PLAN_FILE in it stands for the plan's path."""

    text: str


@dataclass(frozen=True)
class See:
    """Wait until the title and the screen below it match (re.MULTILINE | re.DOTALL), and come to rest."""

    pattern: str


Step = Press | Paste | See


@dataclass(frozen=True)
class Case:
    """One screen, reached from a fresh start; each has a home and a project folder of its own."""

    name: str
    state: State | None
    """What a person would say it is, never taken from the reading; None: the screen tells nothing."""
    steps: tuple[Step, ...]
    composer: str | None = ""
    """What a person would say stands in the composer; None: there is none."""
    trusted: bool = True
    approved: bool = True
    """Whether the API key was approved before."""
    arguments: tuple[str, ...] = ()
    settings: dict[str, object] = field(default_factory=dict)
    """Added to the settings file."""
    environment: dict[str, str | None] = field(default_factory=dict)
    """Added to the environment; None takes a variable away."""
    files: dict[str, str] = field(default_factory=dict)
    """Name → text of what lies in the project folder; a name may leave it by `../`."""
    sizes: tuple[tuple[int, int], ...] = ()
    """Rows and columns in which it is recorded; empty: the usual ones."""


READY = See(r"^❯")
WORKING = See(r"\A[◐◑] ")
RESTING = See(r"\A✳ .*^✻ \w+ for \d+s")


def asked(text: str) -> tuple[Step, ...]:
    """A message to the model, as soon as there is a composer."""
    return (READY, Paste(text), Press("<Enter>"))


def call(tool: str, **arguments: object) -> str:
    """The directive by which the fake model calls a tool."""
    return f"[[tool {tool} {json.dumps(arguments, ensure_ascii=False)}]]"
