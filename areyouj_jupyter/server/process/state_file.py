"""The state file: what a CLI itself keeps on disk about what it does, read where the screen leaves a doubt."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping

from areyouj_jupyter.server.process.launch import newest
from areyouj_jupyter.specs import AgentSpec, Told


class StateFile:
    """Of one incarnation, which owns it."""

    def __init__(
        self, spec: AgentSpec, environment: Mapping[str, str], tell: Callable[[Told | None, float], None]
    ) -> None:
        """tell: takes what was read, and since when by the loop's clock; None: the file says nothing."""
        self._spec, self._environment, self._tell = spec, environment, tell
        self._loop = asyncio.get_running_loop()
        self._reading: asyncio.Future[Told | None] | None = None

    def ask(self, pid: int) -> None:
        """Read the file and report it, unless a read is under way."""
        if self._spec.read_state is None or self._reading is not None:
            return
        self._reading = self._loop.run_in_executor(None, self._read, str(pid))
        self._reading.add_done_callback(self._on_read)

    def close(self) -> None:
        """Stop reporting."""
        if self._reading is not None:
            self._reading.remove_done_callback(self._on_read)

    def _read(self, pid: str) -> Told | None:
        path = newest(self._spec.state_file, self._environment, pid=pid)
        try:
            return self._spec.read_state(path) if path and self._spec.read_state else None
        except OSError:
            return None

    def _on_read(self, reading: asyncio.Future[Told | None]) -> None:
        self._reading = None
        told = reading.result()
        age = max(0.0, time.time() - told.since) if told else 0.0
        self._tell(told, self._loop.time() - age)
