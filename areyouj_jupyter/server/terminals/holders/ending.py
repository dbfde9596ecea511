"""How a process ended."""

from __future__ import annotations

import signal
from dataclasses import dataclass


@dataclass(frozen=True)
class Exit:
    """How a process ended: an exit code, or the signal that killed it; neither: unknown."""

    code: int | None
    signal: int | None

    def sentence(self) -> str:
        """For a person."""
        if self.code is not None:
            return f"exited with code {self.code}"
        if self.signal is None:
            return "was lost"
        try:
            return f"was killed by {signal.Signals(self.signal).name}"
        except ValueError:
            return f"was killed by signal {self.signal}"
