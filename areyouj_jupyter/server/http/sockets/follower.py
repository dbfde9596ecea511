"""Follower: one client's place in the output of one session."""

from __future__ import annotations

import asyncio
import codecs
from collections.abc import Callable

import msgspec

from areyouj_jupyter.models import Event, OutputChunk
from areyouj_jupyter.server.process.incarnation import Incarnation
from areyouj_jupyter.server.sessions.session import Session

DELAY = 0.02  # seconds over which output is gathered into one event
UNSENT_LIMIT = 512 * 1024  # bytes that may wait for the client before output has to wait too


class Follower:
    """Sends output from the terminal's own ring, so that it keeps nothing: a client that is slow finds a gap in the
    offsets where the ring has forgotten. Owned by an events' socket."""

    def __init__(self, session: Session, send: Callable[[bytes], None], unsent: Callable[[], int], offset: int | None):
        """offset: first byte wanted; None: from now on."""
        self._session, self._send, self._unsent = session, send, unsent
        self._run: Incarnation | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._next = 0
        self.attach(offset)

    def attach(self, offset: int | None = 0) -> None:
        """Go over to the session's present incarnation, if it has a new one: from its first byte."""
        run = self._session.lifecycle.run
        if run is None or run is self._run:
            return
        self.close()
        self._run = run
        self._next = run.terminal.ring.end if offset is None else offset
        run.output.append(self._on_output)
        self.flush()

    def _on_output(self, _data: bytes, _end: int) -> None:
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(DELAY, self.flush)

    def flush(self) -> None:
        """Send what the client lacks, up to the last whole character; a client with much unsent is left in peace."""
        self._stop_timer()
        if self._run is None or self._unsent() > UNSENT_LIMIT:
            return
        data, first = self._run.terminal.ring.read(self._next)
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        text = decoder.decode(data)
        self._next = first + len(data) - len(decoder.getstate()[0])
        if text:
            chunk = OutputChunk(session_id=self._session.id, offset=first, text=text)
            self._send(msgspec.json.encode(Event(type=f"session:{self._session.id}:output", data=chunk)))

    def close(self) -> None:
        """Follow no longer."""
        self.flush()
        self._stop_timer()
        if self._run and self._on_output in self._run.output:
            self._run.output.remove(self._on_output)

    def _stop_timer(self) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer = None
