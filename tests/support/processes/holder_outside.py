"""A simulation for a holder's core: a simulated PTY, disk and servers, each of which can fail where real ones do."""

from __future__ import annotations

import json
from typing import Any

from areyouj_jupyter.holder import wire
from areyouj_jupyter.holder.core import Core, Identity
from areyouj_jupyter.holder.sockets.decoder import Decoder
from areyouj_jupyter.holder.wire import Frame

SESSION, INCARNATION, PID = "session-1", 3, 4242


class Crash(Exception):
    """The holder was killed here."""


class Outside:
    """The `Outside` of a core. The core may be killed at each call: set `fuse` to the number of calls it survives."""

    def __init__(self) -> None:
        self.disk = b""
        """What is safe on disk."""
        self.full = False
        self.typed = b""
        """What the kernel took for the agent."""
        self.room = 1 << 30
        """Bytes that the kernel takes until the agent reads."""
        self.fuse: int | None = None
        self.dismissed: list[tuple[int, list[Frame]]] = []
        self.done: list[tuple[Any, ...]] = []
        self.on_look: list[str] = []
        """Hooks that have come but were not heard yet."""
        self.frozen = False
        """Whether a server that is dismissed does not close its end."""
        self.printed = 0
        """Offset behind the agent's last output."""
        self.core = Core(Identity(SESSION, INCARNATION, PID), self, self)

    def _burn(self) -> None:
        if self.fuse is not None:
            self.fuse -= 1
            if self.fuse < 0:
                raise Crash

    def append(self, fact: dict[str, Any]) -> bool:
        line = json.dumps(fact).encode() + b"\n"
        if self.full:
            return False
        try:
            self._burn()
        except Crash:
            self.disk += line[: len(line) // 2]  # what was not synced is lost, or half of it is there
            raise
        self.disk += line
        self._burn()
        return True

    def write(self, data: memoryview) -> int:
        self._burn()
        count = min(self.room, len(data))
        self.typed += bytes(data[:count])
        self.room -= count
        self._burn()
        return count

    def dismiss(self, peer: int, last: bytes) -> None:
        self.dismissed.append((peer, Decoder(wire.TO_SERVER).feed(last)))
        if not self.frozen:
            self.core.on_gone(peer)

    def resize(self, rows: int, cols: int) -> None:
        self.done.append(("resize", rows, cols))

    def size(self) -> tuple[int, int]:
        return 24, 80

    def signal(self, number: int) -> None:
        self.done.append(("signal", number))

    def stop(self) -> None:
        self.done.append(("stop",))

    @property
    def start(self) -> int:
        return 0

    @property
    def end(self) -> int:
        return self.printed

    def lend(self) -> tuple[int, int]:
        assert self.core.reader is not None
        self.done.append(("lend", self.core.reader))
        return 70, 71

    def regain(self) -> None:
        assert self.core.reader is None
        self.done.append(("regain",))

    def look(self) -> None:
        for name in self.on_look:
            self.core.on_hook(name, b"{}", 0.0)
        self.on_look.clear()


class Server:
    """A server at the other end of one connection."""

    def __init__(self, outside: Outside, peer: int) -> None:
        self.outside, self.peer = outside, peer
        self._decoder = Decoder(wire.TO_SERVER)

    def hello(self, owner: int | None = 1, hook: int = 0, version: int = wire.VERSION, reads: bool = True) -> None:
        """Ask to be attached."""
        self.say(wire.HELLO, version=version, hook=hook, owner=owner, reads=reads)

    def say(self, kind: int, **body: Any) -> None:
        """Send a frame with a JSON object."""
        self.outside.core.on_frame(self.peer, kind, json.dumps(body).encode())

    def type(self, data: bytes) -> None:
        """Send raw input."""
        self.outside.core.on_frame(self.peer, wire.INPUT, data)

    def order(self, id: str, step: str, data: bytes, **fields: int) -> None:
        """Send an order; by default one that was judged by the newest hook."""
        known = {"attempt": 1, "incarnation": INCARNATION, "hook": self.outside.core.hooks.last, "offset": 0}
        header = json.dumps({"id": id, "step": step, **known, **fields}).encode()
        self.outside.core.on_frame(self.peer, wire.ORDER, header + b"\n" + data)

    def hear(self, most: int = 1 << 30) -> list[Frame]:
        """The frames that are whole after taking up to so many more bytes."""
        outbox, frames = self.outside.core.outbox, []
        while most > 0 and (piece := outbox.piece()[0][:most]):
            outbox.took(len(piece))
            frames += self._decoder.feed(piece)
            most -= len(piece)
        return frames

    def told(self, kind: int) -> list[dict[str, Any]]:
        """The bodies of the frames of one kind among all that are there to be heard."""
        return [wire.body(payload) for each, payload in self.hear() if each == kind]


def attached(owner: int | None = 1) -> tuple[Outside, Server]:
    """A core with a server that has heard its welcome."""
    outside = Outside()
    server = Server(outside, 1)
    server.hello(owner)
    server.hear()
    return outside, server
