"""The transcript of Claude Code: the last turn, its tokens and its steps."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from areyouj_jupyter.models import Usage
from areyouj_jupyter.specs import Step, Turn
from areyouj_jupyter.specs.claude_transcript import STEP_LENGTH, STEPS, TAIL, read_turn


def said(number: int, *blocks: Any, kind: str = "assistant", **more: Any) -> list[str]:
    """The lines of an assistant message, one for each block."""
    usage = {
        "input_tokens": 10,
        "output_tokens": number,
        "cache_read_input_tokens": 5,
        "cache_creation_input_tokens": 1,
    }
    message = {"id": f"msg_{number}", "role": kind, "model": "claude-x", "usage": usage}
    return [json.dumps({"type": kind, "message": {**message, "content": [block]}, **more}) for block in blocks]


def asked(content: Any, **more: Any) -> str:
    return json.dumps({"type": "user", "message": {"role": "user", "content": content}, **more})


def text(words: str) -> dict[str, str]:
    return {"type": "text", "text": words}


CALL = {"type": "tool_use", "id": "toolu_1", "name": "Bash", "input": {}}
RESULT = [{"type": "tool_result", "tool_use_id": "toolu_1", "content": "ok"}]


def turn_of(folder: Path, *lines: str) -> Turn | None:
    path = folder / "transcript.jsonl"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return read_turn(path)


def test_the_last_turn_is_its_last_message_with_the_tokens_of_all(tmp_path: Path) -> None:
    lines = (
        asked("first"),
        *said(1, text("old")),
        asked([text("second")]),
        *said(2, {"type": "thinking", "thinking": "hm"}, text("Let me look."), CALL),
        asked(RESULT),
        '{"type":"attachment","attachment":{}}',
        *said(3, text("A"), text("B")),
        '{"type":"system","subtype":"turn_duration"}',
    )
    usage = Usage(input_tokens=20, output_tokens=5, cache_read_tokens=10, cache_write_tokens=2)
    steps = (Step("note", "Let me look."), Step("tool", "Bash"))
    assert turn_of(tmp_path, *lines) == Turn("A\nB", usage, steps)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"command": "ls -l", "description": "List"}, "Tool: ls -l"),
        ({"description": "Look for it", "prompt": "Find all"}, "Tool: Look for it"),
        ({"file_path": "/a/b.py", "old_string": "x"}, "Tool: /a/b.py"),
        ({"todos": ["é"]}, 'Tool: {"todos": ["é"]}'),
        ({}, "Tool"),
        (None, "Tool"),
        ({"command": "x" * 5000}, "Tool: " + "x" * (STEP_LENGTH - 6)),
    ],
)
def test_a_tools_call_is_told_by_what_says_most(tmp_path: Path, given: object, told: str) -> None:
    call = {"type": "tool_use", "id": "toolu_1", "name": "Tool", "input": given}
    turn = turn_of(tmp_path, asked("go"), *said(1, call), asked(RESULT), *said(2, text("done")))
    assert turn is not None and turn.steps == (Step("tool", told),)


def test_only_the_last_steps_of_a_long_turn_are_told(tmp_path: Path) -> None:
    calls = [line for number in range(STEPS + 5) for line in said(number, {**CALL, "input": {"command": str(number)}})]
    turn = turn_of(tmp_path, asked("go"), *calls, *said(999, text("done")))
    assert turn is not None and len(turn.steps) == STEPS
    assert turn.steps[-1].text == f"Bash: {STEPS + 4}"


def test_side_chains_meta_lines_and_torn_lines_are_passed_over(tmp_path: Path) -> None:
    lines = (
        asked("go"),
        *said(1, text("done")),
        *said(9, text("from a subagent"), isSidechain=True),
        asked("not mine", isMeta=True),
        asked("subagent, go", isSidechain=True),
        '{"type":"assistant","message":"no object"}',
        '["type","assistant"]',
        '{"type":"assistant","message":{"id":"msg_8","content":[{"type":"te',
    )
    turn = turn_of(tmp_path, *lines)
    assert turn is not None and turn.text == "done"


def test_a_turn_without_an_answer_is_none(tmp_path: Path) -> None:
    assert turn_of(tmp_path, asked("first"), *said(1, text("old")), asked("second")) is None


def test_an_interrupted_turn_keeps_what_was_said(tmp_path: Path) -> None:
    turn = turn_of(tmp_path, asked("go"), *said(1, text("Well")), asked([text("[Request interrupted by user]")]))
    assert turn is not None and turn.text == "Well"


def test_an_error_that_the_cli_made_up_is_no_answer(tmp_path: Path) -> None:
    error = {"type": "assistant", "message": {"id": "e", "model": "<synthetic>", "content": [text("API Error")]}}
    assert turn_of(tmp_path, asked("go"), json.dumps(error)) is None


def test_a_turn_longer_than_the_tail_is_read_whole(tmp_path: Path) -> None:
    filler = json.dumps({"type": "api-request", "params": "x" * 1000})
    lines = (asked("go"), *said(1, CALL), *[filler] * (TAIL // 1000 * 2), asked(RESULT), *said(2, text("done")))
    turn = turn_of(tmp_path, *lines)
    assert turn is not None and turn.usage is not None
    assert (turn.text, turn.usage.output_tokens) == ("done", 3)
