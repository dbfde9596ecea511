"""Clearing: empties an agent's input line, and sees that it is empty."""

from __future__ import annotations

from functools import partial

from areyouj_jupyter.errors import InputNotCleared
from areyouj_jupyter.server.process.incarnation import Incarnation
from areyouj_jupyter.server.process.keys import paste_bytes

PRESSES = 40  # of the keys that may empty one line only
STEP = 1.0  # seconds for the screen to show what a key did
FILLED_WAIT = 3.0  # seconds before `clear_filled` may be pressed again: twice at once it ends some CLIs
PROBE = "\ua78f"  # a letter that looks like a dot and that nobody types; other signs do not count in a comparison
PROBE_WAIT = 3.0  # seconds for it to show


async def cleared(run: Incarnation, agent: str) -> str:
    """Clear the input line for a person; returns the text that was there. Raises InputNotCleared.

    agent: its name.
    """
    run.look()
    state, found = run.verdict().state, run.evidence.reading.composer
    if run.spec.composer is None or not run.spec.clear_composer:
        raise InputNotCleared(f"{run.spec.display_name} does not have an input line that can be cleared from here.")
    if state != "idle":
        doing = "shows a dialog" if state == "awaiting_input" else f"is {state.replace('_', ' ')}"
        raise InputNotCleared(f"{agent} {doing}. You can clear its input line once it is idle.")
    with run.terminal.held():
        if not await clear_input(run):
            raise InputNotCleared(f"The input line of {agent} could not be cleared. Clear it in the terminal.")
    return found or ""


async def clear_input(run: Incarnation) -> bool:
    """Empty the input line; returns whether it was seen empty. The caller holds back people's typing meanwhile.

    False: no input line is on the screen, the agent is busy or asks something, or its keys do not empty the line.
    """
    for _ in range(PRESSES):
        before = _clearable(run)
        if not before:
            return before == ""
        run.press(run.spec.clear_composer)
        if not await run.until(partial(_differs, run, before), STEP):
            break
    return await _clear_filled(run)


def _differs(run: Incarnation, before: str) -> bool:
    return run.evidence.reading.composer != before


async def _clear_filled(run: Incarnation) -> bool:
    """Use the keys that clear everything at once, which some editor modes need."""
    before = _clearable(run)
    if before and run.spec.clear_filled:
        run.press(run.spec.clear_filled)
        await run.until(lambda: run.evidence.reading.composer == "", FILLED_WAIT)
    return _clearable(run) == ""


async def prove_empty(run: Incarnation) -> bool:
    """Whether the input line is empty and everything typed was read: type a last letter, see it, and remove it.

    An agent that has stopped reading also shows an empty line, although text is waiting for it.
    """
    if _clearable(run) is None or not run.screen.takes_paste():
        return False
    run.terminal.write(paste_bytes(PROBE))
    seen = await run.until(lambda: (run.evidence.reading.composer or "").endswith(PROBE), PROBE_WAIT)
    cleared = await clear_input(run)
    if not seen and _clearable(run) is not None:
        run.press(run.spec.clear_composer)  # behind the text that may yet come
    return bool(seen) and cleared


def _clearable(run: Incarnation) -> str | None:
    """The text in the input line; None if no key may be pressed."""
    run.look()
    if run.exit is not None or run.spec.composer is None or run.verdict().state != "idle":
        return None
    return run.evidence.reading.composer
