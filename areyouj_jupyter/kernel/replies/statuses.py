"""Statuses: the last known status of every live session, and waiting for a change."""

from __future__ import annotations

import threading
from collections.abc import Callable

import msgspec

from areyouj_jupyter.errors import AgentStopped
from areyouj_jupyter.kernel.client.decoding import decoded
from areyouj_jupyter.models import SessionModel, Snapshot, StatusModel


class _Session(msgspec.Struct):
    """What a SessionModel and a Removed have for us."""

    id: str
    status: StatusModel | None = None


class Statuses:
    """Listens to the crew's EventStream. Owned by a Crew."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._known: dict[str, StatusModel | None] = {}
        """By session id; None for one that ended while somebody was waiting for it."""
        self._awaited: list[str] = []

    def wait(
        self, session: SessionModel, there: Callable[[StatusModel], bool], what: str, timeout: float | None = None
    ) -> StatusModel:
        """The status once it is `there`. session: as it is now; what: what is waited for, in words.

        Raises AgentStopped if the session ends, TimeoutError after `timeout` seconds.
        """
        with self._changed:
            known = self._known.get(session.id)
            if known is None or known.since < session.status.since:
                self._known[session.id] = session.status
            self._awaited.append(session.id)
            try:
                self._changed.wait_for(lambda: (status := self._known[session.id]) is None or there(status), timeout)
                status = self._known[session.id]
            finally:
                self._awaited.remove(session.id)
        if status is None:
            raise AgentStopped(f"{session.agent} ended while you were waiting for it.")
        if not there(status):
            raise TimeoutError(f"{session.agent} is {status.state}; waited {timeout:g} s for {what}.")
        return status

    def on_event(self, type: str, data: msgspec.Raw) -> None:
        """Take in one event."""
        fact = type.rpartition(":")[2]
        if fact == "snapshot":
            snapshot = decoded(data, Snapshot)
            self._set({session.id: session.status for session in snapshot.sessions}, whole=True)
        elif fact == "status-changed":
            session = decoded(data, _Session)
            self._set({session.id: session.status})

    def on_lost(self) -> None:
        """The known statuses may be old; the next snapshot updates them."""

    def _set(self, told: dict[str, StatusModel | None], whole: bool = False) -> None:
        """Take statuses. whole: sessions not in it have ended. Ended ones are kept only for those who wait."""
        with self._changed:
            gone = [id for id in self._known if id not in told] if whole else []
            self._known |= told | dict.fromkeys(gone)
            for id in [id for id, status in self._known.items() if status is None and id not in self._awaited]:
                del self._known[id]
            self._changed.notify_all()
