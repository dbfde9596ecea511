"""AgentSpec: how to start, control and read one agent CLI. Data, apart from the reader of its transcript.

Text in `argv`, `environment` and `files` may hold these fields in braces; nothing else is replaced:
`{session_id}` the session's UUID, `{conversation_id}` the CLI's own id of the conversation (that UUID, until a hook
tells of another one), `{permission_mode}`, `{run_dir}` the incarnation's private folder (0700), where `files` are
written, `{model}` the model that the agent's settings name, `{gauge}` the shell-quoted path of the file
that `read_gauge` reads, `{python}` this Python, `{agentside}` the folder of our programs for an agent's process tree,
`{hook}` a shell-quoted command line that hands its standard input to the server (append the hook's name to it).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from areyouj_jupyter.models import AgentSettings
from areyouj_jupyter.specs.format.dialog import Dialog
from areyouj_jupyter.specs.format.hook import Hook
from areyouj_jupyter.specs.format.screen_rule import Composer, ScreenRule
from areyouj_jupyter.specs.format.told import Gauge, Step, Told, Turn


@dataclass(frozen=True)
class Neutral:
    """A text that the CLI would take as a command, and what to put before it so that it arrives as text."""

    pattern: str
    prefix: str = ""
    suffix: str = ""


Content = Mapping[str, Any] | str
"""The content of a file: a value to write as JSON, or a text."""


@dataclass(frozen=True)
class AgentSpec:
    """How to start, control and read one agent CLI. Frozen; found by entry point."""

    name: str
    display_name: str
    command: str
    """Program name, looked up on PATH and where installers put it; `{python}` for one of AreYouJ's own."""
    install: str
    """One sentence: how to install it."""
    argv: tuple[str, ...]
    """Arguments of a first start."""
    resume_argv: tuple[str, ...] | None = None
    """Arguments that continue the conversation `{conversation_id}`; None: the CLI cannot."""
    version_argv: tuple[str, ...] = ("--version",)
    folders: tuple[str, ...] = ()
    """More places where the program may be; `~` is expanded."""
    environment: Mapping[str, str] = field(default_factory=dict)
    hidden: tuple[str, ...] = ()
    """Patterns of variables of an outer session of this CLI; they are hidden from all agents."""
    passed: tuple[str, ...] = ()
    """Exceptions from `hidden`."""
    files: Mapping[str, Content | Callable[[Mapping[str, str], AgentSettings], Content]] = field(default_factory=dict)
    """File name → content, or a function of the agent's environment and effective settings that makes it (blocking);
    written to `{run_dir}` before the start (0600)."""
    model_argv: tuple[str, ...] = ()
    """Arguments that choose `{model}`; empty: the model cannot be chosen."""
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
    footer: str | None = None
    """Regular expression (re.MULTILINE) for lines at the bottom of the screen that belong to no dialog above them."""
    idle_hold: float = 0.3
    """Seconds that an idle seen only on the screen must last before it is published, against flapping."""
    turn_hold: float = 1.5
    """Seconds that the ready prompt must be shown before a turn without a closing hook counts as over."""
    rules_path: str = ""
    """The file with the user's own rules that are included here; empty: there is none."""
    composer: Composer | None = None
    """None: text is written when idle and counts as accepted by its effect (a shell)."""
    prompt_marks: bool = False
    """True: OSC 133 marks (A prompt, B input, C output, D end) show ready and busy, and delimit the reply."""
    program_status: bool = False
    """True: the CLI reports its status in its output, by OSC 7501; its question whether that is taken is answered."""
    executes: bool = False
    """True: what it is sent is run as a command (a shell), so it gets no words of other agents, or tasks, by itself."""
    foreground: bool = False
    """True: another process group in the terminal's foreground means busy."""
    neutral: tuple[Neutral, ...] = ()
    bracketed_paste: bool = True
    newline: str = "<Enter>"
    """Keys for a line break inside a text, if the program does not take pastes."""
    submit: str = "<Enter>"
    """Keys that submit the composer."""
    submit_gap: float = 0.05
    """Seconds between seeing the text and submitting it."""
    key_gap: float = 0.1
    """Seconds between the keys of an answer and its free text; typed in one piece they may be taken for a paste."""
    suspended: str = ""
    """Regular expression (re.MULTILINE, searched for) for what the screen shows when the CLI has suspended itself, as
    Ctrl+Z makes it. It is continued then, since it has no shell that could do so. Empty: it never does."""
    interrupt: str = "<Esc>"
    """Keys that end the turn."""
    clear_composer: str = "<C-u>"
    """Keys that empty the composer or a line of it, or do nothing if it is empty."""
    clear_filled: str = ""
    """Keys that empty a composer with text in any mode, and may end the CLI if it is empty."""
    quit: str = ""
    """Keys that ask the CLI to exit, the first step of a stop; empty: begin with a signal."""
    transcript: tuple[str, ...] = ()
    """Globs for the conversation's transcript; `{conversation_id}`, `~` and `$VARIABLE` are expanded. If one
    exists, a restart resumes the conversation."""
    state_file: tuple[str, ...] = ()
    """Globs for the file in which the CLI keeps its state; `{pid}` is its process, the rest as in `transcript`."""
    read_state: Callable[[Path], Told | None] | None = None
    """Reads it; blocking, called in a thread. None for a torn file, or one without a state."""
    read_gauge: Callable[[Path], Gauge | None] | None = None
    """Reads what the CLI wrote to the file `{gauge}`; blocking, called in a thread. None for a torn file."""
    read_turn: Callable[[Path], Turn | None] | None = None
    """Reads the last turn from the transcript; blocking, called in a thread."""
    read_prompts: Callable[[Path, int], Sequence[str]] | None = None
    """Reads the prompts in the transcript behind this offset; also blocking."""
    find_turn: Callable[[Path, int], int | None] | None = None
    """Finds where in the transcript the last turn begins, behind this offset; None: nowhere yet. Also blocking."""
    read_steps: Callable[[Path, int], tuple[Sequence[Step], int]] | None = None
    """Reads the finished steps of a running turn, from this offset on, and returns the offset to continue from.
    Also blocking. None, or no `find_turn`: steps are reported at the turn's end."""
