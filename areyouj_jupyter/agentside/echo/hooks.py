"""echo's hook calls: the same few facts that the real CLIs report."""

from __future__ import annotations

from dataclasses import dataclass

from areyouj_jupyter.agentside.hook import send


@dataclass(frozen=True)
class Hooks:
    """Calls the hook program's `send` in this process; does nothing outside AreYouJ."""

    session_id: str
    transcript_path: str
    cwd: str

    def call(self, name: str, **fields: object) -> None:
        """Report one fact; never raises, and waits a moment at most."""
        told = {
            "hook_event_name": name,
            "session_id": self.session_id,
            "transcript_path": self.transcript_path,
            "cwd": self.cwd,
        }
        send(name, told | fields)
