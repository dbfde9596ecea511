"""What a holder answers, and who waits for which answer."""

from __future__ import annotations

import asyncio
from typing import Any, Literal

from areyouj_jupyter.holder.orders.ledger import Key
from areyouj_jupyter.models import Model
from areyouj_jupyter.server.terminals.holders.holder_records import ExitRecord


class Welcome(Model, frozen=True):
    """What a holder says first. start, end: of the output that is kept; hook: number of the newest hook."""

    version: int
    session_id: str
    incarnation: int
    pid: int
    start: int
    end: int
    rows: int
    cols: int
    hooks: int
    hook: int
    exit: ExitRecord | None = None
    offset: int = 0
    """Of the first output to come, and whether a program has the terminal: of a holder that relays the output."""
    foreground: bool = False


class Answer(Model, frozen=True):
    """What became of an order."""

    id: str
    step: str
    attempt: int
    state: Literal["done", "refused", "intent"]
    """intent: begun, but the agent ended before it had read all of it."""
    repeated: bool = False
    """Whether it was done or refused earlier, not now."""
    why: str = ""
    """Of a refusal: `hook`, `incarnation`, `paste`, `attempt`, `input`, `disk` or `exited`."""


class HolderRefused(Exception):
    """The holder does not want this server."""

    def __init__(self, why: str, owner: int = 0) -> None:
        """why: `owner` (a newer one is attached), `version` or `replaced`. owner: the epoch that holds."""
        super().__init__(f"The holder rejected this server: {why}.")
        self.why, self.owner = why, owner


class HolderLost(ConnectionError):
    """The holder went away before it answered."""


class Requests:
    """Who waits for which answer. Owned by one connection to a holder."""

    def __init__(self) -> None:
        """Nobody."""
        self._waiting: dict[Key | str, list[asyncio.Future[dict[str, Any]]]] = {}

    def expect(self, key: Key | str) -> asyncio.Future[dict[str, Any]]:
        """The answer to come. Raises HolderLost, when it is awaited, if the holder goes away before."""
        reply: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(key, []).append(reply)
        return reply

    def answer(self, key: Key | str, body: dict[str, Any]) -> None:
        """An answer came; harmless if nothing waits for it."""
        for reply in self._waiting.pop(key, ()):
            if not reply.done():
                reply.set_result(body)

    def lose(self) -> None:
        """No answer comes any more."""
        for reply in [reply for replies in self._waiting.values() for reply in replies]:
            if not reply.done():
                reply.set_exception(HolderLost("The holder stopped."))
        self._waiting.clear()
