"""AgentSpec: how one agent CLI is started, spoken to and read. Data, apart from the reader of its transcript.

Text in `argv`, `environment` and `files` may hold these fields in braces; nothing else is replaced:
`{session_id}` the session's UUID, `{permission_mode}`, `{run_dir}` the incarnation's private folder (0700), where
`files` are written, `{model}` the model that the agent's settings name, `{gauge}` the shell-quoted path of the file
that `read_gauge` reads, `{python}` this Python, `{agentside}` the folder of our programs for an agent's process tree,
`{hook}` a shell-quoted command line that hands its standard input to the server (append the hook's name to it).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from areyouj_jupyter.models import AgentSettings, PromptKind, State, Usage


class Fact(StrEnum):
    """What a hook tells, in words common to all CLIs."""

    READY = "ready"
    """The CLI has started (its prompt may come a little later)."""
    SUBMITTED = "submitted"
    """A prompt was taken; a turn begins."""
    WORKING = "working"
    """Something happened inside a turn."""
    PERMISSION = "permission"
    """A permission dialog opens now."""
    QUESTION = "question"
    """A question to the user opens now."""
    FINISHED = "finished"
    """The turn has ended."""
    FAILED = "failed"
    """The turn has ended with an error."""
    ENDED = "ended"
    """The CLI says goodbye."""
    NOTED = "noted"
    """Good to know; changes nothing."""


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
class Hook:
    """What one hook of the CLI means."""

    fact: Fact
    text: str | None = None
    """The payload's field that holds the prompt's text (SUBMITTED), the reply's (FINISHED) or the reason (FAILED)."""
    own: str | None = None
    """Regular expression (matched at the start) for what the CLI submits by itself, e.g. that a task has ended."""
    limit: str | None = None
    """Regular expression (searched for) in the reason of a FAILED turn that a usage limit ended, with the groups of
    `ScreenRule.pattern` for when it ends."""
    only: Mapping[str, str] = field(default_factory=dict)
    """Payload fields that must have these values, or the hook is ignored."""
    question: Mapping[str, str] = field(default_factory=dict)
    """Payload fields that, with these values, make a PERMISSION a QUESTION."""

    def fact_of(self, payload: Mapping[str, Any]) -> Fact | None:
        """What a call with this payload tells; None: nothing that counts."""
        if any(payload.get(key) != value for key, value in self.only.items()):
            return None
        asks = self.question and all(payload.get(key) == value for key, value in self.question.items())
        return Fact.QUESTION if asks else self.fact


@dataclass(frozen=True)
class ScreenRule:
    """A pattern in a region of the screen that shows a state. Rules are tried in order; the first match decides."""

    name: str
    state: State
    region: Region
    pattern: str
    """Regular expression (re.MULTILINE), searched for.

    Where a rate limit's end is shown, a group tells it: `seconds` from now, or `clock`, a time of day on this machine
    such as `1:31pm`.
    """

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return re.compile(self.pattern, re.MULTILINE)


@dataclass(frozen=True)
class Dialog:
    """A dialog of the CLI that waits for a person, and how it is answered."""

    name: str
    kind: PromptKind
    pattern: str
    """Regular expression (re.MULTILINE) for the dialog's text within BOTTOM; the prompt's text starts at the match."""
    choice: str = r"^[\s│❯›>]*(?P<key>\d)[.)] (?P<label>\S.*?)[\s│]*$"
    """Regular expression (re.MULTILINE) with groups `key` and `label`, tried on the text from the match on."""
    answer: str = "{key}"
    """Keys for a choice, in the notation of `models.TypeKeys`; `{key}` is the choice's, `{move}` the arrow keys that
    bring the selection (the line that begins with ❯) to it."""
    unfinished: str | None = None
    """Regular expression (re.MULTILINE) for what stands in it while the CLI still draws it: it waits for a person
    already, but there is nothing to answer yet."""
    text_answer: str | None = None
    """Keys for a free text, `{text}` in it; None: takes no text. `{key}` and `{move}` are those of `text_choice`."""
    text_choice: str | None = None
    """Regular expression that the label of the choice that takes the text begins with."""
    fixed_choices: tuple[tuple[str, str], ...] = ()
    """(key, label) of choices that the screen does not number, in the order of the screen. A key such as `<Esc>` is
    pressed as it is."""

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
        found = tuple((match["key"], " ".join(match["label"].split())) for match in self.choice_regex.finditer(text))
        return (*found, *self.fixed_choices)

    def choice_keys(self, text: str, key: str) -> str | None:
        """What to type for one of the choices; None if the selection cannot be seen."""
        return key if key.startswith("<") else self._filled(self.answer, text, key)

    def text_keys(self, text: str) -> tuple[str, str] | None:
        """What to type before and behind a free text, `AgentSpec.key_gap` apart from it; None: takes no text now."""
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
        # What was chosen before has a tick; of a long label the first line stands there.
        marked = re.findall(r"^\s*❯ (?:✔ )?(?:\d\. )?(.*\S)\s*$", text, re.MULTILINE)[-1:]
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


@dataclass(frozen=True)
class Composer:
    """Where the CLI's input line stands on the screen: the lines between the last two that match `edge`.

    Without an edge it is the last line that matches `prompt` and all that follow.
    """

    prompt: str
    """Regular expression that the composer's first line begins with; what follows it is the text."""
    edge: str | None = None
    """Regular expression for the whole line above and below."""
    scrolled: str | None = None
    """Regular expression for an upper edge behind which the text's first lines, and the prompt, have gone."""
    command: str | None = None
    """Regular expression that the first line begins with where it takes another program's command, such as a shell's;
    it counts as text, so that nothing else is put behind it."""
    placeholder: str | None = None
    """Regular expression for ghost text in an empty composer (whole text)."""
    pasted: str | None = None
    """Regular expression for what stands for a long paste, e.g. `[Pasted text #1 +10 lines]`."""


@dataclass(frozen=True)
class Neutral:
    """A text that the CLI would take as a command, and what is put before it so that it arrives as text."""

    pattern: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True)
class Step:
    """Something on the way to a reply."""

    kind: Literal["note", "tool"]
    text: str
    """What the agent said in between, or `Name: what for` of a tool that it called."""


@dataclass(frozen=True)
class Turn:
    """The last turn as the CLI's own transcript tells it."""

    text: str
    """The text blocks of the turn's last assistant message, joined by newlines."""
    usage: Usage | None
    steps: tuple[Step, ...] = ()
    """What came before that, in order."""


@dataclass(frozen=True)
class Gauge:
    """What a CLI tells of a session while it runs; None: it does not tell."""

    model: str | None = None
    cost_usd: float | None = None
    """Since the process began."""
    context_tokens: int | None = None
    """How much of the context window is taken."""
    context_window: int | None = None


@dataclass(frozen=True)
class Told:
    """What a CLI itself keeps on disk about what it does."""

    state: State
    since: float
    """Seconds since the epoch."""
    asks: PromptKind = "question"
    """What kind of answer it waits for, for awaiting_input."""


Content = Mapping[str, Any] | str
"""Of a file: what is written as JSON, or a text."""


@dataclass(frozen=True)
class AgentSpec:
    """How one agent CLI is started, spoken to and read. Frozen; found by entry point; owned by nobody."""

    name: str
    display_name: str
    command: str
    """Program name, looked up on PATH and where installers put it; `{python}` for one of ours."""
    install: str
    """One sentence: how to install it."""
    argv: tuple[str, ...]
    """Arguments of a first start."""
    resume_argv: tuple[str, ...] | None = None
    """Arguments that continue the conversation `{session_id}`; None: the CLI cannot."""
    version_argv: tuple[str, ...] = ("--version",)
    folders: tuple[str, ...] = ()
    """More places where the program may be; `~` is expanded."""
    environment: Mapping[str, str] = field(default_factory=dict)
    hidden: tuple[str, ...] = ()
    """Patterns of variables of an outer session of this CLI: they reach no agent at all."""
    passed: tuple[str, ...] = ()
    """Exceptions from `hidden`."""
    files: Mapping[str, Content | Callable[[Mapping[str, str], AgentSettings], Content]] = field(default_factory=dict)
    """File name → content, or what makes it from the agent's environment and effective settings (blocking); written
    to `{run_dir}` before the start (0600)."""
    model_argv: tuple[str, ...] = ()
    """Arguments that choose `{model}`; empty: the CLI cannot be told."""
    permission_modes: tuple[str, ...] = ()
    """The first one is the default."""
    bypass_modes: frozenset[str] = frozenset()
    """Modes that skip permissions: off unless the server allows bypass."""
    bypass_arguments: tuple[str, ...] = ()
    """Arguments that skip permissions: refused unless the server allows bypass."""
    hooks: Mapping[str, Hook] = field(default_factory=dict)
    rules: tuple[ScreenRule, ...] = ()
    """For states other than awaiting_input: busy, idle (the ready prompt), rate_limited."""
    dialogs: tuple[Dialog, ...] = ()
    """Tried in order before the rules."""
    bottom_lines: int = 20
    idle_hold: float = 0.3
    """Seconds that an idle which the screen alone tells must last before it is told, against flapping."""
    turn_hold: float = 1.5
    """Seconds that the ready prompt has to stand before a turn without a closing hook counts as over."""
    rules_path: str = ""
    """The file of the user's own rules that are among these; empty: there is none."""
    composer: Composer | None = None
    """None: text is written when idle and counts as accepted by its effect (a shell)."""
    prompt_marks: bool = False
    """True: OSC 133 marks (A prompt, B input, C output, D end) tell ready and busy, and bound the reply."""
    foreground: bool = False
    """True: another process group in the terminal's foreground means busy."""
    neutral: tuple[Neutral, ...] = ()
    bracketed_paste: bool = True
    newline: str = "<Enter>"
    """Keys for a line break inside a text, where the program does not take pastes."""
    submit: str = "<Enter>"
    """Keys that submit the composer."""
    submit_gap: float = 0.05
    """Seconds between seeing the text and submitting it."""
    key_gap: float = 0.1
    """Seconds between the keys of an answer and its free text; typed in one piece they may be taken for a paste."""
    interrupt: str = "<Esc>"
    """Keys that end the turn."""
    clear_composer: str = "<C-u>"
    """Keys that empty the composer, or do nothing if it is empty, e.g. after an interrupt put the text back."""
    quit: str = ""
    """Keys that ask the CLI to end by itself, the first step of a stop; empty: begin with a signal."""
    transcript: tuple[str, ...] = ()
    """Globs for the conversation's transcript; `{session_id}`, `~` and `$VARIABLE` are expanded. One that exists makes
    a restart resume the conversation."""
    state_file: tuple[str, ...] = ()
    """Globs for the file in which the CLI keeps what it does; `{pid}` is its process, the rest as in `transcript`."""
    read_state: Callable[[Path], Told | None] | None = None
    """Reads it; blocking, called in a thread. None for a torn file, or one that does not tell."""
    read_gauge: Callable[[Path], Gauge | None] | None = None
    """Reads what the CLI left in the file `{gauge}`; blocking, called in a thread. None for a torn file."""
    read_turn: Callable[[Path], Turn | None] | None = None
    """Reads the last turn from the transcript; blocking, called in a thread."""
