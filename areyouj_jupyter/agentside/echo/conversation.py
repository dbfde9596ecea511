"""The conversation above the composer: lines that scroll away, and the one that is being written."""

from __future__ import annotations

from collections import deque

from areyouj_jupyter.agentside.echo.text import plain

KEPT_LINES = 1000  # enough to fill any screen again after a resize
SHOWN_LINES = 20  # of one message
SHOWN_LENGTH = 2000  # characters of one message


class Conversation:
    """Lines to be shown, each unwrapped. Owned by the agent; the screen takes the new ones."""

    def __init__(self) -> None:
        """Empty."""
        self.lines: deque[str] = deque(maxlen=KEPT_LINES)
        self.partial = ""
        """The last line of the reply as far as it is written."""
        self._fresh: list[str] = []

    def add(self, *lines: str) -> None:
        """Show whole lines."""
        self.lines.extend(lines)
        self._fresh.extend(lines)

    def prompt(self, text: str) -> None:
        """Show a message of the user."""
        first, *others = shorten(text).split("\n")
        self.add("", f"> {first}", *(f"  {line}" for line in others))

    def begin_reply(self) -> None:
        """The next text belongs to a new reply."""
        self.settle()
        self.add("")
        self.partial = "⏺ "

    def say(self, text: str) -> None:
        """Continue the reply."""
        *whole, last = plain(text).split("\n")
        for line in whole:
            self.add(self.partial + line)
            self.partial = "  "
        self.partial += last

    def settle(self) -> None:
        """The reply is whole."""
        if self.partial.strip():
            self.add(self.partial)
        self.partial = ""

    def take_fresh(self) -> list[str]:
        """The lines that came since the last call."""
        fresh, self._fresh = self._fresh, []
        return fresh


def shorten(text: str) -> str:
    """A message as it is shown: its beginning, if it is long."""
    lines = plain(text)[:SHOWN_LENGTH].split("\n")
    shown = "\n".join(lines[:SHOWN_LINES])
    return shown if len(shown) == len(plain(text)) else f"{shown} … ({len(text)} characters)"
