"""echo on a real PTY, for tests: its screen as the server reads it, its hooks, and what it says that it received."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import signal
import socket
import struct
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from waiting import until_now

from areyouj_jupyter.agentside import hook
from areyouj_jupyter.server.status.reading import Reading, read
from areyouj_jupyter.server.status.screen import GhosttyScreen
from areyouj_jupyter.specs.echo import SPEC

SESSION = "5f0c1f5e-8d5b-4c0e-9f0a-0d6a4a3c2b10"
AGENTSIDE = Path(hook.__file__).parent


class Echo:
    """echo, started by its spec's argv; its screen, its hooks and its truth log."""

    def __init__(self, folder: Path, fd: int, pid: int, listener: socket.socket, rows: int, cols: int) -> None:
        self.folder, self.fd, self.pid, self._listener = folder, fd, pid, listener
        self.screen = GhosttyScreen(rows, cols, lambda reply: None)
        self.hooks: list[tuple[str, dict[str, Any]]] = []
        self.output = b""
        self.code: int | None = None
        os.set_blocking(fd, False)

    def look(self) -> Reading:
        """What the server would read from the screen now."""
        self._read()
        return read(SPEC, self.screen.lines(), self.screen.title())

    def text(self) -> str:
        """The whole screen."""
        self._read()
        return "\n".join(self.screen.lines())

    def names(self) -> list[str]:
        """The hooks that have come."""
        self._accept()
        return [name for name, _ in self.hooks]

    def wait(self, state: str) -> Reading:
        """The first reading in this state."""
        return until_now(
            lambda: reading if (reading := self.look()).state == state else None, f"{state}\n{self.text()}"
        )

    def shows(self, text: str) -> None:
        """Wait until the text is on the screen."""
        until_now(lambda: text in self.text(), f"{text!r} on the screen")

    def hooked(self, name: str) -> dict[str, Any]:
        """Wait for a hook; its newest payload."""
        until_now(lambda: name in self.names(), name)
        return [payload for each, payload in self.hooks if each == name][-1]

    def type(self, keys: str | bytes) -> None:
        """Type, as raw input."""
        os.write(self.fd, keys.encode() if isinstance(keys, str) else keys)

    def paste(self, text: str) -> None:
        """Paste, without submitting."""
        self.type(f"\x1b[200~{text}\x1b[201~")

    def send(self, text: str) -> None:
        """Paste and submit."""
        self.paste(text)
        self.type("\r")

    def truth(self) -> list[tuple[str, str]]:
        """What echo says that it received."""
        path = self.folder / "truth.jsonl"
        whole = (
            path.read_text(errors="replace").rpartition("\n")[0] if path.exists() else ""
        )  # a long line may be half written
        return [(entry["kind"], entry["text"]) for entry in map(json.loads, filter(None, whole.split("\n")))]

    def received(self, kind: str, text: str) -> None:
        """Wait for it in the truth log."""
        until_now(lambda: (kind, text) in self.truth(), f"{kind} {text!r}")

    def exit_code(self) -> int:
        """Wait for the end."""
        return until_now(lambda: [self.code] if self.ended() else None, "the end")[0] or 0

    def ended(self) -> bool:
        self._read()
        if self.code is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            self.code = os.waitstatus_to_exitcode(status) if pid else None
        return self.code is not None

    def _read(self) -> None:
        try:
            while piece := os.read(self.fd, 65536):
                self.output += piece
                self.screen.feed(piece)
        except OSError:
            return

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except BlockingIOError:
                return
            with connection, connection.makefile("rb") as stream:
                call = json.loads(stream.read())
            assert call["secret"] == "s3cret"
            self.hooks.append((call["hook"], call["payload"]))


@contextmanager
def started(folder: Path, *extra: str, resume: bool = False, rows: int = 24, cols: int = 80) -> Iterator[Echo]:
    """echo in a folder of its own; ended at the end."""
    argv = SPEC.resume_argv if resume else SPEC.argv
    assert argv
    filled = [part.replace("{agentside}", str(AGENTSIDE)).replace("{conversation_id}", SESSION) for part in argv]
    path = folder / "hook.sock"
    path.unlink(missing_ok=True)
    environment = {
        "ECHO_HOME": str(folder / "home"),
        "ECHO_TRUTH": str(folder / "truth.jsonl"),
        hook.SOCKET: str(path),
        hook.SECRET: "s3cret",
        "TERM": "xterm-256color",
    }
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listener:
        listener.bind(str(path))
        listener.listen(64)
        listener.setblocking(False)
        pid, fd = pty.fork()
        if pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, cols, 0, 0))
            os.chdir(folder)
            os.execve(sys.executable, [sys.executable, *filled, "--pace", "2000", *extra], environment)
        echo = Echo(folder, fd, pid, listener, rows, cols)
        try:
            yield echo
        finally:
            if echo.code is None:
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
            os.close(fd)
