"""The session file of Claude Code: `sessions/PID.json`, in which it keeps its state (2.1.328, 2026-11).

It is written within 0.06 s of a change, even if no hook is called: after an interrupt and a refusal. A `Stop` hook of
the turn has returned before it says `idle`. It is not documented, so it may go away.
"""

from __future__ import annotations

import json
from pathlib import Path

from areyouj_jupyter.models import PromptKind, State
from areyouj_jupyter.specs.format.told import Told

STATES: dict[str, State] = {
    "idle": "idle",
    "shell": "idle",  # and a command continues in the background
    "busy": "busy",
    "waiting": "awaiting_input",
}
ASKS: dict[str, PromptKind] = {"permission prompt": "permission"}  # else `input needed`, `dialog open`


def read_state(path: Path) -> Told | None:
    """The CLI's state; None also before its first turn. Raises OSError."""
    try:
        kept = json.loads(path.read_bytes())
        since = float(kept["statusUpdatedAt"]) / 1000
        return Told(STATES[kept["status"]], since, ASKS.get(kept.get("waitingFor"), "question"))
    except (ValueError, LookupError, TypeError):
        return None
