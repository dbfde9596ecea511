"""Gathering: waiting for many replies at once, in the order in which they come or were asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from areyouj_jupyter.errors import LibraryMissing
from areyouj_jupyter.kernel.client import arguments
from areyouj_jupyter.kernel.replies.pending_reply import OnNeedsInput
from areyouj_jupyter.kernel.replies.reply import Reply
from areyouj_jupyter.kernel.replies.reply_waiting import arriving
from areyouj_jupyter.kernel.tables.data_frames import library


def as_completed(
    replies: Iterable[Reply], timeout: float | None = None, on_needs_input: OnNeedsInput | None = None
) -> Iterator[Reply]:
    """The replies in the order in which they come.

    timeout: seconds in all; on_needs_input: see `Reply.result`. Raises TimeoutError, NeedsInput.
    """
    return arriving(replies, timeout, on_needs_input)


def gather(
    replies: Iterable[Reply],
    timeout: float | None = None,
    on_needs_input: OnNeedsInput | None = None,
    return_exceptions: bool = False,
    progress: bool = False,
) -> list[str | BaseException]:
    """The texts of all replies, in their order, once all have ended.

    return_exceptions: have a ReplyFailed in its place instead of raising the first one; progress: a bar for each agent,
    where tqdm is installed. timeout and on_needs_input as for `as_completed`.
    """
    waited = arguments.members(replies, "replies")
    with _bars(waited, progress) as bars:
        for reply in arriving(waited, timeout, on_needs_input):
            bars.advance(reply)
    ends: list[str | BaseException] = [reply.failure or reply.result() for reply in waited]
    failures = [end for end in ends if isinstance(end, BaseException)]
    if failures and not return_exceptions:
        raise failures[0]
    return ends


class _Bars:
    """A tqdm bar for each agent, as soon as it has a message."""

    def __init__(self, replies: list[Reply], tqdm: Any) -> None:
        self._replies = replies
        self._tqdm = tqdm
        self._bars: dict[str, Any] = {}
        self._update()

    def advance(self, reply: Reply) -> None:
        """One of an agent's replies has ended."""
        self._update()
        if reply.agent in self._bars:
            self._bars[reply.agent].update()

    def close(self) -> None:
        """Leave the bars as they are."""
        for bar in self._bars.values():
            bar.close()

    def _update(self) -> None:
        """Make a bar for each agent, as long as its number of messages."""
        if self._tqdm is None:
            return
        agents = [reply.agent for reply in self._replies if reply.sent]
        for agent in dict.fromkeys(agents):
            if agent not in self._bars:
                self._bars[agent] = self._tqdm(desc=agent, total=0, unit="reply")
            if self._bars[agent].total != agents.count(agent):
                self._bars[agent].total = agents.count(agent)
                self._bars[agent].refresh()


@contextmanager
def _bars(replies: list[Reply], progress: bool) -> Iterator[_Bars]:
    """Show bars for a while; none if tqdm is missing, since work must not fail for lack of a bar."""
    try:
        tqdm = library("tqdm.auto", "A progress bar").tqdm if progress else None
    except LibraryMissing:
        tqdm = None
    bars = _Bars(replies, tqdm)
    try:
        yield bars
    finally:
        bars.close()
