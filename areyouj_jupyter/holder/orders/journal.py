"""The journal: one JSON line per fact, on disk before it is acted upon."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import Any

from areyouj_jupyter.holder.files import JOURNAL, MODE, write_all


class Journal:
    """Append-only; owned by one holder."""

    def __init__(self, folder: str) -> None:
        """Raises OSError."""
        self._fd = os.open(f"{folder}/{JOURNAL}", os.O_WRONLY | os.O_CREAT | os.O_APPEND, MODE)
        self._size = os.fstat(self._fd).st_size
        self._sound = True

    def append(self, fact: Mapping[str, Any]) -> bool:
        """True once the fact is safe on disk; false leaves no trace of it."""
        line = json.dumps(fact, separators=(",", ":")).encode() + b"\n"
        try:
            self._mend()
            self._sound = False
            write_all(self._fd, line)
            os.fsync(self._fd)
        except OSError:
            return False
        self._size += len(line)
        self._sound = True
        return True

    def _mend(self) -> None:
        """Cut off what a failed append left: half a line would spoil the next one, a whole one would be a lie."""
        if not self._sound:
            os.ftruncate(self._fd, self._size)
            os.fsync(self._fd)


def facts(data: bytes) -> list[dict[str, Any]]:
    """The facts of a journal's bytes; an unfinished line is ignored."""
    found: list[dict[str, Any]] = []
    for line in data.split(b"\n")[:-1]:
        try:
            fact = json.loads(line)
        except ValueError:
            continue
        if isinstance(fact, dict):
            found.append(fact)
    return found
