"""Held queue: why a queue does not move, and what a person can do about it, in plain sentences.

labextension/core/held.ts says the same in the browser.
"""

from __future__ import annotations

import time
from collections.abc import Mapping

from areyouj_jupyter.models import StatusModel

WHY: Mapping[str, str] = {
    "composer": "There is text in the agent's input line.",
    "paused": "The queue is paused.",
    "starting": "The agent is still starting.",
    "stopping": "The agent is still stopping.",
    "dialog": "The agent shows a dialog.",
    "rate limit": "The agent has reached its usage limit.",
    "lost": "The agent has ended.",
    "reduced screen": "The agent's screen cannot be read well enough to send safely.",
    "not answering": "The agent's terminal is not responding.",
}
"""By `StatusModel.blocked`."""

ADVICE: Mapping[str, str] = {
    "composer": "`%areyouj clear {agent}` clears it and sends the next message.",
    "paused": "`%areyouj queue --resume {agent}` resumes it.",
    "starting": "`%areyouj screen {agent}` shows its terminal.",
    "dialog": "Answer it in the terminal.",
    "rate limit": "`%areyouj interrupt {agent}` ends the wait.",
    "lost": "`%areyouj restart {agent}` starts it again.",
}
"""What to do about it, where something can be done."""


def held(status: StatusModel) -> str:
    """Why a queue is held, by a person's wish or for long; empty for one that is not.

    An open question is left out: the caller shows it.
    """
    if status.blocked is None or status.prompt or not (status.blocked_since or status.paused):
        return ""
    if status.blocked == "rate limit" and status.until:
        return f"The agent has reached its usage limit and continues at {_clock(status.until)}."
    return WHY.get(status.blocked, f"The queue does not move: {status.blocked}.")


def advised(status: StatusModel, agent: str) -> str:
    """The same with what to do about it."""
    why = held(status)
    return f"{why} {ADVICE.get(status.blocked or '', '').format(agent=agent)}".strip() if why else ""


def _clock(seconds: float) -> str:
    then = time.localtime(seconds)
    return time.strftime("%H:%M" if then[:3] == time.localtime()[:3] else "%b %d, %H:%M", then)
