"""The courier: carries the queue of one session to one incarnation, one message at a time, and brings the replies."""

from __future__ import annotations

import asyncio
import dataclasses
import logging
import time
import uuid
from collections.abc import Awaitable, Callable
from typing import Literal

import msgspec

from areyouj_jupyter.errors import InputNotCleared
from areyouj_jupyter.models import MessageModel, Usage
from areyouj_jupyter.server.clearing import clear_input
from areyouj_jupyter.server.counters import MESSAGES
from areyouj_jupyter.server.delivery import Outcome, blocked, deliver, resume, taken
from areyouj_jupyter.server.delivery_store import DeliveryStore
from areyouj_jupyter.server.incarnation import Incarnation
from areyouj_jupyter.server.last_turn import last_turn
from areyouj_jupyter.server.message_rows import Delivery
from areyouj_jupyter.server.steps import Steps
from areyouj_jupyter.server.wire import canonical, wire_text
from areyouj_jupyter.specs import Fact, Turn

logger = logging.getLogger(__name__)

INTERRUPTED = "interrupted"
REFUSED_PAUSE = 0.5  # seconds after a delivery that could not begin
FAULT_PAUSE = 1.0  # seconds after an error nobody foresaw


class Courier:
    """Owned by a session for as long as the incarnation lives; `work` ends with it."""

    def __init__(
        self,
        session_id: str,
        run: Incarnation,
        deliveries: DeliveryStore,
        paused: Callable[[], bool],
        publish: Callable[[MessageModel], None],
    ) -> None:
        """publish: takes every message that changed, after it was committed."""
        self.wake = asyncio.Event()
        self._session_id, self._run, self._deliveries = session_id, run, deliveries
        self._paused, self._publish = paused, publish
        self._steps = Steps(run, deliveries, publish)
        self._turns = 0
        self._settled = False
        self._writing = asyncio.Lock()  # what is delivered and what is cleared do not mix
        self._cost: float | None = None  # what the process had cost when the turn began; None: not known
        self.sent = self.completed = self.failed = 0

    async def work(self) -> None:
        """Go on where an earlier server ended; then look whenever something changed, until the agent ends."""
        while self._run.exit is None or not self._settled:
            if not self._settled:
                await self._guarded(self._resume)
                continue
            await self.wake.wait()
            self.wake.clear()
            await self._guarded(self._look)

    async def clear_input(self, agent: str) -> str:
        """Clear the CLI's input line; gives what stood there. agent: its name. Raises InputNotCleared."""
        run = self._run
        if self._writing.locked():
            raise InputNotCleared(f"A message is being sent to {agent}; try again when it has gone.")
        async with self._writing:
            run.look()
            state, found = run.verdict().state, run.evidence.reading.composer
            if run.spec.composer is None or not run.spec.clear_composer:
                raise InputNotCleared(f"{run.spec.display_name} has no input line that can be cleared from here.")
            if state != "idle":
                doing = "shows a dialog" if state == "awaiting_input" else f"is {state.replace('_', ' ')}"
                raise InputNotCleared(f"{agent} {doing}; its input line can be cleared once it is idle.")
            if not await clear_input(run):
                raise InputNotCleared(f"The input line of {agent} could not be cleared; do it in the terminal.")
        self.wake.set()
        return found or ""

    async def _guarded(self, step: Callable[[], Awaitable[None]]) -> None:
        try:
            await step()
        except Exception:  # the delivery loop goes on: the message keeps its last committed state
            logger.exception("delivery failed", extra={"session": self._session_id})
            self._settled = False
            await asyncio.sleep(FAULT_PAUSE)
            self.wake.set()

    async def _resume(self) -> None:
        """Settle the message that was in flight when an earlier server ended."""
        flight = await self._deliveries.in_flight(self._session_id)
        if flight is not None:
            await self._settle(flight)
        elif await self._recorded():
            self._turns = self._run.evidence.turns
        self._settled = True
        self.wake.set()

    async def _recorded(self) -> bool:
        """Whether the turn that hooks told of was recorded before: only that was not acknowledged any more."""
        last = await self._deliveries.last_ended(self._session_id, self._run.number)
        sent = await asyncio.to_thread(canonical, last) if last else ""
        return bool(sent) and not self._run.evidence.turn and taken(self._run, sent, 0)

    async def _settle(self, flight: Delivery) -> None:
        message, delivery_id, run = flight.message, flight.delivery_id, self._run
        if flight.incarnation != run.number:
            await self._finish(message.id, delivery_id, "uncertain", "The agent ended while nobody saw it.")
        elif message.status == "sending" and delivery_id is not None:
            wire = wire_text(message.content, run.spec.neutral, flight.command)
            async with self._writing:
                outcome = await resume(run, wire, delivery_id, flight.command)
            if outcome.status == "pending":
                self._tell(await self._deliveries.release(message.id, delivery_id, outcome.reason))
            else:
                await self._delivered(flight, delivery_id, wire, outcome)
        elif run.evidence.turn or run.evidence.ended:
            await self._follow(message.id, delivery_id, flight.command)
        else:
            why = "The server ended during the turn, and nothing tells how the turn ended; look at the terminal."
            await self._finish(message.id, delivery_id, "uncertain", why)
        self._run.acknowledge()

    async def _look(self) -> None:
        if self._run.evidence.own:
            self._turns = self._run.evidence.turns  # nobody sent a message for it
        if self._run.evidence.turns > self._turns:
            await self._follow_typed()
        elif not self._paused() and blocked(self._run) is None and await self._carry():
            self.wake.set()
        if not self._run.evidence.turn:
            self._run.acknowledge()

    async def _carry(self) -> bool:
        """Deliver the first message and wait for its turn to end. False: there is none, or it could not be written."""
        delivery_id = uuid.uuid4().hex
        claimed = await self._deliveries.claim(self._session_id, delivery_id, self._run.number)
        if claimed is None:
            return False
        message = claimed.message
        self._publish(message)
        self._cost = (await self._run.meter.look()).cost_usd
        await self._steps.expect()
        wire = wire_text(message.content, self._run.spec.neutral, claimed.command)
        async with self._writing:
            outcome = await deliver(self._run, wire, delivery_id, claimed.command)
        if outcome.status == "pending":
            self._tell(await self._deliveries.release(message.id, delivery_id, outcome.reason))
            await asyncio.sleep(REFUSED_PAUSE)  # looking at the screen woke us, whatever it showed
            return False
        await self._delivered(claimed, delivery_id, wire, outcome)
        return True

    async def _delivered(self, claimed: Delivery, delivery_id: str, wire: str, outcome: Outcome) -> None:
        message = claimed.message
        self.sent += 1
        if outcome.status == "uncertain":
            self._turns = self._run.evidence.turns
            await self._finish(message.id, delivery_id, "uncertain", outcome.reason)
            return
        shown = wire if wire != message.content else None
        self._tell(await self._deliveries.mark_processing(message.id, delivery_id, shown, outcome.evidence))
        await self._follow(message.id, delivery_id, claimed.command)

    async def _follow_typed(self) -> None:
        """A person typed this prompt into the terminal; record it and its reply like any other."""
        run = self._run
        message = await self._deliveries.add_typed(self._session_id, run.evidence.prompt or "(typed)", run.number)
        self._publish(message)
        self._cost = (await run.meter.look()).cost_usd
        await self._follow(message.id, None)

    async def _follow(self, message_id: str, delivery_id: str | None, command: bool = False) -> None:
        """Tell the turn's steps until it ends, then record how. command: its end, too, may be told by no hook."""
        run = self._run
        await self._steps.follow(message_id)
        self._turns = run.evidence.turns
        if command and self._ended_quietly():
            await self._finish(message_id, delivery_id, "completed", None)
            return
        if run.evidence.turn and run.exit:
            await self._finish(message_id, delivery_id, "error", f"The agent {run.exit.sentence()} during the turn.")
            return
        end = run.evidence.ended
        if end and end.fact is Fact.FAILED:
            await self._finish(message_id, delivery_id, "error", end.text or "The agent reported an error.")
        elif (end is None or end.fact is None) and self._tells_end():
            await self._finish(message_id, delivery_id, "error", INTERRUPTED)
            self._clear_composer()
        else:
            turn, gauge = await asyncio.gather(last_turn(run, end), run.meter.look(time.time()))
            await self._finish(message_id, delivery_id, "completed", None, self._priced(turn, gauge.cost_usd))

    def _priced(self, turn: Turn, cost: float | None) -> Turn:
        """With what it cost, if that is known. cost: of the process, up to now."""
        before, self._cost = self._cost, None
        if cost is None or before is None:
            return turn
        usage = msgspec.structs.replace(turn.usage or Usage(), cost_usd=max(0.0, cost - before))
        return dataclasses.replace(turn, usage=usage)

    def _ended_quietly(self) -> bool:
        """Whether a command is over of which no hook told: it showed a panel, ended the agent, or the like."""
        run = self._run
        if run.exit is not None:
            return run.exit.code == 0
        return not run.spec.prompt_marks and (run.evidence.ended is None or run.evidence.ended.fact is None)

    def _tells_end(self) -> bool:
        """Whether this CLI says by itself when a turn is complete; then silence about it means an interrupt."""
        return any(hook.fact is Fact.FINISHED for hook in self._run.spec.hooks.values()) and self._run.evidence.hooked

    def _clear_composer(self) -> None:
        """An interrupt may put the prompt back into the composer; nobody wants it before the next message."""
        if self._run.evidence.reading.composer and not self._run.evidence.reading.shown:
            self._run.press(self._run.spec.clear_composer)

    async def _finish(
        self,
        message_id: str,
        delivery_id: str | None,
        status: Literal["completed", "error", "uncertain"],
        reason: str | None,
        turn: Turn | None = None,
    ) -> None:
        self.completed += status == "completed"
        self.failed += status != "completed"
        MESSAGES.labels(status).inc()
        for message in await self._deliveries.finish(message_id, delivery_id, status, reason, turn) or []:
            self._publish(message)  # the reply before its message, so that whoever waits for the end finds it

    def _tell(self, message: MessageModel | None) -> None:
        if message is not None:
            self._publish(message)
