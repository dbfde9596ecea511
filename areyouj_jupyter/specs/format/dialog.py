"""Dialog: how a CLI's question is read from the screen, and answered."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from areyouj_jupyter.models import PromptKind
from areyouj_jupyter.specs.format.choices import Choices, listed, numbered, selected


@dataclass(frozen=True)
class AnswerStep:
    """A part of an answer, typed `AgentSpec.key_gap` after the one before it."""

    keys: str
    """In the notation of `models.TypeKeys`; may be empty."""
    selects: str | None = None
    """The key of the choice that has to be selected before the next step."""


AnswerSteps = tuple[AnswerStep, ...]


@dataclass(frozen=True)
class Dialog:
    """A dialog of the CLI that waits for a person, and how it is answered."""

    name: str
    kind: PromptKind
    pattern: str
    """Regular expression (re.MULTILINE) for the dialog's text within BOTTOM; the prompt's text starts at the match."""
    choice: str = r"^[\s│❯›>]*(?P<key>\d)[.)] (?P<label>\S.*?)[\s│]*$"
    """Regular expression (re.MULTILINE) with groups `key` and `label`, tried on the text from the match on. What it
    finds counts from the last `1` on, in its column, as long as it is numbered without a gap. A choice with an empty
    key gets its number."""
    listed: bool = False
    """The choices have no numbers: they are the lines around the selected one that begin in its column."""
    last_choice: str | None = None
    """Regular expression that the last choice's label begins with: before it is shown, not all are."""
    escape: str | None = None
    """Regular expression (re.MULTILINE) with the group `label`: what Esc does, in the dialog's own words."""
    answer: str = "{key}"
    """Keys for a choice, in the notation of `models.TypeKeys`; `{key}` is the choice's, `{move}` the arrow keys that
    bring the selection (the line that begins with ❯) to it. What follows `{move}` is typed once it is selected."""
    unfinished: str | None = None
    """Regular expression (re.MULTILINE) that matches while the CLI is still drawing the dialog: it is already waiting
    for a person, but its text is still to come, so it cannot be answered yet."""
    text_answer: str | None = None
    """Keys for a free text, `{text}` in it; None: takes no text. `{key}` and `{move}` are those of `text_choice`."""
    text_choice: str | None = None
    """Regular expression that the label of the choice that takes the text begins with."""
    fixed_choices: tuple[tuple[str, str], ...] = ()
    """(key, label) of choices without a number on the screen, in the order of the screen. A key such as `<Esc>` is
    pressed as written."""

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return re.compile(self.pattern, re.MULTILINE)

    @cached_property
    def choice_regex(self) -> re.Pattern[str]:
        """The compiled choice pattern."""
        return re.compile(self.choice, re.MULTILINE)

    def choices(self, text: str) -> Choices:
        """(key, label) of all choices, in the order of the screen, where `text` is the dialog as shown.

        Where they cannot all be seen, only those that need no place: `fixed_choices`, and Esc.
        """
        found = listed(text) if self.listed else numbered(self.choice_regex, text)
        if self.last_choice and not (found and re.match(self.last_choice, found[-1][1])):
            found = ()
        return (*found, *self.fixed_choices, *self._escape(text))

    def _escape(self, text: str) -> Choices:
        match = re.search(self.escape, text, re.MULTILINE) if self.escape else None
        return (("<Esc>", " ".join(match["label"].split()).capitalize()),) if match else ()

    def is_selected(self, text: str, key: str) -> bool:
        """Whether this choice is the selected one."""
        choices = self.choices(text)
        place = selected(text, choices)
        return place is not None and choices[place][0] == key

    def choice_steps(self, text: str, key: str) -> AnswerSteps | None:
        """What to type for one of the choices; None if the selection cannot be seen."""
        return (AnswerStep(key),) if key.startswith("<") else self._steps(self.answer, text, key)

    def text_steps(self, text: str, given: str) -> AnswerSteps | None:
        """What to type for a free text, `given` as keys; None: takes no text now."""
        if self.text_answer is None:
            return None
        keys = [key for key, label in self.choices(text) if self.text_choice and re.match(self.text_choice, label)]
        if self.text_choice and not keys:
            return None
        before, _, behind = self.text_answer.partition("{text}")
        steps = self._steps(before, text, keys[0] if keys else "")
        return None if steps is None else (*steps, AnswerStep(given), AnswerStep(behind))

    def _steps(self, keys: str, text: str, key: str) -> AnswerSteps | None:
        first, move, last = keys.replace("{key}", key).partition("{move}")
        if not move:
            return (AnswerStep(first),)
        moved = self._move(text, key)
        return None if moved is None else (AnswerStep(first + moved, selects=key), AnswerStep(last))

    def _move(self, text: str, key: str) -> str | None:
        choices = self.choices(text)
        place = selected(text, choices)
        wanted = [place for place, (each, _) in enumerate(choices) if each == key]
        if place is None or not wanted:
            return None
        steps = wanted[0] - place
        return "<Down>" * steps if steps >= 0 else "<Up>" * -steps
