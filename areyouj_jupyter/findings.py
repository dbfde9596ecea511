"""A finding: what the doctor says about one thing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Grade(StrEnum):
    """How good a finding is."""

    OK = "ok"
    NOTE = "note"
    """For information; AreYouJ works."""
    WRONG = "wrong"
    """AreYouJ does not work until this is fixed."""


@dataclass(frozen=True)
class Finding:
    """The result of one check: a sentence, and what to do if anything."""

    grade: Grade
    text: str
