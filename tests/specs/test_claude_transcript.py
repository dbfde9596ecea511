"""The transcript of Claude Code: the last turn, its tokens, and its steps, at once or as they come."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from areyouj_jupyter.models import Usage
from areyouj_jupyter.specs import Step, Turn
from areyouj_jupyter.specs.claude.transcript import BLOCK, STEP_LENGTH, STEPS, find_turn, read_steps, read_turn


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


def named(*lines: str) -> list[str]:
    """With a uuid each, as the CLI writes them."""
    return [json.dumps({**json.loads(line), "uuid": f"line-{number}"}) for number, line in enumerate(lines)]


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
        '{"type":"assistant","message":' + "[" * 100_000,
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
    lines = (asked("go"), *said(1, CALL), *[filler] * (BLOCK // 1000 * 2), asked(RESULT), *said(2, text("done")))
    turn = turn_of(tmp_path, *lines)
    assert turn is not None and turn.usage is not None
    assert (turn.text, turn.usage.output_tokens) == ("done", 3)


def test_steps_are_told_as_soon_as_they_are_settled_and_each_once(tmp_path: Path) -> None:
    before = named(asked("first"), *said(1, text("Well."), CALL), asked(RESULT), *said(2, text("First.")))
    lines = [*before, *named(asked("go"), *said(3, text("Let me look."), CALL), asked(RESULT), *said(4, text("Done.")))]
    path = tmp_path / "transcript.jsonl"
    path.write_text("", "utf-8")
    told, begin, offset = [], None, 0
    with path.open("a", encoding="utf-8") as file:
        for line in lines:
            file.write(line[:-1])
            file.flush()
            torn = read_steps(path, offset) if begin else ((), offset)
            file.write(line[-1] + "\n")
            file.flush()
            begin = begin or find_turn(path, len("".join(before)) + len(before))
            offset = offset if not begin else max(offset, begin)
            steps, offset = read_steps(path, offset) if begin else ((), offset)
            assert torn[0] == ()
            told.append([step.text for step in steps])
    assert told == [*[[]] * len(before), [], [], ["Let me look.", "Bash"], [], []]
    assert [step.key for step in (read_turn(path) or Turn("", None)).steps] == ["line-1:0", "line-2:0"]


MESSAGES = st.lists(st.lists(st.sampled_from(["text", "call", "both"]), min_size=1, max_size=3), max_size=4)
CUTS = st.lists(st.integers(0, 10_000), max_size=12).map(sorted)


@pytest.mark.slow
@settings(deadline=None)
@given(MESSAGES, CUTS)
def test_steps_read_on_the_way_are_the_first_of_those_that_the_end_tells(
    messages: list[list[str]], cuts: list[int]
) -> None:
    blocks = {"text": [text("Now.")], "call": [CALL], "both": [text("Now."), CALL]}
    lines = [asked("first"), *said(0, CALL, text("First.")), asked("go")]
    for number, kinds in enumerate(messages, 1):
        lines += said(number, *(block for kind in kinds for block in blocks[kind]))
        lines += [asked(RESULT), *said(99, CALL, isSidechain=True), '{"type": "system"}']
    content = ("\n".join(named(*lines, *said(100, text("A"), text("B")))) + "\n").encode()
    begin = content.index(b'"content": "go"')
    with tempfile.TemporaryDirectory() as folder:
        path, told, behind, offset = Path(folder) / "transcript.jsonl", [], None, 0
        for cut in (*cuts, len(content)):
            path.write_bytes(content[: max(cut, begin)])
            if behind is None:
                behind = offset = find_turn(path, content.index(b'"First."')) or 0
                behind = behind or None
            if behind:
                steps, offset = read_steps(path, offset)
                told += steps
        turn = read_turn(path)
    assert turn is not None and turn.text == "A\nB"
    assert tuple(told) == turn.steps
    assert len({step.key for step in told}) == len(told)


def test_a_turn_that_the_cli_began_by_itself_is_nobodys_and_the_next_turn_is_not_read_with_this_one(
    tmp_path: Path,
) -> None:
    path = tmp_path / "transcript.jsonl"
    own = asked("<task-notification>\n<task-id>b2</task-id>")
    lines = named(asked("go"), *said(1, CALL), asked(RESULT), *said(2, text("Done.")), own, *said(3, CALL))
    path.write_text("\n".join(lines) + "\n", "utf-8")
    assert find_turn(path, 0) is None
    steps, offset = read_steps(path, len(lines[0]) + 1)
    assert [step.text for step in steps] == ["Bash"]  # "Done." is the reply
    assert read_steps(path, offset) == ((), offset)


def test_no_more_than_some_steps_are_read_at_once(tmp_path: Path) -> None:
    path, told, offset = tmp_path / "transcript.jsonl", [], 0
    path.write_text("\n".join(named(*(line for number in range(STEPS * 2 + 5) for line in said(number, CALL)))) + "\n")
    for count in (STEPS, STEPS, 5, 0):
        steps, offset = read_steps(path, offset)
        assert len(steps) == count
        told += steps
    assert len({step.key for step in told}) == STEPS * 2 + 5
