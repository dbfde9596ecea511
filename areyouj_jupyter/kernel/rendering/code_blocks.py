"""Code blocks: the fenced blocks in an agent's text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from areyouj_jupyter.errors import KernelError
from areyouj_jupyter.kernel.rendering.text import FENCE, code_lines, plain


class NoCode(KernelError):
    """The text has no such block of code."""


@dataclass(frozen=True)
class CodeBlock:
    """One fenced block."""

    language: str
    text: str
    """Without control characters: a cell would show it as something else than it is."""


def code_blocks(text: str) -> list[CodeBlock]:
    """The fenced blocks of a Markdown text, in order; a fence that is never closed goes to the end."""
    rest = iter(plain(text).split("\n"))
    return [
        CodeBlock(opening["language"], "\n".join(code_lines(rest, opening)))
        for line in rest
        if (opening := FENCE.fullmatch(line))
    ]


def block(blocks: Sequence[CodeBlock], number: int) -> CodeBlock:
    """The block of that number, from 0; negative ones count from the end. Raises NoCode."""
    try:
        return blocks[number]
    except IndexError as error:
        raise NoCode(f"The reply has no code block {number}; it has {len(blocks)}.") from error
