"""Dialog: how a CLI's question is read from the screen, and answered."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from areyouj_jupyter.models import PromptKind


@dataclass(frozen=True)
class Dialog:
    """A dialog of the CLI that waits for a person, and how it is answered."""

    name: str
    kind: PromptKind
    pattern: str
    """Regular expression (re.MULTILINE) for the dialog's text within BOTTOM; the prompt's text starts at the match."""
    choice: str = r"^[\s│❯›>]*(?P<key>\d)[.)] (?P<label>\S.*?)[\s│]*$"
    """Regular expression (re.MULTILINE) with groups `key` and `label`, tried on the text from the match on. A choice
    with an empty key gets its number."""
    answer: str = "{key}"
    """Keys for a choice, in the notation of `models.TypeKeys`; `{key}` is the choice's, `{move}` the arrow keys that
    bring the selection (the line that begins with ❯) to it."""
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

    def choices(self, text: str) -> tuple[tuple[str, str], ...]:
        """(key, label) of all choices, in the order of the screen, where `text` is the dialog as shown."""
        matches = enumerate(self.choice_regex.finditer(text), 1)
        found = ((match["key"] or str(number), " ".join(match["label"].split())) for number, match in matches)
        return (*found, *self.fixed_choices)

    def choice_keys(self, text: str, key: str) -> str | None:
        """What to type for one of the choices; None if the selection cannot be seen."""
        return key if key.startswith("<") else self._filled(self.answer, text, key)

    def text_keys(self, text: str) -> tuple[str, str] | None:
        """What to type before and after a free text, `AgentSpec.key_gap` apart from it; None: takes no text now."""
        if self.text_answer is None:
            return None
        keys = [key for key, label in self.choices(text) if self.text_choice and re.match(self.text_choice, label)]
        if self.text_choice and not keys:
            return None
        before, _, behind = self.text_answer.partition("{text}")
        filled = self._filled(before, text, keys[0] if keys else "")
        return None if filled is None else (filled, behind)

    def _filled(self, keys: str, text: str, key: str) -> str | None:
        if "{move}" in keys:
            move = self._move(text, key)
            if move is None:
                return None
            keys = keys.replace("{move}", move)
        return keys.replace("{key}", key)

    def _move(self, text: str, key: str) -> str | None:
        choices = self.choices(text)
        # An earlier choice has a tick; only the first line of a long label is shown.
        marked = re.findall(r"^\s*❯ +(?:✔ )?(?:\d\. )?(\S.*?)\s*$", text, re.MULTILINE)[-1:]
        selected = [
            place
            for place, (_, label) in enumerate(choices)
            if any(f"{label} ".startswith(f"{first} ") for first in marked)
        ]
        wanted = [place for place, (each, _) in enumerate(choices) if each == key]
        if not selected or not wanted:
            return None
        steps = wanted[0] - selected[0]
        return "<Down>" * steps if steps >= 0 else "<Up>" * -steps
