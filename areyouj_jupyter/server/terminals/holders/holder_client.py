"""The server's end of a holder: an agent that runs elsewhere, written to and listened to over its control socket."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
from pathlib import Path
from typing import Any, Literal, Protocol

import msgspec

from areyouj_jupyter.holder import wire
from areyouj_jupyter.holder.orders.ledger import Key
from areyouj_jupyter.holder.ring import Ring
from areyouj_jupyter.holder.status_query import REPLY_LIMIT
from areyouj_jupyter.server.terminals.holders.heartbeat import Heartbeat
from areyouj_jupyter.server.terminals.holders.holder_answers import Answer, HolderLost, HolderRefused, Requests, Welcome
from areyouj_jupyter.server.terminals.holders.holder_link import HolderLink
from areyouj_jupyter.server.terminals.holders.holder_meta import HolderMeta
from areyouj_jupyter.server.terminals.holders.holder_records import ExitRecord, Hook, read_hook
from areyouj_jupyter.server.terminals.holders.holder_start import HolderOrders, kill_holder, start_holder
from areyouj_jupyter.server.terminals.holders.holder_wires import FAR, FOREGROUND, OUTPUT, SPOKEN, room_of, wire_of
from areyouj_jupyter.server.terminals.holders.reader import Reader
from areyouj_jupyter.server.terminals.holders.reaping import reap_holder
from areyouj_jupyter.server.terminals.holders.relayed import RelayedReader

logger = logging.getLogger(__name__)

DEADLINE = 5.0  # seconds for a holder to say welcome
ANSWER = 2.0  # seconds for one to answer what it answers at once
STOP = 7.0  # seconds for one to end its agent: its ladder takes six
PING = "ping"  # a delivery that there never is
RELAYED_BYTES = 1024 * 1024  # of output that are kept at least, where a holder relays it
WRITE_LIMIT = 8 * 1024 * 1024  # bytes that may wait for an agent that does not read
INPUT_BYTES = 1024 * 1024  # in one frame


class Listener(Protocol):
    """The receiver of the agent's facts, on the loop; the first may come before `attach` has returned."""

    def on_output(self, data: bytes, offset: int) -> None:
        """Output, whole characters. offset: of its first byte; later than asked for where the ring has forgotten."""

    def on_hook(self, hook: Hook) -> None:
        """A hook; it comes again after a new `attach` unless it was acknowledged."""

    def on_closed(self, closed: bool) -> None:
        """The agent closed its terminal but is still running, or opened it again."""

    def on_exit(self, record: ExitRecord) -> None:
        """The agent ended; all its output was passed on."""

    def on_answering(self) -> None:
        """The holder does not answer any more, or does again."""

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
        """Bytes that the agent had not taken at the holder's last report, or that are on their way to the holder."""
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
        self._heartbeat = Heartbeat(self._ping, listener.on_answering)

    @classmethod
    async def start(cls, orders: HolderOrders, listener: Listener, epoch: int) -> Holder:
        """Start an agent in a holder of its own. Raises HolderFailed. epoch: of this server's ownership."""
        meta = await start_holder(orders)
        try:
            return await cls.attach(meta, listener, epoch)
        except BaseException:
            kill_holder(meta)  # no server would ever take over the agent
            raise

    @classmethod
    async def attach(
        cls,
        meta: HolderMeta,
        listener: Listener,
        epoch: int | None,
        offset: int | None = 0,
        hook: int = 0,
        deadline: float = DEADLINE,
    ) -> Holder:
        """Take over a running agent. Raises HolderRefused; OSError if no holder is there, or none answers in time.

        offset: where output continues; None: it is not wanted. hook: the last known one. epoch: None takes
        over from any server.
        """
        reap_holder(meta.holder_pid, meta.holder_start, meta.pid)
        if meta.version not in SPOKEN:
            raise HolderRefused("version")
        holder = cls(meta, listener)
        holder._offset = offset
        hello = {"version": meta.version, "hook": hook, "owner": epoch, "reads": offset is not None}
        hello["offset"] = FAR if offset is None else 0  # for those that relay it: all that they keep
        try:
            async with asyncio.timeout(deadline):
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

    @property
    def answering(self) -> bool:
        """Whether it answers, as far as known."""
        return self._heartbeat.answering

    @property
    def silences(self) -> int:
        """How often the holder fell silent."""
        return self._heartbeat.silences

    async def answers(self) -> bool:
        """Whether it answers now."""
        if not self.answering:
            return False
        with contextlib.suppress(TimeoutError, HolderLost):
            async with asyncio.timeout(ANSWER):
                await self.fate(PING)
            return True
        if not self._link.closed:
            self._heartbeat.fall_silent()
        return False

    def flush(self) -> None:
        """Pass on the output that is being gathered."""
        if self._reader:
            self._reader.flush()

    # Commands

    def write(self, data: bytes) -> bool:
        """Type bytes; they are written in order as soon as the agent reads. False: too much waits, nothing is taken.

        We write them ourselves unless the holder has something to write before them; what does not go now, it keeps.
        So False means, too, that it has, and does not answer.
        """
        if self.exit or self._link.closed or self.waiting + self._link.unsent + len(data) > WRITE_LIMIT:
            return False
        ours = self._reader is not None and not (self._relays or self.waiting or self._ordered)
        if not (ours or self.answering):
            return False
        self._hasten()
        self._type(data, ours)
        return True

    def _reply(self, data: bytes) -> None:
        """Answer a query of the agent, unless so much waits that it does not read, as the holder would."""
        if self.exit or self._link.closed or self.waiting + self._link.unsent + len(data) > REPLY_LIMIT:
            return
        self._type(data, ours=not (self.waiting or self._ordered))

    def _type(self, data: bytes, ours: bool) -> None:
        """Write bytes. ours: the holder has none to write before them."""
        if self._reader and ours:
            data = data[self._reader.write(data) :]
        for begin in range(0, len(data), INPUT_BYTES):
            self._link.send(wire.raw_frame(wire.INPUT, data[begin : begin + INPUT_BYTES]))
            self._inputs += 1
        if self.waiting or not self._relays:
            self.waiting += len(data)

    @property
    def _relays(self) -> bool:
        """Whether only the holder reads and writes the terminal; then it reports waiting bytes only if any."""
        return self._link.wire.relays

    def resize(self, rows: int, cols: int) -> None:
        """Resize the terminal, 1 to 10,000 each."""
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
        """End the agent and all its descendants, then the holder. Returns the pids that are still alive.

        Raises HolderLost; TimeoutError if it does not answer, or not in time.
        """
        if not (self._link.closed or await self.answers()):
            raise TimeoutError
        stopped = asyncio.ensure_future(self._ask("stopped", wire.frame(wire.STOP, {})))
        try:
            async with asyncio.timeout(STOP):
                while not (await asyncio.wait({stopped}, timeout=ANSWER))[0]:
                    if not await self.answers():
                        raise TimeoutError
            survivors: list[int] = stopped.result()["survivors"]
        finally:
            stopped.cancel()
        return survivors

    def detach(self) -> None:
        """Let go; holder and agent live on. Harmless when repeated."""
        self._detached = True
        self._heartbeat.close()
        if self._reader:
            self._reader.close()
            self.ring.unshare()
        self._link.close()

    def _hasten(self) -> None:
        if self._reader:
            self._reader.hasten()

    async def _ask(self, key: Key | str, frame: bytes) -> dict[str, Any]:
        if self._link.closed:
            raise HolderLost("The holder has stopped.")
        reply = self._requests.expect(key)
        self._link.send(frame)
        return await reply

    # Facts

    def _on_frame(self, kind: int, payload: bytes) -> None:
        self._heartbeat.hear()
        if kind == wire.HOOK:
            self._hasten()
            if self._reader:
                self._reader.catch_up()  # what was printed before it was called is known before it
            self._listener.on_hook(read_hook(payload))
        elif kind == OUTPUT:
            self._on_relayed(payload)
        else:
            self._on_fact(kind, wire.body(payload))

    def _on_fact(self, kind: int, body: dict[str, Any]) -> None:
        if kind == wire.WELCOME:
            self._on_welcome(body)
        elif kind == wire.TERMINAL:
            self._on_terminal(*self._link.lent)
        elif kind == wire.ANSWER:
            if body["state"] != "intent" or body["why"]:  # otherwise it continues
                self._ordered.discard((body["id"], body["step"], body["attempt"]))
                self._requests.answer((body["id"], body["step"], body["attempt"]), body)
        elif kind == wire.FATE:
            self._requests.answer(f"fate {body['id']}", body)
        elif kind == wire.STOPPED:
            self._detached = self._detached or self.exit is not None  # its end is no loss
            self._requests.answer("stopped", body)
        elif kind == wire.WAITING:
            self._on_waiting(body["bytes"], body["dropped"], body.get("inputs"))
        elif kind == FOREGROUND and isinstance(self._reader, RelayedReader):
            self._reader.busy = body["busy"]
        elif kind == wire.EXIT:
            self._on_exit(msgspec.convert(body, ExitRecord))
        elif kind == wire.REFUSED:
            self._refusal = HolderRefused(body["why"], body["owner"])

    def _on_welcome(self, body: dict[str, Any]) -> None:
        self.welcome = welcome = msgspec.convert(body, Welcome)
        self._link.wire = wire_of(body)
        if self._relays and self._offset is not None:
            size, folder = max(RELAYED_BYTES, welcome.end - welcome.start), str(Path(self.meta.control_socket).parent)
            self._reader = RelayedReader(folder, size, welcome.offset, self._offset, self._listener.on_output)
            self._reader.busy, self.ring = welcome.foreground, self._reader.ring
            self._on_relayed()
        elif self._offset is None:
            self._greet()

    def _on_relayed(self, payload: bytes = b"") -> None:
        """Output of a holder that relays it; we are complete when we have all that it kept."""
        if isinstance(self._reader, RelayedReader):
            if payload:
                self._reader.hear(payload)
            if self.ring.end >= self.welcome.end and not self._greeted.done():
                self._reader.flush()
                self._greet()

    def _on_terminal(self, memory: int, fd: int) -> None:
        self._link.lent.clear()
        try:
            self.ring = Ring(memory, room_of(memory, self.welcome.start, self.welcome.end))
        finally:
            os.close(memory)
        tell, on_closed = self._listener.on_output, self._listener.on_closed
        self._reader = Reader(self.ring, fd, self._offset or 0, tell, on_closed, self._reply)
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
            self._heartbeat.start()

    def _on_waiting(self, bytes: int, dropped: int, inputs: int | None) -> None:
        if inputs in (self._inputs, None):  # otherwise it has not received everything yet
            self.waiting = bytes
        if dropped:
            logger.warning("input dropped", extra={"session": self.meta.session_id, "size": dropped})

    def _ping(self) -> None:
        self._link.send(wire.frame(wire.STATUS, {"id": PING}))

    def _on_lost(self) -> None:
        self._heartbeat.close()
        if self._reader:
            self._reader.close()
        self._requests.lose()
        if not self._greeted.done():
            self._greeted.set_exception(self._refusal or HolderLost("The holder stopped."))
        elif not self._detached:
            self._listener.on_lost(self._refusal.why if self._refusal else "gone")
