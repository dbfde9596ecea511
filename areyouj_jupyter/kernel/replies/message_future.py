"""MessageFuture: the future reply to one message, and what the server has reported about it so far."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from contextlib import suppress

import msgspec

from areyouj_jupyter.errors import CommandFailed, ReplyCancelled, ReplyFailed
from areyouj_jupyter.kernel.replies import reply_status
from areyouj_jupyter.kernel.replies.changed_files import Changes
from areyouj_jupyter.kernel.replies.owned_future import OwnedFuture
from areyouj_jupyter.kernel.tables.usage import tokens
from areyouj_jupyter.models import AGENT_DELETED, MessageModel, MessageStatus, Prompt, StatusModel, Usage

LAST = 200  # characters of the last line of a command that failed

FAILED: Mapping[MessageStatus, str] = {
    "error": "failed",
    "cancelled": "was cancelled",
    "uncertain": "may or may not have arrived",
}
"""Ends of a message that bring no reply."""


class MessageFuture(OwnedFuture):
    """The future of a reply's text, and all that is known on the way. Resolved by the crew's Inbox.

    It never asks the server: it knows only what it is told, and notifies its listeners of each change.
    """

    check = False
    """Whether a command's exit code other than 0 is an error."""
    movable = False
    """Whether it can be given to another agent if this one has not taken it."""

    def __init__(self, message: MessageModel) -> None:
        """message: one without an id is a draft, which is not sent yet."""
        super().__init__()
        self._message = message
        self._answer: MessageModel | None = None
        self._told: list[MessageModel] = []
        self._begun: float | None = None
        self._posting = self._ended = False
        self._session: StatusModel | None = None
        self._session_over = False
        self._listeners: list[Callable[[], None]] = []
        self.changes: Changes | None = None
        """Watches its project folder, where that was asked for."""
        self.position: int | None = None
        """How many messages are before it in its queue; None if unknown, or if it is not in a queue."""
        self.hint = ""
        """What holds it up, as the end of a sentence."""

    @property
    def message(self) -> MessageModel:
        """The message in its last known state."""
        return self._message

    @property
    def agent(self) -> str:
        """The agent it was sent to."""
        return self._message.agent

    @property
    def status(self) -> MessageStatus:
        """pending, sending, processing; completed, error, cancelled or uncertain."""
        return self._message.status

    @property
    def sent(self) -> bool:
        """False while it waits in this kernel for its turn, as most of a `map` over many items do."""
        return bool(self._message.id)

    @property
    def usage(self) -> Usage | None:
        """Tokens and cost of the turn, if the agent's CLI reports them."""
        return (self._answer.usage if self._answer else None) or self._message.usage

    @property
    def tokens(self) -> int | None:
        """All tokens of the turn, input, output and cache; None if not reported."""
        return tokens(self.usage)

    @property
    def cost(self) -> float | None:
        """US dollars; None if not reported."""
        return self.usage.cost_usd if self.usage else None

    @property
    def exit_code(self) -> int | None:
        """How a shell's command ended, 0 for success; None for other agents, and before the reply is there."""
        return self._answer.exit_code if self._answer else None

    @property
    def steps_so_far(self) -> list[MessageModel]:
        """The steps received as events so far; does not ask the server."""
        with self._lock:
            return list(self._told)

    @property
    def elapsed(self) -> float:
        """Seconds from sending to the end, or to now."""
        return max(0.0, (self._message.updated_at if self.done() else time.time()) - self._message.created_at)

    @property
    def duration(self) -> float | None:
        """Seconds that the agent worked on it, up to now if it still does; None if its start was not seen."""
        if self._begun is None:
            return None
        return max(0.0, (self._message.updated_at if self.done() else time.time()) - self._begun)

    @property
    def files_changed(self) -> list[str] | None:
        """Files of its project that were changed, created or removed in the meantime, as Git sees them; sorted.

        Paths are relative to the project folder. None if unknown: it was not asked for (`files=True`),
        the agent was busy with something else, the folder is not on this machine or in no Git repository, the
        reply is not there yet, or other agents worked in the same folder (`files_shared_with`).
        """
        if self.changes is None or self.files_shared_with or not self.done():
            return None
        return self.changes.files

    @property
    def files_shared_with(self) -> list[str]:
        """Agents that worked in the same folder in the meantime: nobody can tell whose changes there are there."""
        return list(self.changes.shared) if self.changes and self.done() else []

    @property
    def needs_input(self) -> Prompt | None:
        """The question that the agent is asking while it works on this message; None if there is none."""
        session = None if self.done() else self._session
        return session.prompt if session else None

    @property
    def waits(self) -> bool:
        """Whether the message is queued, and its agent has not begun to take it."""
        return self.sent and self.status == "pending" and not self.done()

    @property
    def held(self) -> str:
        """Why its queue has not moved for long, as in `StatusModel.blocked`; empty if it moves."""
        status = self._session if self.waits else None
        return (status.blocked or "") if status and status.blocked_since else ""

    @property
    def stranded(self) -> bool:
        """Whether it waits for an agent that has ended and is not restarted automatically."""
        return self.waits and self._session_over

    def running(self) -> bool:
        """True while the agent has the message."""
        return self.status in ("sending", "processing")

    # What the crew reports to it

    def claim(self) -> bool:
        """Begin to send a draft; False if it was cancelled."""
        with self._lock:
            self._posting = not self._ended
            return self._posting

    def update(self, message: MessageModel, answer: MessageModel | None = None) -> None:
        """The message's newer state, and the agent's answer once there is one; a final state resolves the reply."""
        with self._lock:
            if self._ended or message.updated_at < self._message.updated_at:
                return
            self._posting = False
            self._message, self._answer = message, answer or self._answer
            if message.status == "processing" and self._begun is None:
                self._begun = message.updated_at
        if self.movable and message.status == "cancelled" and message.reason == AGENT_DELETED:
            self.unsend()
        elif message.status in FAILED:
            self.fail(FAILED[message.status], message.reason)
        elif message.status == "completed":
            self._complete(self._answer.content if self._answer else "")
        else:
            self._tell()

    def unsend(self) -> None:
        """It is a draft again: the server has proved that no agent took the message."""
        with self._lock:
            self._message = msgspec.structs.replace(
                self._message, id="", seq=0, session_id="", agent="", status="pending", reason=None, updated_at=0.0
            )
            self._session, self._session_over, self.hint, self.position = None, False, "", None
        self._tell()

    def add_step(self, step: MessageModel) -> None:
        """The agent said something or called a tool on the way."""
        with self._lock:
            if all(step.id != known.id for known in self._told):
                self._told.append(step)
        self._tell()

    def watch(self, status: StatusModel | None) -> None:
        """Take the session's current status, None once it has ended; shown while the reply is awaited."""
        with self._lock:
            self._session, self.hint = status, reply_status.hint(status, self.agent)
            self._session_over = status is None or (status.state == "exited" and status.until is None)
        self._tell()

    def place(self, position: int | None) -> None:
        """How many messages of its queue come before it."""
        if position != self.position:
            self.position = position
            self._tell()

    def fail(self, ending: str, cause: str | None = None) -> None:
        """End without a reply; ending: what became of the message, as the end of a sentence."""
        reason = f" ({cause})" if cause else ""
        failed = ReplyCancelled if self.status == "cancelled" else ReplyFailed
        self.refuse(failed(f"The message to {self.agent or 'an agent'} {ending}{reason}.", self.status, cause))

    def refuse(self, error: Exception) -> None:
        """End with this error."""
        self._end(lambda: self._reject(error))

    def listen(self, listener: Callable[[], None]) -> None:
        """Call this after every change, in the thread that brought it, until `unlisten`."""
        with self._lock:
            self._listeners.append(listener)

    def unlisten(self, listener: Callable[[], None]) -> None:
        """Call it no more; harmless when repeated."""
        with self._lock, suppress(ValueError):
            self._listeners.remove(listener)

    def on_fork(self) -> None:
        """As its base; what listens here would ask the server."""
        self._listeners.clear()
        self._ended = True
        super().on_fork()

    def _complete(self, text: str) -> None:
        code = self.exit_code
        if self.check and code:
            last = text.rstrip().rpartition("\n")[2].strip()[-LAST:]
            told = f" Its last line: {last}" if last else ""
            self.refuse(CommandFailed(f"The command of {self.agent} ended with exit code {code}.{told}", code, text))
        else:
            self._end(lambda: self._resolve(text))

    def _end(self, resolve: Callable[[], None]) -> None:
        """Resolve it, once, and without the lock: who waits for the end may send the next message."""
        with self._lock:
            if self._ended:
                return
            self._ended, self._posting = True, False
        if self.changes:
            self.changes.end()
        resolve()
        self._tell()

    def _tell(self) -> None:
        with self._lock:
            listeners = list(self._listeners)
        for listener in listeners:
            listener()
