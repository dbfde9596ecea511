"""`python -m recording [NAME …]`: record all cases, or those whose names begin so, in every size.

--folder writes elsewhere than into tests/screens/claude. A case that is read otherwise than its table says is written
too, and told; the exit code is 1 then.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

import pytest
from claude_cli import find_claude
from fake_anthropic import FakeAnthropic
from repository import ROOT

from areyouj_jupyter.kernel.recording import write_case
from areyouj_jupyter.server.status.reading import Reading, read
from areyouj_jupyter.specs.claude import SPEC
from recording.case import Case
from recording.cases import CASES
from recording.stage import Stage
from recording.studio import opened, play

SIZES = ((40, 120), (24, 80))  # rows and columns: of a panel, and of an old terminal
NARROW = (22, 56)  # of a panel beside a notebook: the lines of a dialog wrap
SCREENS = ROOT / "tests" / "screens" / "claude"


def main() -> int:
    """The exit code."""
    parser = argparse.ArgumentParser("recording", description=__doc__)
    parser.add_argument("names", nargs="*", default=[""], metavar="NAME")
    parser.add_argument("--folder", type=Path, default=SCREENS)
    given = parser.parse_args()
    chosen = [case for case in CASES if case.name.startswith(tuple(given.names))]
    try:
        program = find_claude()
    except pytest.fail.Exception as missing:
        sys.exit(str(missing))
    with FakeAnthropic() as model:
        good = [recorded(case, program, model, given.folder, *size) for case in chosen for size in sizes(case)]
    print(f"{sum(good)} of {len(good)} are read as they should be.")
    return 0 if all(good) and good else 1


def sizes(case: Case) -> tuple[tuple[int, int], ...]:
    """Rows and columns in which a case is recorded."""
    return case.sizes or ((*SIZES, NARROW) if case.state == "awaiting_input" else SIZES)


def recorded(case: Case, program: str, model: FakeAnthropic, folder: Path, rows: int, cols: int) -> bool:
    """Play one case and write it; whether it was reached and is read as it should be."""
    place = folder / f"{case.name}-{cols}x{rows}"
    with opened(case, program, model.url, rows, cols) as stage:
        try:
            play(case, stage, model)
        except TimeoutError as error:
            print(f"{place.name}: {error}")
            return False
        reading = read(SPEC, stage.screen.lines(), stage.screen.title())
        if place.exists():
            shutil.rmtree(place)
        write_case(place, stage.screen.lines(), stage.output, expected(case, reading, stage))
    told = (reading.state, plain(reading.composer))
    good = told == (case.state, plain(case.composer))
    print(f"{place.name}: {len(stage.output)} bytes, {reading.rule}{'' if good else f', read wrongly as {told}'}")
    return good


def expected(case: Case, reading: Reading, stage: Stage) -> dict[str, object]:
    """State and composer are what the case says; the rest is the reading's, for a person to look through."""
    rows, cols = stage.screen.size()
    shown = reading.shown
    return {
        "title": stage.screen.title(),
        "rows": rows,
        "cols": cols,
        "state": case.state,
        "rule": reading.rule,
        "composer": reading.composer if plain(reading.composer) == plain(case.composer) else case.composer,
        "choices": [[choice.key, choice.label] for choice in shown.choices] if shown else [],
        "text": shown.text.split("\n")[0] if shown else None,
    }


def plain(text: str | None) -> str | None:
    """The text however it is wrapped."""
    return text if text is None else "".join(text.split())


if __name__ == "__main__":
    sys.exit(main())
