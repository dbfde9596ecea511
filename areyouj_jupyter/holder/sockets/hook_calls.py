"""The hook socket: an agent CLI's hook programs send one line each, passed on in the order in which they came."""

from __future__ import annotations

import json
import socket
import time
from _operator import _compare_digest as same_digest  # hmac's own, without the 0.7 MB that hashlib takes
from collections.abc import Callable

from areyouj_jupyter.holder.process.loop import Loop
from areyouj_jupyter.holder.sockets import unix_socket

LINE_LIMIT = 1024 * 1024  # bytes, with the line feed
READ_DEADLINE = 2.0  # seconds for a caller to send its line
CALLERS_LIMIT = 32  # handled at the same time; more wait to be accepted
READ_BYTES = 64 * 1024
TIMER = "hooks"

Tell = Callable[[str, bytes, float], None]
"""Takes name, payload as JSON, and the time of the call."""


class Caller:
    """One connection, and what it has sent."""

    def __init__(self, connection: socket.socket) -> None:
        self.connection = connection
        self.said = bytearray()
        self.done = False
        self.deadline = time.monotonic() + READ_DEADLINE

    def hear(self) -> None:
        """Take what has come; finished at the end of the line or of the connection, or after the time limit."""
        try:
            while data := self.connection.recv(READ_BYTES):
                self.said += data
                if data.endswith(b"\n") or len(self.said) > LINE_LIMIT:
                    break
            self.done = True
        except BlockingIOError:
            self.done = time.monotonic() >= self.deadline
        except OSError:
            self.done = True


class HookCalls:
    """Owned by one holder."""

    def __init__(self, listener: socket.socket, secret: str, loop: Loop, tell: Tell) -> None:
        self._listener, self._secret, self._loop, self._tell = listener, secret.encode(), loop, tell
        self._callers: list[Caller] = []
        self._loop.watch(self._listener.fileno(), self.look)

    def look(self) -> None:
        """Read from all connections, and pass on complete lines, the earliest first."""
        while len(self._callers) < CALLERS_LIMIT and (connection := unix_socket.accept(self._listener)):
            self._callers.append(Caller(connection))
            self._loop.watch(connection.fileno(), self.look)
        for caller in self._callers:
            if not caller.done:
                caller.hear()
            if caller.done:
                self._loop.watch(caller.connection.fileno(), None)
        while self._callers and self._callers[0].done:
            self._finish(self._callers.pop(0))
        full = len(self._callers) >= CALLERS_LIMIT
        self._loop.watch(self._listener.fileno(), None if full else self.look)
        if self._callers and not self._loop.waits(TIMER):
            self._loop.after(TIMER, READ_DEADLINE, self.look)

    def _finish(self, caller: Caller) -> None:
        caller.connection.close()
        call = parsed(bytes(caller.said))
        if call and same_digest(call[0].encode("utf-8", "replace"), self._secret):
            self._tell(call[1], call[2], time.time())


def parsed(line: bytes) -> tuple[str, str, bytes] | None:
    """Secret, name and payload of a line; None if it is not whole or not what it should be."""
    if not line.endswith(b"\n") or len(line) > LINE_LIMIT:
        return None
    try:
        call = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(call, dict):
        return None
    secret, name, payload = call.get("secret"), call.get("hook"), call.get("payload", {})
    if not isinstance(secret, str) or not isinstance(name, str) or not isinstance(payload, dict):
        return None
    return secret, name, json.dumps(payload, separators=(",", ":")).encode()
