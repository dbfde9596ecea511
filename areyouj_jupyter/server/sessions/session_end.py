"""Ending: how a session ended, for those who still want something from its agent."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SessionEnd:
    """What is known about it; nothing for an agent that never ran here."""

    reason: str = ""
    """As a status has it: `The agent exited with code 3.`, `stopped by a user`, …"""
    output: str = ""
    """The last lines of its terminal."""

    def sentences(self, agent: str) -> str:
        """Why it is not running, and how to start it."""
        last = f' Last output: "{self.output}".' if self.output else ""
        return f"The agent {agent!r} is not running{self._how}.{last} Start it with `%areyouj start {agent}`."

    @property
    def _how(self) -> str:
        reason = self.reason.rstrip(".")
        if reason.startswith("The agent "):
            return f": it {reason.removeprefix('The agent ')}"
        if reason.startswith("stopped"):
            return f": it was {reason}"
        return f": {reason}" if reason else ""
