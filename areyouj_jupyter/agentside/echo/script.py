"""The directives in a message: what it makes echo do, in order.

    [[say TEXT]]  [[stream N]]  [[slow S]]  [[quiet S]]  [[ticks N MS]]  [[flood KB]]
    [[permission COMMAND]]  [[question TEXT|A|B]]  [[fail TEXT]]  [[limit S]]  [[crash N]]
    [[deaf S]]  [[noecho N]]  [[swallow N]]  [[stubborn]]  [[grandchild]]  [[grandchild setsid]]

Whatever is no directive, or has an argument that makes no sense, is ordinary text.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass

_DIRECTIVE = re.compile(r"\[\[\s*([a-z]+)(?:\s+((?:(?!\[\[).)*?))?\s*\]\]", re.DOTALL)
MANY = 1_000_000


@dataclass(frozen=True)
class Step:
    """One directive with its argument."""

    name: str
    text: str = ""
    number: float = 0.0
    pause: float = 0.0
    """Seconds between ticks."""
    choices: tuple[str, ...] = ()


def parse(message: str) -> list[Step]:
    """The steps of a message, in order."""
    return [step for match in _DIRECTIVE.finditer(message) if (step := _step(match[1], match[2] or ""))]


def _step(name: str, argument: str) -> Step | None:
    """One step; None if there is no such directive or its argument makes no sense."""
    reader = _READERS.get(name)
    try:
        return reader(name, argument) if reader else None
    except ValueError:
        return None


def _amount(argument: str, default: float) -> float:
    """A number from 0 to a million. Raises ValueError."""
    number = float(argument) if argument else default
    if not math.isfinite(number) or not 0 <= number <= MANY:
        raise ValueError(argument)
    return number


def _text(name: str, argument: str) -> Step:
    if not argument:
        raise ValueError(name)
    return Step(name, text=argument)


def _number(default: float) -> Callable[[str, str], Step]:
    return lambda name, argument: Step(name, number=_amount(argument, default))


def _question(name: str, argument: str) -> Step:
    text, *choices = (part.strip() for part in argument.split("|"))
    return Step(name, text=_text(name, text).text, choices=tuple(filter(None, choices))[:9])


def _ticks(name: str, argument: str) -> Step:
    count, pause = [*argument.split(), "100"][:2] if argument else ("10", "100")
    return Step(name, number=_amount(count, 10), pause=_amount(pause, 100) / 1000)


def _word(name: str, argument: str) -> Step:
    if argument not in ("", "setsid"):
        raise ValueError(argument)
    return Step(name, text=argument)


_READERS: dict[str, Callable[[str, str], Step]] = {
    "say": _text,
    "permission": _text,
    "fail": _text,
    "question": _question,
    "ticks": _ticks,
    "stream": _number(20),
    "slow": _number(1),
    "quiet": _number(1),
    "flood": _number(64),
    "limit": _number(10),
    "crash": _number(1),
    "deaf": _number(0),
    "noecho": _number(MANY),
    "swallow": _number(1),
    "grandchild": _word,
    "stubborn": _word,
}
