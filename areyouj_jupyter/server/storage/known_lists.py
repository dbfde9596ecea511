"""The task lists that were opened from a data folder, so that a missing one is reported and not recreated."""

from __future__ import annotations

from pathlib import Path

import msgspec

from areyouj_jupyter.server.storage.private_file import replace_file

NAME = "tasks.known"


def known_lists(folder: Path) -> list[Path]:
    """Absolute paths, in the order in which they came. Blocking."""
    try:
        return [Path(path) for path in msgspec.json.decode((folder / NAME).read_bytes(), type=list[str])]
    except (OSError, msgspec.DecodeError):
        return []


def remember_list(folder: Path, path: Path) -> None:
    """Blocking. Raises OSError."""
    known = known_lists(folder)
    if path not in known:
        replace_file(folder / NAME, msgspec.json.encode([*map(str, known), str(path)]))
