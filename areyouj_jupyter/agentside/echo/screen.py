"""The terminal as a canvas: lines that scroll away, and below them a live part that is redrawn."""

from __future__ import annotations

import os
from dataclasses import dataclass

from areyouj_jupyter.agentside.echo.conversation import Conversation
from areyouj_jupyter.agentside.echo.text import styled, wrap

_BEGIN, _END = "\x1b[?2026h", "\x1b[?2026l"  # synchronised update: shown as a whole
_SHOW, _HIDE = "\x1b[?25h", "\x1b[?25l"


@dataclass(frozen=True)
class Frame:
    """The live part: rows of at most `columns` cells each, the cursor's row and column if it is shown, the title."""

    rows: list[str]
    cursor: tuple[int, int] | None
    title: str


class Screen:
    """Draws on the normal screen buffer, as Ink does. Owned by the program; the only writer of the terminal."""

    def __init__(self, fd: int) -> None:
        """fd: the terminal."""
        self._fd = fd
        self._frame = Frame([], None, "")
        self._cursor_row = 0
        self.measure()

    def measure(self) -> None:
        """Learn the terminal's size."""
        size = os.get_terminal_size(self._fd)
        self.columns, self.rows = size.columns or 80, size.lines or 24

    def write(self, text: str) -> None:
        """Write as it is. Raises OSError when the terminal is gone."""
        data = text.encode("utf-8", "replace")
        while data:
            data = data[os.write(self._fd, data) :]

    def draw(self, conversation: Conversation, frame: Frame) -> None:
        """Show what changed: first what scrolls away, then the live part."""
        fresh = conversation.take_fresh()
        if not fresh and frame == self._frame:
            return
        up = f"\x1b[{self._cursor_row}A" if self._cursor_row else ""
        self._show(f"\r{up}\x1b[J", self._wrapped(fresh), frame)

    def redraw(self, conversation: Conversation, frame: Frame) -> None:
        """Redraw everything after a resize: as much of the conversation as fits."""
        conversation.take_fresh()
        room = max(0, self.rows - len(frame.rows))
        lines = list(conversation.lines)[-room:] if room else []
        self._show("\x1b[H\x1b[J", self._wrapped(lines)[-room:], frame)

    def leave(self) -> None:
        """Put the cursor below everything."""
        down = len(self._frame.rows) - 1 - self._cursor_row
        self.write((f"\x1b[{down}B" if down > 0 else "") + f"\r\n{_SHOW}\x1b]0;\x07")

    def _show(self, erase: str, scrolled: list[str], frame: Frame) -> None:
        skipped = max(0, len(frame.rows) - self.rows)
        live = frame.rows[skipped:]
        body = "\r\n".join([*scrolled, *live])
        title = f"\x1b]0;{frame.title}\x07" if frame.title != self._frame.title else ""
        row, column = frame.cursor or (len(frame.rows) - 1, 0)
        self._cursor_row = max(0, row - skipped)
        up = len(live) - 1 - self._cursor_row
        place = (f"\x1b[{up}A" if up else "") + f"\r\x1b[{column + 1}G" + (_SHOW if frame.cursor else "")
        self._frame = frame
        self.write(f"{_BEGIN}{_HIDE}{erase}{body}{title}{place}{_END}")

    def _wrapped(self, lines: list[str]) -> list[str]:
        return [styled(row) for line in lines for row in wrap(line, self.columns, 2)]
