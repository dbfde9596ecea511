"""OSC 7501, the Program Status Protocol: what a CLI itself reports about its state, in its output.

A report is `ESC ] 7501 ; key=value : … BEL`, with `state`, where it asks `kind`, and as `msg` a text in base64 (Claude
Code 2.1.328, Codex 0.171, Vibe 3.0.2; measured 2026-11). Whoever can write to the terminal can write one, so its text
is only ever shown.
"""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from typing import Literal, get_args

LIMIT = 4096  # bytes of a report; a longer one is none
TEXT_LIMIT = 500  # characters
PASTED = 1024 * 1024  # bytes of an echoed paste after which its end is not waited for any more

ReportState = Literal["idle", "working", "blocked", "done", "error", "clear"]
STATES: dict[str, ReportState] = {state: state for state in get_args(ReportState)}

TOKEN = re.compile(rb"\x1b(?:\[(?P<paste>20[01])~|\]7501;(?P<report>[^\x07\x18\x1a\x1b]{0,%d})(?:\x07|\x1b\\))" % LIMIT)
HALF = re.compile(
    rb"\x1b(?:\[(?:2(?:0(?:[01])?)?)?|\](?:7(?:5(?:0(?:1(?:;[^\x07\x18\x1a\x1b]{0,%d}\x1b?)?)?)?)?)?)?\Z" % LIMIT
)
NOT_TEXT = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffd]+")


@dataclass(frozen=True)
class Report:
    """One report. It replaces the one before."""

    state: ReportState
    kind: str = ""
    """For blocked: `permission`, `question` or `auth`."""
    text: str = ""
    """What it is about; one line without control characters."""


class ReportScanner:
    """Finds reports in a stream that comes in pieces. Owned by one incarnation."""

    def __init__(self) -> None:
        self._tail = b""
        self._pasted_until = 0
        """The offset up to which output is the echo of a paste."""

    def feed(self, data: bytes, end: int) -> list[Report]:
        """The reports that are complete now. end: offset behind `data`."""
        text = self._tail + data
        start, behind, reports = end - len(text), 0, []
        for token in TOKEN.finditer(text):
            behind = token.end()
            if token["paste"]:
                self._pasted_until = start + behind + PASTED if token["paste"] == b"200" else 0
            elif start + token.start() >= self._pasted_until and (report := _report(token["report"])):
                reports.append(report)
        half = HALF.search(text, max(behind, len(text) - LIMIT - len(b"\x1b]7501;\x1b")))
        self._tail = half[0] if half else b""
        return reports


def _report(body: bytes) -> Report | None:
    """None if it tells no state that we know, or that of a part of the work, which has an id."""
    fields = dict(field.partition("=")[::2] for field in body.decode(errors="replace").split(":"))
    state = STATES.get(fields.get("state", ""))
    if state is None or "id" in fields:
        return None
    return Report(state, fields.get("kind", "")[:20], _text(fields.get("msg", "")))


def _text(coded: str) -> str:
    try:
        text = base64.b64decode(coded, validate=True).decode(errors="replace")
    except (binascii.Error, ValueError):
        return ""
    return NOT_TEXT.sub(" ", text).strip()[:TEXT_LIMIT]
