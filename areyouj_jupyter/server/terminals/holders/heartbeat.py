"""The heartbeat of a connection to a holder: whether it still answers, which the connection itself does not show."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

PERIOD = 4.0  # seconds between two beats, together with those of all other holders: one waking serves many


class Heartbeat:
    """Owned by a Holder. Silence is noticed within two beats; any frame ends it."""

    def __init__(self, ask: Callable[[], None], tell: Callable[[], None]) -> None:
        """ask: sends something that is answered at once. tell: called whenever `answering` has changed."""
        self.answering = True
        self.silences = 0
        """How often the holder fell silent."""
        self._ask, self._tell = ask, tell
        self._asked = False
        """Whether nothing has come since the last beat."""
        self._loop = asyncio.get_running_loop()
        self._timer: asyncio.TimerHandle | None = None

    def start(self) -> None:
        """Beat, until it is closed."""
        now = self._loop.time()
        self._timer = self._loop.call_at(now + PERIOD - now % PERIOD, self._beat)

    def _beat(self) -> None:
        self.start()
        if self._asked:
            self.fall_silent()
        else:
            self._asked = True
            self._ask()

    def fall_silent(self) -> None:
        """Something that was asked has no answer in time."""
        self._asked = True
        if self.answering:
            self.answering = False
            self.silences += 1
            self._tell()

    def hear(self) -> None:
        """Something came."""
        self._asked = False
        if not self.answering:
            self.answering = True
            self._tell()

    def close(self) -> None:
        """It beats no more; harmless when repeated."""
        if self._timer:
            self._timer.cancel()
