"""Times as the databases keep them: UTC text `YYYY-MM-DD HH:MM:SS.ffffff`; as the rest has them: epoch seconds."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import overload

LAST = 253_402_300_800.0  # the year 10000
ZONE = "+00:00"
MILLISECONDS_FROM = 1e11  # a number above it (year 5138 in seconds) must be in milliseconds


def text(seconds: float) -> str:
    """The stored form of a time; texts of this form sort by time."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M:%S.%f")


def bound(seconds: float) -> str:
    """A text that sorts among stored ones where the time would, for any number at all."""
    return text(seconds) if 0 <= seconds < LAST else ("" if seconds < 0 else "~")


@overload
def seconds(stored: str) -> float: ...
@overload
def seconds(stored: str | float | None) -> float | None: ...
def seconds(stored: str | float | None) -> float | None:
    """The time of a stored text or number; None for NULL and for what cannot be read (others write tasks.db too)."""
    if isinstance(stored, str):
        try:
            # As we store them; four times as quick as what is done for others.
            return datetime.fromisoformat(stored + ZONE).timestamp()
        except (ValueError, OverflowError):
            return _foreign(stored)
    if isinstance(stored, int | float):
        return stored / 1000 if abs(stored) > MILLISECONDS_FROM else float(stored)
    return None


def _foreign(stored: str) -> float | None:
    try:
        moment = datetime.fromisoformat(stored.strip())
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return None
