"""Reply: the future of one message that was sent to an agent."""

from __future__ import annotations

import asyncio
import concurrent.futures
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from typing import Any

from areyouj_jupyter.errors import MessageSent, ReplyFailed
from areyouj_jupyter.kernel import notebook
from areyouj_jupyter.kernel.display import Listing, messages, question
from areyouj_jupyter.kernel.text import markdown, plain
from areyouj_jupyter.models import MessageModel, MessageStatus, StatusModel, Usage

FAILED: dict[MessageStatus, str] = {
    "error": "was not done",
    "cancelled": "was cancelled",
    "uncertain": "may or may not have arrived",
}
"""Ends of a message that bring no reply."""
TOKENS = ("input_tokens", "output_tokens", "cache_read_tokens", "cache_write_tokens")
SHOWN = 8  # outputs of one reply that are kept up to date; the oldest stays as it is


class Reply(concurrent.futures.Future[str]):
    """The text that an agent will answer with.

    `result(timeout)` waits for it, `await reply` too; both raise ReplyFailed where the message ended otherwise. Shows
    itself as Markdown, and in a notebook keeps its outputs up to date. To stop waiting leaves the message in its
    queue; only `cancel()` takes it back. Resolved by the crew's Inbox.
    """

    def __init__(
        self,
        message: MessageModel,
        withdraw: Callable[[MessageModel], MessageModel],
        steps: Callable[[MessageModel], list[MessageModel]],
        crew: object = None,
    ) -> None:
        """withdraw: asks the server to cancel the message, raises MessageSent when it is too late for that.

        steps: asks it for what came before an answer. crew: held, so that its thread goes on while a reply is awaited.
        """
        super().__init__()
        self._lock = threading.RLock()  # the stream's thread brings facts while a cell displays or cancels
        self._message = message
        self._withdraw, self._steps = withdraw, steps
        self._crew = crew
        self._answer: MessageModel | None = None
        self._hint = ""
        self._outputs: deque[Any] = deque(maxlen=SHOWN)
        self._shown_in: int | None = None

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
    def usage(self) -> Usage | None:
        """Tokens and cost of the turn, where the agent's CLI tells them."""
        return (self._answer.usage if self._answer else None) or self._message.usage

    @property
    def tokens(self) -> int | None:
        """All that the turn took and gave, with what came from a cache; None where that is not told."""
        usage = self.usage
        counts = [] if usage is None else [getattr(usage, name) for name in TOKENS]
        return sum(filter(None, counts)) if any(count is not None for count in counts) else None

    @property
    def cost(self) -> float | None:
        """US dollars; None where that is not told."""
        return self.usage.cost_usd if self.usage else None

    @property
    def steps(self) -> Listing[MessageModel]:
        """What the agent said and which tools it called on the way, of the kinds `note` and `tool`, oldest first.

        Empty before the reply is there, and where its CLI does not tell.
        """
        return messages(self._steps(self._answer) if self._answer else [])

    @property
    def elapsed(self) -> float:
        """Seconds from sending to the end, or to now."""
        return max(0.0, (self._message.updated_at if self.done() else time.time()) - self._message.created_at)

    def running(self) -> bool:
        """True while the agent has the message."""
        return self.status in ("sending", "processing")

    def result(self, timeout: float | None = None) -> str:
        """The reply's text. Raises ReplyFailed, or TimeoutError after `timeout` seconds (the message stays queued)."""
        try:
            return super().result(timeout)
        except TimeoutError:
            if self.done():
                raise
            raise TimeoutError(f"No reply within {timeout:g} s: {self._line()}.") from None

    def cancel(self) -> bool:
        """Take the message back; False if the agent has it already. `result()` then raises ReplyFailed."""
        if self.done():
            return False
        try:
            self.update(self._withdraw(self._message))
        except MessageSent:
            return False
        return True

    def __await__(self) -> Generator[Any, None, str]:
        # A shield, since a cell that is interrupted while it waits must not take the message back.
        return asyncio.shield(asyncio.wrap_future(self)).__await__()

    def update(self, message: MessageModel, answer: MessageModel | None = None) -> None:
        """The message's newer state, and the agent's answer once there is one; a final state resolves the reply."""
        with self._lock:
            if self.done() or message.updated_at < self._message.updated_at:
                return
            self._message, self._answer = message, answer or self._answer
            if message.status in FAILED:
                self.fail(FAILED[message.status], message.reason)
            elif message.status == "completed":
                self.set_result(self._answer.content if self._answer else "")
            self._refresh()

    def watch(self, status: StatusModel | None) -> None:
        """What the session is doing now, None once it has ended: shown while the reply is awaited."""
        with self._lock:
            self._hint = _hint(status)
            self._refresh()

    def fail(self, ending: str, cause: str | None = None) -> None:
        """End without a reply; ending: what became of the message, as the end of a sentence."""
        with self._lock:
            if not self.done():
                reason = f" ({cause})" if cause else ""
                self.set_exception(ReplyFailed(f"The message to {self.agent} {ending}{reason}.", self.status, cause))
                self._refresh()

    def __repr__(self) -> str:
        return f"<Reply {plain(self._line())}>"

    def _line(self) -> str:
        """One line: who, what, how long or what it waits for."""
        ending = f" after {self.elapsed:.1f} s" if self.done() else self._hint
        return f"{self.agent}: {self.status}{ending}"

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        """Markdown of the reply; before it is there, how things stand."""
        if not self.done():
            state = plain(self._line())
            return {"text/plain": state, "text/markdown": f"⏳ {markdown(state)} …"}
        if error := self.exception():
            return {"text/plain": plain(str(error)), "text/markdown": f"⚠️ {markdown(str(error))}"}
        text = self.result()
        return {"text/plain": plain(text), "text/markdown": markdown(text)}

    def _ipython_display_(self) -> None:
        """What IPython calls: an output that lives on in a notebook, a printed one in a terminal."""
        from IPython.display import display

        if self._shown_in is not None and self._shown_in == notebook.cell():
            self._shown_in = None
            return
        with self._lock:
            output = display(  # type: ignore[no-untyped-call]
                self._repr_mimebundle_(), raw=True, display_id=notebook.live()
            )
            if output is not None and not self.done():
                self._outputs.append(output)

    def show(self) -> None:
        """Display now; what the same cell would display of it at its end is then left out."""
        self._ipython_display_()
        self._shown_in = notebook.cell()

    def _refresh(self) -> None:
        """Bring the outputs up to date."""
        for output in self._outputs:
            output.update(self._repr_mimebundle_(), raw=True)


def _hint(status: StatusModel | None) -> str:
    """What holds up a reply, as the end of a line."""
    if status is None:
        return ", and the agent is stopped; start it and the message goes on"
    if status.prompt:
        return f", and the agent asks: {question(status)}"
    return f", the queue is held: {status.blocked}" if status.blocked not in (None, "busy") else ""


def as_completed(replies: Iterable[Reply], timeout: float | None = None) -> Iterator[Reply]:
    """The replies in the order in which they come. Raises TimeoutError after `timeout` seconds in all."""
    futures: dict[concurrent.futures.Future[str], Reply] = {reply: reply for reply in replies}
    for future in concurrent.futures.as_completed(futures, timeout):
        yield futures[future]
