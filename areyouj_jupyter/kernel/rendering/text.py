"""Text of agents, made safe to show. Agents are not trusted: nothing reaches a page or a terminal unchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Control characters except tab and newline: a terminal would obey them."""

FENCE = re.compile(r"(?P<indent>[ \t]*)(?P<edge>`{3,}|~{3,})[ \t]*(?P<language>[\w+#.-]*)[^`]*")


class Shown(str):
    """A text that shows itself as it is, without quotes; otherwise a str."""

    __slots__ = ()

    def __repr__(self) -> str:
        return plain(self)

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """IPython's own printer would quote a str."""
        printer.text(plain(self))


def plain(text: str) -> str:
    """The text without anything that a terminal would obey."""
    return CONTROL.sub("", text)


def code_lines(rest: Iterator[str], opening: re.Match[str]) -> Iterator[str]:
    """The lines up to the closing fence, or to the end of the text, without the opening fence's indentation."""
    closing = re.compile(rf"[ \t]*{re.escape(opening['edge'])}{re.escape(opening['edge'][0])}*[ \t]*")
    for line in rest:
        if closing.fullmatch(line):
            return
        yield line.removeprefix(opening["indent"])


def fenced(code: list[str], language: str) -> str:
    """A block of code in a fence that nothing in it can close."""
    content = "\n".join(code)
    longest = max((len(run) for run in re.findall(r"`+", content)), default=0)
    edge = "`" * max(3, longest + 1)
    return f"{edge}{language}\n{content}\n{edge}"
