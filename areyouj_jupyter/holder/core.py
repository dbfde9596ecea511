"""The core: what a holder does about each thing that happens, without doing any of it itself.

Events come in by method call: a frame of a server, a hook, room to write, the end of the agent. Actions go out
through `Outside`, and reports to the attached server through the outbox. Neither has a clock.

One process reads the terminal at a time: the holder, or the server that it lent the terminal to, as long as that
server's connection lasts.
"""

from __future__ import annotations

from typing import Any, NamedTuple, Protocol

from areyouj_jupyter.holder import wire
from areyouj_jupyter.holder.orders import ledger
from areyouj_jupyter.holder.orders.ledger import DONE, INTENT, REFUSED, UNKNOWN, Ledger, Order
from areyouj_jupyter.holder.orders.typing_line import TypingLine
from areyouj_jupyter.holder.sockets.hook_log import HookLog
from areyouj_jupyter.holder.sockets.outbox import Outbox
from areyouj_jupyter.holder.status_query import REPLY_LIMIT

SIDE_LIMIT = 10_000  # rows or columns
SIGNAL_LIMIT = 64


class Identity(NamedTuple):
    """The agent of a holder."""

    session_id: str
    incarnation: int
    pid: int


class Exit(NamedTuple):
    """How the agent ended. at: seconds since the epoch. end: offset behind the output that was read by then."""

    code: int | None
    signal: int | None
    at: float
    end: int


class Output(Protocol):
    """What was printed."""

    @property
    def start(self) -> int:
        """Offset of the first byte that is kept."""

    @property
    def end(self) -> int:
        """Offset behind the last byte."""


class Outside(Protocol):
    """The outside world that a core acts on."""

    def append(self, fact: dict[str, Any]) -> bool:
        """Journal a fact; true once it is safe on disk."""

    def write(self, data: memoryview) -> int:
        """Give bytes to the agent; how many the kernel took now."""

    def dismiss(self, peer: int, last: bytes) -> None:
        """Send a last frame and nothing more; `on_gone` follows when the other end is closed too."""

    def lend(self) -> tuple[int, int]:
        """Stop reading the terminal; returns the descriptors of ring and terminal for the server that reads it now."""

    def regain(self) -> None:
        """Read the terminal again, since no server does."""

    def resize(self, rows: int, cols: int) -> None:
        """Resize the terminal."""

    def size(self) -> tuple[int, int]:
        """Rows and columns."""

    def signal(self, number: int) -> None:
        """Signal the agent's process group."""

    def stop(self) -> None:
        """End the agent and all its descendants; then call `on_stopped`."""

    def look(self) -> None:
        """Hand over the hooks that came already, so that nothing is judged without them."""


class Core:
    """The state of one holder."""

    def __init__(self, identity: Identity, output: Output, outside: Outside) -> None:
        self.identity, self._output = identity, output
        self.hooks = HookLog()
        self.outbox = Outbox(self.hooks)
        self.peer: int | None = None
        """The connection of the attached server."""
        self.reader: int | None = None
        """The connection of the server that has the terminal, possibly a replaced one that is still running."""
        self.exit: Exit | None = None
        self.collected = False
        """Whether a server has received the exit, so that nothing is left to report."""
        self.greeted = False
        """Whether a server was ever attached."""
        self._outside = outside
        self._ledger = Ledger(identity.incarnation)
        self._line = TypingLine(outside.write)
        self._epoch = 0
        self._reads = False
        """Whether the attached server wants the terminal."""
        self._inputs = 0
        """How many inputs the attached server sent."""

    @property
    def waiting(self) -> int:
        """Bytes that the agent has not taken yet."""
        return self._line.waiting

    # Facts

    def on_hook(self, name: str, payload: bytes, at: float) -> None:
        """A hook came."""
        self.hooks.add(name, payload, at)

    def on_writable(self) -> None:
        """The agent may have read something."""
        had = self._line.waiting
        self._pump()
        if had and not self._line.waiting:
            self._tell_waiting()

    def on_exit(self, end: Exit) -> None:
        """The agent ended; its last output is in the ring, unless a server reads it."""
        self.exit = end
        for order in self._line.clear():
            self._answer(order, INTENT, why="exited")
        self._tell_exit(end)

    def on_stopped(self, survivors: list[int]) -> None:
        """The stop is complete: the server that ordered it needs nothing more from an ended agent."""
        self.collected = True
        frame = wire.frame(wire.STOPPED, {"survivors": survivors})
        if self.peer is None:
            return
        if self.exit:
            self.outbox.put_last(frame)
        else:
            self.outbox.put(frame)

    def on_gone(self, peer: int) -> None:
        """A connection ended, at both ends."""
        self.detach(peer)
        if peer == self.reader:
            self.reader = None
            self._outside.regain()
            self._lend()

    def reply(self, data: bytes) -> None:
        """Answer a query of the agent."""
        if self.exit is None and self._line.waiting + len(data) <= REPLY_LIMIT and self._line.add(data):
            self._pump()
            if self._line.waiting:
                self._tell_waiting()

    def detach(self, peer: int) -> None:
        """Stop reporting to it."""
        if peer == self.peer:
            self.peer = None

    # Commands

    def on_frame(self, peer: int, kind: int, payload: bytes) -> None:
        """Take a server's frame. Raises WireError if it does not speak our wire; the caller then dismisses it."""
        if (kind == wire.HELLO) == (peer == self.peer):
            raise wire.WireError("A connection begins with one hello.")
        if kind == wire.HELLO:
            self._hello(peer, wire.body(payload))
        elif kind == wire.INPUT:
            self._input(payload)
        elif kind == wire.ORDER:
            self._order(ledger.order(payload))
        else:
            self._command(kind, wire.body(payload))

    def _command(self, kind: int, fields: dict[str, Any]) -> None:
        if kind == wire.RESIZE:
            sides = (wire.number(fields, side, 1, SIDE_LIMIT) for side in ("rows", "cols"))
            self._outside.resize(*sides)
        elif kind == wire.STATUS:
            id = wire.text(fields, "id")
            self._put(wire.FATE, {"id": id, "steps": self._ledger.steps(id)})
        elif kind == wire.SIGNAL:
            self._outside.signal(wire.number(fields, "number", 1, SIGNAL_LIMIT))
        elif kind == wire.STOP:
            self._outside.stop()
        elif kind == wire.ACK:
            self.hooks.acknowledge(wire.number(fields, "hook"))
        elif kind == wire.COLLECTED and self.exit:
            self.collected = True

    def _hello(self, peer: int, fields: dict[str, Any]) -> None:
        hook, reads = wire.number(fields, "hook"), bool(fields.get("reads"))
        owner = self._epoch if fields.get("owner") is None else wire.number(fields, "owner")
        if wire.number(fields, "version") != wire.VERSION:
            self._outside.dismiss(peer, self._refusal("version"))
            return
        if owner < self._epoch:
            self._outside.dismiss(peer, self._refusal("owner"))
            return
        self._epoch = owner
        if (old := self.peer) is not None:
            self.detach(old)
            self._outside.dismiss(old, b"" if self.outbox.begun else self._refusal("replaced"))
        self._attach(peer, hook, reads)

    def _attach(self, peer: int, hook: int, reads: bool) -> None:
        self.peer, self.greeted, self._reads, self._inputs = peer, True, reads, 0
        self.hooks.acknowledge(hook)
        self.outbox.attach(hook)
        rows, cols = self._outside.size()
        state = {"start": self._output.start, "end": self._output.end, "rows": rows, "cols": cols}
        hooks = {"hooks": len(self.hooks), "hook": self.hooks.last}
        end = {"exit": self.exit._asdict() if self.exit else None}
        self._put(wire.WELCOME, {"version": wire.VERSION, **self.identity._asdict(), **state, **hooks, **end})
        self._lend()
        if self.exit:
            self._tell_exit(self.exit)
        if self._line.waiting:
            self._tell_waiting()

    def _lend(self) -> None:
        """Lend the terminal to the attached server, as soon as no other server has it."""
        if self.peer is not None and self._reads and self.reader is None:
            self.reader = self.peer
            self.outbox.put(wire.frame(wire.TERMINAL, {}), self._outside.lend())

    def _input(self, data: bytes) -> None:
        self._inputs += 1
        taken = self.exit is None and self._line.add(data)
        self._pump()
        self._tell_waiting(0 if taken else len(data))

    def _order(self, order: Order) -> None:
        known = self._ledger.state(order.key)
        if known != UNKNOWN:
            self._answer(order, known, repeated=True, why="exited" if known == INTENT and self.exit else "")
            return
        self._outside.look()
        self._pump()
        why = "exited" if self.exit else self._ledger.objection(order, self.hooks.last)
        if not why and self._line.waiting:
            why = "input"  # the agent would then not see the state that was judged
        if not why and not self._journal(order, INTENT):
            why = "disk"
        if why:
            self._refuse(order, why)
            return
        self._ledger.enter(order.key, INTENT)
        self._line.add(order.data, order)
        self._pump()
        if self._line.waiting:
            self._tell_waiting()

    def _refuse(self, order: Order, why: str) -> None:
        self._ledger.enter(order.key, REFUSED)
        self._journal(order, REFUSED)  # for later readers; if it fails there is no intent either
        self._answer(order, REFUSED, why=why)

    def _pump(self) -> None:
        for order in self._line.pump():
            self._ledger.enter(order.key, DONE)
            self._journal(order, DONE)  # if it fails the journal says less than is true, which is safe
            self._answer(order, DONE)

    def _journal(self, order: Order, state: str) -> bool:
        known = {"incarnation": order.incarnation, "hook": order.hook, "offset": order.offset}
        return self._outside.append({**order.fact(state), **known, "bytes": len(order.data), "end": self._output.end})

    # Telling

    def _answer(self, order: Order, state: str, repeated: bool = False, why: str = "") -> None:
        body = {"id": order.id, "step": order.step, "attempt": order.attempt}
        self._put(wire.ANSWER, {**body, "state": state, "repeated": repeated, "why": why})

    def _tell_exit(self, end: Exit) -> None:
        if self.peer is not None:
            self.outbox.put_last(wire.frame(wire.EXIT, end._asdict()))

    def _tell_waiting(self, dropped: int = 0) -> None:
        self._put(wire.WAITING, {"bytes": self._line.waiting, "dropped": dropped, "inputs": self._inputs})

    def _refusal(self, why: str) -> bytes:
        return wire.frame(wire.REFUSED, {"why": why, "owner": self._epoch, "version": wire.VERSION})

    def _put(self, kind: int, body: dict[str, Any]) -> None:
        if self.peer is not None:
            self.outbox.put(wire.frame(kind, body))
