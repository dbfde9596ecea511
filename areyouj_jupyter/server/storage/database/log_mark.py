"""The file beside agents.db by which a lost write-ahead log is noticed.

SQLite takes a missing or shortened `-wal` for an old state and says nothing. The mark says how long the log was at
least, and which generation of changes was in it; the main file has that generation only once a checkpoint has moved the
log into it, whoever made it.
"""

from __future__ import annotations

import os
import struct
import sys
from array import array
from pathlib import Path
from typing import Final

import msgspec

from areyouj_jupyter.server.storage.private_file import overwrite_file

SUFFIX: Final = "-mark"
LENGTH: Final = 128  # bytes of a mark, always
HEADER: Final = 32  # bytes of a log's header; https://sqlite.org/fileformat2.html#the_write_ahead_log, 2026-11
FRAME: Final = 24  # bytes before each page
MAGIC: Final = {0x377F0682: "little", 0x377F0683: "big"}  # the order of bytes in its checksums
WORD: Final = 0xFFFFFFFF


class LogMark(msgspec.Struct, frozen=True):
    """As the file holds it, in JSON."""

    generation: int
    salts: str = ""
    """Of the log, in hex; empty: all is in the main file."""
    size: int = 0
    """Bytes of the log that are committed."""


def mark_path(database: Path) -> Path:
    """The path of a database's mark."""
    return database.with_name(database.name + SUFFIX)


def log_path(database: Path) -> Path:
    """Its write-ahead log."""
    return database.with_name(f"{database.name}-wal")


def read_mark(database: Path) -> LogMark | None:
    """None: there is none, or none that can be read. Blocking."""
    try:
        return msgspec.json.decode(mark_path(database).read_bytes(), type=LogMark)
    except (OSError, msgspec.DecodeError):
        return None


def write_mark(database: Path, mark: LogMark) -> None:
    """In place and unsynced: it is written while others wait for the disk, and an older mark raises no alarm either.

    One that is torn is none. Blocking. Raises OSError.
    """
    overwrite_file(mark_path(database), msgspec.json.encode(mark).ljust(LENGTH))


def log_size(database: Path) -> int:
    """0: there is no log."""
    try:
        return os.stat(f"{database}-wal").st_size  # noqa: PTH116 the quicker form, after every change
    except OSError:
        return 0


def log_salts(database: Path) -> str:
    """The bytes that distinguish one log from the next; empty: there is no log. Blocking."""
    try:
        with log_path(database).open("rb") as log:
            return log.read(HEADER)[16:24].hex()
    except OSError:
        return ""


def whole_size(database: Path, size: int) -> int:
    """How many of the first `size` bytes of the log are as SQLite wrote them. Blocking."""
    try:
        with log_path(database).open("rb") as log:
            content = log.read(size)
    except OSError:
        return 0
    if len(content) < HEADER:
        return 0
    magic, _, page = struct.unpack(">3I", content[:12])
    if magic not in MAGIC:
        return 0
    sums = _sums((0, 0), content[:24], MAGIC[magic])
    if sums != struct.unpack(">2I", content[24:HEADER]):
        return 0
    at = HEADER
    while at + FRAME + page <= len(content):
        head, body = content[at : at + FRAME], content[at + FRAME : at + FRAME + page]
        sums = _sums(sums, head[:8] + body, MAGIC[magic])
        if head[8:16] != content[16:24] or sums != struct.unpack(">2I", head[16:24]):
            break
        at += FRAME + page
    return at


def _sums(sums: tuple[int, int], content: bytes, order: str) -> tuple[int, int]:
    words = array("I", content)
    if order != sys.byteorder:
        words.byteswap()
    first, second = sums
    for index in range(0, len(words), 2):
        first = (first + words[index] + second) & WORD
        second = (second + words[index + 1] + first) & WORD
    return first, second
