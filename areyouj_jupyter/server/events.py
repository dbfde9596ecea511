"""The event hub: facts go to every subscriber, and one that falls behind is closed, never waited for."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from types import TracebackType

from areyouj_jupyter.models import Event

QUEUE_LIMIT = 1000  # events that a subscriber may lag behind before it is closed


class Subscription:
    """One subscriber's bounded queue, an async iterator of events. Owned by whoever subscribed; close it."""

    def __init__(self, hub: EventHub, limit: int) -> None:
        self._hub = hub
        self._queue: asyncio.Queue[Event | None] = asyncio.Queue(limit + 1)
        self.overrun = False
        """True once events were lost: start again from a snapshot."""

    def put(self, event: Event) -> None:
        """Take one event; a full queue closes the subscription."""
        if self._queue.qsize() >= self._queue.maxsize - 1:
            self.overrun = True
            self.close()
        else:
            self._queue.put_nowait(event)

    def close(self) -> None:
        """End the iteration after what is queued; harmless when repeated."""
        if self._hub.forget(self):
            self._queue.put_nowait(None)

    async def __aiter__(self) -> AsyncIterator[Event]:
        while (event := await self._queue.get()) is not None:
            yield event

    def __enter__(self) -> Subscription:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class EventHub:
    """Publishes events to its subscribers, in order. One per server."""

    def __init__(self) -> None:
        self._subscriptions: list[Subscription] = []

    def __len__(self) -> int:
        """How many subscribers there are."""
        return len(self._subscriptions)

    def publish(self, event: Event) -> None:
        """Hand the event to every subscriber; never blocks and never fails."""
        for subscription in tuple(self._subscriptions):
            subscription.put(event)

    def subscribe(self, limit: int = QUEUE_LIMIT) -> Subscription:
        """A new subscription that sees every event published from now on."""
        subscription = Subscription(self, limit)
        self._subscriptions.append(subscription)
        return subscription

    def forget(self, subscription: Subscription) -> bool:
        """Drop a subscription; False if it was dropped before."""
        if subscription not in self._subscriptions:
            return False
        self._subscriptions.remove(subscription)
        return True

    def close(self) -> None:
        """End all subscriptions."""
        for subscription in tuple(self._subscriptions):
            subscription.close()
