"""Waiting for replies, one way for all who do: what is done while they are on their way."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TypeVar

from areyouj_jupyter.errors import ArgumentTypeInvalid, NeedsInput, PromptGone, ReplyTimeout
from areyouj_jupyter.kernel.client import arguments
from areyouj_jupyter.kernel.replies.pending_reply import OnNeedsInput, PendingReply
from areyouj_jupyter.kernel.replies.reply_status import line
from areyouj_jupyter.models import Prompt

Each = TypeVar("Each", bound=PendingReply)

TICK = 1.0  # seconds; so often a waiting cell shows how long it has waited


class Questions:
    """What agents ask of one who waits: each question is dealt with once. Owned by who waits."""

    def __init__(self, on_needs_input: OnNeedsInput | None = None) -> None:
        """on_needs_input: None for each reply's own setting."""
        self._policy = on_needs_input
        self._seen: set[str] = set()
        """Ids of prompts."""

    def new(self, reply: PendingReply) -> Prompt | None:
        """The open question, the first time that it is looked for. Raises NeedsInput."""
        prompt = reply.needs_input
        if prompt is None or prompt.id in self._seen:
            return None
        policy = self._policy or reply.on_needs_input
        if policy == "raise":
            raise NeedsInput(f"{line(reply)}.", prompt, reply)
        if callable(policy) and reply.status != "processing":
            return None  # somebody else's turn asks it, or nobody has told us yet that this is ours
        self._seen.add(prompt.id)
        return prompt

    def answered(self, reply: PendingReply, prompt: Prompt) -> bool:
        """Ask the function for the answer, and give it; False if a person has to. Blocking."""
        policy = self._policy or reply.on_needs_input
        answer = policy(reply, prompt) if callable(policy) else None
        if answer is None:
            return False
        with suppress(PromptGone):  # somebody else has answered it
            reply.answer(answer, prompt)
        return True


class Bell:
    """Rings when something changed, for one thread that waits. Owned by who waits."""

    def __init__(self, deadline: float | None = None, on_needs_input: OnNeedsInput | None = None) -> None:
        """deadline: monotonic seconds; on_needs_input: None for each reply's own setting."""
        self._rung = threading.Event()
        self._deadline = deadline
        self._questions = Questions(on_needs_input)

    def ring(self) -> None:
        """Something changed."""
        self._rung.set()

    def wait_on(self, replies: Sequence[PendingReply]) -> bool:
        """Wait until the bell rings or a tick has passed; False once the time is over. Raises NeedsInput."""
        for reply in replies:
            self._see_to(reply)
        left = TICK if self._deadline is None else min(TICK, self._deadline - time.monotonic())
        if left <= 0:
            return False
        if not self._rung.wait(left):
            for reply in replies:
                reply.refresh()
        self._rung.clear()
        return True

    def _see_to(self, reply: PendingReply) -> None:
        prompt = self._questions.new(reply)
        if prompt and not self._questions.answered(reply, prompt):
            reply.show_question()


@contextmanager
def heard(replies: Sequence[PendingReply], listener: Callable[[], None]) -> Iterator[None]:
    """While inside, call `listener` for every change of the replies. Raises ProcessForked."""
    for reply in replies:
        reply.require_process()
    for reply in replies:
        reply.listen(listener)
    try:
        yield
    finally:
        for reply in replies:
            reply.unlisten(listener)


def arriving(
    replies: Iterable[Each], timeout: float | None = None, on_needs_input: OnNeedsInput | None = None
) -> Iterator[Each]:
    """The replies in the order in which they come.

    timeout: seconds in all; on_needs_input: see `Reply.result`. Raises ReplyTimeout, NeedsInput.
    """
    arguments.seconds(timeout)
    arguments.on_needs_input(on_needs_input)
    waiting = list(dict.fromkeys(arguments.members(replies, "replies")))
    if strange := [each for each in waiting if not hasattr(each, "require_process")]:
        raise ArgumentTypeInvalid(f"replies are Replies, and not {type(strange[0]).__name__}.")
    bell = Bell(None if timeout is None else time.monotonic() + timeout, on_needs_input)
    with heard(waiting, bell.ring):
        left = waiting
        while left:
            come, left = [each for each in left if each.done()], [each for each in left if not each.done()]
            yield from come
            if left and not bell.wait_on(left):
                waited = line(left[0]) if len(left) == 1 else f"{len(left)} replies are still to come"
                raise ReplyTimeout(f"No reply within {timeout:g} s: {waited}.", left)


async def changes(reply: PendingReply) -> AsyncIterator[None]:
    """Yield now and after each change until the reply is there, on an event loop, which runs on in between.

    Raises NeedsInput if the reply was made with `on_needs_input="raise"`.
    """
    questions = Questions()
    loop, changed = asyncio.get_running_loop(), asyncio.Event()

    def ring() -> None:
        loop.call_soon_threadsafe(changed.set)

    with heard([reply], ring):
        while not reply.done():
            changed.clear()
            prompt = questions.new(reply)
            if prompt and not await asyncio.to_thread(questions.answered, reply, prompt):
                reply.show_question()
            yield
            await changed.wait()


async def come(reply: PendingReply) -> str:
    """The reply's text, once it is there. Raises ReplyFailed, and NeedsInput as `changes` does."""
    async for _ in changes(reply):
        pass
    return reply.result(0)
