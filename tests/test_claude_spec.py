"""The claude spec against recorded screens of Claude Code, its dialogs' keys, its neutral rules and its transcript."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from areyouj_jupyter.models import Usage
from areyouj_jupyter.server.keys import key_bytes
from areyouj_jupyter.server.reading import Shown, read
from areyouj_jupyter.server.wire import wire_text
from areyouj_jupyter.specs import Turn
from areyouj_jupyter.specs.claude import SPEC
from areyouj_jupyter.specs.claude_transcript import TAIL, read_turn

SCREENS = Path(__file__).parent / "screens" / "claude"
CASES = sorted(folder.name for folder in SCREENS.iterdir())
BUSY = [case for case in CASES if "busy" in case]


def lines_of(case: str) -> list[str]:
    return (SCREENS / case / "screen.txt").read_text("utf-8").splitlines()


def shown_in(case: str) -> Shown:
    shown = read(SPEC, lines_of(case), "✳ Claude Code").shown
    assert shown is not None
    return shown


@pytest.mark.parametrize("case", CASES)
def test_a_recorded_screen_reads_as_expected(case: str) -> None:
    expected = json.loads((SCREENS / case / "expected.json").read_text("utf-8"))
    reading = read(SPEC, lines_of(case), expected["title"])
    shown = reading.shown
    assert expected == {
        "title": expected["title"],
        "state": reading.state,
        "rule": reading.rule,
        "composer": reading.composer,
        "choices": [[choice.key, choice.label] for choice in shown.choices] if shown else [],
        "text": shown.text.split("\n")[0] if shown else None,
    }


@pytest.mark.parametrize("case", BUSY)
def test_a_busy_screen_is_busy_without_its_title_too(case: str) -> None:
    assert read(SPEC, lines_of(case), "").state == "busy"


def test_a_dialog_quoted_in_a_reply_is_the_dialog_but_for_the_composer_below_it() -> None:
    quoting = "\n".join(line.strip() for line in lines_of("quoted-permission"))
    assert "Do you want to proceed?" in quoting and "Esc to cancel · Tab to amend" in quoting


def test_the_text_of_the_trust_dialog_names_the_folder() -> None:
    assert "/tmp/ada/garden" in shown_in("trust").text


def test_a_numbered_line_of_the_command_is_no_choice() -> None:
    shown = shown_in("permission-numbered-command")
    assert "1. No, stop" in shown.text
    assert shown.choices[0].label == "Yes"
    described = shown.text.replace("Run the command of the script", "1. No, stop")  # the agent's own words, too
    assert shown.dialog.choices(described) == shown.dialog.choices(shown.text)


@pytest.mark.parametrize(
    ("case", "key", "keys"),
    [
        ("trust", "1", "<Enter>"),
        ("trust", "2", "<Down><Enter>"),
        ("trust-moved", "1", "<Up><Enter>"),
        ("trust-moved", "2", "<Enter>"),
        ("api-key", "1", "<Up><Enter>"),
        ("bypass-warning", "2", "<Down><Enter>"),
        ("permission-bash-moved", "4", "4"),
        ("question", "2", "2"),
        ("question", "<Esc>", "<Esc>"),
        ("questions", "<Tab>", "<Tab>"),
        ("plan", "2", "2"),
        ("panel-help", "<Esc>", "<Esc>"),
    ],
)
def test_a_choice_is_made_by_these_keys(case: str, key: str, keys: str) -> None:
    shown = shown_in(case)
    assert shown.dialog.choice_keys(shown.text, key) == keys
    assert key_bytes(keys)


def test_a_choice_cannot_be_made_while_the_selection_is_not_seen() -> None:
    shown = shown_in("trust")
    assert shown.dialog.choice_keys(shown.text.replace("❯", " "), "2") is None


@pytest.mark.parametrize(
    ("case", "around"),
    [
        ("permission-bash", ("<Down><Down><Down><Tab>", "<Enter>")),
        ("permission-bash-moved", ("<Down><Down><Tab>", "<Enter>")),
        ("permission-edit", ("<Down><Down><Tab>", "<Enter>")),
        ("question", ("3", "<Enter>")),
        ("questions", ("3", "<Enter>")),
        ("plan", ("3", "<Enter>")),
        ("trust", None),
        ("questions-review", None),
    ],
)
def test_a_text_is_typed_between_these_keys(case: str, around: tuple[str, str] | None) -> None:
    shown = shown_in(case)
    assert shown.dialog.text_keys(shown.text) == around


@pytest.mark.parametrize(
    ("content", "wire"),
    [
        ("!ls", " !ls"),
        ("\n !ls", " \n !ls"),
        ("\u200b!ls", " !ls"),
        ("/exit", "> /exit"),
        (" /exit\nmore", ">  /exit\nmore"),
        ("/", "> /"),
        ("/etc", "> /etc"),
        ("exit", "> exit"),
        ("\tquit \n", "> \tquit \n"),
        (":wq!", "> :wq!"),
        ("ends in \\", "ends in \\ "),
        ("/etc/hosts is a file", "/etc/hosts is a file"),
        ("Exit", "Exit"),
        ("exit now", "exit now"),
        ("# note", "# note"),
        ("what! /exit", "what! /exit"),
        ("x\n!ls", "x\n!ls"),
    ],
)
def test_a_text_that_looks_like_a_command_is_neutralised(content: str, wire: str) -> None:
    assert wire_text(content, SPEC.neutral, command=False) == wire


def test_the_settings_file_registers_exactly_the_hooks_that_the_spec_reads() -> None:
    settings = SPEC.files["settings.json"]
    assert not isinstance(settings, str)
    assert set(settings["hooks"]) == set(SPEC.hooks)


# The transcript


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
    assert turn_of(tmp_path, *lines) == Turn("A\nB", usage)


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
