"""The folder for sockets: short, private to this user, and checked, since others may write beside it."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

LENGTH = 75  # bytes; a socket's name adds up to 28 (`/<16>-<incarnation>.hook~`), and macOS takes 103 (sys/un.h)
SHORT = "/tmp"  # noqa: S108 what is there is checked
OTHERS = 0o077


def runtime_folder(environment: Mapping[str, str], data_dir: Path | None = None) -> Path:
    """The first of these that is short, and ours alone or can be made so. Blocking.

    `$XDG_RUNTIME_DIR/areyouj`, unless that one is missing or not ours (`su` keeps the variable); `areyouj-<uid>` in the
    system's temporary folder, or in /tmp; `sockets` in the data folder. Where others occupy those, or they are too
    long, a new one with a random name in /tmp. Raises OSError if not even that can be made.
    """
    for folder in _candidates(environment, data_dir):
        if len(os.fsencode(folder)) <= LENGTH and _is_made(folder):
            return folder
    return Path(tempfile.mkdtemp(prefix="areyouj-", dir=SHORT))


def is_private(folder: Path) -> bool:
    """Whether it is there, a folder and no link, ours, and closed to others, who cannot put another in its place."""
    try:
        own, parent = folder.lstat(), folder.parent.stat()
    except OSError:
        return False
    return (
        stat.S_ISDIR(own.st_mode)
        and own.st_uid == os.getuid()
        and not own.st_mode & OTHERS
        and parent.st_uid in (0, os.getuid())
        and (not parent.st_mode & 0o022 or bool(parent.st_mode & stat.S_ISVTX))
    )


def _candidates(environment: Mapping[str, str], data_dir: Path | None) -> Iterator[Path]:
    given, name = environment.get("XDG_RUNTIME_DIR"), f"areyouj-{os.getuid()}"
    if given and os.access(given, os.W_OK | os.X_OK):
        yield Path(given, "areyouj")
    yield Path(tempfile.gettempdir(), name)
    yield Path(SHORT, name)
    if data_dir is not None:
        yield data_dir / "sockets"


def _is_made(folder: Path) -> bool:
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        pass
    except OSError:  # a parent that is not there, or not ours
        return False
    return is_private(folder)
