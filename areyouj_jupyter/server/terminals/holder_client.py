"""The server's end of a holder: an agent that runs elsewhere, written to and listened to over its control socket."""

from __future__ import annotations

import asyncio
import logging
import os
from typing import Any, Literal, Protocol

import msgspec

from areyouj_jupyter.holder import wire
from areyouj_jupyter.holder.ledger import Key
from areyouj_jupyter.holder.ring import Ring
from areyouj_jupyter.server.terminals.holder_answers import Answer, HolderLost, HolderRefused, Requests, Welcome
from areyouj_jupyter.server.terminals.holder_link import HolderLink
from areyouj_jupyter.server.terminals.holder_records import ExitRecord, HolderMeta, Hook, read_hook
from areyouj_jupyter.server.terminals.holder_start import HolderOrders, kill_holder, start_holder
from areyouj_jupyter.server.terminals.reader import Reader
from areyouj_jupyter.server.terminals.reaping import reap_holder

logger = logging.getLogger(__name__)

DEADLINE = 5.0  # seconds for a holder to say welcome
WRITE_LIMIT = 8 * 1024 * 1024  # bytes that may wait for an agent that does not read
INPUT_BYTES = 1024 * 1024  # in one frame


class Listener(Protocol):
    """Whoever the agent's facts are told to, on the loop; the first may come before `attach` returned."""

    def on_output(self, data: bytes, offset: int) -> None:
        """Output, whole characters. offset: of its first byte; later than asked for where the ring has forgotten."""

    def on_hook(self, hook: Hook) -> None:
        """A hook; it comes again after a new `attach` unless it was acknowledged."""

    def on_closed(self, closed: bool) -> None:
        """The agent closed its terminal and lives, or opened it again."""

    def on_exit(self, record: ExitRecord) -> None:
        """The agent ended; all its output was told."""

    def on_lost(self, why: str) -> None:
        """The connection ended, not by `detach`: `replaced` by a newer server, or the holder is `gone`."""


class Holder:
    """One attached holder; complete once `start` or `attach` returned it. Nothing here ever blocks."""

    welcome: Welcome
    ring: Ring
    """What is kept of the output, for those that asked for it."""

    def __init__(self, meta: HolderMeta, listener: Listener) -> None:
        """Use `start` or `attach`."""
        self.meta = meta
        self.exit: ExitRecord | None = None
        self.waiting = 0
        """Bytes that the agent had not taken when the holder last told, or that the holder has not heard yet."""
        self._reader: Reader | None = None
        self._listener = listener
        self._greeted: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._requests = Requests()
        self._ordered: set[Key] = set()
        """What the holder may be writing just now."""
        self._inputs = 0
        self._offset: int | None = None
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
        cls, meta: HolderMeta, listener: Listener, epoch: int | None, offset: int | None = 0, hook: int = 0
    ) -> Holder:
        """Take over an agent that runs. Raises HolderRefused; OSError if nobody is there.

        offset: where output shall go on; None: it is not wanted. hook: the last one that is known. epoch: None takes
        over from any server.
        """
        reap_holder(meta.holder_pid, meta.holder_start, meta.pid)
        holder = cls(meta, listener)
        holder._offset = offset
        hello = {"version": wire.VERSION, "hook": hook, "owner": epoch, "reads": offset is not None}
        try:
            async with asyncio.timeout(DEADLINE):
                await holder._link.open(meta.control_socket)
                holder._link.send(wire.frame(wire.HELLO, hello))
                await holder._greeted
        except BaseException:
            holder.detach()
            raise
        return holder

    def foreground(self) -> bool:
        """Whether another process group than the agent's own has the terminal."""
        return self._reader is not None and self._reader.foreground(self.meta.pid)

    def flush(self) -> None:
        """Tell the output that is being gathered."""
        if self._reader:
            self._reader.flush()

    # Commands

    def write(self, data: bytes) -> bool:
        """Type bytes; they are written in order as soon as the agent reads. False: too much waits, nothing is taken.

        We write them ourselves unless the holder has something to write before them; what does not go now, it keeps.
        """
        if self.exit or self._link.closed or self.waiting + len(data) > WRITE_LIMIT:
            return False
        self._hasten()
        if self._reader and not (self.waiting or self._ordered):
            data = data[self._reader.write(data) :]
        for begin in range(0, len(data), INPUT_BYTES):
            self._link.send(wire.raw_frame(wire.INPUT, data[begin : begin + INPUT_BYTES]))
            self._inputs += 1
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
        self._ordered.add((id, step, attempt))
        self._hasten()
        answer = await self._ask((id, step, attempt), frame)
        return msgspec.convert(answer, Answer)

    async def fate(self, id: str) -> dict[tuple[str, int], str]:
        """How far a delivery went: step and attempt → `intent`, `done` or `refused`. Raises HolderLost."""
        steps = (await self._ask(f"fate {id}", wire.frame(wire.STATUS, {"id": id})))["steps"]
        return {(step, attempt): state for step, attempt, state in steps}

    async def stop(self) -> list[int]:
        """End the agent and all its descendants, then the holder. The pids that live on. Raises HolderLost."""
        survivors: list[int] = (await self._ask("stopped", wire.frame(wire.STOP, {})))["survivors"]
        self._detached = self._detached or self.exit is not None
        return survivors

    def detach(self) -> None:
        """Let go; holder and agent live on. Harmless when repeated."""
        self._detached = True
        if self._reader:
            self._reader.close()
            self.ring.unshare()
        self._link.close()

    def _hasten(self) -> None:
        if self._reader:
            self._reader.hasten()

    async def _ask(self, key: Key | str, frame: bytes) -> dict[str, Any]:
        if self._link.closed:
            raise HolderLost("The holder is gone.")
        reply = self._requests.expect(key)
        self._link.send(frame)
        return await reply

    # Facts

    def _on_frame(self, kind: int, payload: bytes) -> None:
        if kind == wire.HOOK:
            self._hasten()
            self._listener.on_hook(read_hook(payload))
        else:
            self._on_fact(kind, wire.body(payload))

    def _on_fact(self, kind: int, body: dict[str, Any]) -> None:
        if kind == wire.WELCOME:
            self.welcome = msgspec.convert(body, Welcome)
            if self._offset is None:
                self._greet()
        elif kind == wire.TERMINAL:
            self._on_terminal(*self._link.lent)
        elif kind == wire.ANSWER:
            if body["state"] != "intent" or body["why"]:  # else it goes on
                self._ordered.discard((body["id"], body["step"], body["attempt"]))
                self._requests.answer((body["id"], body["step"], body["attempt"]), body)
        elif kind == wire.FATE:
            self._requests.answer(f"fate {body['id']}", body)
        elif kind == wire.STOPPED:
            self._requests.answer("stopped", body)
        elif kind == wire.WAITING:
            self._on_waiting(**body)
        elif kind == wire.EXIT:
            self._on_exit(msgspec.convert(body, ExitRecord))
        elif kind == wire.REFUSED:
            self._refusal = HolderRefused(body["why"], body["owner"])

    def _on_terminal(self, memory: int, fd: int) -> None:
        self._link.lent.clear()
        try:
            self.ring = Ring(memory)
        finally:
            os.close(memory)
        self._reader = Reader(self.ring, fd, self._offset or 0, self._listener.on_output, self._listener.on_closed)
        self._reader.flush()
        self._greet()

    def _on_exit(self, record: ExitRecord) -> None:
        if self._reader:
            self._reader.close(drain=True)
            record = msgspec.structs.replace(record, end=self.ring.end)
        self.exit = record
        self._listener.on_exit(record)

    def _greet(self) -> None:
        if not self._greeted.done():
            self._greeted.set_result(None)

    def _on_waiting(self, bytes: int, dropped: int, inputs: int) -> None:
        if inputs == self._inputs:  # else it has not heard all yet
            self.waiting = bytes
        if dropped:
            logger.warning("input dropped", extra={"session": self.meta.session_id, "size": dropped})

    def _on_lost(self) -> None:
        if self._reader:
            self._reader.close()
        self._requests.lose()
        if not self._greeted.done():
            self._greeted.set_exception(self._refusal or HolderLost("The holder went away."))
        elif not self._detached:
            self._listener.on_lost(self._refusal.why if self._refusal else "gone")
