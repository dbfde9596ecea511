"""Limitations: what works less well on this machine than it could, one sentence each."""

from __future__ import annotations

from areyouj_jupyter.server.status.screen import first_screen
from areyouj_jupyter.server.storage.database import SQLITE_VERSION

SOUND_SQLITE = (3, 51, 3)  # mends a fault of the write-ahead log that several writing connections can meet, 2026-03


def sqlite_limitation(number: tuple[int, ...] = SQLITE_VERSION) -> str | None:
    """Whether this Python's SQLite has a known fault."""
    if number >= SOUND_SQLITE:
        return None
    return (
        f"SQLite {'.'.join(map(str, number))} is older than 3.51.3: a bug in it can damage a database that several "
        "programs write at once. AreYouJ itself uses one connection; do not write to agents.db with other programs."
    )


def screen_limitation() -> str | None:
    """Whether the agents' screens are read by the fallback emulator. Raises Unavailable if by nothing."""
    if not first_screen():
        return None
    return (
        "Screens are read by pyte, because pyghostty is not installed: the status is less exact, and nothing is sent "
        "to agents whose input line must be checked first. Where pyghostty has a wheel (Linux with glibc 2.27 "
        "or newer, and macOS 13 or newer, on x86-64 and ARM64), run: pip install pyghostty"
    )


def limitations() -> tuple[str, ...]:
    """All that hold here."""
    return tuple(filter(None, (sqlite_limitation(), screen_limitation())))
