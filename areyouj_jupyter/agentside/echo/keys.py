"""What a person or a program types: bytes of a terminal, split anywhere, to keys, texts and pastes."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from areyouj_jupyter.agentside.echo.text import plain

ESC = 0x1B
PASTE_BEGIN = b"\x1b[200~"
PASTE_END = b"\x1b[201~"
_SEQUENCE = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|O[ -~]|[\]P_^X][^\x07\x1b]*(?:\x07|\x1b\\))")
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|O|[\]P_^X][^\x07\x1b]*\x1b?)?\Z")
_TEXT = re.compile(rb"[^\x00-\x1f\x7f]+")
_ARROWS = {b"\x1b[A": "Up", b"\x1b[B": "Down", b"\x1bOA": "Up", b"\x1bOB": "Down"}
_CONTROLS = {0x0D: "Enter", 0x0A: "Newline", 0x7F: "Backspace", 0x08: "Backspace", 0x1B: "Esc"}


@dataclass(frozen=True)
class Key:
    """A key that is no text: `Enter`, `Esc`, `Up`, `C-c` …"""

    name: str


@dataclass(frozen=True)
class Typed:
    """Text as it is typed, one character or many."""

    text: str


@dataclass(frozen=True)
class Pasted:
    """Text between the marks of a bracketed paste."""

    text: str


Input = Key | Typed | Pasted


class KeyReader:
    """Turns the bytes of a terminal into inputs, wherever they were split. Owned by the agent."""

    def __init__(self) -> None:
        """Nothing is pending."""
        self._pending = bytearray()
        self._pasting = False
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

    @property
    def undecided(self) -> bool:
        """True while an Esc, or the start of a sequence, waits for what follows; `flush` decides."""
        return bool(self._pending) and not self._pasting

    def feed(self, data: bytes) -> list[Input]:
        """The inputs that are whole now."""
        self._pending += data
        inputs: list[Input] = []
        while self._pending and (found := self._take()) is not None:
            inputs += found
        return inputs

    def flush(self) -> list[Input]:
        """Nothing followed for a while: a lone Esc is the key, the start of a sequence is nothing."""
        if not self.undecided:
            return []
        lone = bytes(self._pending) == b"\x1b"
        self._pending.clear()
        return [Key("Esc")] if lone else []

    def _take(self) -> list[Input] | None:
        """The inputs of the next whole piece; None if it is not whole yet."""
        if self._pasting:
            return self._take_paste()
        if run := _TEXT.match(self._pending):
            return self._typed(self._cut(run.end()), final=bool(self._pending))
        if self._pending[0] == ESC:
            return self._take_escape()
        code = self._cut(1)[0]
        return [Key(_CONTROLS.get(code, f"C-{chr(code + 0x60)}"))]

    def _take_paste(self) -> list[Input] | None:
        end = self._pending.find(PASTE_END)
        if end < 0:
            return None
        text = plain(self._cut(end).decode("utf-8", "replace"))
        self._cut(len(PASTE_END))
        self._pasting = False
        return [Pasted(text)]

    def _take_escape(self) -> list[Input] | None:
        if self._pending.startswith(b"\x1b\r"):
            self._cut(2)
            return [Key("Newline")]  # Alt-Enter
        if whole := _SEQUENCE.match(self._pending):
            sequence = self._cut(whole.end())
            self._pasting = sequence == PASTE_BEGIN
            return [Key(_ARROWS[sequence])] if sequence in _ARROWS else []
        if _UNFINISHED.match(self._pending):
            return None
        self._cut(1)
        return [Key("Esc")]  # followed at once by something else

    def _typed(self, data: bytes, final: bool) -> list[Input]:
        text = plain(self._decoder.decode(data, final))
        return [Typed(text)] if text else []

    def _cut(self, size: int) -> bytes:
        piece = bytes(self._pending[:size])
        del self._pending[:size]
        return piece
