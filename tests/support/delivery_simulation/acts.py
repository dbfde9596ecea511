"""What agents do and what breaks, as rules of a state machine over a simulation."""

from __future__ import annotations

from collections.abc import Callable

from holder_outside import Crash
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from areyouj_jupyter.server.sessions.session import Session
from delivery_simulation.agent import BUFFER, OWN
from delivery_simulation.promises import Promises
from delivery_simulation.simulation import SimulatedServer

SECONDS = st.sampled_from([0.0, 0.1, 0.1, 0.5, 2.5, 6.0, 12.0])
SURPRISED = 100  # rounds of a loop, enough for a delivery


class Acts(RuleBasedStateMachine):
    """Time, the agent, and faults."""

    def __init__(self) -> None:
        super().__init__()
        self.promises = Promises()
        self.simulation, self.sent = self.promises.simulation, self.promises.sent

    @property
    def services(self) -> SimulatedServer:
        assert self.simulation.services
        return self.simulation.services

    @property
    def session(self) -> Session:
        assert self.services.session
        return self.services.session

    def up(self) -> bool:
        return self.simulation.services is not None

    def open(self) -> bool:
        return self.simulation.services is not None and self.simulation.services.session is not None

    def known(self) -> bool:
        return self.open() and any(sent.id for sent in self.sent)

    def lives(self) -> bool:
        return bool(self.simulation.holders) and self.simulation.held.lives and self.simulation.held.core.exit is None

    def attached(self) -> bool:
        return self.up() and self.services.line is not None and self.lives()

    @precondition(up)
    @rule(seconds=SECONDS)
    def wait(self, seconds: float) -> None:
        self.services.loop.run(seconds)

    # The agent

    @precondition(lambda self: self.up() and self.lives())
    @rule(turns=st.integers(1, 3))
    def work(self, turns: int) -> None:
        """It ends its turn, and what comes next."""
        for _ in range(turns):
            self.wait(0.5)
            self.finish("Stop")

    @precondition(lives)
    @rule(hook=st.sampled_from(["Stop", "StopFailure", "Nothing"]))
    def finish(self, hook: str) -> None:
        agent = self.simulation.held.agent
        if agent.busy and not agent.dialog:
            agent.busy = agent.early = False
            agent.tell(hook)
            self.simulation.held.look()

    @precondition(lives)
    @rule(heard=st.booleans())
    def ask(self, heard: bool) -> None:
        """A dialog opens. heard: its hook is read at once."""
        if not self.simulation.held.core.waiting:
            self.simulation.held.agent.dialog = True
            self.simulation.held.agent.tell("PermissionRequest")
            if heard:
                self.simulation.held.look()

    @precondition(lambda self: self.lives() and self.simulation.held.agent.dialog)
    @rule()
    def answer(self) -> None:
        self.simulation.held.agent.dialog = False
        self.simulation.held.agent.version += 1

    @precondition(lives)
    @rule(hook=st.sampled_from(["Progress", "UserPromptSubmit"]))
    def begin_by_itself(self, hook: str) -> None:
        agent = self.simulation.held.agent
        if not agent.busy and not agent.dialog and not self.simulation.held.core.waiting:
            agent.begin(hook, prompt=OWN)
            self.simulation.held.look()

    @precondition(lives)
    @rule()
    def print(self) -> None:
        """It has shown something of its turn: an interrupt does not put the prompt back any more."""
        self.simulation.held.agent.early = False

    @precondition(lambda self: self.attached() and self.promises.unfinished())
    @rule(rounds=st.integers(1, 12), step=st.integers(1, 20))
    def chatter(self, rounds: int, step: int) -> None:
        """Hooks that mean nothing come all the while, also between a judgement and its order."""
        for _ in range(rounds):
            self.services.loop.fuse = step
            self.services.loop.run(0.1)
            if not self.attached():
                return
            self.simulation.held.agent.tell("Nothing")
            self.simulation.held.look()
        self.services.loop.fuse = None

    def until(self, fact: Callable[[], object]) -> None:
        """Stop the server as soon as this is so, if it comes."""
        for _ in range(SURPRISED):
            self.services.loop.fuse = 1
            self.services.loop.run(0.1)
            if not self.attached() or fact():
                break
        self.services.loop.fuse = None

    @precondition(lambda self: self.attached() and self.promises.unfinished())
    @rule(asks=st.booleans(), swallow=st.booleans(), heard=st.booleans())
    def surprise(self, asks: bool, swallow: bool, heard: bool) -> None:
        """It does something while an order is on its way, or after an Enter that it did not notice."""
        agent = self.simulation.held.agent
        agent.swallow = 3 * swallow
        self.until(lambda: agent.swallow < 3 if swallow else self.services.line and self.services.line.ordering)
        if self.attached() and not agent.dialog:
            if asks:
                self.ask(heard)
            else:
                self.begin_by_itself("UserPromptSubmit")

    @precondition(lives)
    @rule(room=st.sampled_from([0, 3, 9, BUFFER, BUFFER]))
    def hear(self, room: int) -> None:
        """It reads so many bytes and then no more."""
        self.simulation.held.room = room
        try:
            self.simulation.held.core.on_writable()
        except Crash:
            self.simulation.held.die()

    @precondition(lives)
    @rule(hidden=st.sampled_from([False, False, True]), swallow=st.sampled_from([0, 1, 3]), lose=st.integers(0, 1))
    def spoil(self, hidden: bool, swallow: int, lose: int) -> None:
        """It does not show its composer, does not notice Enter, its next hook gets lost."""
        agent = self.simulation.held.agent
        agent.hidden, agent.swallow, agent.lose = hidden, swallow, lose
        agent.version += 1

    # Faults

    @precondition(lambda self: self.lives() and len(self.sent) > 1)
    @rule(code=st.sampled_from([None, 0, 1]))
    def exit(self, code: int | None) -> None:
        self.simulation.held.exit(code, 9 if code is None else None)

    @precondition(lives)
    @rule(fuse=st.one_of(st.none(), st.integers(0, 9)))
    def kill_holder(self, fuse: int | None) -> None:
        """Now, or after so many steps of what it is given to do."""
        if fuse is None:
            self.simulation.held.die()
        else:
            self.simulation.held.fuse = fuse

    @precondition(lives)
    @rule(full=st.booleans())
    def fill_holder(self, full: bool) -> None:
        self.simulation.held.full = full

    @precondition(up)
    @rule(full=st.booleans())
    def fill_database(self, full: bool) -> None:
        self.services.driver.full = full

    @precondition(attached)
    @rule()
    def cut(self) -> None:
        """The connection ends."""
        self.simulation.held.was_cut = True
        if self.simulation.held.core.peer is not None:
            self.simulation.held.core.on_gone(self.simulation.held.core.peer)
