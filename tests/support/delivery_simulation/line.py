"""The line from an incarnation to its holder, in the place of a `Terminal`: orders, hooks, answers and typing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import msgspec
from holder_outside import Crash, Server

from areyouj_jupyter.holder import wire
from areyouj_jupyter.holder.orders.ledger import Key
from areyouj_jupyter.server.process.incarnation import Incarnation
from areyouj_jupyter.server.terminals import Answer, Exit, HolderLost, HolderRefused
from areyouj_jupyter.server.terminals.holders.holder_answers import Requests
from areyouj_jupyter.server.terminals.holders.holder_records import read_hook
from delivery_simulation.agent import Held


class Line:
    """In the place of a Terminal: from one incarnation to its holder, for orders, hooks, answers and typing."""

    def __init__(self, held: Held, peer: int, facts: Incarnation, pastes: dict[str, str]) -> None:
        """pastes: takes what was ordered to be pasted, by delivery."""
        self.holder, self.facts, self._pastes = held, facts, pastes
        self.watched = False
        self.answering, self.silences, self.meta = True, 0, held.found().meta
        self.ring = SimpleNamespace(end=0, read=lambda offset: (b"", 0))
        self.closed = False
        self.ptyproc = SimpleNamespace(pid=1, isalive=lambda: not self.closed, foreground=lambda: False)
        self.ending = self._lost = False
        self._server, self._loop = Server(held, peer), asyncio.get_running_loop()
        self._unsent: list[Callable[[], None]] = []
        self._order: Callable[[], None] | None = None
        self._requests = Requests()
        self._typed: bytes | None = None
        self._shown = -1

    def attach(self, epoch: int) -> None:
        """Raises HolderRefused, OSError if nobody is there."""
        if not self.holder.lives:
            raise ConnectionRefusedError
        self._server.hello(epoch)
        for kind, payload in [frame for _, frames in self.holder.dismissed for frame in frames]:
            self.holder.dismissed.clear()
            if kind == wire.REFUSED and self.holder.core.peer != self._server.peer:
                raise HolderRefused(wire.body(payload)["why"])
        for kind, payload in self._server.hear():
            if kind == wire.WELCOME:
                self.ptyproc.holder = SimpleNamespace(welcome=SimpleNamespace(**wire.body(payload)))
            else:
                self._loop.call_soon(self._on_frame, kind, payload)

    # The world goes on

    @property
    def ordering(self) -> bool:
        """Whether the last order is on its way, and the holder has not heard it."""
        return self._order in self._unsent

    def pump(self) -> bool:
        """Carry what was said both ways; true if something was."""
        if self.closed or self._lost:
            return False
        unsent = bool(self._unsent)
        self.flush()
        self.holder.look()
        if not self.holder.lives or self.holder.core.peer != self._server.peer:
            self._loop.call_soon(self._lose)
            self._lost = True
            return True
        frames = self._server.hear()
        for frame in frames:
            self._loop.call_soon(self._on_frame, *frame)
        if self._shown != self.holder.agent.version:
            self._shown = self.holder.agent.version
            self._loop.call_soon(self.facts.on_output, b"", 0)
            return True
        return unsent or bool(frames)

    def flush(self) -> None:
        """The holder hears what was said."""
        unsent, self._unsent = self._unsent, []
        for say in unsent:
            if not self.closed and self.holder.lives and self.holder.core.peer == self._server.peer:
                try:
                    say()
                except Crash:
                    self.holder.die()

    def _lose(self) -> None:
        """The connection ended."""
        self.closed = True
        self._requests.lose()
        if self.facts.exit is None:
            self._on_end(Exit(None, None))

    def _on_frame(self, kind: int, payload: bytes) -> None:
        if self.closed:
            return
        if kind == wire.HOOK:
            self.facts.on_hook(read_hook(payload))
            return
        body = wire.body(payload)
        if kind == wire.ANSWER and (body["state"] != "intent" or body["why"]):
            self._requests.answer((body["id"], body["step"], body["attempt"]), body)
        elif kind == wire.FATE:
            self._requests.answer(f"fate {body['id']}", body)
        elif kind == wire.STOPPED:
            self._requests.answer("stopped", body)
        elif kind == wire.EXIT:
            self._on_end(Exit(body["code"], body["signal"]))

    def _on_end(self, end: Exit) -> None:
        if not self.ending:
            self._say(lambda: self._server.say(wire.COLLECTED))
        self.facts.on_exit(end)

    def _say(self, say: Callable[[], None]) -> None:
        if not self.closed:
            self._unsent.append(say)

    async def _ask(self, key: Key | str, say: Callable[[], None]) -> dict[str, Any]:
        if self.closed:
            raise HolderLost
        reply = self._requests.expect(key)
        self._say(say)
        return await reply

    # What a Terminal does

    async def order(self, id: str, step: str, data: bytes, hook: int, attempt: int, deadline: float) -> Answer | None:
        """None: nobody can tell."""
        if step == "paste":
            self._pastes.setdefault(id, data.decode())  # one that is asked after again says nothing

        def say() -> None:
            self._server.order(id, step, data, hook=hook, attempt=attempt)

        self._order = say
        try:
            async with asyncio.timeout(deadline):
                return msgspec.convert(await self._ask((id, step, attempt), say), Answer)
        except (TimeoutError, HolderLost):
            return None

    async def fate(self, id: str) -> dict[tuple[str, int], str]:
        """Raises HolderLost."""
        body = await self._ask(f"fate {id}", lambda: self._server.say(wire.STATUS, id=id))
        return {(step, attempt): state for step, attempt, state in body["steps"]}

    def acknowledge(self, hook: int) -> None:
        self._say(lambda: self._server.say(wire.ACK, hook=hook))

    def write(self, data: bytes) -> bool:
        self._say(lambda: self._server.type(data))
        return True

    def type_from(self, client: object, data: bytes) -> None:
        """What a person types: held back while a message is being delivered."""
        if self._typed is None:
            self.write(data)
        else:
            self._typed += data

    @contextmanager
    def held(self) -> Iterator[None]:
        self._typed = b""
        try:
            yield
        finally:
            typed, self._typed = self._typed, None
            if typed:
                self.write(typed)

    async def stop(self) -> list[int]:
        try:
            return list((await self._ask("stopped", lambda: self._server.say(wire.STOP)))["survivors"])
        except HolderLost:
            return []

    def close(self, flush: bool = True) -> None:
        """Let go of the holder. flush: it still hears what was said."""
        if flush:
            self.flush()
        if not self.closed:
            self.closed = True
            self.holder.core.on_gone(self._server.peer)
