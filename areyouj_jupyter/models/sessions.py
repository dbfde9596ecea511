"""Live sessions: their status, screen and prompts."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import UNSET, Meta, UnsetType, field

from areyouj_jupyter.models.base import HolderState, Model, Outcome, PromptKind, Request, Seconds, State


class Choice(Model, frozen=True):
    """One way to answer a prompt."""

    key: str
    """The value to send as `choice`, usually the number shown in the dialog."""
    label: str


class Prompt(Model, frozen=True):
    """A dialog that waits for an answer."""

    id: str
    kind: PromptKind
    text: str
    """The dialog as the screen shows it."""
    choices: list[Choice]
    since: Seconds
    takes_text: bool = False
    """Whether free text is accepted too. For a permission, the text rejects it and says why."""


class StatusModel(Model, frozen=True):
    """What a session is doing, and the evidence for it."""

    state: State
    since: Seconds
    reason: str | None = None
    """For awaiting_input, the prompt's kind; for exited, the reason; for idle, why the last turn failed."""
    outcome: Outcome | None = None
    """For idle, how the last turn ended; None: nobody knows, or there was none."""
    evidence: str = ""
    """The evidence that decided it: `hook:Stop`, `file:state`, `screen:…`, `title:…`, `process`."""
    until: Seconds | None = None
    """When a rate limit ends, or when a crashed agent is restarted."""
    prompt: Prompt | None = None
    seen: bool = True
    """False: the agent finished or asked something, and nobody has looked yet."""
    blocked: str | None = None
    """Why the queue does not move: dialog, busy, paused, rate limit, lost, starting, composer (there is text in its
    input line), reduced screen, not reading, not answering, view only."""
    blocked_since: Seconds | None = None
    """Since when a queue with messages has been held for this reason; set once that takes long (30 s).

    None: nothing is queued, or not for long, or the agent is busy."""
    holder: HolderState | None = None
    """None: the holder, the process that keeps the agent's terminal, answers. `not_answering`: the agent is running,
    but its holder does not answer, because it is stopped or swapped out; everything continues when it does.
    `view_only`: the agent is running, but its holder belongs to another version or server, so you can only view and
    stop it."""
    paused: bool = False
    reduced: bool = False
    """True if the fallback emulator reads the screen."""


class Clue(Model, frozen=True):
    """One piece of evidence of what a session does."""

    source: Literal["hook", "mark", "report", "file", "title", "screen", "foreground", "terminal", "process"]
    """Best first, but a dialog on the screen beats all others. `report`: in the CLI's output, by OSC 7501."""
    name: str
    """The hook, mark or rule that matched; empty: this source says nothing now."""
    tells: State | None
    """The state that it indicates."""
    age: float | None
    """Seconds since it first did; None: unknown."""
    decided: bool


class StatusReport(StatusModel, frozen=True):
    """A status with all available evidence, and which piece decided."""

    clues: list[Clue] = field(default_factory=list)
    unreachable: str = ""
    """If `holder` is set: the processes and the folder concerned, and what to do, in one or two sentences."""
    rules: str = ""
    """Where the rules for the screen come from: `built in`, or the path of the user's own file."""


class ClearedInput(StatusModel, frozen=True):
    """A status after the CLI's input line was cleared."""

    cleared: str = ""
    """The text that was in the line, as the screen showed it."""


LogKind = Literal["status", "message", "hook", "mark", "input"]


class LogEntry(Model, frozen=True):
    """Something that happened to a session."""

    at: Seconds
    kind: LogKind
    text: str
    """The new state, the name of the hook or mark, the message's new status with its first line, or the input that
    was cleared."""
    detail: str
    """The evidence that decided it, if known."""


class SessionLog(Model, frozen=True):
    """What happened to a session since this server started or took it over, oldest first. At most 500 entries."""

    session_id: str
    entries: list[LogEntry]


class Metrics(Model, frozen=True):
    """Counters of one session, and the current usage of its process tree."""

    sent: int = 0
    completed: int = 0
    failed: int = 0
    restarts: int = 0
    output_bytes: int = 0
    rss_bytes: int | None = None
    cpu_seconds: float | None = None
    model: str | None = None
    """As reported by the CLI, like the fields below."""
    cost_usd: float | None = None
    """Since the process began."""
    context_tokens: int | None = None
    """How many tokens of the context window are used."""
    context_window: int | None = None


class Health(Model, frozen=True):
    """The result of the last health check of a session."""

    process: bool
    terminal: bool
    hooks: bool | None
    """None: this CLI has no hooks."""


class SessionModel(Model, frozen=True):
    """The live runtime of an instance."""

    id: str
    agent_id: str
    agent: str
    spec: str
    project_path: str
    status: StatusModel
    active: bool
    pid: int | None
    incarnation: int
    pending: int
    """User messages waiting in the queue."""
    started_at: Seconds
    last_activity_at: Seconds
    health: Health
    metrics: Metrics


class CreateSession(Request, frozen=True):
    """Start an agent by name, or an ad-hoc one by spec and project path."""

    agent: str | None = None
    spec: str | None = None
    project_path: str | None = None
    permission_mode: str | UnsetType = UNSET
    model: str | UnsetType = UNSET
    arguments: list[str] | UnsetType = UNSET
    environment: dict[str, str] | UnsetType = UNSET
    new: bool = False
    """As in `StartInstance`."""


class ScreenModel(Model, frozen=True):
    """What a terminal shows now."""

    session_id: str
    rows: int
    cols: int
    lines: list[str]
    """Top to bottom, without trailing blanks."""
    cursor: tuple[int, int]
    """Row and column, from 0."""
    title: str
    offset: int
    """Bytes of output that this screen has processed."""
    reduced: bool


class TypeKeys(Request, frozen=True):
    """Raw input for a terminal: text, and names such as `<Enter>`, `<Esc>`, `<C-c>`."""

    keys: Annotated[str, Meta(min_length=1, max_length=4096)]


class AnswerPrompt(Request, frozen=True):
    """An answer to the open prompt: one of its choices, or text where it takes text."""

    prompt_id: str
    choice: str | None = None
    text: Annotated[str, Meta(max_length=16 * 1024)] | None = None
