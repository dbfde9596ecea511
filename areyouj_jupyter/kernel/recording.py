"""Recordings: what a terminal shows with all that led there, as a folder that is a case of tests/screens."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from areyouj_jupyter.errors import KernelError
from areyouj_jupyter.kernel.client import arguments
from areyouj_jupyter.models import ScreenModel, State, StatusModel

CAUTION = "It contains everything the terminal showed, including secrets. Read it before you share it."
LABEL = re.compile(r"\w[\w.-]{0,99}")


class RecordingFailed(KernelError):
    """The recording was not written."""


@dataclass(frozen=True)
class Recording:
    """One look at a session's terminal."""

    spec: str
    screen: ScreenModel
    status: StatusModel
    output: bytes
    """What led to the screen, raw; its beginning is missing where the server no longer keeps it."""

    def told(self, state: State | None = None) -> str:
        """One sentence: how much was recorded, and what was wrong. state: as for `save`."""
        status = self.status
        wrong = f", which should be {state}" if state and state != status.state else ""
        kept = f"{len(self.output)} bytes of output"
        if len(self.output) < self.screen.offset:
            kept += f", the last of {self.screen.offset}"
        return f"Recorded {kept}, with the status {status.state} ({status.evidence}){wrong}."

    def save(self, label: str, state: State | None = None, folder: str | Path = "recordings") -> Path:
        """Write it as a case below `folder`; the path of its own folder. Raises RecordingFailed.

        state: what the status should have been; None: it is right.
        """
        if state is not None:
            arguments.state(state)
        if not LABEL.fullmatch(arguments.text(label, "label")):
            raise RecordingFailed(f"{label!r} is not a valid label. Use at most 100 letters, digits, `_`, `.` or `-`.")
        place = Path(folder) / self.spec / label
        expected = {
            "title": self.screen.title,
            "rows": self.screen.rows,
            "cols": self.screen.cols,
            "state": state or self.status.state,
        }
        try:
            write_case(place, self.screen.lines, self.output, expected)
            (place / "status.json").write_bytes(msgspec.json.format(msgspec.json.encode(self.status)) + b"\n")
        except FileExistsError as error:
            raise RecordingFailed(f"{place} already exists. Choose another label.") from error
        except OSError as error:
            raise RecordingFailed(f"Cannot write {place}: {error.strerror or error}.") from error
        return place


def write_case(place: Path, lines: Sequence[str], output: bytes, expected: Mapping[str, object]) -> None:
    """Write a case's files into a new folder. Raises FileExistsError, OSError.

    expected: `title`, `rows`, `cols`, `state`, and what else of a reading is to be compared.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    place.mkdir(mode=0o700)  # a terminal's text may hold secrets
    (place / "output.raw").write_bytes(output)
    (place / "screen.txt").write_text("\n".join(lines).rstrip() + "\n", "utf-8")
    (place / "expected.json").write_text(json.dumps(expected, ensure_ascii=False, indent=2) + "\n", "utf-8")
