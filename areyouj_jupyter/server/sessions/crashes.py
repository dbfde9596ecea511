"""Crashes: how often an agent ended badly of late, and when it is started again."""

from __future__ import annotations

from areyouj_jupyter.server.metrics import CRASHES
from areyouj_jupyter.server.sessions.session_deps import Limits
from areyouj_jupyter.server.terminals import Exit

HEALTHY_AFTER = 300.0  # seconds of life after which earlier crashes are forgotten


class Crashes:
    """Of one session; its life owns it."""

    def __init__(self, spec: str, restart: bool, limits: Limits) -> None:
        """spec: its name. restart: whether it is to be started again at all."""
        self._spec, self._restart, self._limits = spec, restart, limits
        self._count = 0

    def forget(self) -> None:
        """A person started it."""
        self._count = 0

    def delay(self, end: Exit, lived: float = 0.0) -> float | None:
        """Seconds after which it is started again after this end, longer each time; None: it stays ended.

        lived: seconds.
        """
        if end.code == 0:
            return None
        CRASHES.labels(self._spec).inc()
        self._count = 1 if lived > HEALTHY_AFTER else self._count + 1
        if not self._restart or self._count > self._limits.restarts:
            return None
        return float(self._limits.restart_delay * 2 ** (self._count - 1))
