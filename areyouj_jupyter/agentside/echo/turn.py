"""A turn: the moves that echo makes in answer to a message."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from itertools import cycle, islice

from areyouj_jupyter.agentside.echo.conversation import shorten
from areyouj_jupyter.agentside.echo.dialog import Answer, Dialog, permission_dialog, question_dialog
from areyouj_jupyter.agentside.echo.script import Step, parse

THINKING = 0.05  # seconds before the first move
SLICE = 0.05  # seconds of streaming at once
LINE_WORDS = 12  # of a stream
FLOOD_LINES = 512  # at once; Esc is heard in between
ALWAYS = 2  # number of the choice not to be asked again
LOREM = (
    "every",
    "word",
    "of",
    "this",
    "stream",
    "is",
    "here",
    "to",
    "fill",
    "a",
    "reply",
    "that",
    "takes",
    "its",
    "time",
)
HELP = """I am **echo**: I work offline and repeat what I hear. Put directives into a message:

`[[say TEXT]]` `[[stream N]]` `[[slow S]]` `[[quiet S]]` `[[ticks N MS]]` `[[flood KB]]`
`[[permission COMMAND]]` `[[question TEXT|A|B]]` `[[fail TEXT]]` `[[limit S]]` `[[crash N]]`
`[[deaf S]]` `[[noecho N]]` `[[swallow N]]` `[[stubborn]]` `[[grandchild]]` `[[grandchild setsid]]`"""


@dataclass(frozen=True)
class Say:
    """Continue the reply."""

    text: str


@dataclass(frozen=True)
class Show:
    """Lines that are no part of the reply."""

    lines: tuple[str, ...]


@dataclass(frozen=True)
class Pause:
    """Let time pass; quiet: without drawing anything."""

    seconds: float
    quiet: bool = False


@dataclass(frozen=True)
class Ask:
    """Open a dialog and wait for its answer."""

    step: Step
    dialog: Dialog


@dataclass(frozen=True)
class Act:
    """Let a directive act on echo itself."""

    step: Step


@dataclass(frozen=True)
class End:
    """End the turn without a reply: refused by the user, or failed with `error`."""

    error: str | None = None


Move = Say | Show | Pause | Ask | Act | End
Moves = Generator[Move, Answer | None, None]


@dataclass
class Turn:
    """One turn on its way. Owned by the agent."""

    prompt: str
    moves: Moves
    started: float
    due: float
    """When the next move is to be made."""
    reply: str = ""
    calls: list[str] = field(default_factory=list)
    """The commands that it asked for."""


def play(message: str, pace: float, allowed: set[str]) -> Moves:
    """The moves for a message; pace in words per second; allowed: commands that need no asking, may grow."""
    yield Pause(THINKING)
    spoke = False
    for step in parse(message):
        for move in _moves(step, pace):
            spoke = spoke or isinstance(move, Say | Ask)
            if isinstance(move, Ask):
                yield from _ask(move, allowed)
            else:
                yield move
    if not spoke:
        yield from _stream(_default_reply(message), pace)


def _moves(step: Step, pace: float) -> Generator[Move, None, None]:
    """The moves of one directive."""
    makers: dict[str, Callable[[], Iterator[Move]]] = {
        "say": lambda: _stream(step.text + "\n", pace),
        "stream": lambda: _stream(_words(int(step.number)), pace),
        "slow": lambda: iter([Pause(step.number)]),
        "quiet": lambda: iter([Pause(step.number, quiet=True)]),
        "ticks": lambda: _ticks(int(step.number), step.pause),
        "flood": lambda: _flood(int(step.number)),
        "permission": lambda: iter([Ask(step, permission_dialog(step.text))]),
        "question": lambda: iter([Ask(step, question_dialog(step.text, step.choices))]),
        "fail": lambda: iter([End(step.text)]),
    }
    yield from makers.get(step.name, lambda: iter([Act(step)]))()


def _ask(ask: Ask, allowed: set[str]) -> Moves:
    """Ask, unless it is always allowed; say what was chosen, or end the turn if it was refused."""
    command = ask.step.text
    if ask.step.name == "question":
        answer = yield ask
        yield Say(f"You answered: **{answer.text}**\n") if answer and answer.choice is not None else End()
    elif command in allowed:
        yield Say(f"Allowed for good: `{command}`\n")
    else:
        answer = yield ask
        if answer and answer.choice == ALWAYS:
            allowed.add(command)
        granted = answer and answer.choice in (1, ALWAYS)
        yield Say(f"You chose **{answer.text}**: `{command}`\n") if answer and granted else End()


def _stream(text: str, pace: float) -> Iterator[Move]:
    """The text, some words at a time."""
    words = text.split(" ")
    size = max(1, round(pace * SLICE))
    for start in range(0, len(words), size):
        part = " ".join(words[start : start + size])
        yield Say(part if start + size >= len(words) else part + " ")
        yield Pause(size / pace)


def _words(count: int) -> str:
    words = list(islice(cycle(LOREM), count))
    return "\n".join(" ".join(words[start : start + LINE_WORDS]) for start in range(0, count, LINE_WORDS)) + "\n"


def _ticks(count: int, pause: float) -> Iterator[Move]:
    for number in range(1, count + 1):
        yield Say(f"tick {number}\n")
        yield Pause(pause)


def _flood(kilobytes: int) -> Iterator[Move]:
    lines = kilobytes * 1024 // 64
    for start in range(0, lines, FLOOD_LINES):
        numbers = range(start, min(lines, start + FLOOD_LINES))
        yield Show(tuple(f"flood {number:08d} ".ljust(63, "=") for number in numbers))
        yield Pause(0)


def _default_reply(message: str) -> str:
    if message.strip() in ("?", "help"):
        return HELP
    return f"**echo** heard: {shorten(message.strip())}"
