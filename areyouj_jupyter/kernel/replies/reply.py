"""Reply: what one does with the future of a message that was sent to an agent, and how it shows itself."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Generator, Iterator
from pathlib import Path
from typing import Any, Protocol

import msgspec

from areyouj_jupyter.errors import MessageSent, PromptGone
from areyouj_jupyter.kernel.client import arguments
from areyouj_jupyter.kernel.context import notebook
from areyouj_jupyter.kernel.rendering.code_blocks import CodeBlock, block, code_blocks
from areyouj_jupyter.kernel.rendering.markdown import Picture
from areyouj_jupyter.kernel.rendering.pictures import below
from areyouj_jupyter.kernel.rendering.text import plain
from areyouj_jupyter.kernel.replies import chunks, reply_status, reply_waiting
from areyouj_jupyter.kernel.replies.chunks import Chunk
from areyouj_jupyter.kernel.replies.message_future import FAILED, MessageFuture
from areyouj_jupyter.kernel.replies.outputs import Outputs
from areyouj_jupyter.kernel.replies.pending_reply import OnNeedsInput
from areyouj_jupyter.kernel.tables.display import Listing, messages
from areyouj_jupyter.models import MessageModel, Prompt, StatusModel


class Server(Protocol):
    """What a reply asks its server for."""

    def withdraw(self, message: MessageModel) -> MessageModel:
        """Cancel a pending message. Raises MessageSent."""

    def steps(self, answer: MessageModel) -> list[MessageModel]:
        """What came before an answer in the same turn."""

    def answer(self, message: MessageModel, prompt: Prompt, answer: str | int) -> StatusModel:
        """Answer the question that holds up a message."""

    def folder(self, message: MessageModel) -> Path | None:
        """The project folder of the agent that a message is for; None if it is not on this machine."""


class Reply(MessageFuture):
    """The text that an agent will answer with.

    `result(timeout)` waits for it, `await reply` too; both raise ReplyFailed where the message ended otherwise. Shows
    itself as Markdown, and in a notebook keeps its outputs up to date. To stop waiting leaves the message in its
    queue; only `cancel()` takes it back.
    """

    def __init__(self, message: MessageModel, server: Server, crew: object = None) -> None:
        """message: one without an id is a draft, which is not sent yet.

        crew: referenced, so that its thread keeps running while a reply is awaited.
        """
        super().__init__(message)
        self._server = server
        self._crew = crew
        self._keeping_time = False
        self._outputs = Outputs(lambda: reply_status.bundle(self))
        self.on_needs_input: OnNeedsInput = "wait"
        """What who waits for it does with a question of the agent's, if they say nothing else."""

    @property
    def steps(self) -> Listing[MessageModel]:
        """What the agent said and which tools it called on the way, of the kinds `note` and `tool`, oldest first.

        Before the reply is there, the steps so far; empty if its CLI does not report them.
        """
        return messages(self._server.steps(self._answer) if self._answer else self.steps_so_far)

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
            raise PromptGone(f"{self.agent} is not asking anything.")
        return self._server.answer(self._message, asked, answer)

    def to_cell(self, number: int = 0, replace: bool = False) -> None:
        """Put a code block of the reply into the next cell; replace: into this one. Raises ReplyFailed, NoCode."""
        arguments.count(number, "number", least=0)
        notebook.next_cell(block(self.code, number).text, replace)

    def result(self, timeout: float | None = None, on_needs_input: OnNeedsInput | None = None) -> str:
        """The reply's text.

        on_needs_input: `wait` for a person; `raise` NeedsInput; or a function of the reply and the prompt that returns
        the answer, or None to leave it to a person. None: what the reply was made with. Raises ReplyFailed,
        ReplyCancelled, or ReplyTimeout after `timeout` seconds (the message stays queued).
        """
        arguments.seconds(timeout)
        arguments.on_needs_input(on_needs_input)
        self._await(timeout, on_needs_input)
        if self.cancelled() and self.failure:
            raise self.failure
        return super().result(0)

    def exception(self, timeout: float | None = None) -> BaseException | None:
        """The error that it ended with, None if it has a text. Raises ReplyCancelled, and ReplyTimeout as `result`."""
        self._await(timeout)
        if self.cancelled() and self.failure:
            raise self.failure
        return super().exception(0)

    def _await(self, timeout: float | None, on_needs_input: OnNeedsInput | None = None) -> None:
        if not self.done():
            for _ in reply_waiting.arriving([self], timeout, on_needs_input):
                pass

    def cancel(self) -> bool:
        """Take the message back; False if the agent has it already. `result()` then raises ReplyCancelled."""
        self.require_process()
        with self._lock:
            if self._ended or self._posting:
                return self.cancelled()
            draft = not self.sent
            if draft:
                self._message = msgspec.structs.replace(self._message, status="cancelled")
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
        return reply_waiting.come(self).__await__()

    def __iter__(self) -> Iterator[Chunk]:
        """What the agent says and does, as it comes, and the reply's text last. Raises ReplyFailed."""
        return chunks.chunks(self)

    def __aiter__(self) -> AsyncIterator[Chunk]:
        """The same for `async for`."""
        return chunks.chunks_async(self)

    def pictures(self) -> Picture:
        """Returns those pictures of a text that are files below the agent's project folder."""
        return below(lambda: self._server.folder(self._message))

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
        """Tell the question that it waits with, where no output of a notebook shows it yet; in a script on stderr."""
        if not notebook.live():
            sys.stderr.write(f"{plain(reply_status.asked(self))}\n")
            return
        with self._lock:
            if not self._outputs:
                self._outputs.add_once(self.done())
        self._keep_time()

    def __repr__(self) -> str:
        return f"<Reply {plain(reply_status.line(self))}>"

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        """Markdown of the reply; before it is there, its current state."""
        return reply_status.bundle(self)

    def _ipython_display_(self) -> None:
        """Called by IPython: shows an output that updates in a notebook, a printed one in a terminal."""
        with self._lock:
            self._outputs.add(self.done())
        self._keep_time()

    def _keep_time(self, ticked: bool = False) -> None:
        """Show the time that goes by, also where no cell waits for it. ticked: it is time to show it again."""
        if ticked or not self._keeping_time:
            self._keeping_time = bool(self._outputs) and not self.done()
            if self._keeping_time:
                self.refresh()
                notebook.later(reply_waiting.TICK, lambda: self._keep_time(ticked=True))

    def _tell(self) -> None:
        self.refresh()
        super()._tell()
