"""Strays: agents that live in their holders, though the run folders of these were removed."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Mapping
from pathlib import Path

import psutil

from areyouj_jupyter.server.terminals.holders.holder_meta import meta_of
from areyouj_jupyter.server.terminals.holders.holder_records import FoundHolder
from areyouj_jupyter.server.terminals.holders.process import MARK

HOLDER = "areyouj_jupyter/holder"
"""What the command line of every holder ends with."""


def find_strays(run_root: Path, incarnations: Mapping[str, int]) -> dict[str, FoundHolder]:
    """By session, of those that are asked for with their incarnation. Blocking; it looks at every process."""
    found = {}
    for process in psutil.process_iter() if incarnations else ():
        with contextlib.suppress(psutil.Error, OSError):
            session_id = process.environ().get(MARK, "")
            holder = process.parent() if session_id in incarnations else None
            if holder is not None and _holds(holder.cmdline()):
                meta = meta_of(session_id, incarnations[session_id], holder, process)
                found[session_id] = FoundHolder(run_root / f"{session_id}-{meta.incarnation}", meta, True)
    return found


def _holds(command: Collection[str]) -> bool:
    return any(argument.endswith(HOLDER) for argument in command)
