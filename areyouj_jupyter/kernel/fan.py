"""Fan: many messages for a few agents, sent one by one as these are free."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from areyouj_jupyter.errors import AgentStopped, AreYouJError, KernelError, SessionNotFound
from areyouj_jupyter.kernel.reply import Reply

Send = Callable[[Reply, str], object]
"""Sends a draft to the agent of that name; raises AreYouJError."""


@dataclass(frozen=True)
class Job:
    """A message to send."""

    reply: Reply
    agent: str | None = None
    """Whom it is for; None: whoever of the pool is free first."""


class Fan:
    """Sends drafts, at most `limit` unfinished at a time, and one to each agent of the pool.

    It has no thread: each end of a message sends the next, in the thread that brings that end. What was not sent when
    the kernel ends is never sent; what was sent stays in its queue. Held by its replies.
    """

    def __init__(self, send: Send, jobs: Iterable[Job], pool: Iterable[str], limit: int) -> None:
        self._send = send
        self._jobs = deque(jobs)
        self._free = deque(pool)
        self._pool = len(self._free)
        self._limit = limit
        self._lock = threading.Lock()
        self._unfinished = 0
        self._sending = False
        """True while some thread sends; an end that comes meanwhile leaves the next message to it."""

    def start(self) -> None:
        """Send the first ones. An interrupt in the middle leaves the rest unsent, for good."""
        self._sending = True
        self._go_on()

    def _go_on(self) -> None:
        try:
            while chosen := self._next():
                self._deliver(*chosen)
        except BaseException:
            self._give_up(KernelError("The message was not sent: the sending was interrupted."))
            raise

    def _next(self) -> tuple[Job, str] | None:
        """The next job and its agent; None, and nobody sends any more, if none may be sent now."""
        with self._lock:
            while self._jobs and self._jobs[0].reply.done():
                self._jobs.popleft()  # was cancelled
            if self._jobs and self._unfinished < self._limit and (self._jobs[0].agent or self._free):
                self._unfinished += 1
                job = self._jobs.popleft()
                return job, job.agent or self._free.popleft()
            self._sending = False
            return None

    def _deliver(self, job: Job, agent: str) -> None:
        try:
            self._send(job.reply, agent)
        except (AgentStopped, SessionNotFound) as error:
            if job.agent is None:
                self._lose(job, error)
                return
            job.reply.refuse(error)
        except AreYouJError as error:
            job.reply.refuse(error)
        job.reply.add_done_callback(lambda _: self._on_end(None if job.agent else agent))

    def _lose(self, job: Job, error: AreYouJError) -> None:
        """An agent of the pool has ended: the others do its work; without others it is not done."""
        with self._lock:
            self._unfinished -= 1
            self._pool -= 1
            self._jobs.appendleft(Job(job.reply))
            left = self._pool
        if not left:
            self._give_up(error)

    def _on_end(self, free: str | None) -> None:
        """A message has ended; free: the agent of the pool that it was with."""
        with self._lock:
            self._unfinished -= 1
            if free:
                self._free.append(free)
            if self._sending:
                return
            self._sending = True
        self._go_on()

    def _give_up(self, error: Exception) -> None:
        """Nothing more is sent."""
        with self._lock:
            jobs, self._sending = list(self._jobs), False
            self._jobs.clear()
        for job in jobs:
            job.reply.refuse(error)
