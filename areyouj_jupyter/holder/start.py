"""Starting a holder: away from the server that ordered it, then the agent, then one line that says how it went."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import json
import os
import socket
import sys
import time
from collections.abc import Callable
from typing import Any

from areyouj_jupyter.holder import files
from areyouj_jupyter.holder.core import Identity
from areyouj_jupyter.holder.host import Equipment, Host
from areyouj_jupyter.holder.orders.journal import Journal
from areyouj_jupyter.holder.process import system
from areyouj_jupyter.holder.process.child import SHORTAGE, SYSTEM, StartError, spawn, start_error
from areyouj_jupyter.holder.process.family import Family
from areyouj_jupyter.holder.process.shortage import TERMINALS, shortage
from areyouj_jupyter.holder.ring import Ring, memory
from areyouj_jupyter.holder.sockets import unix_socket
from areyouj_jupyter.holder.start_orders import Orders, read_orders
from areyouj_jupyter.holder.terminal import Terminal
from areyouj_jupyter.holder.wire import VERSION

LOCK_TRIES, LOCK_STEP = 20, 0.01  # a process that checks whether the holder is running has the lock for a moment


def start() -> int:
    """Read the orders, start the holder, print its report; the exit code. The holder itself never returns from here."""
    document = sys.stdin.buffer.read()
    try:
        report = _report_of_holder(document)
    except OSError as error:
        report = json.dumps(_failure(start_error(error))).encode()
    os.write(1, report + b"\n")
    return 0 if json.loads(report)["ready"] else 1


def _report_of_holder(document: bytes) -> bytes:
    """Start it and read how it went. Raises OSError. The holder itself never returns from here."""
    heard, told = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(heard)
        _hold(document, told)
        os._exit(0)
    os.close(told)
    os.waitpid(child, 0)
    with os.fdopen(heard, "rb") as pipe:
        report = pipe.read()
    return report or json.dumps(_failure(StartError(SYSTEM, "The holder exited as soon as it was started."))).encode()


def _leave() -> None:
    """Enter a process session of our own, not as its leader, so that we get no terminal; without any output."""
    os.setsid()
    if os.fork():
        os._exit(0)
    nothing = os.open(os.devnull, os.O_RDWR)
    for fd in (0, 1, 2):
        os.dup2(nothing, fd)
    os.close(nothing)
    os.chdir("/")
    os.umask(0o077)


def _hold(document: bytes, told: int) -> None:
    """From the orders to the end."""
    undo = contextlib.ExitStack()
    with undo:
        try:
            _leave()
            host, ready = _begin(read_orders(document), undo.callback)
        except (StartError, OSError) as error:
            trouble = error if isinstance(error, StartError) else start_error(error)
            _report(told, {**_failure(trouble), **_self()})
            return
        if not _report(told, ready):
            host.stop()  # the server that ordered it is gone already
        host.run()


def _begin(orders: Orders, later: Callable[..., object]) -> tuple[Host, dict[str, Any]]:
    """Do everything that may fail, the agent last. Raises StartError, OSError. later: takes what to undo."""
    _lock(orders.run_dir)
    journal = Journal(orders.run_dir)
    control = unix_socket.listen(orders.control_socket)
    later(unix_socket.remove, orders.control_socket)
    hooks: socket.socket | None = None
    if orders.hook_socket:
        hooks = unix_socket.listen(orders.hook_socket)
        later(unix_socket.remove, orders.hook_socket)
    terminal = _terminal(orders.rows, orders.cols)
    store = memory(orders.run_dir, orders.ring_bytes)
    ring = Ring(store)
    ring.looked = int(orders.program_status)
    adopts = system.adopt_orphans()
    pid = spawn(orders.program, terminal.slave)
    if orders.program.cwd_fd is not None:
        os.close(orders.program.cwd_fd)  # or its file system could not be unmounted
    terminal.leave()
    family = Family(pid, orders.session_id, adopts)
    equipment = Equipment(orders.run_dir, journal, terminal, store, ring, family, control, hooks, orders.secret)
    host = Host(Identity(orders.session_id, orders.incarnation, pid), equipment)
    try:
        files.write_json(orders.run_dir, files.META, _meta(orders, pid))
    except OSError:
        host.stop()
        host.run()
        raise
    return host, {"ready": True, **_self(), "pid": pid}


def _terminal(rows: int, cols: int) -> Terminal:
    try:
        return Terminal(rows, cols)
    except OSError as error:
        if error.errno in (errno.ENOENT, errno.EACCES):  # none is given here at all
            raise
        raise StartError(SHORTAGE, shortage(error) or TERMINALS) from error


def _lock(run_dir: str) -> None:
    """Take the lock, which is held until our end and shows that this holder is running."""
    lock = os.open(f"{run_dir}/{files.LOCK}", os.O_RDWR | os.O_CREAT, files.MODE)
    for _ in range(LOCK_TRIES):
        with contextlib.suppress(BlockingIOError):
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        time.sleep(LOCK_STEP)
    raise StartError(SYSTEM, f"Another holder is running in {run_dir}.")


def _meta(orders: Orders, pid: int) -> dict[str, Any]:
    """What a later server has to know to find this holder; no secrets."""
    return {
        "version": VERSION,
        "session_id": orders.session_id,
        "incarnation": orders.incarnation,
        **_self(),
        "pid": pid,
        "start": system.start_time(pid),
        "control_socket": orders.control_socket,
        "hook_socket": orders.hook_socket,
        "at": time.time(),
    }


def _self() -> dict[str, Any]:
    """This process, which the first process of a container has to reap."""
    return {"holder_pid": os.getpid(), "holder_start": system.start_time(os.getpid())}


def _failure(error: StartError) -> dict[str, Any]:
    return {"ready": False, "error": str(error), "kind": error.kind}


def _report(told: int, report: dict[str, Any]) -> bool:
    """False: nobody reads it any more."""
    try:
        os.write(told, json.dumps(report).encode())
    except BrokenPipeError:
        return False
    finally:
        os.close(told)
    return True
