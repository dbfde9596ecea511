"""The stop mark: `areyouj stop` leaves it in a run folder, so that no server takes the end for a crash."""

from __future__ import annotations

from pathlib import Path

REASON = "stopped by `areyouj stop`"
MARK = "stopped"  # name of the file


def write_stop_mark(run_dir: Path) -> None:
    """Leave the mark. Raises OSError. Blocking."""
    (run_dir / MARK).touch(0o600)


def has_stop_mark(run_dir: Path) -> bool:
    """Whether the mark is there. Blocking."""
    return (run_dir / MARK).exists()
