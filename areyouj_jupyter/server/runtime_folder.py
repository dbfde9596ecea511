"""The folder for sockets: short, private to this user, and checked, since others may write beside it."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Mapping
from pathlib import Path


def runtime_folder(environment: Mapping[str, str]) -> Path:
    """`$XDG_RUNTIME_DIR/areyouj`, or `areyouj-<uid>` in the system's temporary folder, where that one is missing or not
    ours (`su` keeps the variable). Blocking.

    Raises PermissionError if it is somebody else's, a link, or open to others.
    """
    given = environment.get("XDG_RUNTIME_DIR")
    usable = given and os.access(given, os.W_OK | os.X_OK)
    folder = Path(given, "areyouj") if given and usable else Path(tempfile.gettempdir(), f"areyouj-{os.getuid()}")
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    status = folder.lstat()
    if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.getuid() or status.st_mode & 0o077:
        raise PermissionError(f"{folder} is not a private folder of this user; remove it, or set XDG_RUNTIME_DIR.")
    return folder
