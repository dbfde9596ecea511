"""Conditions: wait until something that changes has become true."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

Value = TypeVar("Value")


class Conditions:
    """The conditions of one incarnation, which reports every change to them."""

    def __init__(self) -> None:
        """Nobody."""
        self._waiting: set[asyncio.Future[None]] = set()
        self._urgent = 0

    @property
    def urgent(self) -> bool:
        """Whether somebody is waiting for a change that should come soon."""
        return self._urgent > 0

    def wake(self) -> None:
        """Something has changed."""
        for waiter in self._waiting:
            if not waiter.done():
                waiter.set_result(None)
        self._waiting.clear()

    @contextmanager
    def urgently(self) -> Iterator[None]:
        """While inside, something is to come soon."""
        self._urgent += 1
        try:
            yield
        finally:
            self._urgent -= 1

    async def until(self, fact: Callable[[], Value], over: Callable[[], bool]) -> Value | None:
        """The first true value of `fact`, asked after every change; None once it is over."""
        while not (value := fact()) and not over():
            waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._waiting.add(waiter)
            await waiter
        return value or None
