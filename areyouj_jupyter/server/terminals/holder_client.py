"""The server's end of a holder: an agent that runs elsewhere, written to and listened to over its control socket."""

from __future__ import annotations

import asyncio
import logging
from typing import Any, Literal, Protocol

import msgspec

from areyouj_jupyter.holder import wire
from areyouj_jupyter.holder.ledger import Key
from areyouj_jupyter.models import Model
from areyouj_jupyter.server.terminals.holder_link import HolderLink
from areyouj_jupyter.server.terminals.holder_records import ExitRecord, HolderMeta, Hook, read_hook
from areyouj_jupyter.server.terminals.holder_start import HolderOrders, kill_holder, start_holder

logger = logging.getLogger(__name__)

DEADLINE = 5.0  # seconds for a holder to say welcome
WRITE_LIMIT = 8 * 1024 * 1024  # bytes that may wait for an agent that does not read
INPUT_BYTES = 1024 * 1024  # in one frame


class Listener(Protocol):
    """Whoever the agent's facts are told to, on the loop; the first may come before `attach` returned."""

    def on_output(self, data: bytes, offset: int) -> None:
        """Output. offset: of its first byte; a later one than expected where bytes in between were not kept."""

    def on_hook(self, hook: Hook) -> None:
        """A hook; it comes again after a new `attach` unless it was acknowledged."""

    def on_foreground(self, busy: bool) -> None:
        """Whether another process group than the agent's own has the terminal now."""

    def on_exit(self, record: ExitRecord) -> None:
        """The agent ended; all its output was told."""

    def on_lost(self, why: str) -> None:
        """The connection ended, not by `detach`: `replaced` by a newer server, or the holder is `gone`."""


class Welcome(Model, frozen=True):
    """What a holder says first. offset: where its output goes on; hook: number of the newest hook."""

    version: int
    session_id: str
    incarnation: int
    pid: int
    offset: int
    start: int
    end: int
    rows: int
    cols: int
    hooks: int
    hook: int
    foreground: bool
    exit: ExitRecord | None = None


class Answer(Model, frozen=True):
    """What became of an order."""

    id: str
    step: str
    attempt: int
    state: Literal["done", "refused", "intent"]
    """intent: begun, but the agent ended before it had read all of it."""
    repeated: bool = False
    """Whether it was done or refused earlier, not now."""
    why: str = ""
    """Of a refusal: `hook`, `incarnation`, `paste`, `attempt`, `input`, `disk` or `exited`."""


class HolderRefused(Exception):
    """The holder does not want this server."""

    def __init__(self, why: str, owner: int = 0) -> None:
        """why: `owner` (a newer one is attached), `version` or `replaced`. owner: the epoch that holds."""
        super().__init__(f"The holder refused this server: {why}.")
        self.why, self.owner = why, owner


class HolderLost(ConnectionError):
    """The holder went away before it answered."""


class Holder:
    """One attached holder; complete once `start` or `attach` returned it. Nothing here ever blocks."""

    welcome: Welcome

    def __init__(self, meta: HolderMeta, listener: Listener) -> None:
        """Use `start` or `attach`."""
        self.meta = meta
        self.exit: ExitRecord | None = None
        self.foreground = False
        self.waiting = 0
        """Bytes that the agent had not taken when the holder last told."""
        self.drained = asyncio.Event()
        """Set while the agent reads what it is given."""
        self.drained.set()
        self._listener = listener
        self._greeted: asyncio.Future[Welcome] = asyncio.get_running_loop().create_future()
        self._asked: dict[Key | str, list[asyncio.Future[Any]]] = {}
        self._detached = False
        self._refusal: HolderRefused | None = None
        self._link = HolderLink(self._on_frame, self._on_lost)

    @classmethod
    async def start(cls, orders: HolderOrders, listener: Listener, epoch: int) -> Holder:
        """Start an agent in a holder of its own. Raises HolderFailed. epoch: of this server's ownership."""
        meta = await start_holder(orders)
        try:
            return await cls.attach(meta, listener, epoch)
        except BaseException:
            kill_holder(meta)  # nobody would ever come for the agent
            raise

    @classmethod
    async def attach(
        cls, meta: HolderMeta, listener: Listener, epoch: int | None, offset: int = 0, hook: int = 0
    ) -> Holder:
        """Take over an agent that runs. Raises HolderRefused; OSError if nobody is there.

        offset: where output shall go on. hook: the last one that is known. epoch: None takes over from any server.
        """
        holder = cls(meta, listener)
        hello = {"version": wire.VERSION, "offset": offset, "hook": hook, "owner": epoch}
        try:
            async with asyncio.timeout(DEADLINE):
                loop = asyncio.get_running_loop()
                await loop.create_unix_connection(lambda: holder._link, meta.control_socket)
                holder._link.send(wire.frame(wire.HELLO, hello))
                await holder._greeted
        except BaseException:
            holder.detach()
            raise
        return holder

    # Commands

    def write(self, data: bytes) -> bool:
        """Type bytes; they are written in order as soon as the agent reads. False: too much waits, nothing is taken."""
        if self.exit or self._link.closed or self.waiting + self._link.unsent + len(data) > WRITE_LIMIT:
            return False
        for begin in range(0, len(data), INPUT_BYTES):
            self._link.send(wire.raw_frame(wire.INPUT, data[begin : begin + INPUT_BYTES]))
        if self.waiting:
            self.waiting += len(data)
        return True

    def resize(self, rows: int, cols: int) -> None:
        """Give the terminal a size, 1 to 10,000 each."""
        self._link.send(wire.frame(wire.RESIZE, {"rows": rows, "cols": cols}))

    def signal(self, number: int) -> None:
        """Signal the agent's process group."""
        self._link.send(wire.frame(wire.SIGNAL, {"number": number}))

    def acknowledge(self, hook: int) -> None:
        """All hooks up to this number are safe with us."""
        self._link.send(wire.frame(wire.ACK, {"hook": hook}))

    def collected(self) -> None:
        """The exit is safe with us: the holder may go."""
        self._detached = True
        self._link.send(wire.frame(wire.COLLECTED, {}))

    async def order(
        self, id: str, step: Literal["paste", "submit"], data: bytes, hook: int, offset: int, attempt: int = 1
    ) -> Answer:
        """Write these bytes once, however often this is ordered; returns when the agent has them, or never will.

        id: of the delivery. hook, offset: the last ones that were known when it was judged. attempt: 1 to 9, of a
        submit that is repeated on purpose. Raises HolderLost; then `fate` of the next connection knows.
        """
        body = {"id": id, "step": step, "attempt": attempt, "hook": hook, "offset": offset}
        frame = wire.mixed_frame(wire.ORDER, {**body, "incarnation": self.meta.incarnation}, data)
        answer = await self._ask((id, step, attempt), frame)
        return msgspec.convert(answer, Answer)

    async def fate(self, id: str) -> dict[tuple[str, int], str]:
        """How far a delivery went: step and attempt → `intent`, `done` or `refused`. Raises HolderLost."""
        steps = (await self._ask(f"fate {id}", wire.frame(wire.STATUS, {"id": id})))["steps"]
        return {(step, attempt): state for step, attempt, state in steps}

    async def look_foreground(self) -> bool:
        """Whether another process group than the agent's own has the terminal. Raises HolderLost."""
        return bool((await self._ask("foreground", wire.frame(wire.ASK, {})))["busy"])

    async def stop(self) -> list[int]:
        """End the agent and all its descendants, then the holder. The pids that live on. Raises HolderLost."""
        survivors: list[int] = (await self._ask("stopped", wire.frame(wire.STOP, {})))["survivors"]
        self._detached = self._detached or self.exit is not None
        return survivors

    def pause(self, paused: bool) -> None:
        """Take no more output for now, or go on; the agent does not notice, the oldest output may be lost."""
        self._link.pause(paused)

    def detach(self) -> None:
        """Let go; holder and agent live on. Harmless when repeated."""
        self._detached = True
        self._link.close()

    async def _ask(self, key: Key | str, frame: bytes) -> dict[str, Any]:
        if self._link.closed:
            raise HolderLost("The holder is gone.")
        reply: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        self._asked.setdefault(key, []).append(reply)
        self._link.send(frame)
        return await reply

    # Facts

    def _on_frame(self, kind: int, payload: bytes) -> None:
        if kind == wire.OUTPUT:
            offset, data = wire.output(payload)
            self._listener.on_output(data, offset)
        elif kind == wire.HOOK:
            self._listener.on_hook(read_hook(payload))
        else:
            self._on_fact(kind, wire.body(payload))

    def _on_fact(self, kind: int, body: dict[str, Any]) -> None:
        if kind == wire.WELCOME:
            self.welcome = msgspec.convert(body, Welcome)
            self.foreground = self.welcome.foreground
            if not self._greeted.done():
                self._greeted.set_result(self.welcome)
        elif kind == wire.ANSWER:
            if body["state"] != "intent" or body["why"]:  # else it goes on
                self._reply((body["id"], body["step"], body["attempt"]), body)
        elif kind == wire.FATE:
            self._reply(f"fate {body['id']}", body)
        elif kind == wire.STOPPED:
            self._reply("stopped", body)
        elif kind == wire.WAITING:
            self._on_waiting(body["bytes"], body["dropped"])
        elif kind == wire.FOREGROUND:
            self._on_foreground(body)
        elif kind == wire.EXIT:
            self.exit = msgspec.convert(body, ExitRecord)
            self._listener.on_exit(self.exit)
        elif kind == wire.REFUSED:
            self._refusal = HolderRefused(body["why"], body["owner"])

    def _on_waiting(self, count: int, dropped: int) -> None:
        self.waiting = count
        if count:
            self.drained.clear()
        else:
            self.drained.set()
        if dropped:
            logger.warning("input dropped", extra={"session": self.meta.session_id, "size": dropped})

    def _on_foreground(self, body: dict[str, Any]) -> None:
        self._reply("foreground", body)
        if body["busy"] != self.foreground:
            self.foreground = body["busy"]
            self._listener.on_foreground(self.foreground)

    def _reply(self, key: Key | str, body: dict[str, Any]) -> None:
        for reply in self._asked.pop(key, ()):
            if not reply.done():
                reply.set_result(body)

    def _on_lost(self) -> None:
        for reply in [reply for replies in self._asked.values() for reply in replies]:
            if not reply.done():
                reply.set_exception(HolderLost("The holder went away."))
        self._asked.clear()
        if not self._greeted.done():
            self._greeted.set_exception(self._refusal or HolderLost("The holder went away."))
        elif not self._detached:
            self._listener.on_lost(self._refusal.why if self._refusal else "gone")
