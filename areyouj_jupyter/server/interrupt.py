"""Interrupt: what ends in order before SIGINT ends the server.

Without a terminal Jupyter leaves SIGINT to Python (jupyter_server 2.21, `ServerApp.init_signal`), which breaks the
event loop off, and no extension hears of it. JupyterHub's LocalProcessSpawner stops its servers in that way.
"""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Awaitable, Callable


class Interrupt:
    """Owned by the extension, which closes it when it ends for another reason. A second SIGINT waits for nothing."""

    def __init__(self, finish: Callable[[], Awaitable[None]]) -> None:
        """finish: what is done first; it bounds itself. Where somebody else takes SIGINT, all stays as it is."""
        self._finish = finish
        self._loop = asyncio.get_running_loop()
        self._task: asyncio.Future[None] | None = None
        ours = threading.current_thread() is threading.main_thread()  # others may set no handler
        self._waits = ours and signal.getsignal(signal.SIGINT) is signal.default_int_handler
        if self._waits:
            self._loop.add_signal_handler(signal.SIGINT, self._on_interrupt)

    def close(self) -> None:
        """Leave SIGINT to Python again; harmless when repeated."""
        if self._waits:
            self._waits = False
            self._loop.remove_signal_handler(signal.SIGINT)

    def _on_interrupt(self) -> None:
        self.close()
        self._task = asyncio.ensure_future(self._finish())
        self._task.add_done_callback(lambda _: signal.raise_signal(signal.SIGINT))
