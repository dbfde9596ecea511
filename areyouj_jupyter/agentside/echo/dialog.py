"""A dialog: a question with numbered choices that waits for a person."""

from __future__ import annotations

from dataclasses import dataclass, field

from areyouj_jupyter.agentside.echo.keys import Input, Key, Typed
from areyouj_jupyter.agentside.echo.text import cells, dim, plain, wrap

GRACE = 0.2  # seconds in which keys do nothing, measured with Claude Code 2.1
SHOWN_LINES = 8  # of the matter; the dialog has to fit on the screen
FREE_KEY = "t"


@dataclass(frozen=True)
class Answer:
    """What was chosen: the choice's number from 1 on, 0 for a free text, None for Esc."""

    choice: int | None
    text: str


@dataclass
class Dialog:
    """One question, open from `opened` until `take` returns an answer. Owned by the agent."""

    heading: str
    matter: str
    """What it is about, shown below the heading."""
    question: str
    choices: tuple[str, ...]
    selected: int = 1
    """The choice that Enter takes; 0 is the free text."""
    free_text: bool = False
    opened: float = 0.0
    typing: bool = field(default=False, init=False)
    text: str = field(default="", init=False)

    def take(self, given: Input, now: float) -> Answer | None:
        """Let one input act; the answer, once there is one. Pastes count only in the free text."""
        if now - self.opened < GRACE:
            return None
        if isinstance(given, Key):
            return self._take_key(given.name)
        if self.typing:
            self.text += given.text
            return None
        return self._take_character(given.text) if isinstance(given, Typed) else None

    def _take_key(self, name: str) -> Answer | None:
        if name in ("Esc", "C-c"):
            return Answer(None, "Esc")
        if name == "Backspace":
            self.text = self.text[:-1]
        if name in ("Up", "Down") and not self.typing:
            order = [*range(1, len(self.choices) + 1), *([0] if self.free_text else [])]
            self.selected = order[(order.index(self.selected) + (1 if name == "Down" else -1)) % len(order)]
        return self._chosen() if name == "Enter" else None

    def _take_character(self, character: str) -> Answer | None:
        if character == FREE_KEY and self.free_text:
            self.selected, self.typing = 0, True
        elif character in "123456789" and int(character) <= len(self.choices):
            self.selected = int(character)
            return self._chosen()
        return None

    def _chosen(self) -> Answer | None:
        if self.selected:
            return Answer(self.selected, self.choices[self.selected - 1])
        self.typing = True
        return Answer(0, self.text.strip()) if self.text.strip() else None

    def rows(self, columns: int) -> list[str]:
        """The dialog as shown at the bottom of the screen."""
        rows = ["─" * columns]
        rows += wrap(f" {self.heading}", columns, 1) if self.heading else []
        matter = [row for line in self.matter.split("\n") for row in wrap(" " * 5 + plain(line), columns, 5)]
        rows += matter[:SHOWN_LINES] + (
            [f"     … +{len(matter) - SHOWN_LINES} rows"] if len(matter) > SHOWN_LINES else []
        )
        rows += [f" {self.question}"] if self.question else []
        for number, label in enumerate(self.choices, 1):
            rows += wrap(f"{self._pointer(number)} {number}. {plain(label)}", columns, 6)
        if self.free_text:
            label = self.text if self.typing else "Type something else"
            rows += wrap(f"{self._pointer(0)} {FREE_KEY}. {plain(label)}", columns, 6)
        return [*rows, dim(" Esc to cancel")]

    def cursor(self, rows: list[str]) -> tuple[int, int] | None:
        """Row and column of the cursor while a text is typed."""
        return (len(rows) - 2, cells(rows[-2])) if self.typing else None

    def _pointer(self, number: int) -> str:
        return " ❯" if number == self.selected else "  "


def trust_dialog(folder: str, now: float) -> Dialog:
    """Asked at the start; Enter alone refuses."""
    choices = ("Yes, proceed", "No, exit")
    return Dialog("Do you trust the files in this folder?", folder, "", choices, selected=2, opened=now)


def permission_dialog(command: str) -> Dialog:
    """Asked before a command would run."""
    choices = ("Yes", "Yes, and don't ask again", "No")
    return Dialog("Permission needed to run", command, "Do you want to proceed?", choices)


def question_dialog(text: str, choices: tuple[str, ...]) -> Dialog:
    """A question of the agent's own, which takes a text too."""
    return Dialog("Question", text, "", choices, selected=1 if choices else 0, free_text=True)
