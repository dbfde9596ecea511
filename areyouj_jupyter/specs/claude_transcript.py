"""The transcript of Claude Code: JSON lines, one for each block of a message (2.1.328, 2026-11)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from areyouj_jupyter.models import Usage
from areyouj_jupyter.specs.told import Step, Turn

TAIL = 1024 * 1024  # bytes read first; requests are recorded too, so that one turn can take 100 kB and more
SAID = re.compile(rb'"type":\s*"(?:user|assistant)"')  # spares us parsing the many other lines
SYNTHETIC = "<synthetic>"  # model of an assistant message that the CLI made up to show an error
INTERRUPTED = "[Request interrupted by user"
STEPS = 200  # the last ones of a turn
STEP_LENGTH = 1000  # characters
MAIN = ("command", "file_path", "notebook_path", "path", "pattern", "url", "query", "description", "prompt", "skill")
"""What tells most of a tool's call; the first one that is there."""

Entry = dict[str, Any]


def read_turn(path: Path) -> Turn | None:
    """The last turn of the conversation; None while it has no answer. Torn and foreign lines are passed over."""
    size = path.stat().st_size
    length = TAIL
    while True:
        with path.open("rb") as file:
            file.seek(max(0, size - length))
            lines = file.read().split(b"\n")
        turn, whole = _last_turn(lines)
        if whole or length >= size:
            return turn
        length *= 8


def _last_turn(lines: list[bytes]) -> tuple[Turn | None, bool]:
    """The last turn, and whether its beginning was seen."""
    said: list[Entry] = []
    for line in reversed(lines):
        entry = _entry(line) if SAID.search(line) else {}
        if entry.get("type") == "assistant":
            said.append(entry["message"])
        elif entry.get("type") == "user" and _is_prompt(entry["message"]):
            return _turn(said[::-1]), True
    return _turn(said[::-1]), False


def _entry(line: bytes) -> Entry:
    """One line; {} if it is torn, no message, or not of the conversation itself."""
    try:
        entry = json.loads(line)
    except ValueError:
        return {}
    if not isinstance(entry, dict) or not isinstance(entry.get("message"), dict):
        return {}
    return {} if entry.get("isSidechain") or entry.get("isMeta") else entry


def _is_prompt(message: Entry) -> bool:
    """Whether a user message begins a turn; results of tools and notes of an interrupt do not."""
    texts = _texts(message.get("content"))
    return bool(texts) and not texts[0].startswith(INTERRUPTED)


def _texts(content: object) -> list[str]:
    if isinstance(content, str):
        return [content]
    blocks = content if isinstance(content, list) else []
    return [str(block.get("text", "")) for block in blocks if isinstance(block, dict) and block.get("type") == "text"]


def _turn(messages: list[Entry]) -> Turn | None:
    """messages: assistant messages in order, those of one id being one message."""
    real = [message for message in messages if message.get("model") != SYNTHETIC]
    if not real:
        return None
    last = [message for message in real if message.get("id") == real[-1].get("id")]
    text = "\n".join(text for message in last for text in _texts(message.get("content")))
    usage = _usage({str(message.get("id")): message.get("usage") for message in real}.values())
    return Turn(text, usage, tuple(_steps(real, last))[-STEPS:])


def _steps(messages: list[Entry], last: list[Entry]) -> Iterator[Step]:
    """last: the messages whose text is the reply itself."""
    for message in messages:
        content = message.get("content")
        for block in content if isinstance(content, list) else []:
            if not isinstance(block, dict):
                continue
            if block.get("type") == "tool_use":
                yield Step("tool", _call(block)[:STEP_LENGTH])
            elif block.get("type") == "text" and message not in last and str(block.get("text", "")).strip():
                yield Step("note", str(block["text"])[:STEP_LENGTH])


def _call(block: Entry) -> str:
    """`Bash: pwd`"""
    given = block.get("input")
    given = given if isinstance(given, dict) else {}
    told = next((given[name] for name in MAIN if isinstance(given.get(name), str)), None)
    told = json.dumps(given, ensure_ascii=False) if told is None and given else told
    return f"{block.get('name')}: {told}" if told else str(block.get("name"))


def _usage(counts: Iterable[object]) -> Usage | None:
    """The sum over messages."""
    known = [count for count in counts if isinstance(count, dict)]
    if not known:
        return None

    def total(name: str) -> int:
        return sum(count[name] for count in known if isinstance(count.get(name), int))

    return Usage(
        input_tokens=total("input_tokens"),
        output_tokens=total("output_tokens"),
        cache_read_tokens=total("cache_read_input_tokens"),
        cache_write_tokens=total("cache_creation_input_tokens"),
    )
