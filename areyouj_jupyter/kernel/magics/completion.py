"""Completion: what the Tab key offers after `%areyouj`."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, get_args

from areyouj_jupyter.errors import AreYouJError
from areyouj_jupyter.kernel.magics.command_line import HELP, Command
from areyouj_jupyter.models import State, TaskStatus

if TYPE_CHECKING:
    from areyouj_jupyter.kernel.crew import Crew

OWN = ("help", "strict")
"""The magic's own words, beside the commands."""
PATIENCE = 0.8  # seconds that the Tab key may take; what comes later is offered next time
FRESH = 5.0  # seconds that known names are offered without asking again
SOURCES: Mapping[str, Callable[[Crew], list[str]]] = {
    "NAME": lambda crew: ["active", *(agent.name for agent in crew.agents.list())],
    "SPEC": lambda crew: [spec.name for spec in crew.specs],
    "TASK": lambda crew: [task.id for task in crew.tasks.list() if task.status != "done"],
}
"""What a name or value may be, by what the command calls it; the server knows."""
FIXED: Mapping[str, list[str]] = {"STATE": list(get_args(State)), "STATUS": list(get_args(TaskStatus))}
"""The same for what never changes."""


class Completion:
    """Offers sub-commands, options, and names that the server knows. Never waits long for it. Owned by the magic."""

    def __init__(
        self, commands: Mapping[str, Command], crew: Callable[[], Crew], variables: Callable[[], list[str]]
    ) -> None:
        """variables: returns the names of the notebook's variables."""
        self._commands = commands
        self._variables = variables
        self._crew = crew
        self._known: dict[str, tuple[float, list[str]]] = {}
        self._asking: dict[str, threading.Thread] = {}

    def offers(self, line: str) -> tuple[list[str], str]:
        """The completions of the line's last word, and that word; the line begins with the magic."""
        words = re.split(r"[\s=]+", line.lstrip())[1:]
        word = words[-1]
        if len(words) < 2:
            return [*self._commands, *OWN], word
        if words[0] == "strict":
            return ["on", "off"] if len(words) == 2 else [], word
        command = self._commands.get(words[0])
        if command is None:
            return list(self._commands) if words[0] == "help" and len(words) == 2 else [], word
        return self._arguments(command, words[1:-1], word), word

    def _arguments(self, command: Command, before: Sequence[str], word: str) -> list[str]:
        """The completions of `word`."""
        values = {option.name: option.value for option in command.options}
        if before and (value := values.get(before[-1])):
            return self._names(value)
        if word.startswith("-"):
            return [*values, HELP[0]]
        given = [
            each
            for index, each in enumerate(before)
            if not each.startswith("-") and not (index and values.get(before[index - 1]))
        ]
        return self._names(command.names[len(given)][0]) if len(given) < len(command.names) else []

    def _names(self, kind: str) -> list[str]:
        """The server's values of a kind, if it answers in time."""
        if kind == "VAR":
            return self._variables()
        if kind not in SOURCES:
            return FIXED.get(kind, [])
        asked_at, names = self._known.get(kind, (0.0, []))
        if time.monotonic() - asked_at < FRESH:
            return names
        asking = self._asking.get(kind)
        if asking is None or not asking.is_alive():
            asking = threading.Thread(target=self._ask, args=(kind,), name="areyouj-completion", daemon=True)
            self._asking[kind] = asking
            asking.start()
        asking.join(PATIENCE)
        return self._known.get(kind, (0.0, names))[1]

    def _ask(self, kind: str) -> None:
        """Ask the server; without one nothing is offered."""
        try:
            self._known[kind] = time.monotonic(), SOURCES[kind](self._crew())
        except AreYouJError:
            self._known[kind] = time.monotonic(), []
