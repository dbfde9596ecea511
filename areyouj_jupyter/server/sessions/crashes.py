"""Crashes: how often an agent crashed recently, and when to restart it."""

from __future__ import annotations

from areyouj_jupyter.server.metrics import CRASHES
from areyouj_jupyter.server.sessions.session_deps import Limits
from areyouj_jupyter.server.terminals import Exit

HEALTHY_AFTER = 300.0  # seconds of running after which earlier crashes are forgotten


class Crashes:
    """The crashes of one session; owned by its lifecycle."""

    def __init__(self, spec: str, restart: bool, limits: Limits) -> None:
        """spec: its name. restart: whether to restart it at all."""
        self._spec, self._restart, self._limits = spec, restart, limits
        self._count = 0

    def forget(self) -> None:
        """A person started it."""
        self._count = 0

    def delay(self, end: Exit, lived: float = 0.0) -> float | None:
        """Seconds to wait before restarting after this end, longer each time; None: do not restart.

        lived: seconds.
        """
        if end.code == 0:
            return None
        CRASHES.labels(self._spec).inc()
        self._count = 1 if lived > HEALTHY_AFTER else self._count + 1
        if not self._restart or self._count > self._limits.restarts:
            return None
        return float(self._limits.restart_delay * 2 ** (self._count - 1))
