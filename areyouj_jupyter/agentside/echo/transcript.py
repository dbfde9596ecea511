"""What is saved: the conversation, so that a resume is real, and the truth log, which shows tests what arrived."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path


def append(path: Path, entry: dict[str, object]) -> None:
    """Add one line of JSON and see it onto the disk. Raises OSError."""
    line = json.dumps(entry | {"at": time.time()}, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        while line:
            line = line[os.write(descriptor, line) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


class TruthLog:
    """Everything that echo really received, if $ECHO_TRUTH names a file for it."""

    def __init__(self, path: str | None) -> None:
        """path: None keeps no log."""
        self._path = Path(path) if path else None

    def add(self, kind: str, text: str) -> None:
        """kind: message, command, answer or exit. Raises OSError, since a test must not miss that."""
        if self._path:
            append(self._path, {"kind": kind, "text": text})


class Transcript:
    """One conversation as a file of JSON lines, made by its first message. Owned by the agent."""

    def __init__(self, path: Path) -> None:
        """path: of the file, which may not exist yet. Torn lines are passed over."""
        self.path = path
        self.entries = _entries(path) if path.exists() else []
        self._words = sum(_count(entry) for entry in self.entries)

    def prompted(self, text: str) -> None:
        """A message came in."""
        self._add({"type": "user", "text": text})

    def replied(self, prompt: str, reply: str, calls: list[str]) -> None:
        """A turn ended with a reply, after these calls; words stand for tokens."""
        new = len(prompt.split())
        usage = {
            "input_tokens": new,
            "output_tokens": len(reply.split()),
            "cache_read_tokens": max(0, self._words - new),
        }
        self._add({"type": "assistant", "text": reply, "calls": calls, "usage": usage})

    def interrupted(self) -> None:
        """A turn ended without a reply."""
        self._add({"type": "interrupted"})

    def _add(self, entry: dict[str, object]) -> None:
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        append(self.path, entry)
        self._words += _count(entry)


def sessions_folder() -> Path:
    """Where conversations are kept."""
    home = os.environ.get("ECHO_HOME")
    return (Path(home) if home else Path.home() / ".areyouj-echo") / "sessions"


def _entries(path: Path) -> list[dict[str, object]]:
    entries: list[dict[str, object]] = []
    for line in path.read_text("utf-8", errors="replace").splitlines():
        try:
            entry = json.loads(line)
        except ValueError:
            continue
        entries += [entry] if isinstance(entry, dict) else []
    return entries


def _count(entry: dict[str, object]) -> int:
    return len(str(entry.get("text", "")).split())
