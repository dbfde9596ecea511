"""The place of agents.db: made private, refused on a network, and readable where nothing can be written."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from areyouj_jupyter.errors import DatabaseUnusable
from areyouj_jupyter.server.storage.database.log_mark import log_path, log_size
from areyouj_jupyter.server.storage.mounts import Mount, network_type
from areyouj_jupyter.server.storage.private_file import make_file, make_folder, unmade


def refuse_network(path: Path, mounted: Callable[[], Iterable[Mount]]) -> None:
    """Raises DatabaseUnusable on a network file system. Blocking."""
    fstype = network_type(path.parent, mounted())
    if fstype is not None:
        raise DatabaseUnusable(
            f"{path.parent} is on a network file system ({fstype}), where file locks are unreliable. "
            "Set c.AreYouJApp.data_dir to a folder on a local disk."
        )


def is_read_only(path: Path) -> bool:
    """Whether there is a database that can be read and not written. Blocking."""
    return path.exists() and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK | os.X_OK))


def prepare(path: Path) -> None:
    """The folder (0700 if it is new) and the file (0600). Blocking."""
    try:
        make_folder(path.parent)
        make_file(path)
        path.chmod(0o600)
    except OSError as error:
        raise unmade(path, error) from error


def readable_copy(path: Path) -> tempfile.TemporaryDirectory[str] | None:
    """A private copy of a database that cannot be read where it is: SQLite has to recover a log, and may not write.

    None: it needs none. Blocking.
    """
    if not log_size(path) or path.with_name(f"{path.name}-shm").exists():
        return None
    folder = tempfile.TemporaryDirectory(prefix="areyouj-")
    for part in (path, log_path(path)):
        shutil.copyfile(part, Path(folder.name, part.name))
    return folder
