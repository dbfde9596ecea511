"""Audience: who looks at a terminal, who of them takes bytes, and whose window is hidden."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Protocol

logger = logging.getLogger(__name__)


class Client(Protocol):
    """A client that looks at a terminal: terminado's interface, which JupyterLab's socket has too."""

    size: tuple[int | None, int | None]

    def on_pty_read(self, text: str) -> None:
        """Take output."""

    def on_pty_died(self) -> None:
        """The program has ended."""


class Audience:
    """Owned by a terminal. Who fails is dropped, and takes nothing from the others."""

    def __init__(self) -> None:
        """Nobody."""
        self.clients: list[Client] = []
        """In the order in which they came."""
        self._away: dict[Client, int] = {}
        """Those of them whose window is hidden: they get no output. The offset up to which they have it."""
        self._raw: dict[Client, Callable[[bytes], None]] = {}
        """Those of them that take bytes instead of text, and where."""

    @property
    def watches(self) -> bool:
        """Whether somebody sees the output."""
        return len(self.clients) > len(self._away)

    def misses(self, client: Client) -> bool:
        """Whether its window is hidden."""
        return client in self._away

    def attach(self, client: Client, take: Callable[[bytes], None] | None = None) -> None:
        """Add a client, which gets all output from now on. take: takes bytes, instead of text by `on_pty_read`."""
        self.clients.append(client)
        if take:
            self._raw[client] = take

    def detach(self, client: Client) -> None:
        """Remove a client; harmless if it is not one."""
        self._raw.pop(client, None)
        self._away.pop(client, None)
        if client in self.clients:
            self.clients.remove(client)

    def leave(self, client: Client, offset: int) -> None:
        """Its window is hidden. offset: up to which it has the output; -1 if it lacks some before."""
        self._away.setdefault(client, offset)

    def come_back(self, client: Client) -> int:
        """Its window is shown again: the offset with which it left."""
        return self._away.pop(client, -1)

    def show(self, output: bytes) -> None:
        """Output for those whose window is not hidden; whole characters."""
        text = None
        for client in tuple(self.clients):
            if client in self._away:
                continue
            try:
                if take := self._raw.get(client):
                    take(output)
                else:
                    text = output.decode(errors="replace") if text is None else text  # the same for all
                    client.on_pty_read(text)
            except Exception:
                self._drop(client)

    def end(self) -> None:
        """The program has ended."""
        for client in tuple(self.clients):
            try:
                client.on_pty_died()
            except Exception:
                self._drop(client)

    def _drop(self, client: Client) -> None:
        """It failed: one broken browser takes nothing from the others."""
        logger.exception("terminal client failed and was dropped")
        self.detach(client)
