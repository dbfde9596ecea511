"""The typing line: what waits to be read by the agent, in order; an order's bytes stay together."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from areyouj_jupyter.holder.orders.ledger import Order

WAITING_LIMIT = 8 * 1024 * 1024  # bytes


class TypingLine:
    """Bounded. `write` hands bytes to the kernel and says how many it took."""

    def __init__(self, write: Callable[[memoryview], int]) -> None:
        self.waiting = 0
        """Bytes that the agent has not taken yet."""
        self._write = write
        self._queue: deque[tuple[memoryview, Order | None]] = deque()

    def add(self, data: bytes, order: Order | None = None) -> bool:
        """Add bytes to write. False: too much is waiting, nothing is taken."""
        if self.waiting + len(data) > WAITING_LIMIT:
            return False
        if data:
            self._queue.append((memoryview(data), order))
            self.waiting += len(data)
        return True

    def pump(self) -> list[Order]:
        """Write what fits now; returns the orders whose last byte was written."""
        finished: list[Order] = []
        while self._queue:
            data, order = self._queue.popleft()
            count = self._write(data)
            self.waiting -= count
            if count < len(data):
                self._queue.appendleft((data[count:], order))
                break
            if order:
                finished.append(order)
        return finished

    def clear(self) -> list[Order]:
        """The terminal is gone: drop everything; returns the unfinished orders."""
        left = [order for _, order in self._queue if order]
        self._queue.clear()
        self.waiting = 0
        return left
