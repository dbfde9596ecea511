"""The claude spec against recorded screens of Claude Code, its dialogs' keys, its neutral rules and its transcript."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from screen_cases import screen_cases

from areyouj_jupyter.models import AgentSettings, Usage
from areyouj_jupyter.server.keys import key_bytes
from areyouj_jupyter.server.reading import Shown, read
from areyouj_jupyter.server.wire import wire_text
from areyouj_jupyter.specs import Gauge, Step, Turn
from areyouj_jupyter.specs.claude import SPEC
from areyouj_jupyter.specs.claude_status_line import read_gauge, status_line
from areyouj_jupyter.specs.claude_transcript import STEP_LENGTH, STEPS, TAIL, read_turn

CASES = {case.name: case for case in screen_cases("claude")}
BUSY = [name for name, case in CASES.items() if case.expected["state"] == "busy"]
KINDS = {
    "permission": "permission",
    "plan": "permission",
    "question": "question",
    "questions": "question",
    "trust": "trust",
    "bypass": "trust",
    "api": "login",
    "menu": "question",
    "settings": "question",
}
"""The first word of a dialog's case → the kind of its prompt."""


def lines_of(case: str) -> list[str]:
    return CASES[case].lines


def shown_in(case: str) -> Shown:
    shown = read(SPEC, lines_of(case), "✳ Claude Code").shown
    assert shown is not None
    return shown


@pytest.mark.parametrize("name", CASES)
def test_a_recorded_screen_reads_as_expected(name: str) -> None:
    case = CASES[name]
    lines, title = case.replayed() if case.stream.exists() else (case.lines, case.expected["title"])
    reading = read(SPEC, lines, title)
    shown = reading.shown
    told = {
        "state": reading.state,
        "rule": reading.rule,
        "composer": reading.composer,
        "choices": [[choice.key, choice.label] for choice in shown.choices] if shown else [],
        "text": shown.text.split("\n")[0] if shown else None,
    }
    wanted = {key: value for key, value in case.expected.items() if key in told}
    assert {key: told[key] for key in wanted} == wanted
    assert wanted.keys() == told.keys() or wanted.keys() == {"state"}  # a person who records tells the state alone


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.expected["state"] == "awaiting_input"])
def test_a_dialog_asks_for_what_it_is(name: str) -> None:
    first = re.split(r"\W", name.removeprefix("quoted-"))[0]
    expected = "login" if "login" in name else KINDS[first]
    assert shown_in(name).dialog.kind == expected


@pytest.mark.parametrize("case", BUSY)
def test_a_busy_screen_is_busy_without_its_title_too(case: str) -> None:
    assert read(SPEC, lines_of(case), "").state == "busy"


def test_a_dialog_quoted_in_a_reply_is_the_dialog_but_for_the_composer_below_it() -> None:
    quoting = "\n".join(line.strip() for line in lines_of("quoted-dialog-120x40"))
    assert "Do you want to proceed?" in quoting and "Esc to cancel · Tab to amend" in quoting


def test_the_text_of_the_trust_dialog_names_the_folder() -> None:
    assert "/tmp/ada/garden" in shown_in("trust-120x40").text


def test_a_numbered_line_of_the_command_or_of_its_description_is_no_choice() -> None:
    shown = shown_in("permission-bash-numbered-120x40")
    assert shown.text.count("1. No, stop") == 2
    assert [choice.label for choice in shown.choices][::3] == ["Yes", "No"]


def test_a_choice_that_takes_several_lines_is_told_whole() -> None:
    assert shown_in("permission-write-outside-80x24").choices[1].label == (
        "Yes, and switch to accept edits (auto-approve file edits and common file commands) for this session; Yes, and"
        " always allow access to /tmp/ada for this session (shift+tab)"
    )


def test_what_stands_beside_a_choice_is_no_part_of_it() -> None:
    assert [choice.label for choice in shown_in("question-previewed-80x24").choices][:2] == ["Red", "Blue"]
    assert [choice.label for choice in shown_in("menu-model-120x40").choices][1:3] == ["Opus", "Fable"]


def test_an_edit_whose_difference_is_still_to_come_is_told_but_not_answered_yet() -> None:
    whole = lines_of("permission-edit-120x40")
    rules = [place for place, line in enumerate(whole) if line.startswith("╌╌")][-2:]
    half = read(SPEC, [*whole[: rules[0] + 1], "…", *whole[rules[1] :]], "")
    assert half.state == "awaiting_input" and half.shown is not None and half.shown.unfinished
    assert not shown_in("permission-edit-120x40").unfinished


def test_a_label_goes_on_in_the_lines_below_it() -> None:
    text = shown_in("permission-bash-120x40").text
    label = "Yes, and always allow access to"
    whole = next(line.split(". ", 1)[1] for line in text.split("\n") if label in line)
    wrapped = text.replace(whole, f"{label}\n      /a/very/long/name\n      from this project")
    shown = read(SPEC, ["─" * 80, *wrapped.split("\n")], "").shown
    assert shown is not None
    assert shown.choices[1].label == f"{label} /a/very/long/name from this project"
    assert [choice.key for choice in shown.choices] == ["1", "2", "3", "4"]
    moved = wrapped.replace("❯ 1", "  1").replace("  2. Yes", "❯ 2. Yes")
    assert shown.dialog.text_keys(moved) == ("<Down><Down><Tab>", "<Enter>")


def test_a_permission_to_ask_is_a_question() -> None:
    hook = SPEC.hooks["PermissionRequest"]
    assert hook.fact_of({"tool_name": "AskUserQuestion"}) == "question"
    assert hook.fact_of({"tool_name": "Bash"}) == "permission"


@pytest.mark.parametrize(
    ("case", "key", "keys"),
    [
        ("trust-120x40", "1", "<Enter>"),
        ("trust-120x40", "2", "<Down><Enter>"),
        ("trust-moved-120x40", "1", "<Up><Enter>"),
        ("trust-moved-120x40", "2", "<Enter>"),
        ("api-key-120x40", "1", "<Up><Enter>"),
        ("bypass-120x40", "2", "<Down><Enter>"),
        ("permission-bash-moved-120x40", "4", "4"),
        ("permission-web-fetch-80x24", "3", "3"),
        ("question-120x40", "2", "2"),
        ("question-previewed-80x24", "2", "2<Enter>"),
        ("question-previewed-80x24", "<Esc>", "<Esc>"),
        ("question-120x40", "<Esc>", "<Esc>"),
        ("questions-120x40", "<Tab>", "<Tab>"),
        ("plan-120x40", "2", "2"),
        ("menu-help-120x40", "<Esc>", "<Esc>"),
    ],
)
def test_a_choice_is_made_by_these_keys(case: str, key: str, keys: str) -> None:
    shown = shown_in(case)
    assert shown.dialog.choice_keys(shown.text, key) == keys
    assert key_bytes(keys)


def test_a_choice_cannot_be_made_while_the_selection_is_not_seen() -> None:
    shown = shown_in("trust-120x40")
    assert shown.dialog.choice_keys(shown.text.replace("❯", " "), "2") is None


@pytest.mark.parametrize(
    ("case", "around"),
    [
        ("permission-bash-120x40", ("<Down><Down><Down><Tab>", "<Enter>")),
        ("permission-bash-moved-120x40", ("<Down><Down><Tab>", "<Enter>")),
        ("permission-edit-120x40", ("<Down><Down><Tab>", "<Enter>")),
        ("permission-write-moved-80x24", ("<Down><Tab>", "<Enter>")),
        ("permission-web-fetch-80x24", None),
        ("permission-sub-agent-80x24", ("<Down><Down><Down><Tab>", "<Enter>")),
        ("question-120x40", ("3", "<Enter>")),
        ("questions-120x40", ("3", "<Enter>")),
        ("plan-120x40", ("3", "<Enter>")),
        ("trust-120x40", None),
        ("questions-review-120x40", None),
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
    content = SPEC.files["settings.json"]
    assert callable(content)
    settings = content({}, AgentSettings())
    assert isinstance(settings, dict)
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


# The status line


def own_line(home: Path, content: str) -> dict[str, Any]:
    """The setting, where the user's own settings are these."""
    (home / ".claude").mkdir(parents=True, exist_ok=True)
    (home / ".claude" / "settings.json").write_text(content, "utf-8")
    return status_line({"HOME": str(home)})


def test_without_a_status_line_of_the_users_own_nothing_is_shown(tmp_path: Path) -> None:
    plain = {"type": "command", "command": "cat > {gauge}"}
    assert status_line({"HOME": str(tmp_path)}) == plain
    for content in ("{}", "[]", "{", '{"statusLine": 7}', '{"statusLine": {"type": "command"}}'):
        assert own_line(tmp_path, content) == plain, content


def test_the_users_own_status_line_gets_what_ours_gets(tmp_path: Path) -> None:
    line = own_line(tmp_path, '{"statusLine": {"type": "command", "command": "wc -c # bytes", "padding": 2}}')
    assert (line["type"], line["padding"]) == ("command", 2)
    script = line["command"].replace("{gauge}", str(tmp_path / "gauge.json"))
    done = subprocess.run(["/bin/sh", "-c", script], input=b"12345", capture_output=True, check=True)
    assert done.stdout.strip() == b"5"
    assert (tmp_path / "gauge.json").read_bytes() == b"12345"


def test_another_folder_of_settings_is_looked_into(tmp_path: Path) -> None:
    own_line(tmp_path, '{"statusLine": {"type": "command", "command": "date"}}')
    assert "date" in status_line({"HOME": "/", "CLAUDE_CONFIG_DIR": str(tmp_path / ".claude")})["command"]


def test_the_gauge_is_read_and_a_torn_one_tells_nothing(tmp_path: Path) -> None:
    told = {
        "model": {"id": "m-1", "display_name": "Em 1"},
        "cost": {"total_cost_usd": 0.25},
        "context_window": {"total_input_tokens": 123, "context_window_size": 200_000},
    }
    path = tmp_path / "gauge.json"
    path.write_text(json.dumps(told), "utf-8")
    assert read_gauge(path) == Gauge("Em 1", 0.25, 123, 200_000)
    for torn in ("", '{"model": {"id"', "{}", "[]", json.dumps({**told, "cost": None})):
        path.write_text(torn, "utf-8")
        assert read_gauge(path) is None, torn


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
