"""OwnedFuture: a `concurrent.futures.Future` that only its owner resolves, and whose callbacks hold up nobody."""

from __future__ import annotations

import asyncio
import concurrent.futures
import logging
import os
import threading
from collections.abc import Callable
from typing import Any

from areyouj_jupyter.errors import ProcessForked, ReplyCancelled

logger = logging.getLogger(__name__)

Callback = Callable[[Any], object]


class OwnedFuture(concurrent.futures.Future[str]):
    """Keeps the contract of its base, for `concurrent.futures.wait`, `asyncio.wrap_future` and the like."""

    failure: Exception | None = None
    """The error that it ended with; None while it has not ended, or ended well."""

    def __init__(self) -> None:
        super().__init__()
        self._lock = threading.RLock()  # the stream's thread brings facts while a cell displays or cancels
        self._process = os.getpid()
        self._callbacks: list[tuple[Callback, Callback]] = []
        """Each as it was given, and as it is called."""
        self._called = False
        super().add_done_callback(self._call_back)

    def add_done_callback(self, fn: Callback) -> None:
        """Call this with the reply once it has ended: in a thread of its own, so it may block; at once if it has."""
        call = _on_its_loop(fn)
        with self._lock:
            if not self._called:
                self._callbacks.append((fn, call))
                return
        self._run([call])

    def remove_done_callback(self, fn: Callback) -> int:
        """Do not call it; returns how many there were. `asyncio.wait` needs that."""
        with self._lock:
            kept = [each for each in self._callbacks if each[0] is not fn]
            count, self._callbacks = len(self._callbacks) - len(kept), kept
        return count

    def set_result(self, result: object) -> None:
        """Refused: the agent answers. Raises TypeError."""
        raise TypeError("A reply gets its result from its agent; nobody else can set it.")

    def set_exception(self, exception: object) -> None:
        """Refused, too. Raises TypeError."""
        raise TypeError("A reply gets its error from its agent; nobody else can set it.")

    def set_running_or_notify_cancel(self) -> bool:
        """Refused, too. Raises TypeError."""
        raise TypeError("A reply is run by its agent; nobody else can say that it runs.")

    def require_process(self) -> None:
        """Raises ProcessForked in a process that was forked off while this was on its way: nothing arrives here."""
        if self._process != os.getpid() and not self.done():
            raise ProcessForked

    def on_fork(self) -> None:
        """End here, in the new process, where nobody brings its end; its lock may be held by a thread that is gone."""
        self._lock = threading.RLock()
        self._condition = threading.Condition()  # the base's own lock, which may be held as well
        self._callbacks.clear()
        self._reject(ProcessForked())

    def _resolve(self, text: str) -> None:
        super().set_result(text)

    def _reject(self, error: Exception) -> None:
        self.failure = error
        if isinstance(error, ReplyCancelled):
            super().cancel()
            super().set_running_or_notify_cancel()  # or `concurrent.futures.wait` would wait on
        else:
            super().set_exception(error)

    def _call_back(self, _: object) -> None:
        with self._lock:
            calls, self._called = [call for _, call in self._callbacks], True
            self._callbacks.clear()
        if calls:
            threading.Thread(target=self._run, args=(calls,), name="areyouj-callbacks", daemon=True).start()

    def _run(self, calls: list[Callback]) -> None:
        for call in calls:
            try:
                call(self)
            except Exception:  # of a callback: the others are called too, as `concurrent.futures` does it
                logger.exception("callback of a reply failed")


def _on_its_loop(fn: Callback) -> Callback:
    """A callback of asyncio's own, as `asyncio.wait` adds one, is to be called on the loop that waits."""
    if getattr(fn, "__module__", "") != "asyncio.tasks":
        return fn
    loop = asyncio.get_running_loop()
    return lambda reply: loop.call_soon_threadsafe(fn, reply)
