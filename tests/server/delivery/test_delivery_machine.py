"""Queue and holder as one state machine: whatever servers, holders, agents, disks and people do, a message goes once.

Real are the queue in SQLite, the registry that adopts, sessions, workers, delivery, evidence and the holder's core;
`delivery_simulation` tells what is simulated. After each step `Promises.check` looks for the invariants of delivery:

I1 no accepted message vanishes, and none that completed changes; I2 a paste is written whole and once, its Enter three
times at most; I3 a text arrives once at most unless a person asked again, did arrive where its status says so, and was
did not where its status says that it waits; I4 none passes another; I5 no Enter into a dialog or behind other
text; I6 nothing is written into a turn or a dialog, and no turn is recorded twice; I7 a status is borne out by its own
incarnation; I8 a server with an older epoch changes nothing; I9 once all faults end every message ends within bounded
time though a person only answers dialogs and takes out what people typed, and at no time does a server go round and
round; I10 what is pasted is text and nothing else; I11 after a kill the
database is whole; I12 no text is logged; I13 a message is uncertain only where nobody can tell: its agent or holder
ended, a hook got lost, or a person changed its text and sent that.

Not here: halves of writes and of journals as bytes (I2, I11: test_holder_machine.py, test_holder_journal.py); orders of
another incarnation or an older epoch (I7, I8: test_holder_machine.py); two servers at one folder (I8: test_owner.py);
a loss of power (I11: SQLite's own promise, for which test_database.py sees to `synchronous=FULL`).
"""

from __future__ import annotations

import logging
import os
from collections.abc import Coroutine
from typing import Any

import pytest
from delivery_simulation.acts import Acts
from delivery_simulation.agent import BUFFER
from delivery_simulation.promises import NAME, Sent
from delivery_simulation.simulation import SimulatedServer
from holder_outside import Server
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from areyouj_jupyter.errors import AgentStopped, MessageNotFound, MessageSent, StorageFull
from areyouj_jupyter.holder.wire import WireError
from areyouj_jupyter.models import EditMessage, SendMessage

LOGGER = logging.getLogger("areyouj_jupyter")
EXAMPLES = int(os.environ.get("AREYOUJ_EXAMPLES", "300"))

FUSE = st.one_of(st.none(), st.none(), st.integers(0, 60))  # rounds of its loop after which the server is killed
HEADS = st.sampled_from(["", "", "!", "/exit ", "quit\n"])
TAILS = st.sampled_from(["", "", "\nmore", "\x1b[201~\rrm", " \\", " long" * 20])
PLACES = st.integers(0, 10)
CALM = 60  # rounds of 5 seconds in which a person helps the agent along; a message takes one or two


class DeliveryMachine(Acts):
    """One folder with its servers, one agent with its holders, and people."""

    def __init__(self) -> None:
        super().__init__()
        self.sound = False
        LOGGER.addHandler(self.promises)
        LOGGER.setLevel(logging.DEBUG)

    def teardown(self) -> None:
        try:
            if self.sound:
                self.calm()
        finally:
            self.simulation.end()
            LOGGER.removeHandler(self.promises)
            LOGGER.setLevel(logging.NOTSET)

    @invariant()
    def check(self) -> None:
        self.sound = False
        self.promises.check()
        self.sound = True

    # Servers

    @initialize(messages=st.integers(0, 2))
    def begin(self, messages: int) -> None:
        self.start_server(None)
        self.start_agent(None)
        self.wait(1.0)
        for _ in range(messages):
            self.send("", "", None)

    def do(self, work: Coroutine[Any, Any, Any], fuse: int | None = None) -> bool:
        """A command; false if it was refused. fuse: the server is killed after so many rounds of its loop."""
        try:
            if not self.services.do(work, fuse):
                self.promises.check_database()
        except (AgentStopped, MessageNotFound, MessageSent, StorageFull):
            return False
        return True

    @precondition(lambda self: not self.up())
    @rule(fuse=FUSE)
    def start_server(self, fuse: int | None) -> None:
        self.do(SimulatedServer(self.simulation).open(), fuse)

    @precondition(Acts.up)
    @rule(rounds=st.integers(0, 40), flush=st.booleans())
    def kill_server(self, rounds: int, flush: bool) -> None:
        self.services.loop.fuse = rounds
        self.services.loop.run(1.0)
        self.services.kill(flush)
        self.promises.check_database()

    @precondition(lambda self: self.attached() and self.promises.unfinished())
    @rule(rounds=st.integers(0, 10), flush=st.booleans(), holder=st.booleans())
    def kill_while_ordering(self, rounds: int, flush: bool, holder: bool) -> None:
        """While an order is on its way or soon after; the holder too, with its agent."""
        held = self.simulation.held
        self.until(lambda: self.services.line and self.services.line.ordering)
        self.kill_server(rounds, flush)
        if holder and held.lives:
            held.die()

    @precondition(Acts.up)
    @rule(rounds=st.integers(0, 30))
    def step(self, rounds: int) -> None:
        """The server is stopped somewhere, as by a busy machine."""
        self.services.loop.fuse = rounds
        self.services.loop.run(1.0)
        self.services.loop.fuse = None

    @precondition(lambda self: self.lives() and self.simulation.epoch > 1 and self.simulation.held.core.peer)
    @rule()
    def connect_late(self) -> None:
        """A server that lost the folder (I8)."""
        held = self.simulation.held
        before = (held.core.peer, held.typed, held.disk)
        stale = Server(held, 1_000_000)
        stale.hello(self.simulation.epoch - 1)
        with pytest.raises(WireError):
            stale.order("late", "paste", b"late")
        held.dismissed.clear()
        assert (held.core.peer, held.typed, held.disk) == before

    # People

    @precondition(Acts.up)
    @rule(fuse=FUSE)
    def start_agent(self, fuse: int | None) -> None:
        self.do(self.services.start_agent(), fuse)

    @precondition(Acts.open)
    @rule(head=HEADS, tail=TAILS, fuse=FUSE)
    def send(self, head: str, tail: str, fuse: int | None) -> None:
        self.sent.append(Sent([f"{head}m{len(self.sent)}v0e{tail}"]))
        self.send_again(len(self.sent) - 1, fuse)

    @precondition(lambda self: self.open() and self.sent)
    @rule(place=PLACES, fuse=FUSE)
    def send_again(self, place: int, fuse: int | None) -> None:
        """With the same key: it gives the same message."""
        number = place % len(self.sent)
        sent, session = self.sent[number], self.session

        async def send() -> None:
            message = await session.send(SendMessage(content=sent.texts[0], idempotency_key=f"key {number}"))
            assert sent.id in (None, message.id)
            sent.id = message.id

        self.do(send(), fuse)

    def pick(self, place: int) -> tuple[Sent, str]:
        known = [(sent, sent.id) for sent in self.sent if sent.id]
        return known[place % len(known)]

    @precondition(Acts.known)
    @rule(place=PLACES, fuse=FUSE)
    def edit(self, place: int, fuse: int | None) -> None:
        sent, message_id = self.pick(place)
        sent.texts.append(NAME.sub(lambda found: f"m{found[1]}v{len(sent.texts)}e", sent.texts[0]))
        self.do(self.session.queue.edit(message_id, EditMessage(content=sent.texts[-1])), fuse)

    @precondition(Acts.known)
    @rule(place=PLACES, to=st.integers(0, 3))
    def move(self, place: int, to: int) -> None:
        self.do(self.session.queue.edit(self.pick(place)[1], EditMessage(position=to)))

    @precondition(Acts.known)
    @rule(place=PLACES)
    def cancel(self, place: int) -> None:
        self.do(self.session.queue.cancel(self.pick(place)[1]))

    @precondition(Acts.known)
    @rule(place=PLACES, fuse=FUSE)
    def retry(self, place: int, fuse: int | None) -> None:
        sent, message_id = self.pick(place)
        before = self.promises.row(sent)["status"]
        if self.do(self.session.queue.retry(message_id), fuse):
            sent.retries += before != "cancelled"

    @precondition(Acts.open)
    @rule(paused=st.sampled_from([False, False, True]))
    def pause(self, paused: bool) -> None:
        self.do(self.session.queue.pause(paused))

    @precondition(Acts.attached)
    @rule(keys=st.sampled_from([b"hey", b"hey\r", b"\r", b"\x15"]))
    def type(self, keys: bytes) -> None:
        if self.services.line and not self.simulation.held.agent.dialog:
            self.services.line.type_from(self, keys)
            self.simulation.pump()

    @precondition(lambda self: self.attached() and self.open())
    @rule()
    def interrupt(self) -> None:
        self.do(self.session.interrupt())

    @rule()
    def calm(self) -> None:
        """All faults end, and a person helps the agent along: then every message ends (I9)."""
        if not self.up():
            self.start_server(None)
        self.services.driver.full = False
        for _ in range(CALM):
            self.start_agent(None)
            self.simulation.held.full, self.simulation.held.fuse = False, None
            self.pause(False)
            self.spoil(False, 0, 0)
            self.hear(BUFFER)
            self.answer()
            self.wait(3.0)
            self.check()
            if not self.promises.unfinished():
                return
            if "typed" in self.simulation.held.agent.parts and not self.simulation.held.agent.busy:
                self.type(b"\x15")
            self.wait(1.0)
            self.finish("Stop")
            self.wait(1.0)
        raise AssertionError(self.promises.unfinished())


@pytest.mark.slow
@pytest.mark.parametrize("keys", [b"", b"hey"])
def test_a_text_that_a_dialog_covered_is_not_taken_for_sent(keys: bytes) -> None:
    machine = DeliveryMachine()
    machine.begin(messages=1)
    machine.surprise(asks=True, heard=False, swallow=True)
    machine.answer()
    if keys:
        machine.type(keys)
    machine.check()
    machine.teardown()


TestDeliveryMachine = pytest.mark.timeout(300 + EXAMPLES)(pytest.mark.slow(DeliveryMachine.TestCase))
TestDeliveryMachine.settings = settings(
    max_examples=EXAMPLES,
    stateful_step_count=50,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
