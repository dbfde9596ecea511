"""Copies of a damaged agents.db, so that nothing that comes after can make it worse."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path
from typing import Final

from areyouj_jupyter.server.storage.database.log_mark import log_path

MOST: Final = 3  # copies; what is damaged afterwards stays where it is, and the sentence says so
MARK: Final = ".damaged-"


def keep_copy(path: Path) -> str:
    """Copy the database and its log under a name with the date, unless that was done; a sentence. Blocking."""
    parts = [part for part in (path, log_path(path)) if part.exists() and part.stat().st_size]
    if not parts:
        return ""
    kept = kept_copies(path)
    for copy in kept:
        if _marks(path) == _marks(copy):
            return f"A copy is kept as {copy.name}."
    if len(kept) >= MOST:
        return f"No further copy was made: there are already {len(kept)}, for example {kept[-1].name}."
    copy = free_name(path)
    try:
        for part, name in ((path, copy), (log_path(path), log_path(copy))):
            if part in parts:
                _copy(part, name)
    except OSError as error:
        return f"It could not be copied ({error.strerror}); copy it yourself before you do anything else with it."
    return f"A copy is kept as {copy.name}."


def kept_copies(path: Path) -> list[Path]:
    """Oldest first. Blocking."""
    found = {Path(str(each).removesuffix("-wal")) for each in path.parent.glob(f"{path.name}{MARK}*")}
    return sorted(each for each in found if not each.name.endswith((".part", "-shm", "-mark")))


def free_name(path: Path) -> Path:
    """A name with the date that no kept copy has."""
    stamp = time.strftime("%Y%m%d-%H%M%S")
    names = (path.with_name(f"{path.name}{MARK}{stamp}{again}") for again in ("", *(f"-{n}" for n in range(2, 1000))))
    return next(name for name in names if not name.exists() and not log_path(name).exists())


def _copy(part: Path, copy: Path) -> None:
    unfinished = copy.with_name(f"{copy.name}.part")
    try:
        shutil.copy2(part, unfinished)
        unfinished.replace(copy)
    finally:
        unfinished.unlink(missing_ok=True)


def _marks(path: Path) -> list[tuple[int, int] | None]:
    """Equal for a database and a copy of it."""
    return [_mark(path), _mark(log_path(path))]


def _mark(path: Path) -> tuple[int, int] | None:
    try:
        found = os.stat(path)  # noqa: PTH116 as elsewhere
    except OSError:
        return None
    return (found.st_size, found.st_mtime_ns) if found.st_size else None
