"""Terminal: an agent's PTY, kept by its holder: its clients, and the last of its output."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal, Protocol

from terminado.management import PtyWithClients

from areyouj_jupyter.holder.ring import Ring
from areyouj_jupyter.server.terminals.audience import Audience, Client
from areyouj_jupyter.server.terminals.characters import whole_characters
from areyouj_jupyter.server.terminals.holders.ending import Exit
from areyouj_jupyter.server.terminals.holders.force import end_by_force
from areyouj_jupyter.server.terminals.holders.holder_answers import Answer, HolderLost
from areyouj_jupyter.server.terminals.holders.holder_client import Holder
from areyouj_jupyter.server.terminals.holders.holder_meta import HolderMeta
from areyouj_jupyter.server.terminals.holders.holder_records import ExitRecord, Hook
from areyouj_jupyter.server.terminals.holders.holder_start import HolderOrders
from areyouj_jupyter.server.terminals.holders.liveness import agent_lives
from areyouj_jupyter.server.terminals.holders.process import HeldProcess
from areyouj_jupyter.server.terminals.replay import continued, replayed, unfinished

logger = logging.getLogger(__name__)

HELD_LIMIT = 64 * 1024  # bytes that people may type while a message is being delivered
END_DEADLINE = 1.0  # seconds for a holder to end that closed its connection
END_STEP = 0.02  # seconds between two looks
LONGEST = 256  # bytes; a longer sequence is no query


class Facts(Protocol):
    """The receiver of a terminal's facts, its incarnation. The first come before `start` or `adopt` has returned."""

    def on_output(self, data: bytes, end: int) -> None:
        """Output, whole characters. end: the offset behind it."""

    def on_hook(self, hook: Hook) -> None:
        """The agent made a call-back."""

    def on_closed(self, closed: bool) -> None:
        """The agent closed its terminal but is still running, or opened it again."""

    def on_input(self) -> None:
        """Something was typed, by whomever."""

    def on_resize(self, rows: int, cols: int) -> None:
        """The terminal has another size."""

    def on_exit(self, end: Exit) -> None:
        """The agent has ended."""

    def on_answering(self) -> None:
        """The holder does not answer any more, or does again."""

    def on_cut(self, why: str) -> None:
        """The agent is alive, but its holder no longer talks to us: `replaced` by a newer server, or `gone`."""


class Terminal(PtyWithClients):
    """Complete once `start` or `adopt` returned it. Owned by an incarnation; browsers come and go as clients.

    None of terminado's own reads and writes is used: they may stop the whole server (DESIGN 7.1).
    """

    ptyproc: HeldProcess

    def __init__(self, facts: Facts) -> None:
        """Use `start` or `adopt`."""
        self.audience = Audience()
        self.clients: list[Client] = self.audience.clients  # terminado's name for them
        self.read_buffer = deque(maxlen=0)  # terminado's; ours is the ring
        self.ending = False
        """True: `stop` follows, so the holder is needed after the agent's end, for its descendants."""
        self._facts = facts
        self._held: list[bytes] | None = None
        self._lead: Client | None = None
        self._unfitted: Client | None = None
        """Whose size becomes ours once nothing is held any more."""
        self._early: Exit | None = None
        self._inquiry: asyncio.Task[None] | None = None
        """Whether the agent of an unreachable holder is still alive."""
        self._loop = asyncio.get_running_loop()

    @classmethod
    async def start(cls, orders: HolderOrders, epoch: int, facts: Facts) -> Terminal:
        """Start an agent. Raises HolderFailed, an OSError that says why. epoch: of this server's ownership."""
        terminal = cls(facts)
        return terminal._held_by(await Holder.start(orders, terminal, epoch))

    @classmethod
    async def adopt(cls, meta: HolderMeta, epoch: int, facts: Facts, deadline: float) -> Terminal:
        """Take over an agent that an earlier server started.

        Raises HolderRefused; OSError if no holder is there, or it does not answer within `deadline` seconds.
        """
        terminal = cls(facts)
        return terminal._held_by(await Holder.attach(meta, terminal, epoch, deadline=deadline))

    def _held_by(self, holder: Holder) -> Terminal:
        self.ptyproc = HeldProcess(holder)
        if self._early:  # an agent that ended at once: reported when our owner knows us
            self._loop.call_soon(self._end, self._early)
        return self

    @property
    def _holder(self) -> Holder:
        return self.ptyproc.holder

    @property
    def answering(self) -> bool:
        """Whether the holder answers, as far as known."""
        return self._holder.answering

    @property
    def silences(self) -> int:
        """How often the holder fell silent."""
        return self._holder.silences

    async def answers(self) -> bool:
        """Whether the holder answers now."""
        return await self._holder.answers()

    @property
    def meta(self) -> HolderMeta:
        """The holder's record about itself."""
        return self._holder.meta

    @property
    def ring(self) -> Ring:
        """The last of the output."""
        return self._holder.ring

    # Facts from the holder

    def on_output(self, data: bytes, offset: int) -> None:
        """Output."""
        self._facts.on_output(data, offset + len(data))
        self.audience.show(data)

    def on_hook(self, hook: Hook) -> None:
        """The agent made a call-back."""
        self._facts.on_hook(hook)

    def on_closed(self, closed: bool) -> None:
        """The agent closed its terminal but is still running, or opened it again."""
        self._facts.on_closed(closed)

    def on_exit(self, record: ExitRecord) -> None:
        """The agent ended, and all its output was passed on."""
        self._end(record.exit())

    def on_answering(self) -> None:
        """The holder does not answer any more, or does again."""
        if hasattr(self, "ptyproc"):
            self._facts.on_answering()

    def on_lost(self, why: str) -> None:
        """The connection has ended: mostly with the holder, and the agent with it; but a living agent is not lost."""
        if not hasattr(self, "ptyproc"):
            self._loop.call_soon(self.on_lost, why)  # reported when our owner knows us
            return
        logger.warning("holder lost", extra={"why": why})
        if self._holder.exit is None and agent_lives(self._holder.meta):
            self._inquiry = self._loop.create_task(self._inquire(why))
        else:
            self._end(Exit(None, None))

    async def _inquire(self, why: str) -> None:
        """Whether it is still alive after an ending holder has had the time to stop it."""
        deadline = self._loop.time() + END_DEADLINE
        while self._loop.time() < deadline and why != "replaced":
            await asyncio.sleep(END_STEP)
            if not agent_lives(self._holder.meta):
                self._end(Exit(None, None))
                return
        self.ptyproc.closed = True
        self.audience.end()
        self._facts.on_cut(why)

    def _end(self, end: Exit) -> None:
        if not hasattr(self, "ptyproc"):
            self._early = end
            return
        if not self.ending:
            self._holder.collected()
        self.ptyproc.closed = True
        self.audience.end()
        self._facts.on_exit(end)

    def replay(self, most: int | None = None) -> str:
        """What is kept, fit to be shown on an empty screen: without queries. What comes later continues it.

        most: so many of the last bytes; None: all. A full ring takes a tenth of a second, too much to be repeated.
        """
        self._holder.flush()  # so that the new client does not get it twice
        data, first = self.ring.read(0 if most is None else self.ring.end - most)
        whole = len(data) if self._holder.exit else whole_characters(data)
        return replayed(data[:whole].decode(errors="replace"), cut=first > 0)

    # Clients

    @property
    def watched(self) -> bool:
        """Whether somebody looks at it."""
        return self.audience.watches

    def hide(self, client: Client, behind: bool = False) -> None:
        """Send a client no output until `show`. behind: it already lacks some."""
        if client not in self.clients:
            return
        self._holder.flush()
        tail, first = self.ring.read(self.ring.end - 3)
        self.audience.leave(client, -1 if behind else first + whole_characters(tail))

    def show(self, client: Client, most: int) -> str:
        """The output that it lacks, fit to be shown; a replay of `most` bytes if it lacks more, or half a sequence."""
        self._holder.flush()  # the others get what it still lacks
        offset = self.audience.come_back(client)
        begin = max(self.ring.start, offset - LONGEST)
        before, _ = self.ring.read(begin, max(0, offset - begin))
        data, first = self.ring.read(offset)
        if first != offset or len(data) > most or unfinished(before.decode(errors="replace")):
            return self.replay(most)
        whole = len(data) if self._holder.exit else whole_characters(data)
        return continued(data[:whole].decode(errors="replace"))

    # Input

    def write(self, data: bytes) -> bool:
        """Write in order, as soon as the program reads; never blocks. False: too much waits, nothing is taken."""
        self._facts.on_input()
        return self._holder.write(data)

    async def order(
        self, id: str, step: Literal["paste", "submit"], data: bytes, hook: int, attempt: int, deadline: float
    ) -> Answer | None:
        """One step of a delivery, written once however often it is ordered. None: not known (yet).

        deadline: seconds for the agent to read it; a holder that does not answer is waited for, since it will do it.
        """
        reply = asyncio.ensure_future(self._holder.order(id, step, data, hook, self.ring.end, attempt))
        try:
            while True:
                silences = self.silences
                if (await asyncio.wait({reply}, timeout=deadline))[0]:
                    return reply.result()
                if self.answering and self.silences == silences:
                    return None
        except HolderLost:
            return None
        finally:
            reply.cancel()

    async def fate(self, id: str) -> dict[tuple[str, int], str]:
        """How far a delivery went: step and attempt → `intent`, `done` or `refused`. Raises HolderLost."""
        return await self._holder.fate(id)

    def acknowledge(self, hook: int) -> None:
        """What all hooks up to this number told is safe with us."""
        self._holder.acknowledge(hook)

    def type_from(self, client: Client, typed: str | bytes) -> None:
        """What a person types in a browser: held back while a message is being delivered. Their size becomes ours."""
        self._lead = client
        self._fit(client)
        data = typed if isinstance(typed, bytes) else typed.encode(errors="replace")
        if self._held is None:
            self.write(data)
        elif sum(map(len, self._held)) < HELD_LIMIT:
            self._held.append(data)

    @contextmanager
    def held(self) -> Iterator[None]:
        """While inside, what people type waits, and so does a new size: a program that redraws shows half a text."""
        self._held = []
        try:
            yield
        finally:
            typed, self._held = b"".join(self._held), None
            if typed:
                self.write(typed)
            client, self._unfitted = self._unfitted, None
            if client in self.clients:
                self._fit(client)

    # Size

    def sized(self, client: Client) -> None:
        """A client was resized: use its size unless somebody else has typed."""
        if self._lead is None or self._lead is client or self._lead not in self.clients:
            self._fit(client)

    def _fit(self, client: Client) -> None:
        if self._held is not None:
            self._unfitted = client
            return
        rows, cols = client.size
        if rows and cols and self.ptyproc.isalive() and (rows, cols) != self.ptyproc.getwinsize():
            self.ptyproc.setwinsize(rows, cols)
            self._facts.on_resize(rows, cols)

    def resize_to_smallest(self) -> None:
        """Terminado's rule, which we do not follow: a small hidden window would shrink everyone."""

    # End

    async def stop(self) -> list[int]:
        """End the agent and all its descendants, by force if its holder does not.

        Returns the pids that live on in spite of SIGKILL (mostly none).
        """
        try:
            return await self._holder.stop()
        except (HolderLost, TimeoutError):
            lives = agent_lives(self._holder.meta)
            return await asyncio.to_thread(end_by_force, self._holder.meta) if lives else []

    def kill(self, sig: int = signal.SIGKILL) -> None:
        """Signal the agent's process group; a running `stop` continues for processes that left the group."""
        self._holder.signal(sig)

    def resume(self) -> None:
        """Continue an agent that has suspended itself; harmless if it has not."""
        logger.warning("agent suspended itself and is continued", extra={"session": self.meta.session_id})
        self._holder.signal(signal.SIGCONT)

    def close(self) -> None:
        """Release the terminal: a running agent keeps running. Harmless when repeated."""
        if self._inquiry:
            self._inquiry.cancel()
        self.ptyproc.close()
