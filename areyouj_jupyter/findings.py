"""A finding: what the doctor says about one thing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Grade(StrEnum):
    """How good a finding is."""

    OK = "ok"
    NOTE = "note"
    """Good to know; AreYouJ works."""
    WRONG = "wrong"
    """AreYouJ does not work before this is mended."""


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at: a sentence, and what to do about it if anything."""

    grade: Grade
    text: str
