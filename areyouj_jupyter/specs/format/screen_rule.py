"""Rules for a rendered screen: which part shows what, and where the input line is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from areyouj_jupyter.models import State


class Region(StrEnum):
    """The part of the rendered screen in which a rule may match, so that quoted text elsewhere cannot."""

    TITLE = "title"
    """The window title."""
    LAST = "last"
    """The last line that is not blank."""
    BOTTOM = "bottom"
    """The last `AgentSpec.bottom_lines` lines that are not blank, joined by newlines."""
    ABOVE_COMPOSER = "above_composer"
    """The `AgentSpec.bottom_lines` non-blank lines right above the composer (all of BOTTOM if there is none)."""


@dataclass(frozen=True)
class ScreenRule:
    """A pattern in a region of the screen that shows a state. Rules are tried in order; the first match decides."""

    name: str
    state: State
    region: Region
    pattern: str
    """Regular expression (re.MULTILINE), searched for.

    If the end of a rate limit is shown, a group matches it: `seconds` from now, or `clock`, this machine's time of day
    such as `1:31pm`.
    """

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return re.compile(self.pattern, re.MULTILINE)


@dataclass(frozen=True)
class Composer:
    """Where the CLI's input line is on the screen: the lines between the last two that match `edge`.

    Without an edge it is the last line that matches `prompt` and all that follow.
    """

    prompt: str
    """Regular expression that the composer's first line begins with; what follows it is the text."""
    edge: str | None = None
    """Regular expression for the whole line above and below."""
    scrolled: str | None = None
    """Regular expression for an upper edge when the text's first lines, and the prompt, have scrolled out of sight."""
    command: str | None = None
    """Regular expression that the first line begins with when it takes a command for another program, such as a shell;
    it counts as text, so that nothing else is typed behind it."""
    placeholder: str | None = None
    """Regular expression for ghost text in an empty composer (whole text)."""
    pasted: str | None = None
    """Regular expression for the placeholder of a long paste, e.g. `[Pasted text #1 +10 lines]`."""
