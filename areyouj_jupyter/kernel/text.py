"""Text of agents, made fit to be shown. Agents are hostile: nothing of theirs reaches a page or a terminal as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Control characters but tab and newline: a terminal would obey them."""

FENCE = re.compile(r"(?P<indent>[ \t]*)(?P<edge>`{3,}|~{3,})[ \t]*(?P<language>[\w+#.-]*)[^`]*")
_SPAN = re.compile(r"(?<!`)(?P<edge>`+)(?!`)(?P<code>.+?)(?<!`)(?P=edge)(?!`)")
_SCRIPT_LINK = re.compile(r"(\]\(\s*|\]:\s*)(?=<?\s*[a-z\\]*(?:script|data)\\?:)", re.IGNORECASE)
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_ENTITY = re.compile(r"&(?=#?\w+;)")


class Shown(str):
    """A text that shows itself as it is, without quotes; otherwise a str."""

    __slots__ = ()

    def __repr__(self) -> str:
        return plain(self)

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """IPython's own printer would quote a str."""
        printer.text(plain(self))


def plain(text: str) -> str:
    """The text without what a terminal would obey."""
    return CONTROL.sub("", text)


def markdown(text: str) -> str:
    """The text as Markdown that holds no HTML of its author's.

    JupyterLab does not clean the Markdown of a trusted output: a reply's `<script>` would run in the user's page. So
    outside code every tag, entity, quote and script link is disarmed. Code gets a fence of ours, at column 0, after
    a blank line and longer than any inside, so that no parser takes for text what is left untouched as code.
    """
    return "\n\n".join(piece for piece in _pieces(plain(text).split("\n")) if piece.strip())


def _pieces(lines: list[str]) -> Iterator[str]:
    """Prose and blocks of code, each ready for Markdown."""
    prose: list[str] = []
    rest = iter(lines)
    for line in rest:
        if opening := FENCE.fullmatch(line):
            yield _disarmed("\n".join(prose))
            prose = []
            yield fenced(list(code_lines(rest, opening)), opening["language"])
        else:
            prose.append(line)
    yield _disarmed("\n".join(prose))


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


def _disarmed(prose: str) -> str:
    """Prose without HTML and script links; code spans that have some are written as HTML of ours."""
    pieces: list[str] = []
    end = 0
    for span in _SPAN.finditer(prose):
        pieces.append(_inert(prose[end : span.start()]))
        pieces.append(span[0] if _inert(span[0]) == span[0] else f"<code>{_entities(span['code'])}</code>")
        end = span.end()
    return "".join((*pieces, _inert(prose[end:])))


def _inert(text: str) -> str:
    """The text with nothing in it that Markdown hands through to a page."""
    # Quotes too: JupyterLab puts formulas back as they were, even inside the attribute of a link.
    text = _TAG.sub("&lt;", _ENTITY.sub("&amp;", text)).replace('"', "&quot;")
    return _SCRIPT_LINK.sub(r"\1#", text)


def _entities(code: str) -> str:
    """The text with every character that could mean something written as a number."""
    return "".join(letter if letter.isalnum() or letter == " " else f"&#{ord(letter)};" for letter in code)
