"""The last turn: its reply, from the hook that reported its end, the CLI's transcript, or a command's output."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from areyouj_jupyter.server.delivery.command_reply import reply_text
from areyouj_jupyter.server.process.incarnation import Incarnation
from areyouj_jupyter.server.status.evidence import TurnEnd
from areyouj_jupyter.specs import Fact, Turn

LAST_LINES = 3  # that show how a process ended
LENGTH = 200  # characters of each
TRANSCRIPT_WAIT = 2.0  # seconds for the last turn to reach the transcript (0.34 to 0.46 s measured, Claude Code 2.1)
TRANSCRIPT_STEP = 0.1  # seconds between two looks
TRANSCRIPT_LAG = 0.6  # seconds to wait for it where no hook gave the text by which the turn could be known


async def last_turn(run: Incarnation, end: TurnEnd | None) -> Turn:
    """The reply of the turn that ended like this, with tokens and steps if the CLI's transcript has them."""
    text = end.text if end and end.fact is Fact.FINISHED else ""
    if run.spec.prompt_marks:
        printed = run.command_output()
        return Turn(await asyncio.to_thread(reply_text, printed), None, exit_code=printed.exit_code)
    if run.spec.read_turn is None:
        return Turn(text, None)
    if end and end.reported and end.fact is Fact.FINISHED:
        await asyncio.sleep(TRANSCRIPT_LAG)
        return await _recorded(run, "", lambda turn: bool(turn.text), TRANSCRIPT_WAIT)
    if not text:
        return await _recorded(run, "", lambda turn: True, 0)
    return await _recorded(run, text, lambda turn: turn.text.strip().endswith(text.strip()), TRANSCRIPT_WAIT)


async def _recorded(run: Incarnation, text: str, ended: Callable[[Turn], bool], wait: float) -> Turn:
    """Wait up to so long until the last turn in the transcript has ended, and return it. text: its reply, if known."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + wait
    while True:
        turn = await asyncio.to_thread(_read, run)
        if turn and ended(turn):
            return turn
        if loop.time() >= deadline:
            return turn if turn and not text else Turn(text, None)
        await asyncio.sleep(TRANSCRIPT_STEP)


def _read(run: Incarnation) -> Turn | None:
    path = run.transcript()
    return run.spec.read_turn(path) if path and run.spec.read_turn else None


def last_lines(run: Incarnation) -> str:
    """The last lines of its terminal, on one line."""
    run.screen.show()
    lines = [stripped[:LENGTH] for line in run.screen.lines() if (stripped := line.strip())]
    return " / ".join(lines[-LAST_LINES:])
