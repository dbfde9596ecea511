"""The recorded cases in tests/screens: a screen, what must be read from it, and mostly the output that led there."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from repository import ROOT

from areyouj_jupyter.server.status.screen import GhosttyScreen

SCREENS = ROOT / "tests" / "screens"


@dataclass(frozen=True)
class ScreenCase:
    """A folder, `<spec>/<name>`; `areyouj_jupyter.kernel.recording` writes it."""

    folder: Path

    @property
    def name(self) -> str:
        """Which state, and in which size."""
        return self.folder.name

    @property
    def stream(self) -> Path:
        """Raw output from the start of the program on; not every case has it."""
        return self.folder / "output.raw"

    @property
    def lines(self) -> list[str]:
        """The recorded screen, without blank lines at its end."""
        return (self.folder / "screen.txt").read_text("utf-8").splitlines()

    @property
    def expected(self) -> dict[str, Any]:
        """Its title and size, and those parts of a reading that are to be compared."""
        expected: dict[str, Any] = json.loads((self.folder / "expected.json").read_text("utf-8"))
        return expected

    @property
    def size(self) -> tuple[int, int]:
        """Rows and columns."""
        return self.expected["rows"], self.expected["cols"]

    def replayed(self) -> tuple[list[str], str]:
        """The lines and the title that our own screen has after the stream; blank lines at the end are left out."""
        screen = GhosttyScreen(*self.size, lambda _: None)
        screen.feed(self.stream.read_bytes())
        lines, title = screen.lines(), screen.title()
        screen.close()
        return unpadded(lines), title


def unpadded(lines: list[str]) -> list[str]:
    """Without blank lines at the end."""
    return "\n".join(lines).rstrip().split("\n")


def screen_cases(spec: str) -> list[ScreenCase]:
    """All cases of a spec, by name."""
    return [ScreenCase(folder) for folder in sorted((SCREENS / spec).iterdir())]
