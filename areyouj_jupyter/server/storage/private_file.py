"""Folders and files that only their user may read, and what went wrong where they cannot be made."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from areyouj_jupyter.errors import AreYouJError, DatabaseUnusable, StorageFull


def make_folder(folder: Path) -> None:
    """The folder, with its parents; a new one is private to its user. Blocking."""
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)


def make_file(path: Path) -> bool:
    """An empty file that is private to its user; False if there is one. Blocking.

    A file that exists is not opened: closing it would drop the locks of this process's connections to it.
    """
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        return False
    return True


def replace_file(path: Path, content: bytes) -> None:
    """Write the whole content or leave the old one; durable, and private to its user. Blocking."""
    unfinished = path.with_name(f"{path.name}.part")
    descriptor = os.open(unfinished, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    with open(descriptor, "wb") as file:  # noqa: PTH123 a descriptor
        file.write(content)
        file.flush()
        os.fsync(descriptor)
    unfinished.replace(path)


def overwrite_file(path: Path, content: bytes) -> None:
    """The content in the place of as many bytes; the file is private to its user. Blocking."""
    with open(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600), "wb") as file:  # noqa: PTH123 a descriptor
        file.write(content)


def unmade(path: Path, error: OSError) -> AreYouJError:
    """Our error where a file could not be made."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return StorageFull(f"The disk is full: cannot create {path}.")
    return DatabaseUnusable(f"Cannot create the database {path}: {error.strerror}.")
