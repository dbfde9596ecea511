"""The holder's core as a state machine: whatever servers, agents, disks and crashes do, an order happens once at most.

Invariants of delivery: a paste is written whole and once, a submit only after its paste (I2, I5); nothing is written
that was judged before the newest hook (I6); other incarnations (I7) and servers that lost the folder (I8) change
nothing; and what is on disk after a crash is legal and never claims less than was written (I11).
"""

from __future__ import annotations

import os
import re

import pytest
from holder_outside import INCARNATION, Crash, Outside, Server
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, precondition, rule

from areyouj_jupyter.holder import wire
from areyouj_jupyter.holder.core import Exit
from areyouj_jupyter.holder.orders.journal import facts
from areyouj_jupyter.holder.orders.ledger import Key, replayed
from areyouj_jupyter.holder.wire import WireError

EXAMPLES = int(os.environ.get("AREYOUJ_EXAMPLES", "300"))

TOKEN = re.compile(rb"h|<(paste|submit) (\d+)\.(\d+):x*>")
BEGUN = re.compile(rb"<(paste|submit) (\d+)\.(\d+):?x*$")
HEAD_BYTES = 14  # enough of a token to be known by

Deliveries = Bundle("deliveries")
SMALL = st.integers(0, 40)
RARELY = st.sampled_from([False, False, False, True])
OTHERS = st.sampled_from([0, 0, 0, 0, -1, 1])
ROOM = 100  # bytes that an agent takes before it has to read


def token(key: Key, size: int) -> bytes:
    return f"<{key[1]} {key[0]}.{key[2]}:".encode() + b"x" * size + b">"


class HolderMachine(RuleBasedStateMachine):
    """One folder with its holders, one after the other; `server` is the one that speaks now."""

    def __init__(self) -> None:
        super().__init__()
        self.deliveries = 0
        self.epoch = 1
        self.begin()

    def begin(self) -> None:
        """A holder."""
        self.outside = Outside()
        self.outside.room = ROOM
        self.peers = 0
        self.answered: dict[Key, str] = {}
        self.server: Server | None = None
        self.known = 0
        """Hook number up to which the present server and those before it have heard."""

    # Servers

    @initialize()
    def first_server(self) -> None:
        self.connect(0)

    @rule(step=st.integers(0, 1))
    def connect(self, step: int) -> None:
        """A server that holds the folder, maybe after the one before was killed."""
        self.epoch += step
        self.peers += 1
        self.server = Server(self.outside, self.peers)
        self.server.hello(self.epoch, self.known)
        self.hear(1 << 30)

    @precondition(lambda self: self.epoch > 1 and self.outside.core.peer is not None)
    @rule()
    def connect_late(self) -> None:
        before = self.facts()
        stale = Server(self.outside, self.peers + 1000)
        stale.hello(self.epoch - 1)
        with pytest.raises(WireError):
            stale.order("1", "paste", b"late")
        with pytest.raises(WireError):
            stale.type(b"late")
        self.outside.dismissed.clear()
        assert self.facts() == before

    @precondition(lambda self: self.outside.core.peer is not None)
    @rule()
    def disconnect(self) -> None:
        assert self.outside.core.peer is not None
        self.outside.core.on_gone(self.outside.core.peer)
        self.server = None

    @rule(count=st.integers(1, 400))
    def hear(self, count: int) -> None:
        """The server takes some bytes."""
        for kind, payload in self.server.hear(count) if self.server else ():
            if kind == wire.HOOK:
                number = wire.mixed(payload)[0]["number"]
                assert number == self.known + 1
                self.known = number
            elif kind == wire.TERMINAL:
                assert self.outside.core.reader == self.server.peer
            elif kind == wire.ANSWER:
                self.on_answer(wire.body(payload))

    def on_answer(self, answer: dict[str, object]) -> None:
        key = (str(answer["id"]), str(answer["step"]), int(str(answer["attempt"])))
        state = str(answer["state"])
        assert self.answered.get(key, "intent") in ("intent", state)  # no answer is ever taken back
        self.answered[key] = state

    @precondition(lambda self: self.server is not None)
    @rule()
    def acknowledge(self) -> None:
        assert self.server
        self.server.say(wire.ACK, hook=self.known)

    # Orders

    @precondition(lambda self: self.server is not None)
    @rule(target=Deliveries, size=SMALL, stale=RARELY, other=OTHERS)
    def paste(self, size: int, stale: bool, other: int) -> str:
        self.deliveries += 1
        self.order((str(self.deliveries), "paste", 1), size, stale, other)
        return str(self.deliveries)

    @precondition(lambda self: self.server is not None)
    @rule(id=Deliveries, size=SMALL)
    def repeat_paste(self, id: str, size: int) -> None:
        self.order((id, "paste", 1), size)

    @precondition(lambda self: self.server is not None)
    @rule(id=Deliveries, attempt=st.integers(1, 2), stale=RARELY, other=OTHERS)
    def submit(self, id: str, attempt: int, stale: bool, other: int) -> None:
        self.order((id, "submit", attempt), 0, stale, other)

    def order(self, key: Key, size: int, stale: bool = False, other: int = 0) -> None:
        assert self.server
        hooks, before = self.outside.core.hooks.last, self.reached(key)
        unheard, unread = bool(self.outside.on_look), self.outside.core.waiting > self.outside.room
        stale = stale and hooks > 0
        known = {"hook": hooks - stale, "incarnation": INCARNATION + other, "attempt": key[2]}
        self.server.order(key[0], key[1], token(key, size), **known)
        if stale or unheard or unread or other:
            assert self.reached(key) == before

    @precondition(lambda self: self.server is not None)
    @rule(id=st.one_of(Deliveries, st.none()), fuse=st.integers(0, 8), size=SMALL)
    def crash(self, id: str | None, fuse: int, size: int) -> None:
        """The holder is killed at some point of carrying out an order, or of what follows."""
        if id is None:
            self.deliveries += 1
        key = (id, "submit", 1) if id else (str(self.deliveries), "paste", 1)
        self.outside.fuse = fuse
        try:
            self.order(key, size)
            self.read(100)
        except Crash:
            self.check()
            self.begin()
        else:
            self.outside.fuse = None

    @precondition(lambda self: self.server is not None)
    @rule(count=st.integers(1, 5))
    def type(self, count: int) -> None:
        assert self.server
        self.server.type(b"h" * count)

    # The agent, its hooks, the disk

    @rule(heard=st.booleans())
    def hook(self, heard: bool) -> None:
        if heard:
            self.outside.core.on_hook("Stop", b"{}", 0.0)
        else:
            self.outside.on_look.append("Stop")

    @rule(size=st.integers(1, 300))
    def output(self, size: int) -> None:
        self.outside.printed += size

    @rule(frozen=st.booleans())
    def freeze(self, frozen: bool) -> None:
        """Whether servers that are replaced close their end."""
        self.outside.frozen = frozen
        if not frozen and self.outside.core.reader not in (None, self.outside.core.peer):
            self.outside.core.on_gone(self.outside.core.reader)

    @rule(count=st.integers(0, 30))
    def deafen(self, count: int) -> None:
        """The agent reads no more than this."""
        self.outside.room = count

    @rule(count=st.integers(1, 100))
    def read(self, count: int) -> None:
        """The agent reads some."""
        if self.outside.core.exit is None:
            self.outside.room += count
            self.outside.core.on_writable()

    @rule(full=st.booleans())
    def fill(self, full: bool) -> None:
        self.outside.full = full

    @precondition(lambda self: self.outside.core.exit is None and self.deliveries > 5)
    @rule(goes=st.integers(0, 9))
    def end(self, goes: int) -> None:
        if goes == 0:
            self.outside.core.on_exit(Exit(0, None, 0.0, self.outside.printed))

    # What always holds

    def facts(self) -> tuple[bytes, bytes, int, int | None]:
        outside = self.outside
        return outside.typed, outside.disk, len(outside.done), outside.core.peer

    @invariant()
    def check(self) -> None:
        whole, begun = self.parsed()
        recorded = replayed(facts(self.outside.disk))
        assert len(whole) == len(set(whole))  # once
        for place, (id, step, attempt) in enumerate(whole):
            before = whole[:place]
            assert step == "paste" or (id, "paste", 1) in before
            earlier = (id, step, attempt - 1)
            assert attempt == 1 or earlier in before or recorded[earlier] == "refused"
        assert {*whole, *begun} <= {key for key, state in recorded.items() if state in ("intent", "done")}
        assert {key for key, state in recorded.items() if state == "done"} <= {*whole}
        for key, state in self.answered.items():
            assert state != "done" or key in whole
            assert state != "refused" or key not in (*whole, *begun)

    @invariant()
    def one_reads_the_terminal(self) -> None:
        reader, turns = None, [fact for fact in self.outside.done if fact[0] in ("lend", "regain")]
        for fact in turns:
            assert (fact[0] == "lend") == (reader is None)
            reader = fact[1] if fact[0] == "lend" else None
        assert self.outside.core.reader == reader
        assert self.outside.frozen or reader == self.outside.core.peer

    @invariant()
    def the_journal_is_legal(self) -> None:
        states: dict[Key, str] = {}
        for fact in facts(self.outside.disk):
            key = (fact["order"], fact["step"], fact["attempt"])
            assert (states.get(key), fact["state"]) in ((None, "intent"), (None, "refused"), ("intent", "done"))
            states[key] = fact["state"]

    def reached(self, key: Key) -> bool:
        """Whether any of it was written."""
        whole, begun = self.parsed()
        return key in whole or key in begun

    def parsed(self) -> tuple[list[Key], list[Key]]:
        """The orders in what the agent was given: those that are whole, and the one that is begun."""
        typed, whole, position = self.outside.typed, [], 0
        while found := TOKEN.match(typed, position):
            if found[1]:
                whole.append((found[2].decode(), found[1].decode(), int(found[3])))
            position = found.end()
        rest = typed[position:]
        begun = BEGUN.fullmatch(rest)
        assert begun or len(rest) < HEAD_BYTES, "something came into the midst of an order"
        return whole, [(begun[2].decode(), begun[1].decode(), int(begun[3]))] if begun and b":" in rest else []


TestHolderMachine = pytest.mark.timeout(300 + EXAMPLES)(pytest.mark.slow(HolderMachine.TestCase))
TestHolderMachine.settings = settings(
    max_examples=EXAMPLES,
    stateful_step_count=50,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
