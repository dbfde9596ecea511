"""Clearing: what stands in a CLI's input line is taken out by keys, and the screen has to show that it is gone."""

from __future__ import annotations

from areyouj_jupyter.server.incarnation import Incarnation

PRESSES = 20  # at most; one often takes a line only
FRUITLESS = 2  # presses in a row that change nothing
STEP = 1.0  # seconds for the screen to show what a press did


async def clear_input(run: Incarnation) -> bool:
    """Whether the input line is empty now. People's typing waits meanwhile; nothing is pressed into a dialog.

    The caller sees to it that nobody else writes.
    """
    fruitless = 0
    with run.terminal.held():
        for _ in range(PRESSES):
            run.look()
            before = run.evidence.reading.composer
            if not before or run.verdict().state != "idle" or fruitless == FRUITLESS:
                break
            run.press(run.spec.clear_composer)
            fruitless = 0 if await _changed(run, before) else fruitless + 1
    return run.evidence.reading.composer == ""


async def _changed(run: Incarnation, before: str) -> bool:
    return bool(await run.until(lambda: run.evidence.reading.composer != before, STEP))
