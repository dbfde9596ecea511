"""The session file of Claude Code: `sessions/PID.json`, in which it keeps what it does (2.1.328, 2026-11).

It is written within 0.06 s of a change, also where no hook tells: after an interrupt and a refusal. A `Stop` hook of
the turn has returned before it says `idle`. It is documented nowhere, so that it may go away.
"""

from __future__ import annotations

import json
from pathlib import Path

from areyouj_jupyter.models import PromptKind, State
from areyouj_jupyter.specs.format.told import Told

STATES: dict[str, State] = {
    "idle": "idle",
    "shell": "idle",  # and a command goes on in the background
    "busy": "busy",
    "waiting": "awaiting_input",
}
ASKS: dict[str, PromptKind] = {"permission prompt": "permission"}  # else `input needed`, `dialog open`


def read_state(path: Path) -> Told | None:
    """What it does, as it says. None before its first turn, too. Raises OSError."""
    try:
        kept = json.loads(path.read_bytes())
        since = float(kept["statusUpdatedAt"]) / 1000
        return Told(STATES[kept["status"]], since, ASKS.get(kept.get("waitingFor"), "question"))
    except (ValueError, LookupError, TypeError):
        return None
