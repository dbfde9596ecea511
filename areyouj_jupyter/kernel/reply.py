"""Reply: the future of one message that was sent to an agent."""

from __future__ import annotations

import concurrent.futures
import threading
import time
from collections.abc import AsyncIterator, Callable, Generator, Iterator, Mapping
from typing import Any, Protocol

from areyouj_jupyter.errors import MessageSent, PromptGone, ReplyFailed
from areyouj_jupyter.kernel import arrivals, chunks, notebook, standing
from areyouj_jupyter.kernel.awaited import OnNeedsInput
from areyouj_jupyter.kernel.changes import Changes
from areyouj_jupyter.kernel.chunks import Chunk
from areyouj_jupyter.kernel.code import CodeBlock, block, code_blocks
from areyouj_jupyter.kernel.display import Listing, messages
from areyouj_jupyter.kernel.outputs import Outputs
from areyouj_jupyter.kernel.text import plain
from areyouj_jupyter.kernel.usage import tokens
from areyouj_jupyter.models import MessageModel, MessageStatus, Prompt, StatusModel, Usage

FAILED: Mapping[MessageStatus, str] = {
    "error": "was not done",
    "cancelled": "was cancelled",
    "uncertain": "may or may not have arrived",
}
"""Ends of a message that bring no reply."""


class Server(Protocol):
    """What a reply asks its server for."""

    def withdraw(self, message: MessageModel) -> MessageModel:
        """Cancel a pending message. Raises MessageSent."""

    def steps(self, answer: MessageModel) -> list[MessageModel]:
        """What came before an answer in the same turn."""

    def answer(self, message: MessageModel, prompt: Prompt, answer: str | int) -> StatusModel:
        """Answer the question that holds up a message."""


class Reply(concurrent.futures.Future[str]):
    """The text that an agent will answer with.

    `result(timeout)` waits for it, `await reply` too; both raise ReplyFailed where the message ended otherwise. Shows
    itself as Markdown, and in a notebook keeps its outputs up to date. To stop waiting leaves the message in its
    queue; only `cancel()` takes it back. Resolved by the crew's Inbox.
    """

    def __init__(self, message: MessageModel, server: Server, crew: object = None) -> None:
        """message: one without an id is a draft, which is not sent yet.

        crew: held, so that its thread goes on while a reply is awaited.
        """
        super().__init__()
        self._lock = threading.RLock()  # the stream's thread brings facts while a cell displays or cancels
        self._message = message
        self._server = server
        self._crew = crew
        self._answer: MessageModel | None = None
        self._told: list[MessageModel] = []
        self._begun: float | None = None
        self._posting = self._ended = self._keeping_time = False
        self._session: StatusModel | None = None
        self._listeners: list[Callable[[], None]] = []
        self._outputs = Outputs(lambda: standing.bundle(self))
        self.changes: Changes | None = None
        """Watches its project folder, where that was asked for."""
        self.on_needs_input: OnNeedsInput = "wait"
        """What who waits for it does with a question of the agent's, if they say nothing else."""
        self.position: int | None = None
        """How many messages of its queue come before it; None where that is not known, or it is not in one."""
        self.hint = ""
        """What holds it up, as the end of a sentence."""

    @property
    def message(self) -> MessageModel:
        """The message as the server told it last."""
        return self._message

    @property
    def agent(self) -> str:
        """Whom it was sent to."""
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
        """Tokens and cost of the turn, where the agent's CLI tells them."""
        return (self._answer.usage if self._answer else None) or self._message.usage

    @property
    def tokens(self) -> int | None:
        """All that the turn took and gave, with what came from a cache; None where that is not told."""
        return tokens(self.usage)

    @property
    def cost(self) -> float | None:
        """US dollars; None where that is not told."""
        return self.usage.cost_usd if self.usage else None

    @property
    def steps(self) -> Listing[MessageModel]:
        """What the agent said and which tools it called on the way, of the kinds `note` and `tool`, oldest first.

        Before the reply is there, those that were told so far; empty where its CLI does not tell.
        """
        return messages(self._server.steps(self._answer) if self._answer else self.steps_so_far)

    @property
    def steps_so_far(self) -> list[MessageModel]:
        """The steps that events brought; asks nobody."""
        with self._lock:
            return list(self._told)

    @property
    def elapsed(self) -> float:
        """Seconds from sending to the end, or to now."""
        return max(0.0, (self._message.updated_at if self.done() else time.time()) - self._message.created_at)

    @property
    def duration(self) -> float | None:
        """Seconds that the agent worked on it, up to now if it still does; None where nobody saw it begin."""
        if self._begun is None:
            return None
        return max(0.0, (self._message.updated_at if self.done() else time.time()) - self._begun)

    @property
    def files_changed(self) -> list[str] | None:
        """Files of its project that were changed, made or removed meanwhile, as Git knows them; sorted.

        Paths are relative to the project folder. None where that is not known: it was not asked for (`files=True`),
        the agent was busy with something else, the folder is not on this machine or in no Git repository, or the
        reply is not there yet.
        """
        return self.changes.files if self.changes and self.done() else None

    @property
    def needs_input(self) -> Prompt | None:
        """The question that the agent waits with while this reply is awaited; None if it asks nothing."""
        session = None if self.done() else self._session
        return session.prompt if session else None

    @property
    def code(self) -> list[CodeBlock]:
        """The fenced blocks of the reply's text, which may be on its way no more. Raises ReplyFailed."""
        return code_blocks(self.result())

    def answer(self, answer: str | int, prompt: Prompt | None = None) -> StatusModel:
        """Answer the question that this reply waits with: by a choice's key or label, else free text.

        prompt: the one that is meant, if it may have changed. Raises PromptGone, AnswerInvalid.
        """
        asked = prompt or self.needs_input
        if asked is None:
            raise PromptGone(f"{self.agent} asks nothing now.")
        return self._server.answer(self._message, asked, answer)

    def to_cell(self, number: int = 0, replace: bool = False) -> None:
        """Put a code block of the reply into the next cell; replace: into this one. Raises ReplyFailed, NoCode."""
        notebook.next_cell(block(self.code, number).text, replace)

    def running(self) -> bool:
        """True while the agent has the message."""
        return self.status in ("sending", "processing")

    def result(self, timeout: float | None = None, on_needs_input: OnNeedsInput | None = None) -> str:
        """The reply's text.

        on_needs_input: `wait` for a person; `raise` NeedsInput; or a function of the reply and the prompt that gives
        the answer, or None for leaving it to a person. None: what the reply was made with. Raises ReplyFailed, or
        TimeoutError after `timeout` seconds (the message stays queued).
        """
        if not self.done():
            for _ in arrivals.arriving([self], timeout, on_needs_input):
                pass
        return super().result(0)

    def cancel(self) -> bool:
        """Take the message back; False if the agent has it already. `result()` then raises ReplyFailed."""
        with self._lock:
            if self._ended or self._posting:
                return False
            draft = not self.sent
        if draft:
            self.fail(FAILED["cancelled"])
            return True
        try:
            self.update(self._server.withdraw(self._message))
        except MessageSent:
            return False
        return True

    def __await__(self) -> Generator[Any, None, str]:
        # No `asyncio.wrap_future`: a cell that is interrupted while it waits must not take the message back.
        return arrivals.come(self).__await__()

    def __iter__(self) -> Iterator[Chunk]:
        """What the agent says and does, as it is told, and the reply's text last. Raises ReplyFailed."""
        return chunks.chunks(self)

    def __aiter__(self) -> AsyncIterator[Chunk]:
        """The same for `async for`."""
        return chunks.chunks_async(self)

    # What the crew tells it

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
        if message.status in FAILED:
            self.fail(FAILED[message.status], message.reason)
        elif message.status == "completed":
            self._end(lambda: self.set_result(self._answer.content if self._answer else ""))
        else:
            self._tell()

    def add_step(self, step: MessageModel) -> None:
        """The agent said something or called a tool on the way."""
        with self._lock:
            if all(step.id != known.id for known in self._told):
                self._told.append(step)
        self._tell()

    def watch(self, status: StatusModel | None) -> None:
        """What the session is doing now, None once it has ended: shown while the reply is awaited."""
        with self._lock:
            self._session, self.hint = status, standing.hint(status)
        self._tell()

    def place(self, position: int | None) -> None:
        """How many messages of its queue come before it."""
        if position != self.position:
            self.position = position
            self._tell()

    def fail(self, ending: str, cause: str | None = None) -> None:
        """End without a reply; ending: what became of the message, as the end of a sentence."""
        reason = f" ({cause})" if cause else ""
        self.refuse(ReplyFailed(f"The message to {self.agent or 'an agent'} {ending}{reason}.", self.status, cause))

    def refuse(self, error: Exception) -> None:
        """End with this error."""
        self._end(lambda: self.set_exception(error))

    def listen(self, listener: Callable[[], None]) -> None:
        """Call this after every change, in the thread that brought it, until `unlisten`."""
        with self._lock:
            self._listeners.append(listener)

    def unlisten(self, listener: Callable[[], None]) -> None:
        """Call it no more."""
        with self._lock:
            self._listeners.remove(listener)

    def refresh(self) -> None:
        """Bring what is shown of it up to date."""
        with self._lock:
            self._outputs.refresh()

    def show(self) -> None:
        """Display now; what the same cell would display of it at its end is then left out."""
        with self._lock:
            self._outputs.add_once(self.done())
        self._keep_time()

    def show_question(self) -> None:
        """Display the reply with the question that it waits with, if no output of a notebook shows it yet."""
        with self._lock:
            if notebook.live() and not self._outputs:
                self._outputs.add_once(self.done())
        self._keep_time()

    def __repr__(self) -> str:
        return f"<Reply {plain(standing.line(self))}>"

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        """Markdown of the reply; before it is there, how things stand."""
        return standing.bundle(self)

    def _ipython_display_(self) -> None:
        """What IPython calls: an output that lives on in a notebook, a printed one in a terminal."""
        with self._lock:
            self._outputs.add(self.done())
        self._keep_time()

    def _keep_time(self, ticked: bool = False) -> None:
        """Show the time that goes by, also where no cell waits for it. ticked: it is time to show it again."""
        if ticked or not self._keeping_time:
            self._keeping_time = bool(self._outputs) and not self.done()
            if self._keeping_time:
                self.refresh()
                notebook.later(arrivals.TICK, lambda: self._keep_time(ticked=True))

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
            self._outputs.refresh()
        for listener in listeners:
            listener()
