"""Choices: what a dialog offers, told apart from its text by how it is laid out.

A question's text, a description or a command may hold lines that look like a choice. They are none: choices stand in
one column and are numbered from 1 without a gap, or stand in the column of the selected one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

MARKS = "❯↓↑"  # before the selected choice, and before the edge of a list that is cut
SELECTED = re.compile(r"^( *)❯ (?=\S)", re.MULTILINE)

Choices = tuple[tuple[str, str], ...]
"""(key, label) of each, in the order of the screen."""


def numbered(pattern: re.Pattern[str], text: str) -> Choices:
    """The numbered choices. pattern: with the groups `key` and `label`; empty if they cannot all be seen."""
    found = [(match["key"], _joined(match["label"]), _column(match)) for match in pattern.finditer(text)]
    if not all(key.isdecimal() for key, _, _ in found):
        return tuple((key or str(number), label) for number, (key, label, _) in enumerate(found, 1))
    starts = [place for place, (key, _, _) in enumerate(found) if key == "1"]
    if not starts:
        return ()
    column = found[starts[-1]][2]
    choices = tuple((key, label) for key, label, each in found[starts[-1] :] if each == column)
    return choices if [key for key, _ in choices] == [str(number + 1) for number in range(len(choices))] else ()


def listed(text: str) -> Choices:
    """The choices without numbers: the selected line, and its neighbours that begin in the same column.

    Keys are their places, from 1. A line that begins further right continues the one above it.
    """
    lines = text.split("\n")
    selected = [(place, match.end()) for place, line in enumerate(lines) if (match := SELECTED.match(line))]
    if not selected:
        return ()
    place, column = selected[-1]
    first = end = place
    while first and _belongs(lines[first - 1], column):
        first -= 1
    while end < len(lines) and _belongs(lines[end], column):
        end += 1
    labels: list[str] = []
    for line in lines[first:end]:
        if _begins(line, column):
            labels.append(line[column:])
        elif labels:
            labels[-1] += f" {line.strip()}"
    return tuple((str(number), _joined(label)) for number, label in enumerate(labels, 1))


def selected(text: str, choices: Sequence[tuple[str, str]]) -> int | None:
    """The place of the selected one of these choices in the dialog; None if it cannot be seen, or told apart."""
    # An earlier choice has a tick; only the first line of a long label is shown.
    marked = re.findall(r"^\s*❯ +(?:✔ )?(?:\d\. )?(\S.*?)\s*$", text, re.MULTILINE)[-1:]
    first = " ".join(marked[0].split()) if marked else ""
    whole = [place for place, (_, label) in enumerate(choices) if label == first]
    begun = [place for place, (_, label) in enumerate(choices) if first and label.startswith(f"{first} ")]
    places = whole or begun
    return places[0] if len(places) == 1 else None


def _begins(line: str, column: int) -> bool:
    """Whether a choice begins in this column of the line; with a small letter one goes on in it."""
    first = line[column : column + 1]
    return first.strip() != "" and not first.islower() and not line[:column].strip(f" {MARKS}")


def _belongs(line: str, column: int) -> bool:
    """Whether a choice begins there, or goes on."""
    return _begins(line, column) or (line.strip() != "" and not line[:column].strip())


def _column(match: re.Match[str]) -> int:
    start = match.start("key")
    return start - (match.string.rfind("\n", 0, start) + 1)


def _joined(label: str) -> str:
    return " ".join(label.split())
