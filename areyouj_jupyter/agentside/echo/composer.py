"""The input line: what is written and not yet sent."""

from __future__ import annotations

LONG_TEXT = 800  # characters; Claude Code 2.1 wraps pastes from about this size on
LONG_LINES = 10


class Composer:
    """The text that Enter will send; a long paste is shown by a stand-in. Owned by the agent."""

    def __init__(self) -> None:
        """Empty."""
        self._pieces: list[tuple[str, str]] = []  # what is shown, what is sent
        self._pastes = 0
        self.hidden_pastes = 0
        """How many of the next pastes are not shown."""

    @property
    def shown(self) -> str:
        """What a person sees."""
        return "".join(shown for shown, _ in self._pieces)

    @property
    def text(self) -> str:
        """What would be sent."""
        return "".join(sent for _, sent in self._pieces)

    def type(self, text: str) -> None:
        """Add text at the end."""
        self._pieces += [(character, character) for character in text]

    def paste(self, text: str) -> None:
        """Add a paste at the end, as one piece if it is long."""
        lines = text.count("\n") + 1
        if self.hidden_pastes > 0:
            self.hidden_pastes -= 1
            self._pieces.append(("", text))
        elif len(text) > LONG_TEXT or lines > LONG_LINES:
            self._pastes += 1
            self._pieces.append((f"[Pasted text #{self._pastes} +{lines} lines]", text))
        else:
            self.type(text)

    def put_before(self, text: str) -> None:
        """Put a text that was sent back, on a line before what is there."""
        there = self._pieces
        self._pieces = []
        self.paste(text)
        self._pieces += [("\n", "\n"), *there] if there else []

    def erase(self) -> None:
        """Take the last character, or the last long paste, away."""
        if self._pieces:
            self._pieces.pop()

    def clear(self) -> None:
        """Take everything away."""
        self._pieces.clear()
