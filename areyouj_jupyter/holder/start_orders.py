"""The orders that a holder is started with: one JSON document on its standard input."""

from __future__ import annotations

import json
import os
from typing import Any, NamedTuple

from areyouj_jupyter.holder.process.child import SYSTEM, Program, StartError
from areyouj_jupyter.holder.wire import VERSION, WireError, number, text

PATH_LIMIT = 4096
SIDE_LIMIT = 10_000  # rows or columns
RING_LEAST, RING_MOST = 64 * 1024, 1024 * 1024 * 1024  # bytes


class Orders(NamedTuple):
    """What to hold. run_dir: private and there already. hook_socket: None where no hooks come.

    program_status: whether the agent's query for OSC 7501 is answered.
    """

    session_id: str
    incarnation: int
    program: Program
    rows: int
    cols: int
    ring_bytes: int
    run_dir: str
    control_socket: str
    hook_socket: str | None
    secret: str
    program_status: bool


def read_orders(document: bytes) -> Orders:
    """Raises StartError."""
    try:
        fields = json.loads(document)
        if fields["version"] != VERSION:
            raise WireError(f"These orders are of version {fields['version']}, this holder of {VERSION}")
        return _orders(fields)
    except (ValueError, KeyError, TypeError, OSError, WireError) as error:
        raise StartError(SYSTEM, f"The holder's orders are not valid: {error}.") from error


def _orders(fields: dict[str, Any]) -> Orders:
    argv = [str(argument) for argument in fields["argv"]]
    environment = {str(name): str(value) for name, value in fields["environment"].items()}
    hook_socket = text(fields, "hook_socket", PATH_LIMIT) if fields.get("hook_socket") else None
    if not argv:
        raise WireError("argv is empty")
    return Orders(
        text(fields, "session_id"),
        number(fields, "incarnation"),
        Program(argv, environment, text(fields, "cwd", PATH_LIMIT), _cwd_fd(fields)),
        number(fields, "rows", 1, SIDE_LIMIT),
        number(fields, "cols", 1, SIDE_LIMIT),
        number(fields, "ring_bytes", RING_LEAST, RING_MOST),
        text(fields, "run_dir", PATH_LIMIT),
        text(fields, "control_socket", PATH_LIMIT),
        hook_socket,
        text(fields, "secret") if hook_socket else "",
        fields.get("program_status") is True,
    )


def _cwd_fd(fields: dict[str, Any]) -> int | None:
    """The descriptor that came with the orders, from now on the holder's alone: the agent does not inherit it."""
    if fields.get("cwd_fd") is None:
        return None
    fd = number(fields, "cwd_fd", 3)
    os.set_inheritable(fd, False)
    return fd
