"""Listening on a Unix socket that only this user may enter."""

from __future__ import annotations

import contextlib
import os
import socket

from areyouj_jupyter.holder.process.system import same_user

BACKLOG = 128  # callers that may wait to be accepted


def listen(path: str) -> socket.socket:
    """A listener at `path`, which appears there ready to be connected to. Raises OSError."""
    listener = socket.socket(socket.AF_UNIX)
    new = f"{path}~"
    try:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(new)  # noqa: PTH108 pathlib costs 0.7 MB
        listener.bind(new)
        os.chmod(new, 0o600)  # noqa: PTH101
        listener.listen(BACKLOG)
        listener.setblocking(False)
        os.rename(new, path)  # noqa: PTH104 replaces the socket of a holder that was killed
    except BaseException:
        listener.close()
        raise
    return listener


def accept(listener: socket.socket) -> socket.socket | None:
    """The next connection from our own user; None if there is none now."""
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:  # no connection, one that is gone again, or no descriptor left
            return None
        if same_user(connection):
            connection.setblocking(False)
            return connection
        connection.close()


def remove(path: str) -> None:
    """Remove the socket's name; harmless when repeated."""
    with contextlib.suppress(OSError):
        os.unlink(path)  # noqa: PTH108
