"""The core: what a holder does about each thing that happens, without doing any of it itself.

Events come in by method call: a frame of a server, a hook, output, room to write, the end of the agent. What is to be
done goes out through `Outside`, and what the attached server is to be told through the outbox. Neither has a clock.
"""

from __future__ import annotations

from typing import Any, NamedTuple, Protocol

from areyouj_jupyter.holder import ledger, wire
from areyouj_jupyter.holder.hook_log import HookLog
from areyouj_jupyter.holder.ledger import DONE, INTENT, REFUSED, UNKNOWN, Ledger, Order
from areyouj_jupyter.holder.outbox import Outbox
from areyouj_jupyter.holder.ring import Ring
from areyouj_jupyter.holder.typing_line import TypingLine

SIDE_LIMIT = 10_000  # rows or columns
SIGNAL_LIMIT = 64


class Identity(NamedTuple):
    """Which agent a holder holds."""

    session_id: str
    incarnation: int
    pid: int


class Exit(NamedTuple):
    """How the agent ended. at: seconds since the epoch. end: offset behind its last output."""

    code: int | None
    signal: int | None
    at: float
    end: int


class Outside(Protocol):
    """The world that a core acts on."""

    def append(self, fact: dict[str, Any]) -> bool:
        """Journal a fact; true once it is safe on disk."""

    def write(self, data: memoryview) -> int:
        """Give bytes to the agent; how many the kernel took now."""

    def dismiss(self, peer: int, last: bytes) -> None:
        """End a connection, with a last frame."""

    def resize(self, rows: int, cols: int) -> None:
        """Give the terminal a size."""

    def size(self) -> tuple[int, int]:
        """Rows and columns."""

    def signal(self, number: int) -> None:
        """Signal the agent's process group."""

    def stop(self) -> None:
        """End the agent and all its descendants; then call `on_stopped`."""

    def foreground(self) -> bool:
        """Whether another process group than the agent's own has the terminal."""

    def look(self) -> None:
        """Hand over the hooks that came already, so that nothing is judged without them."""


class Core:
    """The state of one holder."""

    def __init__(self, identity: Identity, ring: Ring, outside: Outside) -> None:
        self.identity, self.ring = identity, ring
        self.hooks = HookLog()
        self.outbox = Outbox(ring, self.hooks)
        self.peer: int | None = None
        """The connection of the attached server."""
        self.exit: Exit | None = None
        self.collected = False
        """Whether a server has the exit, so that nothing is left to be said."""
        self.greeted = False
        """Whether a server was ever attached."""
        self._outside = outside
        self._ledger = Ledger(identity.incarnation)
        self._line = TypingLine(outside.write)
        self._epoch = 0
        self._busy: bool | None = None

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

    def on_foreground(self) -> None:
        """It may have changed."""
        busy = self._outside.foreground()
        if busy != self._busy:
            self._tell_foreground(busy)

    def on_exit(self, end: Exit) -> None:
        """The agent ended; its last output is in the ring."""
        self.exit = end
        for order in self._line.clear():
            self._answer(order, INTENT, why="exited")
        self._tell_exit(end)

    def on_stopped(self, survivors: list[int]) -> None:
        """The ladder ended: whoever ordered it needs nothing more from an agent that ended."""
        self.collected = True
        frame = wire.frame(wire.STOPPED, {"survivors": survivors})
        if self.peer is None:
            return
        if self.exit:
            self.outbox.put_last(frame)
        else:
            self.outbox.put(frame)

    def on_gone(self, peer: int) -> None:
        """A connection ended."""
        if peer == self.peer:
            self.peer = None

    # Commands

    def on_frame(self, peer: int, kind: int, payload: bytes) -> None:
        """A server said something. Raises WireError: it does not speak our wire, and is to be dismissed."""
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
        elif kind == wire.ASK:
            self._tell_foreground(self._outside.foreground())
        elif kind == wire.ACK:
            self.hooks.acknowledge(wire.number(fields, "hook"))
        elif kind == wire.COLLECTED and self.exit:
            self.collected = True

    def _hello(self, peer: int, fields: dict[str, Any]) -> None:
        offset, hook = wire.number(fields, "offset"), wire.number(fields, "hook")
        owner = self._epoch if fields.get("owner") is None else wire.number(fields, "owner")
        if wire.number(fields, "version") != wire.VERSION:
            self._outside.dismiss(peer, self._refusal("version"))
            return
        if owner < self._epoch:
            self._outside.dismiss(peer, self._refusal("owner"))
            return
        self._epoch = owner
        if self.peer is not None:
            self._outside.dismiss(self.peer, b"" if self.outbox.begun else self._refusal("replaced"))
        self._attach(peer, offset, hook)

    def _attach(self, peer: int, offset: int, hook: int) -> None:
        self.peer, self.greeted = peer, True
        self.hooks.acknowledge(hook)
        first = self.outbox.attach(offset, hook)
        self._busy = self._outside.foreground()
        rows, cols = self._outside.size()
        state = {"start": self.ring.start, "end": self.ring.end, "offset": first, "rows": rows, "cols": cols}
        hooks = {"hooks": len(self.hooks), "hook": self.hooks.last, "foreground": self._busy}
        end = {"exit": self.exit._asdict() if self.exit else None}
        self._put(wire.WELCOME, {"version": wire.VERSION, **self.identity._asdict(), **state, **hooks, **end})
        if self.exit:
            self._tell_exit(self.exit)
        if self._line.waiting:
            self._tell_waiting()

    def _input(self, data: bytes) -> None:
        taken = self.exit is None and self._line.add(data)
        self._pump()
        if self._line.waiting or not taken:
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
            why = "input"  # what was judged is not what the agent will see when it has read all that
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
        self._journal(order, REFUSED)  # for whoever reads it later; where it fails there is no intent either
        self._answer(order, REFUSED, why=why)

    def _pump(self) -> None:
        for order in self._line.pump():
            self._ledger.enter(order.key, DONE)
            self._journal(order, DONE)  # where it fails the journal says less than is true, which is safe
            self._answer(order, DONE)

    def _journal(self, order: Order, state: str) -> bool:
        known = {"incarnation": order.incarnation, "hook": order.hook, "offset": order.offset}
        return self._outside.append({**order.fact(state), **known, "bytes": len(order.data), "end": self.ring.end})

    # Telling

    def _answer(self, order: Order, state: str, repeated: bool = False, why: str = "") -> None:
        body = {"id": order.id, "step": order.step, "attempt": order.attempt}
        self._put(wire.ANSWER, {**body, "state": state, "repeated": repeated, "why": why})

    def _tell_exit(self, end: Exit) -> None:
        if self.peer is not None:
            self.outbox.put_last(wire.frame(wire.EXIT, end._asdict()))

    def _tell_waiting(self, dropped: int = 0) -> None:
        self._put(wire.WAITING, {"bytes": self._line.waiting, "dropped": dropped})

    def _tell_foreground(self, busy: bool) -> None:
        self._busy = busy
        self._put(wire.FOREGROUND, {"busy": busy})

    def _refusal(self, why: str) -> bytes:
        return wire.frame(wire.REFUSED, {"why": why, "owner": self._epoch, "version": wire.VERSION})

    def _put(self, kind: int, body: dict[str, Any]) -> None:
        if self.peer is not None:
            self.outbox.put(wire.frame(kind, body))
