"""The host: does what the core decides, from the agent's start until its end has been reported."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import time
from typing import Any, NamedTuple

from areyouj_jupyter.holder import files
from areyouj_jupyter.holder.core import Core, Exit, Identity
from areyouj_jupyter.holder.orders.journal import Journal
from areyouj_jupyter.holder.process.family import Family
from areyouj_jupyter.holder.process.ladder import Ladder
from areyouj_jupyter.holder.process.loop import Loop
from areyouj_jupyter.holder.ring import UNKNOWN, Ring
from areyouj_jupyter.holder.sockets.control import Control
from areyouj_jupyter.holder.sockets.hook_calls import HookCalls
from areyouj_jupyter.holder.status_query import StatusQueries
from areyouj_jupyter.holder.terminal import Terminal

REOPENING = 1.0  # seconds between checks whether an agent that closed its terminal has opened it again
COLLECTION_LIMIT = 24 * 3600.0  # seconds for the attached server to take the agent's end
GREETING = 10.0  # seconds for the server that ordered the start to connect; the agent may have ended before
COLLECTION, GREET, REOPEN = "collection", "greet", "reopen"  # timers


class Equipment(NamedTuple):
    """What a host works with. memory: the ring's descriptor. hooks: None if the agent has no hooks."""

    run_dir: str
    journal: Journal
    terminal: Terminal
    memory: int
    ring: Ring
    family: Family
    control: socket.socket
    hooks: socket.socket | None
    secret: str


class Host:
    """The `Outside` of the core, and the life of its process."""

    def __init__(self, identity: Identity, equipment: Equipment) -> None:
        """Take over an agent that runs."""
        self._own = equipment
        self._loop = Loop()
        self._core = Core(identity, equipment.ring, self)
        self._queries = StatusQueries(equipment.ring, self._core.reply)
        self._control = Control(equipment.control, self._loop, self._core)
        self._hooks: HookCalls | None = None
        if equipment.hooks:
            self._hooks = HookCalls(equipment.hooks, equipment.secret, self._loop, self._on_hook)
        self._ladder = Ladder(equipment.family, self._loop, self._reap, self._on_stopped)
        self._recorded = self._forgotten = self._expecting = False
        self._woken = _wake_on_children()
        self._loop.watch(self._woken, self._on_children)
        self._watch()

    def run(self) -> None:
        """Run until the agent has ended and a server has its end, or it is on disk for the next one."""
        self._reap()
        self._loop.run_until(self._over)

    def _over(self) -> bool:
        if self._core.exit is None or self._ladder.climbing:
            return False
        if self._core.peer is None:
            expecting = self._expecting and not self._core.greeted
            return (self._recorded and not expecting) or self._core.collected or self._forgotten
        return self._forgotten or (self._core.collected and not self._core.outbox.waits)

    # Facts

    def _on_output(self) -> None:
        self._own.terminal.read(self._own.ring)
        self._look_through()
        if self._own.terminal.hung_up:
            self._watch()

    def _look_through(self) -> None:
        """Answer what the agent asked. The server that ordered the start gets all output and answers the rest of it."""
        self._queries.look(alone=self._core.greeted)
        if self._core.waiting:
            self._control.flush()

    def _watch(self) -> None:
        """Watch the terminal for output, unless a server does or it is over, and for room while input waits."""
        hung_up = self._own.terminal.hung_up
        readable = self._core.reader is None and not (hung_up or self._core.exit)
        writable = self._core.waiting and not (hung_up or self._core.exit)
        self._loop.watch(
            self._own.terminal.fd, self._on_output if readable else None, self._on_writable if writable else None
        )
        if hung_up and not self._core.exit:
            self._loop.after(REOPEN, REOPENING, self._on_reopen)

    def _on_reopen(self) -> None:
        self._own.terminal.hung_up = False
        self._watch()

    def _on_writable(self) -> None:
        before = self._core.waiting
        self._core.on_writable()
        self._own.terminal.hung_up = self._core.waiting == before  # ready, but it takes nothing: no program has it open
        if self._own.terminal.hung_up or not self._core.waiting:
            self._watch()
        self._control.flush()

    def _on_hook(self, name: str, payload: bytes, at: float) -> None:
        self._core.on_hook(name, payload, at)
        self._control.flush()

    def _on_children(self) -> None:
        with contextlib.suppress(BlockingIOError):
            os.read(self._woken, 4096)
        self._reap()
        self._ladder.look()

    def _reap(self) -> bool:
        status, nobody = self._own.family.reap()
        if status is not None:
            self._on_end(os.waitstatus_to_exitcode(status))
        return nobody

    def _on_end(self, code: int) -> None:
        self.look()
        if self._core.reader is None:
            self._own.terminal.drain(self._own.ring)
        end = Exit(None if code < 0 else code, -code if code < 0 else None, time.time(), self._own.ring.end)
        self._core.on_exit(end)
        self._watch()
        self._record(end)
        self._loop.after(COLLECTION, COLLECTION_LIMIT, self._forget)
        if not self._core.greeted:
            self._expecting = True
            self._loop.after(GREET, GREETING, self._expect_nobody)
        self._control.flush()

    def _record(self, end: Exit) -> None:
        """Leave everything for a later server; write the exit last, which marks it complete."""
        try:
            files.write_whole(self._own.run_dir, files.TAIL, [self._own.ring.read()[0]])
            files.write_whole(self._own.run_dir, files.HOOKS, self._core.hooks.frames())
            files.write_json(self._own.run_dir, files.EXIT, end._asdict())
            self._recorded = True
        except OSError:  # a full disk: keep it here
            self._recorded = False

    def _forget(self) -> None:
        self._forgotten = True

    def _expect_nobody(self) -> None:
        self._expecting = False

    def _on_stopped(self, survivors: list[int]) -> None:
        self._core.on_stopped(survivors)
        self._control.flush()

    # Outside

    def append(self, fact: dict[str, Any]) -> bool:
        """Into the journal."""
        return self._own.journal.append({**fact, "at": time.time()})

    def write(self, data: memoryview) -> int:
        """Write into the terminal; the rest follows when it takes more."""
        terminal = self._own.terminal
        count = terminal.write(data)
        if count < len(data):
            self._watch()
        return count

    def dismiss(self, peer: int, last: bytes) -> None:
        """Through the control socket."""
        self._control.dismiss(peer, last)

    def lend(self) -> tuple[int, int]:
        """The server reads from now on."""
        if self._own.ring.looked:
            self._own.ring.looked = UNKNOWN
        self._watch()
        return self._own.memory, self._own.terminal.fd

    def regain(self) -> None:
        """The holder reads from now on, beginning with output that a killed server may not have counted."""
        self._own.ring.recover()
        if self._own.ring.looked == UNKNOWN:  # an earlier server, which does not answer
            self._queries.begin()
        self._look_through()
        self._own.terminal.hung_up = False
        self._watch()
        if self._core.exit:
            self._own.terminal.drain(self._own.ring)
            self._record(self._core.exit._replace(end=self._own.ring.end))

    def resize(self, rows: int, cols: int) -> None:
        """The terminal's size."""
        self._own.terminal.resize(rows, cols)

    def size(self) -> tuple[int, int]:
        """The terminal's size."""
        return self._own.terminal.size()

    def signal(self, number: int) -> None:
        """Signal the agent's process group, only while the agent is not reaped and the number still its own."""
        if self._core.exit is None:
            self._own.family.signal_group(number)

    def stop(self) -> None:
        """Climb the kill ladder."""
        self._ladder.climb()

    def look(self) -> None:
        """Take the hook calls that have already come."""
        if self._hooks:
            self._hooks.look()


def _wake_on_children() -> int:
    """A file descriptor that can be read when a child ended; other signals to the holder mean nothing."""
    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM, signal.SIGQUIT, signal.SIGTSTP, signal.SIGPIPE):
        signal.signal(number, signal.SIG_IGN)
    woken, wake = os.pipe()
    os.set_blocking(woken, False)
    os.set_blocking(wake, False)
    signal.set_wakeup_fd(wake, warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    return woken
