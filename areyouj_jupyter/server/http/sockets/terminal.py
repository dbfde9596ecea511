"""The terminals' socket: terminado's protocol, so that JupyterLab's own terminal widget attaches to a session.

Ours says besides, by `["visible", false]`, that its window is hidden: it gets no output until it says the contrary.
A front end that offers the subprotocol BINARY gets the terminal's output as binary frames of the bytes themselves, and
may type in binary frames; all else is said as before, in text frames.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import msgspec

from areyouj_jupyter.errors import SessionNotFound
from areyouj_jupyter.server.http.sockets.framing import framed
from areyouj_jupyter.server.http.sockets.socket import INVALID, UNSUPPORTED, Socket
from areyouj_jupyter.server.sessions.activity import LAST_ACTIVITY
from areyouj_jupyter.server.terminals import Terminal

BINARY = "areyouj.terminal.v1"
UNSENT_LIMIT = 2 * 1024 * 1024  # bytes that may wait for a browser before it is left behind
UNSENT_LOW = UNSENT_LIMIT // 8  # and from here on it is brought up to date
SCROLLBACK = 256 * 1024  # bytes shown to a browser that attaches; making a whole ring safe holds the loop for 0.17 s
CATCH_UP = 64 * 1024  # bytes of the last output that it then gets, some screenfuls
ROWS_LIMIT, COLS_LIMIT = 500, 2000


class TerminalSocket(Socket):
    """One browser at one terminal: one of its clients. It types, so it needs `execute`.

    A browser that does not keep up misses output and then gets the terminal's last output afresh; neither the agent nor
    other browsers wait for it, and no more than UNSENT_LIMIT and one replay are kept for it.
    """

    action = "execute"
    max_message_size = 8 * 1024 * 1024  # a large paste
    size: tuple[int | None, int | None] = (None, None)
    terminal: Terminal
    stale = False
    """True: output was left out; a replay is due."""
    binary = False
    """Whether BINARY was agreed on."""

    async def admit(self, *values: str) -> None:
        """Raises SessionNotFound, AgentStopped, NameAmbiguous, NotOwner."""
        services = self.services()
        await services.owner.require()
        session = services.registry.get_session(values[0])
        terminal = services.terminals.terminals.get(session.id)
        if terminal is None:
            raise SessionNotFound(f"The session {session.id} has no running terminal.")
        self.terminal = terminal

    def select_subprotocol(self, subprotocols: list[str]) -> str | None:
        """Tornado's: what of the browser's offer is agreed on."""
        self.binary = BINARY in subprotocols
        return BINARY if self.binary else None

    def open(self, *values: str, **_: str) -> None:
        """Attach, and show the current terminal."""
        super().open(*values)
        self.send(_frame("setup", {}))
        self._replay(SCROLLBACK)
        self.terminal.audience.attach(self, self.on_pty_bytes if self.binary else None)

    def on_pty_read(self, text: str) -> None:
        """Output of the terminal."""
        if self._keeps_up():
            self.send_frame(_output(text))

    def on_pty_bytes(self, data: bytes) -> None:
        """Output of the terminal, for a binary socket."""
        if self._keeps_up():
            self.send_frame(_output(data))

    def _keeps_up(self) -> bool:
        self.stale = self.stale or self.unsent > UNSENT_LIMIT
        return not self.stale

    def _replay(self, most: int) -> None:
        self._print(self.terminal.replay(most))

    def _print(self, text: str) -> None:
        if self.binary:
            self.send(text.encode(), binary=True)
        else:
            self.send(_frame("stdout", text))

    def on_sent(self) -> None:
        """Bring a client up to date that was left behind and has caught up."""
        if self.stale and self.unsent < UNSENT_LOW and not self.terminal.audience.misses(self):
            self.stale = False
            self._replay(CATCH_UP)

    def on_pty_died(self) -> None:
        """The program has ended; terminado's word for it makes the browser stay away."""
        if self.terminal.audience.misses(self):
            self._see(True)
        elif self.stale:
            self._replay(CATCH_UP)  # its last words
        self.send(_frame("disconnect", 1))
        self.close()

    def on_message(self, message: str | bytes) -> None:
        """What the browser says. Nonsense closes the socket; what is only strange is passed over."""
        if isinstance(message, bytes):
            self._on_bytes(message)
            return
        try:
            frame = json.loads(message)  # takes half a surrogate pair, which a keyboard may send
        except (ValueError, RecursionError):
            self.close(INVALID, "not JSON")
            return
        match frame:
            case ["stdin", str(text)]:
                self._type(text)
            case ["set_size", int(rows), int(cols), *_] if 0 < rows <= ROWS_LIMIT and 0 < cols <= COLS_LIMIT:
                self.size = (rows, cols)
                if not self.terminal.audience.misses(self):
                    self.terminal.sized(self)
            case ["visible", bool(visible)]:
                self._see(visible)

    def _see(self, visible: bool) -> None:
        """The browser's window is hidden, or shown again."""
        if not visible:
            self.terminal.hide(self, behind=self.stale)
        elif self.terminal.audience.misses(self):
            self.stale = False
            self._print(self.terminal.show(self, SCROLLBACK))
            self.terminal.sized(self)

    def _on_bytes(self, data: bytes) -> None:
        if self.binary:
            self._type(data)
        else:
            self.close(UNSUPPORTED, "send text frames only")

    def _type(self, typed: str | bytes) -> None:
        self.application.settings[LAST_ACTIVITY] = datetime.now(UTC)
        self.terminal.type_from(self, typed)

    def on_close(self) -> None:
        """Detach."""
        self.terminal.audience.detach(self)


def _frame(kind: str, content: Any) -> bytes:
    return msgspec.json.encode([kind, content])


class _Output:
    """Frames output once for all clients of a terminal, which get the same text, or bytes, one after the other."""

    def __init__(self) -> None:
        self._last: dict[type, tuple[str | bytes, bytes]] = {}

    def __call__(self, output: str | bytes) -> bytes:
        last, frame = self._last.get(type(output), (None, b""))
        if last is not output:
            frame = framed(output, True) if isinstance(output, bytes) else framed(_frame("stdout", output))
            self._last[type(output)] = output, frame
        return frame


_output = _Output()
