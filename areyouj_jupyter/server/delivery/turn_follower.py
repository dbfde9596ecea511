"""Following a turn: from the prompt that an agent took to the end, which is recorded with what it said."""

from __future__ import annotations

import asyncio
import dataclasses
import time
from collections.abc import Callable
from typing import Literal

import msgspec

from areyouj_jupyter.models import MessageModel, Usage
from areyouj_jupyter.server.delivery.last_turn import last_turn
from areyouj_jupyter.server.delivery.steps import Steps
from areyouj_jupyter.server.metrics import MESSAGES
from areyouj_jupyter.server.process.incarnation import Incarnation
from areyouj_jupyter.server.storage.delivery_store import DeliveryStore
from areyouj_jupyter.specs import Fact, Turn

INTERRUPTED = "interrupted"
UNTOLD = "It is not known how the turn ended. Look at the terminal."
Ended = Literal["completed", "error", "uncertain"]


class TurnFollower:
    """Follows the turns of one incarnation; owned by its delivery worker."""

    def __init__(
        self, session_id: str, run: Incarnation, deliveries: DeliveryStore, publish: Callable[[MessageModel], None]
    ) -> None:
        """publish: takes every message that changed, after it was committed."""
        self.turns = 0
        """How many turns are recorded, or belong to no message."""
        self._session_id, self._run, self._deliveries, self._publish = session_id, run, deliveries, publish
        self._steps = Steps(run, deliveries, publish)
        self._cost: float | None = None  # what the process had cost when the turn began; None: not known

    async def expect(self) -> None:
        """A turn may begin now: everything before it belongs to others."""
        self._cost = (await self._run.usage_reader.look()).cost_usd
        await self._steps.expect()

    async def follow_typed(self) -> Ended:
        """A person typed this prompt into the terminal; record it and its reply like any other."""
        run = self._run
        message = await self._deliveries.add_typed(self._session_id, run.evidence.prompt or "(typed)", run.number)
        self._publish(message)
        self._cost = (await run.usage_reader.look()).cost_usd
        return await self.follow(message.id, None)

    async def follow(
        self, message_id: str, delivery_id: str | None, command: bool = False, heard: bool = True
    ) -> Ended:
        """Publish the turn's steps until it ends, then record how it ended.

        command: hooks may not report its end. heard: a hook reported its start, so one will report its end.
        """
        run = self._run
        await self._steps.follow(message_id)
        self.turns = run.evidence.turns
        if command and self._ended_quietly():
            return await self.finish(message_id, delivery_id, "completed")
        if run.evidence.turn and run.exit:
            why = f"The agent {run.exit.sentence()} during the turn."
            return await self.finish(message_id, delivery_id, "error", why)
        end = run.evidence.ended
        if end and end.fact is Fact.FAILED:
            return await self.finish(message_id, delivery_id, "error", end.text or "The agent reported an error.")
        if end and end.fact is Fact.INTERRUPTED:
            return await self.finish(message_id, delivery_id, "error", INTERRUPTED)
        told = end is not None and end.fact is not None
        turn, gauge = await asyncio.gather(last_turn(run, end), run.usage_reader.look(time.time()))
        if not told and self._tells_end():
            if heard:
                return await self.finish(message_id, delivery_id, "error", INTERRUPTED)
            if not turn.text:
                return await self.finish(message_id, delivery_id, "uncertain", UNTOLD)
        return await self.finish(message_id, delivery_id, "completed", None, self._priced(turn, gauge.cost_usd))

    def _priced(self, turn: Turn, cost: float | None) -> Turn:
        """The turn with its cost, if known. cost: of the process up to now."""
        before, self._cost = self._cost, None
        if cost is None or before is None:
            return turn
        usage = msgspec.structs.replace(turn.usage or Usage(), cost_usd=max(0.0, cost - before))
        return dataclasses.replace(turn, usage=usage)

    def _ended_quietly(self) -> bool:
        """Whether a command is over that no hook reported: it showed a panel, ended the agent, and so on."""
        run = self._run
        if run.exit is not None:
            return run.exit.code == 0
        end = run.evidence.ended
        return not run.spec.prompt_marks and (end is None or end.fact is None or end.reported)

    def _tells_end(self) -> bool:
        """Whether this CLI reports when a turn is complete; if it then does not, the turn was interrupted."""
        return any(hook.fact is Fact.FINISHED for hook in self._run.spec.hooks.values()) and self._run.evidence.hooked

    async def finish(
        self,
        message_id: str,
        delivery_id: str | None,
        status: Ended,
        reason: str | None = None,
        turn: Turn | None = None,
    ) -> Ended:
        """Record an end, then publish it."""
        MESSAGES.labels(status).inc()
        for message in await self._deliveries.finish(message_id, delivery_id, status, reason, turn) or []:
            self._publish(message)  # the reply before its message, so that it is there for those who wait for the end
        return status
