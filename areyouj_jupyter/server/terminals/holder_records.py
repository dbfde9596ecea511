"""What holders leave in their run folders, for a server that comes later."""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from areyouj_jupyter.holder import files, ledger, wire
from areyouj_jupyter.holder.decoder import Decoder
from areyouj_jupyter.holder.journal import facts
from areyouj_jupyter.models import Model
from areyouj_jupyter.server.terminals.ending import Exit


class HolderMeta(Model, frozen=True):
    """Where a holder is to be found. Start times are in the system's own ticks; None where it does not tell."""

    version: int
    session_id: str
    incarnation: int
    holder_pid: int
    pid: int
    control_socket: str
    at: float
    holder_start: int | None = None
    start: int | None = None
    hook_socket: str | None = None


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
META, EXIT = msgspec.json.Decoder(HolderMeta), msgspec.json.Decoder(ExitRecord)


@dataclass(frozen=True)
class FoundHolder:
    """A run folder in which a holder was started. lives: whether it is still there."""

    run_dir: Path
    meta: HolderMeta
    lives: bool


@dataclass(frozen=True)
class Remains:
    """What is known of an agent whose holder is gone."""

    exit: ExitRecord | None
    """None: the holder was killed, and nobody saw how the agent ended."""
    output: bytes
    """Its last output, which ends at `exit.end`."""
    hooks: tuple[Hook, ...]
    """Those that no server had acknowledged."""
    orders: Mapping[tuple[str, str, int], str] | None
    """Delivery id, step and attempt → state, from the journal; None: it is gone, and nothing is proven."""


def find_holders(run_root: Path) -> list[FoundHolder]:
    """All whose run folders stand in `run_root`. Blocking, but waits for nobody."""
    found = []
    for path in sorted(run_root.glob(f"*/{files.META}")):
        with contextlib.suppress(OSError, msgspec.MsgspecError):  # vanished a moment ago, or not ours
            meta = META.decode(path.read_bytes())
            found.append(FoundHolder(path.parent, meta, holder_lives(path.parent)))
    return found


def holder_lives(run_dir: Path) -> bool:
    """Whether somebody has the folder's lock, which ends with its holder whatever happens. Blocking."""
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
