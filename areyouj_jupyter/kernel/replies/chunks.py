"""Chunks: what an agent says and does before its reply, as it comes, and the reply's text last."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence

from areyouj_jupyter.kernel.rendering.text import Shown
from areyouj_jupyter.kernel.replies.pending_reply import PendingReply
from areyouj_jupyter.kernel.replies.reply_waiting import Bell, changes, heard
from areyouj_jupyter.models import MessageKind, MessageModel


class Chunk(Shown):
    """A piece of a turn: a str with its kind."""

    __slots__ = ("kind",)

    kind: MessageKind
    """`note`: said on the way; `tool`: `Name: what for`; `text`: the reply itself."""

    def __new__(cls, text: str, kind: MessageKind) -> Chunk:
        """A str cannot be given more in `__init__`."""
        chunk = super().__new__(cls, text)
        chunk.kind = kind
        return chunk


class _Reading:
    """How far one iteration has come."""

    def __init__(self, reply: PendingReply) -> None:
        self._reply = reply
        self._read: set[str] = set()

    def fresh(self) -> list[Chunk]:
        """The steps that events brought since the last look."""
        return self._new(self._reply.steps_so_far)

    def rest(self) -> list[Chunk]:
        """What is left once the reply is there: steps that no event brought, and its text. Raises ReplyFailed."""
        text = self._reply.result(0)
        return [*self._new(self._reply.steps), Chunk(text, "text")]

    def _new(self, steps: Sequence[MessageModel]) -> list[Chunk]:
        unread = [step for step in steps if step.id not in self._read]
        self._read |= {step.id for step in unread}
        return [Chunk(step.content, step.kind) for step in unread]


def chunks(reply: PendingReply) -> Iterator[Chunk]:
    """Waits in between. Raises ReplyFailed, and NeedsInput if the reply was made with `on_needs_input="raise"`."""
    reading = _Reading(reply)
    bell = Bell()
    with heard([reply], bell.ring):
        while not reply.done():
            yield from reading.fresh()
            bell.wait_on([reply])
    yield from reading.rest()


async def chunks_async(reply: PendingReply) -> AsyncIterator[Chunk]:
    """The same on an event loop, which runs on in between."""
    reading = _Reading(reply)
    async for _ in changes(reply):
        for chunk in reading.fresh():
            yield chunk
    for chunk in await asyncio.to_thread(reading.rest):
        yield chunk
