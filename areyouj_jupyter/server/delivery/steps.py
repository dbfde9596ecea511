"""Steps: what an agent says and which tools it calls before its reply, stored and published while its turn runs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

from areyouj_jupyter.models import MessageModel
from areyouj_jupyter.server.process.incarnation import Incarnation
from areyouj_jupyter.server.storage.delivery_store import DeliveryStore
from areyouj_jupyter.specs import Step

PERIOD = 0.5  # seconds between two reads of the transcript: no hook reports that it has grown


class Steps:
    """The steps of one incarnation, owned by its delivery worker. Each is stored once, by its key, then published."""

    def __init__(self, run: Incarnation, deliveries: DeliveryStore, publish: Callable[[MessageModel], None]) -> None:
        """publish: takes every step, after it was committed."""
        self._run, self._deliveries, self._publish = run, deliveries, publish
        self._path: Path | None = None
        self._conversation_id = run.conversation_id
        self._offset = 0  # of what comes next in the transcript
        self._message_id = ""
        self._begun = False  # whether that is behind the present turn's prompt

    async def expect(self) -> None:
        """A turn may begin now: the transcript so far belongs to earlier ones."""
        if self._run.spec.read_steps:
            self._offset, self._message_id = await asyncio.to_thread(self._size), ""

    async def follow(self, message_id: str) -> None:
        """Publish steps until the end of the turn that this message began."""
        over = asyncio.ensure_future(self._run.until(lambda: not self._run.evidence.turn))
        if message_id != self._message_id:
            self._message_id, self._begun = message_id, False
        try:
            while self._run.spec.read_steps and not over.done():
                await asyncio.wait({over}, timeout=PERIOD)
                await self._look()
            await over
        finally:
            over.cancel()
            await asyncio.wait({over})

    async def _look(self) -> None:
        """Store and publish all new steps. Those that cannot be stored are tried again."""
        found = True
        while found:
            steps, offset = await asyncio.to_thread(self.read)
            if found := any(step.key for step in steps):
                keyed = [step for step in steps if step.key]
                for step in await self._deliveries.add_steps(self._message_id, keyed):
                    self._publish(step)
            self._offset = offset

    def read(self) -> tuple[Sequence[Step], int]:
        """The new steps, and the offset to continue from. Blocking."""
        spec = self._run.spec
        grown = self._size() > self._offset
        if not grown or self._path is None or spec.find_turn is None or spec.read_steps is None:
            return (), self._offset
        try:
            if not self._begun:
                begin = spec.find_turn(self._path, self._offset)
                self._begun, self._offset = begin is not None, begin or self._offset
            return spec.read_steps(self._path, self._offset) if self._begun else ((), self._offset)
        except OSError:
            return (), self._offset

    def _size(self) -> int:
        """Of the transcript in bytes, 0 while there is none. Blocking."""
        run = self._run
        try:
            if run.conversation_id != self._conversation_id:  # its transcript begins at 0
                self._conversation_id, self._path, self._offset = run.conversation_id, None, 0
            self._path = self._path or run.transcript()
            return self._path.stat().st_size if self._path else 0
        except OSError:
            self._path = None
            return 0
