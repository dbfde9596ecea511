"""Files that are private to their user and always complete when read; and the names of those in a run folder."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from typing import Any

META = "meta.json"
EXIT = "exit.json"
TAIL = "output.tail"
HOOKS = "hooks.frames"
JOURNAL = "journal.jsonl"
LOCK = "lock"

MODE = 0o600


def write_whole(folder: str, name: str, pieces: Iterable[bytes | memoryview]) -> None:
    """Write the file atomically, safe on disk. Raises OSError; then the old file is still there."""
    path = f"{folder}/{name}"
    fd = os.open(f"{path}.new", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, MODE)
    try:
        for piece in pieces:
            write_all(fd, piece)
        os.fsync(fd)
    finally:
        os.close(fd)
    os.replace(f"{path}.new", path)  # noqa: PTH105 pathlib costs 0.7 MB


def write_json(folder: str, name: str, value: Mapping[str, Any]) -> None:
    """The same for a JSON object."""
    write_whole(folder, name, [json.dumps(value).encode()])


def write_all(fd: int, data: bytes | memoryview) -> None:
    """Write everything. Raises OSError; then a part of it may be written."""
    view = memoryview(data)
    while view:
        view = view[os.write(fd, view) :]
