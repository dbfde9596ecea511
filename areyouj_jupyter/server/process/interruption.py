"""Interruption: ends a turn with the CLI's own key, once more while the turn goes on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

STEP = 1.0  # seconds before a turn that goes on is interrupted again: in vim's INSERT mode the first Esc leaves that
TIMES = 3  # at most


class Interruption:
    """Owned by an incarnation; `close` ends its timer."""

    def __init__(self, press: Callable[[], bool], busy_with: Callable[[], int | None]) -> None:
        """press: types the key; False: it cannot. busy_with: the number of the turn that is going on, None: of none."""
        self._press, self._busy_with = press, busy_with
        self._timer: asyncio.TimerHandle | None = None

    def begin(self, turn: int, times: int = TIMES) -> bool:
        """Interrupt this turn, which may be about to begin. False: the key could not be typed."""
        taken = self._press()
        self.close()
        self._timer = asyncio.get_running_loop().call_later(STEP, self._again, turn, times - 1)
        return taken

    def _again(self, turn: int, times: int) -> None:
        if times > 0 and self._busy_with() == turn:
            self.begin(turn, times)

    def close(self) -> None:
        """Leave the turn alone."""
        if self._timer:
            self._timer.cancel()
