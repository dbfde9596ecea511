"""Arrivals: waiting for replies, one way for all who do: what is done while they are on their way."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from areyouj_jupyter.errors import NeedsInput, PromptGone
from areyouj_jupyter.kernel.awaited import Awaited, OnNeedsInput
from areyouj_jupyter.kernel.standing import line

Each = TypeVar("Each", bound=Awaited)

TICK = 1.0  # seconds; so often a waiting cell shows how long it has waited


class Bell:
    """Rings when something changed, for one thread that waits. Owned by who waits."""

    def __init__(self, deadline: float | None = None, on_needs_input: OnNeedsInput | None = None) -> None:
        """deadline: monotonic seconds; on_needs_input: None for what each reply says."""
        self._rung = threading.Event()
        self._deadline = deadline
        self._policy = on_needs_input
        self._asked: set[str] = set()
        """Ids of the prompts that were seen to already."""

    def ring(self) -> None:
        """Something changed."""
        self._rung.set()

    def wait_on(self, replies: Sequence[Awaited]) -> bool:
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

    def _see_to(self, reply: Awaited) -> None:
        """Deal with the question that the agent asks, if it is a new one."""
        policy = self._policy or reply.on_needs_input
        prompt = reply.needs_input
        if prompt is None or prompt.id in self._asked:
            return
        if policy == "raise":
            raise NeedsInput(f"{line(reply)}.", prompt)
        self._asked.add(prompt.id)
        answer = None if policy == "wait" else policy(reply, prompt)
        if answer is None:
            reply.show_question()
            return
        try:
            reply.answer(answer, prompt)
        except PromptGone:
            return  # somebody else has answered it


@contextmanager
def heard(replies: Sequence[Awaited], listener: Callable[[], None]) -> Iterator[None]:
    """A time in which every change of the replies is told to `listener`."""
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

    timeout: seconds in all; on_needs_input: see `Reply.result`. Raises TimeoutError, NeedsInput.
    """
    waiting = list(dict.fromkeys(replies))
    bell = Bell(None if timeout is None else time.monotonic() + timeout, on_needs_input)
    with heard(waiting, bell.ring):
        left = waiting
        while left:
            come, left = [each for each in left if each.done()], [each for each in left if not each.done()]
            yield from come
            if left and not bell.wait_on(left):
                waited = line(left[0]) if len(left) == 1 else f"{len(left)} are on their way"
                raise TimeoutError(f"No reply within {timeout:g} s: {waited}.")
