"""The ledger of orders: how far each one went. An order is a delivery's id, a step and an attempt, and happens once.

(unknown) ──journalled──▶ intent ──last byte written──▶ done
    └──────judged──────▶ refused: nothing was written, and never will be
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from areyouj_jupyter.holder import wire

PASTE, SUBMIT = "paste", "submit"
INTENT, DONE, REFUSED, UNKNOWN = "intent", "done", "refused", "unknown"
ATTEMPTS = 9  # at one submit; a paste has one

Key = tuple[str, str, int]
"""Delivery id, step, attempt."""


class Order(NamedTuple):
    """One step of a delivery, as a server ordered it, with what the server knew when it judged."""

    id: str
    step: str
    attempt: int
    incarnation: int
    hook: int
    offset: int
    data: bytes

    @property
    def key(self) -> Key:
        """The identity of the order."""
        return self.id, self.step, self.attempt

    def fact(self, state: str) -> dict[str, Any]:
        """For the journal and for answers."""
        return {"order": self.id, "step": self.step, "attempt": self.attempt, "state": state}


def order(payload: bytes) -> Order:
    """The order of a frame. Raises WireError."""
    fields, data = wire.mixed(payload)
    step = wire.text(fields, "step")
    if step not in (PASTE, SUBMIT) or not data:
        raise wire.WireError("An order is a paste or a submit of some bytes.")
    return Order(
        wire.text(fields, "id"),
        step,
        wire.number(fields, "attempt", 1, ATTEMPTS if step == SUBMIT else 1),
        wire.number(fields, "incarnation"),
        wire.number(fields, "hook"),
        wire.number(fields, "offset"),
        data,
    )


class Ledger:
    """The orders of one incarnation; in memory what the journal is on disk."""

    def __init__(self, incarnation: int) -> None:
        self._incarnation = incarnation
        self._states: dict[Key, str] = {}

    def state(self, key: Key) -> str:
        """How far an order went; UNKNOWN if it never came."""
        return self._states.get(key, UNKNOWN)

    def enter(self, key: Key, state: str) -> None:
        """Record an order's new state."""
        self._states[key] = state

    def steps(self, id: str) -> list[tuple[str, int, str]]:
        """Step, attempt and state of all known orders of one delivery."""
        keys = [(id, PASTE, 1), *((id, SUBMIT, attempt) for attempt in range(1, ATTEMPTS + 1))]
        return [(key[1], key[2], self._states[key]) for key in keys if key in self._states]

    def objection(self, order: Order, last_hook: int) -> str:
        """Why an order that was never seen may not be carried out; empty if it may."""
        if order.incarnation != self._incarnation:
            return "incarnation"
        if order.hook < last_hook:
            return "hook"
        if order.step == SUBMIT and self.state((order.id, PASTE, 1)) != DONE:
            return "paste"
        if order.attempt > 1 and self.state((order.id, SUBMIT, order.attempt - 1)) not in (DONE, REFUSED):
            return "attempt"
        return ""


def replayed(facts: Iterable[Mapping[str, Any]]) -> dict[Key, str]:
    """The states that a journal's facts lead to."""
    return {(fact["order"], fact["step"], fact["attempt"]): fact["state"] for fact in facts if "order" in fact}
