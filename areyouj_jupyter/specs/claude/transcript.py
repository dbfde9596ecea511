"""The transcript of Claude Code: JSON lines, one for each block of a message (2.1.328, 2026-11)."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from areyouj_jupyter.models import Usage
from areyouj_jupyter.specs.format.told import Step, Turn

BLOCK = 1024 * 1024  # bytes read at once; requests are recorded too, so that one turn can take 100 kB and more
SAID = re.compile(rb'"type":\s*"(?:user|assistant)"')  # spares us parsing the many other lines
SYNTHETIC = "<synthetic>"  # model of an assistant message that the CLI made up to show an error
INTERRUPTED = "[Request interrupted by user"
OWN = "<task-notification>"  # a turn that the CLI began by itself
STEPS = 200  # the last ones of a turn, or the steps that are read at once while it runs
STEP_LENGTH = 1000  # characters
MAIN = ("command", "file_path", "notebook_path", "path", "pattern", "url", "query", "description", "prompt", "skill")
"""The most telling argument of a tool call; the first one present is used."""

Entry = dict[str, Any]


def read_turn(path: Path) -> Turn | None:
    """The last turn of the conversation; None while it has no answer. Torn and foreign lines are skipped."""
    said: list[Entry] = []
    for _, entry in _backwards(path):
        if entry["type"] == "assistant":
            said.append(entry)
        elif _begins_turn(entry):
            break
    return _turn(said[::-1])


def read_prompts(path: Path, after: int) -> list[str]:
    """The prompts behind this offset, the last one first; one that was queued or is being written is not there yet."""
    return [
        "\n".join(_texts(said["message"].get("content"))) for _, said in _backwards(path, after) if _begins_turn(said)
    ]


def find_turn(path: Path, after: int) -> int | None:
    """Where what follows the last prompt begins, in bytes; None if there is none behind `after`, or the CLI's own."""
    for behind, entry in _backwards(path, after):
        if _begins_turn(entry):
            return None if _texts(entry["message"].get("content"))[0].startswith(OWN) else behind
    return None


def read_steps(path: Path, offset: int) -> tuple[tuple[Step, ...], int]:
    """The settled steps of the turn from there on, and where the rest begins: a text may yet be the reply itself."""
    said: list[tuple[int, Entry]] = []
    with path.open("rb") as file:
        file.seek(offset)
        for line in file:
            entry = _entry(line)
            if not line.endswith(b"\n") or len(said) == STEPS or _begins_turn(entry):
                break
            if entry.get("type") == "assistant" and _is_real(entry):
                said.append((offset, entry))
            offset += len(line)
    settled = len(said) - _open([entry for _, entry in said])
    steps = _steps([entry for _, entry in said[:settled]], [])
    return tuple(steps), said[settled][0] if settled < len(said) else offset


def _open(said: list[Entry]) -> int:
    """How many of the last lines may be the turn's end: those of one message, behind its last call."""
    count = 0
    for entry in reversed(said):
        if _id(entry) != _id(said[-1]) or any(block.get("type") == "tool_use" for block in _blocks(entry)):
            break
        count += 1
    return count


def _backwards(path: Path, after: int = 0) -> Iterator[tuple[int, Entry]]:
    """What the user and the assistant said behind `after`, the last line first, each with where the next one begins."""
    with path.open("rb") as file:
        begin, rest = file.seek(0, os.SEEK_END), b""
        while begin > after:
            length = min(BLOCK, begin - after)
            begin = file.seek(begin - length)
            rest, *lines = (file.read(length) + rest).split(b"\n")
            behind = begin + len(rest) + 1 + sum(len(line) + 1 for line in lines)
            for line in reversed(lines):
                if entry := _entry(line):
                    yield behind, entry
                behind -= len(line) + 1
        if entry := _entry(rest):
            yield begin + len(rest) + 1, entry


def _entry(line: bytes) -> Entry:
    """One line; {} if it is torn, no message, or not of the conversation itself."""
    try:
        entry = json.loads(line) if SAID.search(line) else {}
    except (ValueError, RecursionError):
        return {}
    if not isinstance(entry, dict) or not isinstance(entry.get("message"), dict):
        return {}
    own = entry.get("type") in ("user", "assistant") and not entry.get("isSidechain") and not entry.get("isMeta")
    return entry if own else {}


def _begins_turn(entry: Entry) -> bool:
    """Whether a user message begins a turn; results of tools and notes of an interrupt do not."""
    texts = _texts(entry["message"].get("content")) if entry.get("type") == "user" else []
    return bool(texts) and not texts[0].startswith(INTERRUPTED)


def _texts(content: object) -> list[str]:
    if isinstance(content, str):
        return [content]
    blocks = content if isinstance(content, list) else []
    return [str(block.get("text", "")) for block in blocks if isinstance(block, dict) and block.get("type") == "text"]


def _turn(said: list[Entry]) -> Turn | None:
    """said: the assistant's lines in order, those of one message's id being one message."""
    real = [entry for entry in said if _is_real(entry)]
    if not real:
        return None
    last = [entry for entry in real if _id(entry) == _id(real[-1])]
    text = "\n".join(text for entry in last for text in _texts(entry["message"].get("content")))
    usage = _usage({_id(entry): entry["message"].get("usage") for entry in real}.values())
    return Turn(text, usage, tuple(_steps(real, last))[-STEPS:])


def _is_real(entry: Entry) -> bool:
    return bool(entry["message"].get("model") != SYNTHETIC)


def _id(entry: Entry) -> str:
    return str(entry["message"].get("id"))


def _blocks(entry: Entry) -> list[Entry]:
    content = entry["message"].get("content")
    return [block for block in content if isinstance(block, dict)] if isinstance(content, list) else []


def _steps(said: list[Entry], last: list[Entry]) -> Iterator[Step]:
    """last: the lines whose text is the reply itself."""
    for entry in said:
        for number, block in enumerate(_blocks(entry)):
            key = f"{entry.get('uuid')}:{number}" if entry.get("uuid") else ""
            if block.get("type") == "tool_use":
                yield Step("tool", _call(block)[:STEP_LENGTH], key)
            elif block.get("type") == "text" and entry not in last and str(block.get("text", "")).strip():
                yield Step("note", str(block["text"])[:STEP_LENGTH], key)


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
