"""DeliveryWorker: sends the queue of one session to one incarnation, a message at a time, and records the replies."""

from __future__ import annotations

import asyncio
import dataclasses
import logging
import uuid
from collections import Counter
from collections.abc import Awaitable, Callable

from areyouj_jupyter.errors import InputNotCleared
from areyouj_jupyter.models import MessageModel
from areyouj_jupyter.server.delivery.acceptance import Baseline, taken
from areyouj_jupyter.server.delivery.clearing import clear_input, cleared
from areyouj_jupyter.server.delivery.delivery import Outcome, blocked, deliver, settle, withdraw
from areyouj_jupyter.server.delivery.input_line import shows_exactly
from areyouj_jupyter.server.delivery.shell_command import BEGAN
from areyouj_jupyter.server.delivery.turn_follower import UNTOLD, Ended, TurnFollower
from areyouj_jupyter.server.delivery.wire_text import canonical, wire_text
from areyouj_jupyter.server.process.incarnation import Incarnation
from areyouj_jupyter.server.storage.delivery_store import DeliveryStore
from areyouj_jupyter.server.storage.message_rows import Delivery

logger = logging.getLogger(__name__)

PUT_BACK_WAIT = 0.5  # seconds for an interrupted CLI to put the text back into its composer
REFUSED_PAUSE = 0.5  # seconds after a delivery that could not begin
FAULT_PAUSE = 1.0  # seconds after an unexpected error
TRIES = 3  # of a message that its agent does not take although Enter is pressed
UNTAKEN = "The agent did not accept the message: Enter was pressed repeatedly, and the text stayed in its input."
WITHDRAWN = "withdrawn"
"""What is noted with a message whose text is about to be taken out of the composer."""


class DeliveryWorker:
    """Owned by a session for as long as the incarnation lives; `work` ends with it."""

    def __init__(
        self,
        session_id: str,
        run: Incarnation,
        deliveries: DeliveryStore,
        paused: Callable[[], bool],
        publish: Callable[[MessageModel], None],
        changed: Callable[[], None],
    ) -> None:
        """publish: takes every message that changed, after it was committed. changed: `held` is another."""
        self.wake = asyncio.Event()
        self.held: str | None = None
        """Why the message being sent does not progress; None: it does, or there is none."""
        self._session_id, self._run, self._deliveries = session_id, run, deliveries
        self._paused, self._publish, self._changed = paused, publish, changed
        self._turns = TurnFollower(session_id, run, deliveries, publish)
        self._writing = asyncio.Lock()  # a delivery and a clearing exclude each other
        self._loaded = False
        self._flight: Delivery | None = None
        self._seen: object = None
        """The facts by which the held message was last judged."""
        self._again: asyncio.TimerHandle | None = None
        self._tries: Counter[str] = Counter()
        self._left = ""
        """Our text that got no answer, in its canonical form: an interrupt may put it back into the composer."""

    async def work(self) -> None:
        """Continue where an earlier server stopped, then look whenever something changed, until the agent ends."""
        try:
            while self._run.exit is None or not self._loaded or self._flight:
                if not self._loaded:
                    await self._guarded(self._resume)
                    continue
                await self.wake.wait()
                self.wake.clear()
                await self._guarded(self._look)
        finally:
            self._later(None)

    async def clear_input(self, agent: str) -> str:
        """Clear the CLI's input line for a person; returns its text. agent: its name. Raises InputNotCleared."""
        if self._writing.locked():
            raise InputNotCleared(f"A message is being sent to {agent}. Try again once it has been sent.")
        async with self._writing:
            found = await cleared(self._run, agent)
        self.wake.set()
        return found

    async def _guarded(self, step: Callable[[], Awaitable[None]]) -> None:
        try:
            await step()
        except Exception:  # the delivery loop continues: the message keeps its last committed state
            logger.exception("delivery failed", extra={"session": self._session_id})
            self._loaded = False
            await asyncio.sleep(FAULT_PAUSE)
            self.wake.set()

    async def _resume(self) -> None:
        """Settle the message that was in flight when an earlier server ended."""
        self._flight = self._seen = None
        flight = await self._deliveries.in_flight(self._session_id)
        last = await self._deliveries.last_ended(self._session_id, self._run.number)
        sent = await asyncio.to_thread(canonical, last[0]) if last else ""
        self._left = sent if last and last[1] != "completed" else ""
        if flight is not None:
            await self._take_up(flight)
        elif sent and not self._run.evidence.turn and taken(self._run, sent, Baseline()):
            self._turns.turns = self._run.evidence.turns  # it was recorded, but not acknowledged any more
        self._loaded = True
        self.wake.set()

    async def _take_up(self, flight: Delivery) -> None:
        message, run = flight.message, self._run
        if flight.incarnation != run.number:
            await self._finish(flight, "uncertain", "The agent ended while no server was running.")
        elif message.status == "sending":
            self._flight = flight
        elif run.evidence.turn or run.evidence.ended:
            await self._follow(flight)
        elif run.spec.prompt_marks and (began := flight.evidence.get(BEGAN)):
            run.resume_command(int(began))
            await self._follow(flight)
        elif run.spec.prompt_marks:
            await self._finish(flight, "uncertain", UNTOLD)
        else:  # its hook got lost, or an earlier server had it
            run.evidence.on_accepted(asyncio.get_running_loop().time())
            await self._follow(flight, heard=False)
        if self._flight is None:
            run.acknowledge()

    async def _look(self) -> None:
        if self._run.evidence.own:
            self._turns.turns = self._run.evidence.turns  # nobody sent a message for it
        if self._flight is not None:
            await self._go_on(self._flight)
        elif self._run.evidence.turns > self._turns.turns:
            self._left = ""
            await self._turns.follow_typed()
        elif not self._paused() and await self._carry():
            self.wake.set()
        if not self._run.evidence.turn and self._flight is None:
            self._run.acknowledge()

    async def _carry(self) -> bool:
        """Deliver the first message and wait for its turn to end. False: there is none, or it could not be written."""
        run, why = self._run, blocked(self._run)
        if (why and not self._put_back()) or not await self._deliveries.waits(self._session_id):
            return False
        if why and not await self._take_out():
            return False
        before, delivery_id = await Baseline.of(run), uuid.uuid4().hex
        flight = await self._deliveries.claim(self._session_id, delivery_id, run.number, before.noted())
        if flight is None:
            return False
        self._publish(flight.message)
        await self._turns.expect()
        async with self._writing:
            outcome = await deliver(run, self._wire(flight), delivery_id, before, flight.command)
        return await self._conclude(flight, outcome)

    async def _go_on(self, flight: Delivery) -> None:
        """Continue with what was held up, if anything has changed since it was last judged."""
        held = self._paused() and self._run.exit is None
        if held or (self._seen is not None and self._seen == self._situation()):
            return
        before, withdrawn = Baseline.stored(flight.evidence), bool(flight.evidence.get(WITHDRAWN))
        wire, delivery_id = self._wire(flight), flight.delivery_id or ""
        async with self._writing:
            outcome = await settle(self._run, wire, delivery_id, before, flight.command, withdrawn)
        if await self._conclude(flight, outcome):
            self.wake.set()

    async def _conclude(self, flight: Delivery, outcome: Outcome) -> bool:
        """Record the outcome. False: it waits, or must be sent again."""
        if outcome.status == "stuck":
            flight, outcome = await self._withdraw(flight)
        self._hold(flight if outcome.status == "held" else None, outcome)
        if outcome.status == "held":
            return False
        message, delivery_id = flight.message, flight.delivery_id or ""
        if outcome.status == "pending":
            await self._release(flight, outcome.reason)
            return False
        if outcome.status == "uncertain":
            self._turns.turns = self._run.evidence.turns
            await self._finish(flight, "uncertain", outcome.reason)
            return True
        wire = self._wire(flight)
        shown = wire if wire != message.content else None
        self._tell(await self._deliveries.mark_processing(message.id, delivery_id, shown, outcome.evidence))
        await self._follow(flight, heard=outcome.evidence.get("confirmed") in ("hook", "mark"))
        return True

    async def _withdraw(self, flight: Delivery) -> tuple[Delivery, Outcome]:
        """Remove its text from the composer. Note it first, in case of a crash before it is recorded."""
        message_id, delivery_id = flight.message.id, flight.delivery_id or ""
        self._tries[message_id] += 1
        await self._deliveries.note(message_id, delivery_id, {WITHDRAWN: True})
        flight = dataclasses.replace(flight, evidence={**flight.evidence, WITHDRAWN: True})
        before = Baseline.stored(flight.evidence)
        async with self._writing:
            return flight, await withdraw(self._run, self._wire(flight), delivery_id, before, flight.command)

    async def _release(self, flight: Delivery, reason: str) -> None:
        """It was not taken and waits again; the number of tries is limited."""
        if self._tries[flight.message.id] >= TRIES:
            await self._finish(flight, "error", UNTAKEN)
            return
        self._tell(await self._deliveries.release(flight.message.id, flight.delivery_id or "", reason))
        await asyncio.sleep(REFUSED_PAUSE)  # looking at the screen woke us, regardless of what it showed

    async def _follow(self, flight: Delivery, heard: bool = True) -> None:
        """Follow it until the end of its turn. An interrupt may put its text back."""
        status = await self._turns.follow(flight.message.id, flight.delivery_id, flight.command, heard)
        ours = status != "completed" and flight.delivery_id is not None
        self._left = await asyncio.to_thread(canonical, self._wire(flight)) if ours else ""
        if ours and self._run.evidence.interrupted:  # it is reported before the text is back
            await self._run.until(self._put_back, PUT_BACK_WAIT)
        if self._put_back():
            await self._take_out()

    def _put_back(self) -> bool:
        """Whether the composer holds our unanswered text and nothing else."""
        run = self._run
        return bool(self._left) and blocked(run) == "composer" and shows_exactly(run, self._left)

    async def _take_out(self) -> bool:
        async with self._writing:
            with self._run.terminal.held():
                return await clear_input(self._run)

    def _hold(self, flight: Delivery | None, outcome: Outcome | None) -> None:
        """What is held up, and why."""
        held = outcome.reason if flight and outcome else None
        self._flight, self._seen = flight, self._situation() if flight else None
        self._later(outcome.again if flight and outcome else None)
        if held != self.held:
            self.held = held
            self._changed()

    def _later(self, seconds: float | None) -> None:
        """Judge what is held up again after this time, even if nothing changed. None: not by time."""
        if self._again:
            self._again.cancel()
        self._again = asyncio.get_running_loop().call_later(seconds, self._retry) if seconds is not None else None

    def _retry(self) -> None:
        self._seen = None
        self.wake.set()

    def _situation(self) -> object:
        """The facts by which a held message is judged."""
        run, reading = self._run, self._run.evidence.reading
        return run.verdict().state, reading.composer, run.evidence.turns, run.exit

    def _wire(self, flight: Delivery) -> str:
        return wire_text(flight.message.content, self._run.spec.neutral, flight.command)

    async def _finish(self, flight: Delivery, status: Ended, reason: str) -> None:
        self._tries.pop(flight.message.id, None)
        await self._turns.finish(flight.message.id, flight.delivery_id, status, reason)

    def _tell(self, message: MessageModel | None) -> None:
        if message is not None:
            self._publish(message)
