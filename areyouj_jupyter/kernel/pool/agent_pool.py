"""AgentPool: many messages for a few agents, sent one by one as these are free."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from areyouj_jupyter.errors import AgentStopped, AreYouJError, KernelError, SessionNotFound
from areyouj_jupyter.kernel.replies.reply import Reply


class Mail(Protocol):
    """How a pool reaches its agents."""

    def send(self, reply: Reply, agent: str) -> None:
        """Send a draft to the agent of that name. Raises AreYouJError."""

    def recall(self, reply: Reply) -> bool:
        """Make a message that waits in a queue a draft again; False if its agent has it, or may have it."""

    def held(self, session: str) -> bool:
        """Whether the queue of that session has not moved for long."""

    def ending(self, agent: str) -> str:
        """How an agent has ended, in sentences."""


@dataclass(frozen=True)
class Job:
    """A message to send."""

    reply: Reply
    agent: str | None = None
    """The agent it is for; None: the first free one of the pool."""


@dataclass(frozen=True, eq=False)
class _Errand:
    """A job that an agent has."""

    job: Job
    agent: str


class AgentPool:
    """Sends drafts, at most `limit` unfinished at a time, and one to each agent of the pool.

    It has no thread: each end of a message sends the next, in the thread that brings that end. What was not sent when
    the kernel ends is never sent; what was sent stays in its queue. Held by its replies.

    A message that waits for an agent that has ended is taken back, and so is one that waits in a queue which does not
    move, if anybody else can do it; the others do it then. Nothing is sent again that an agent may have seen.
    """

    def __init__(self, mail: Mail, jobs: Iterable[Job], pool: Iterable[str], limit: int) -> None:
        self._mail = mail
        self._jobs = deque(jobs)
        self._free = deque(pool)
        self._able = set(self._free)
        """Agents of the pool that are free or busy."""
        self._aside: dict[str, str] = {}
        """Agents whose queue is held, with their sessions: they get nothing while others can do it."""
        self._endings: dict[str, str] = {}
        """How the agents of the pool have ended."""
        self._out: set[_Errand] = set()
        """What was sent and has not ended."""
        self._recalled: set[_Errand] = set()
        """What of it some thread is taking back."""
        self._limit = limit
        self._lock = threading.Lock()
        self._unfinished = 0
        self._sending = False
        """True while a thread is sending; a reply that ends meanwhile leaves the next message to that thread."""

    def start(self) -> None:
        """Send the first messages. After an interrupt the rest is never sent."""
        self._go_on()

    def _go_on(self) -> None:
        """Send what may be sent, unless another thread does."""
        with self._lock:
            if self._sending:
                return
            self._sending = True
        try:
            while errand := self._next():
                self._deliver(errand)
        except BaseException:
            self._give_up(KernelError("The message was not sent: sending was interrupted."))
            raise

    def _next(self) -> _Errand | None:
        """The next job and its agent; None if none may be sent now, which ends the sending."""
        with self._lock:
            while self._jobs and self._jobs[0].reply.done():
                self._jobs.popleft()  # was cancelled
            self._readmit()
            if self._jobs and self._unfinished < self._limit and (self._jobs[0].agent or self._free):
                self._unfinished += 1
                job = self._jobs.popleft()
                return _Errand(job, job.agent or self._free.popleft())
            self._sending = False
            return None

    def _readmit(self) -> None:
        """Use agents again whose queue moves; without any others use all, and their queues say why they wait."""
        for agent, session in list(self._aside.items()):
            if not self._able or not self._mail.held(session):
                del self._aside[agent]
                self._able.add(agent)
                self._free.append(agent)

    def _deliver(self, errand: _Errand) -> None:
        reply = errand.job.reply
        reply.movable = errand.job.agent is None
        ending = ""
        try:
            self._mail.send(reply, errand.agent)
        except (AgentStopped, SessionNotFound) as error:
            ending = error.message
        except AreYouJError as error:
            reply.refuse(error)
        with self._lock:
            self._out.add(errand)
        if ending:
            self._lose(errand, ending)
            return

        def check() -> None:
            if errand not in self._out:
                reply.unlisten(check)
            elif reply.done():
                self._on_end(errand)
            else:
                self._check(errand)

        reply.listen(check)
        check()

    def _on_end(self, errand: _Errand) -> None:
        """A message has ended."""
        with self._lock:
            if errand not in self._out:
                return
            self._let_go(errand)
            if errand.agent in self._able:
                self._free.append(errand.agent)
            waiting = list(self._out)
        for each in waiting:
            self._check(each)
        self._go_on()

    def _check(self, errand: _Errand) -> None:
        """Something has changed: take the message back where its agent has ended, or others could do it sooner."""
        reply, session = errand.job.reply, errand.job.reply.message.session_id
        with self._lock:
            others = self._able - {errand.agent}
            aside = errand.job.agent is None and bool(others) and reply.waits and self._mail.held(session)
            if errand not in self._out or errand in self._recalled or not (reply.stranded or aside or not reply.sent):
                return
            self._recalled.add(errand)  # no other thread takes it back
        taken = reply.sent and self._mail.recall(reply)
        with self._lock:
            self._recalled.discard(errand)
        if taken and aside:
            self._put_aside(errand, session)
        elif taken:
            self._lose(errand, self._mail.ending(errand.agent))
        elif not reply.sent:  # it was cancelled with its agent
            self._lose(errand, f"The agent {errand.agent!r} was deleted.")

    def _put_aside(self, errand: _Errand, session: str) -> None:
        """Others do it, since the agent's queue does not move."""
        with self._lock:
            if errand not in self._out:
                return
            self._let_go(errand)
            self._able.discard(errand.agent)
            self._aside[errand.agent] = session
            self._jobs.appendleft(errand.job)
        self._go_on()

    def _lose(self, errand: _Errand, ending: str) -> None:
        """The agent has ended: others do its work; without others it is not done."""
        job = errand.job
        with self._lock:
            if errand not in self._out:
                return
            self._let_go(errand)
            if job.agent is None:
                self._able.discard(errand.agent)
                self._endings[errand.agent] = ending
                self._jobs.appendleft(job)
            left = job.agent or self._able or self._aside
        if job.agent:
            job.reply.refuse(AgentStopped(ending))
        if not left:
            self._give_up(AgentStopped(f"No agents are left for this message. {' '.join(self._endings.values())}"))
        self._go_on()

    def _let_go(self, errand: _Errand) -> None:
        self._out.discard(errand)
        self._unfinished -= 1

    def _give_up(self, error: Exception) -> None:
        """Nothing more is sent."""
        with self._lock:
            jobs, self._sending = list(self._jobs), False
            self._jobs.clear()
        for job in jobs:
            job.reply.refuse(error)
