"""What holders leave in their run folders, for a server that comes later."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from areyouj_jupyter.holder import files, wire
from areyouj_jupyter.holder.orders import ledger
from areyouj_jupyter.holder.orders.journal import facts
from areyouj_jupyter.holder.sockets.decoder import Decoder
from areyouj_jupyter.models import Model
from areyouj_jupyter.server.terminals.holders.ending import Exit
from areyouj_jupyter.server.terminals.holders.holder_meta import HolderMeta, guessed_meta, read_meta
from areyouj_jupyter.server.terminals.holders.liveness import agent_lives


class ExitRecord(Model, frozen=True):
    """How the agent ended. at: seconds since the epoch. end: offset behind its last output."""

    code: int | None
    signal: int | None
    at: float
    end: int

    def exit(self) -> Exit:
        """Without the place and time."""
        return Exit(self.code, self.signal)


class Hook(Model, frozen=True):
    """A hook that the agent called. at: seconds since the epoch."""

    number: int
    at: float
    name: str
    payload: dict[str, Any] = msgspec.field(default_factory=dict)


# Made here, not by the threads that decode: two that look at a struct for the first time at once crash msgspec 0.22.
EXIT = msgspec.json.Decoder(ExitRecord)


@dataclass(frozen=True)
class FoundHolder:
    """A run folder in which a holder was started. lives: whether it, or only the agent, is still running."""

    run_dir: Path
    meta: HolderMeta
    lives: bool


@dataclass(frozen=True)
class Remains:
    """What is known of an agent whose holder is gone."""

    exit: ExitRecord | None
    """None: the holder was killed, so it is unknown how the agent ended."""
    output: bytes
    """Its last output, which ends at `exit.end`."""
    hooks: tuple[Hook, ...]
    """Those that no server had acknowledged."""
    orders: Mapping[tuple[str, str, int], str] | None
    """Delivery id, step and attempt → state, from the journal; None: it is gone, and nothing is proven."""


def find_holders(run_root: Path) -> list[FoundHolder]:
    """All holders with run folders in `run_root`. Blocking, but never waits."""
    found = (find_holder(path) for path in sorted(run_root.glob("*")))
    return [each for each in found if each is not None]


def find_holder(run_dir: Path) -> FoundHolder | None:
    """The one of this run folder; None if it is not ours. Blocking.

    A holder that has the lock is running, whatever its record says; without one, its agent may still be running.
    """
    holds = holder_lives(run_dir)
    meta = read_meta(run_dir) or (guessed_meta(run_dir) if holds else None)
    return FoundHolder(run_dir, meta, holds or agent_lives(meta)) if meta else None


def holder_lives(run_dir: Path) -> bool:
    """Whether the folder's lock is taken; it always ends with its holder. Blocking."""
    try:
        lock = os.open(run_dir / files.LOCK, os.O_RDWR | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(lock)
    return False


def read_remains(run_dir: Path) -> Remains:
    """What a holder that is gone left behind. Blocking."""
    ended = _bytes(run_dir / files.EXIT)
    journal = _bytes(run_dir / files.JOURNAL)
    return Remains(
        EXIT.decode(ended) if ended else None,
        _bytes(run_dir / files.TAIL) or b"",
        tuple(read_hook(payload) for _, payload in Decoder({wire.HOOK}).feed(_bytes(run_dir / files.HOOKS) or b"")),
        None if journal is None else ledger.replayed(facts(journal)),
    )


def read_hook(payload: bytes) -> Hook:
    """The hook of a HOOK frame. Raises WireError."""
    header, body = wire.mixed(payload)
    return Hook(wire.number(header, "number"), float(header["at"]), str(header["name"]), wire.body(body))


def discard_holder(found: FoundHolder) -> None:
    """Remove what a holder that is gone left behind, its sockets too. Blocking."""
    for socket in (found.meta.control_socket, found.meta.hook_socket):
        if socket:
            Path(socket).unlink(missing_ok=True)
    shutil.rmtree(found.run_dir, ignore_errors=True)


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
