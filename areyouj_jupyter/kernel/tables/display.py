"""Tables: how agents, sessions, messages and tasks show themselves, as text and as HTML."""

from __future__ import annotations

import html
import itertools
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import msgspec

from areyouj_jupyter.kernel.rendering.text import plain
from areyouj_jupyter.kernel.tables import data_frames
from areyouj_jupyter.kernel.tables.held_queue import advised, held
from areyouj_jupyter.models import (
    AgentModel,
    Choice,
    Clue,
    HealthModel,
    MessageModel,
    Metrics,
    SessionModel,
    SpecModel,
    StatusModel,
    StatusReport,
    TaskModel,
)

Item = TypeVar("Item", bound=msgspec.Struct)
Columns = Sequence[tuple[str, Callable[[Any], str]]]

WIDEST = 120  # characters of a cell; the rest is in the model
LONGEST = 100  # rows of a table; a notebook keeps all that is shown in it

MARKS = {
    "starting": "◌",
    "idle": "○",
    "busy": "●",
    "awaiting_input": "▲",
    "rate_limited": "◷",
    "stopping": "◌",
    "exited": "×",
}


class Listing(list[Item]):
    """Models in a list that shows itself as a table."""

    def __init__(self, items: Iterable[Item], columns: Columns, kind: type[Item], note: str = "") -> None:
        """kind: what the models are, for a DataFrame without rows. note: a sentence below the table."""
        super().__init__(items)
        self._note = note
        self._columns = columns
        self._kind = kind

    @property
    def df(self) -> Any:
        """A pandas DataFrame with one row per model. Raises LibraryMissing where pandas is not installed."""
        return data_frames.frame(self, self._kind)

    def __repr__(self) -> str:
        return "\n".join(filter(None, (text_table(self._heads(), self._rows()), self._note)))

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """IPython's own printer would write out every model."""
        printer.text(repr(self))

    def _repr_html_(self) -> str:
        note = f"<p>{html.escape(self._note)}</p>" if self._note else ""
        return f"{html_table(self._heads(), self._rows())}{note}"

    def _heads(self) -> list[str]:
        return [head for head, _ in self._columns]

    def _rows(self) -> list[list[str]]:
        return [[cell(item) for _, cell in self._columns] for item in self]


def text_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table in plain text; one line per row, long cells and long tables cut."""
    cells = [[_cut(plain(cell)) for cell in row] for row in (heads, *_shortened(rows, len(heads)))]
    widths = [max(len(row[column]) for row in cells) for column in range(len(heads))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells]
    return "\n".join(lines) if rows else f"{lines[0]}\n(none)"


def html_line(text: str) -> str:
    """A line above a table; nothing if it is empty."""
    return f"<p>{html.escape(plain(text))}</p>" if text else ""


def html_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table in HTML, long ones cut; every cell escaped, and no formula is looked for in it."""
    head = "".join(f'<th style="text-align:left">{html.escape(head)}</th>' for head in heads)
    body = "".join(f"<tr>{''.join(_html_cell(cell) for cell in row)}</tr>" for row in _shortened(rows, len(heads)))
    empty = f'<tr><td colspan="{len(heads)}"><i>none</i></td></tr>'
    return (
        '<table class="areyouj tex2jax_ignore mathjax_ignore">'
        f"<thead><tr>{head}</tr></thead><tbody>{body or empty}</tbody></table>"
    )


def _shortened(rows: Sequence[Sequence[str]], columns: int) -> Sequence[Sequence[str]]:
    """The first and the last rows of a long table; between them it says how many are left out."""
    if len(rows) <= LONGEST:
        return rows
    half = LONGEST // 2
    return [*rows[:half], [f"… {len(rows) - 2 * half:,} more …", *[""] * (columns - 1)], *rows[-half:]]


def _html_cell(cell: str) -> str:
    return f'<td style="text-align:left;white-space:pre-wrap">{html.escape(_cut(plain(cell)))}</td>'


def _cut(cell: str) -> str:
    line = " ".join(cell.split())
    return line if len(line) <= WIDEST else f"{line[: WIDEST - 1]}…"


def ago(since: float | None) -> str:
    """How long ago that was, in its largest unit."""
    return "" if since is None else duration(max(0.0, time.time() - since))


def duration(seconds: float) -> str:
    """How long that is, in its largest unit."""
    for size, unit in ((86400, "d"), (3600, "h"), (60, "min")):
        if seconds >= size:
            return f"{seconds / size:.0f} {unit}"
    return f"{seconds:.0f} s"


def state(status: StatusModel) -> str:
    """What a session is doing, in few words; for a prompt its question."""
    ended = status.outcome if status.outcome in ("failed", "interrupted") else None
    words = [f"{'!' if ended == 'failed' else MARKS.get(status.state, '?')} {ended or status.state.replace('_', ' ')}"]
    if status.prompt:
        words.append(f"({status.prompt.kind}: {question(status)})")
    elif status.reason:
        words.append(f"({status.reason})")
    if status.state != "exited" and (why := held(status)):
        words.append(f"[{why}]")
    return " ".join(words)


def evidence(report: StatusReport, agent: str) -> Listing[Clue]:
    """The evidence for a session's status; the deciding one has an arrow. Below it, what is wrong and what to do."""
    columns: Columns = (
        ("", lambda clue: "→" if clue.decided else ""),
        ("evidence", lambda clue: f"{clue.source} {clue.name}".strip()),
        ("tells", lambda clue: (clue.tells or "").replace("_", " ")),
        ("for", lambda clue: "" if clue.age is None else duration(clue.age)),
    )
    return Listing(report.clues, columns, Clue, report.unreachable or advised(report, agent))


def question(status: StatusModel) -> str:
    """The open prompt on one line, with what may be answered."""
    if status.prompt is None:
        return ""
    choices = status.prompt.choices
    lines = status.prompt.text.splitlines()
    asked = itertools.takewhile(lambda line: not any(_is_choice(line, choice) for choice in choices), lines)
    answers = " ".join(f"{choice.key}={choice.label}" for choice in choices)
    return " ".join(f"{' '.join(asked)} {answers}".split())


def _is_choice(line: str, choice: Choice) -> bool:
    """True if a dialog's line is this choice."""
    return line.strip(" ❯›>│").startswith(choice.key) and choice.label in line


def used(metrics: Metrics) -> str:
    """Cost and context, as far as the agent's CLI reports them."""
    parts = [] if metrics.cost_usd is None else [f"${metrics.cost_usd:.2f}"]
    if metrics.context_tokens is not None and metrics.context_window:
        parts.append(f"context {metrics.context_tokens / metrics.context_window:.0%}")
    return ", ".join(parts)


KINDS = {"text": "", "note": "· ", "tool": "⚙ "}
SESSIONS: Columns = (
    ("agent", lambda item: f"{item.agent}{' *' if item.active else ''}"),
    ("status", lambda item: state(item.status)),
    ("since", lambda item: ago(item.status.since)),
    ("queue", lambda item: str(item.pending)),
    ("used", lambda item: used(item.metrics)),
    ("spec", lambda item: item.spec),
    ("folder", lambda item: item.project_path),
    ("session", lambda item: item.id[:8]),
)
AGENTS: Columns = (
    ("agent", lambda item: item.name),
    ("spec", lambda item: item.spec),
    ("folder", lambda item: item.project_path),
    ("session", lambda item: (item.session_id or "stopped")[:8]),
    ("description", lambda item: item.description),
)
MESSAGES: Columns = (
    ("id", lambda item: item.id[:8]),
    ("from", lambda item: "you" if item.sender_type == "user" else item.agent),
    ("status", lambda item: f"{item.status}{f' ({item.reason})' if item.reason else ''}"),
    ("when", lambda item: ago(item.created_at)),
    ("text", lambda item: f"{KINDS[item.kind]}{item.content}"),
)
TASKS: Columns = (
    ("task", lambda item: item.id),
    ("status", lambda item: item.status),
    ("priority", lambda item: item.priority),
    ("agent", lambda item: item.agent or ""),
    ("title", lambda item: item.title),
    ("after", lambda item: ", ".join(item.dependencies)),
)
SPECS: Columns = (
    ("spec", lambda item: item.name),
    ("name", lambda item: item.display_name),
    ("version", lambda item: (item.version or "?") if item.installed else "not installed"),
    ("install", lambda item: "" if item.installed else item.install),
)
EVERYONE = tuple(head for head, _ in SESSIONS)


def elsewhere(health: HealthModel) -> str:
    """A sentence on the server that runs the agents, where the one that was asked does not; else nothing."""
    if health.status == "ok":
        return ""
    owner = health.owner
    return (
        f"Your agents run in another Jupyter server, {owner.url} on {owner.host}. When it stops, this one takes over."
    )


def everyone(
    agents: Iterable[AgentModel], sessions: Iterable[SessionModel], without: str = "stopped"
) -> list[list[str]]:
    """Rows under EVERYONE: the live sessions, then the agents without one. without: the status of those."""
    live = list(sessions)
    known = {session.agent_id for session in live}
    return [
        *([cell(session) for _, cell in SESSIONS] for session in live),
        *(_stopped(each, without) for each in agents if each.id not in known),
    ]


def _stopped(agent: AgentModel, status: str) -> list[str]:
    told = {"agent": agent.name, "status": status, "spec": agent.spec, "folder": agent.project_path}
    return [told.get(head, "") for head in EVERYONE]


def sessions(items: Iterable[SessionModel]) -> Listing[SessionModel]:
    """Sessions as a table; the active one has a star."""
    return Listing(items, SESSIONS, SessionModel)


def agents(items: Iterable[AgentModel]) -> Listing[AgentModel]:
    """Agents as a table."""
    return Listing(items, AGENTS, AgentModel)


def messages(items: Iterable[MessageModel]) -> Listing[MessageModel]:
    """Messages as a table."""
    return Listing(items, MESSAGES, MessageModel)


def tasks(items: Iterable[TaskModel]) -> Listing[TaskModel]:
    """Tasks as a table."""
    return Listing(items, TASKS, TaskModel)


def specs(items: Iterable[SpecModel]) -> Listing[SpecModel]:
    """Agent CLIs as a table."""
    return Listing(items, SPECS, SpecModel)
