"""The reader: reads a terminal's output straight into the ring shared with its holder, and passes it on in pieces."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import Callable
from functools import partial
from weakref import WeakKeyDictionary

from areyouj_jupyter.holder.ring import ROOM, Ring
from areyouj_jupyter.holder.status_query import StatusQueries
from areyouj_jupyter.server.terminals.characters import whole_characters
from areyouj_jupyter.server.terminals.holders.rounds import HASTE, rounds

GATHER = 0.004  # seconds over which output is gathered; the first after such a silence, or a key, is passed on at once
PIECE = 64 * 1024  # bytes that are passed on without waiting any longer
READS = 8  # in one turn of the loop, shared by all terminals that have output
READS_ALONE = 16  # where only one has; more of them would make a key wait
TURN = 0.01  # seconds over which it is counted how many those are
ALL = 2048  # bytes; a shorter read took everything there was
DRAIN_READS = 64  # after the end of the agent; a descendant may still write
HUNG_UP = 0.3  # seconds after which an agent that is not reported to have ended has closed its terminal
REOPENING = 1.0  # seconds between two looks whether it is open again


class Shares:
    """Of one loop: few reads for each where many have much output, so that none has to wait long."""

    def __init__(self) -> None:
        self._now: set[int] = set()
        self._before = 1
        self._since = 0.0

    def reads(self, reader: int, now: float) -> int:
        """How many this one has in its turn. reader: its id, so that it is not kept. now: by the loop's clock."""
        if now - self._since > TURN:
            self._before, self._since = len(self._now), now
            self._now.clear()
        self._now.add(reader)
        many = max(len(self._now), self._before)
        return READS_ALONE if many == 1 else max(1, READS // many)


_LOOPS: WeakKeyDictionary[asyncio.AbstractEventLoop, Shares] = WeakKeyDictionary()


class Reader:
    """The one that reads a terminal until it is closed. Owned by a Holder."""

    def __init__(
        self,
        ring: Ring,
        fd: int,
        offset: int,
        tell: Callable[[bytes, int], None],
        on_closed: Callable[[bool], None],
        reply: Callable[[bytes], object],
    ) -> None:
        """fd: the terminal, closed here. offset: where to continue. tell: takes whole characters and their offset.

        on_closed: called when a running agent closed its terminal, and when it opened it again. reply: types an
        answer to the status query.
        """
        self.ring, self.fd = ring, fd
        self._told = offset
        self._tell, self._on_closed = tell, on_closed
        self._queries = StatusQueries(ring, reply)
        self._queries.begin()
        self._most = max(1, ring.size // 2 // ROOM)  # reads after which all of it is still kept
        self._told_at = 0.0
        self._timer: asyncio.TimerHandle | None = None
        self._hangup: asyncio.TimerHandle | None = None
        self._closed = False
        self._loop = asyncio.get_running_loop()
        self._shares = _LOOPS.setdefault(self._loop, Shares())
        self._alone = False
        self._hastened_at = 0.0
        self._listen()

    def _listen(self, alone: bool = False) -> None:
        """Be read in the rounds, or alone: at once."""
        self._alone = alone
        if alone:
            self._loop.add_reader(self.fd, self._read_alone)
            self._leave: Callable[[], object] = partial(self._loop.remove_reader, self.fd)
        else:
            shared = rounds()
            shared.add(self.fd, self._read)
            self._leave = partial(shared.remove, self.fd)

    def hasten(self) -> None:
        """Read what comes within a second at once, and pass the next piece on at once: somebody types, or waits."""
        self._hastened_at = self._loop.time()
        if self._timer:
            self.flush()
        self._told_at = -GATHER
        rounds().hasten()
        if not self._alone and self._hangup is None and self.fd >= 0:
            self._leave()
            self._listen(alone=True)

    def _read_alone(self) -> None:
        self._read()
        if self._hangup is None and self.fd >= 0 and self._loop.time() > self._hastened_at + HASTE:
            self._leave()
            self._listen()

    def _read(self) -> bool:
        """Read a share; whether there may be more."""
        if self.fd < 0:  # closed in this very round
            return False
        count = 0
        try:
            if (count := self.ring.take(self.fd)) >= ALL:
                for _ in range(min(self._most, self._shares.reads(id(self), self._loop.time())) - 1):
                    if (count := self.ring.take(self.fd)) < ALL:
                        break
        except BlockingIOError:
            pass
        except OSError:
            count = 0  # nothing more comes
            self._hang_up()
        self._gather()
        return count >= ALL

    def _gather(self) -> None:
        self._queries.look()
        if self.ring.end - self._told >= PIECE:
            self.flush()
        elif self._timer is None:
            wait = self._told_at + GATHER - self._loop.time()
            if wait <= 0:
                self.flush()
            else:
                self._timer = self._loop.call_later(wait, self.flush)

    def flush(self, final: bool = False) -> None:
        """Pass on the remaining output. final: including half a character."""
        if self._timer:
            self._timer.cancel()
            self._timer = None
        self._told_at = self._loop.time()
        data, first = self.ring.read(self._told)
        whole = len(data) if final else whole_characters(data)
        self._told = first + whole
        if whole:
            self._tell(data[:whole], first)

    def _hang_up(self) -> None:
        """Nobody has the terminal open: the agent has ended, which is reported soon, or closed it."""
        self._leave()
        if self._hangup is None:
            self._hangup = self._loop.call_later(REOPENING if self._closed else HUNG_UP, self._look)

    def _look(self) -> None:
        """Whether it is open again."""
        self._hangup = None
        try:
            closed = not self.ring.take(self.fd)
        except OSError as error:
            closed = not isinstance(error, BlockingIOError)
        if closed != self._closed:
            self._closed = closed
            self._on_closed(closed)
        if closed:
            self._hang_up()
        else:
            self._listen()
            self._gather()

    def catch_up(self) -> None:
        """Pass on all that was printed by now."""
        self._read()
        self.flush()

    def write(self, data: bytes) -> int:
        """How many bytes the agent's end takes now."""
        count = 0
        with contextlib.suppress(OSError):  # full
            while count < len(data):
                count += os.write(self.fd, data[count:])
        return count

    def foreground(self, leader: int) -> bool:
        """Whether another process group than the agent's has the terminal; passes on its earlier output first."""
        try:
            if os.tcgetpgrp(self.fd) in (leader, 0):
                return False
        except OSError:
            return False
        self.catch_up()
        return True

    def close(self, drain: bool = False) -> None:
        """Read no more; harmless when repeated. drain: what is left first, since the agent ended."""
        if self.fd < 0:
            return
        if drain:
            with contextlib.suppress(OSError):
                for _ in range(DRAIN_READS):
                    self.ring.take(self.fd)
        self._leave()
        if self._hangup:
            self._hangup.cancel()
        os.close(self.fd)
        self.fd = -1
        self.flush(final=True)
