"""The claude spec against recorded screens of Claude Code, its dialogs' keys, and its neutral rules."""

from __future__ import annotations

import re

import pytest
from screen_cases import screen_cases

from areyouj_jupyter.models import AgentSettings
from areyouj_jupyter.server.delivery.wire_text import wire_text
from areyouj_jupyter.server.process.keys import key_bytes
from areyouj_jupyter.server.status.reading import Shown, read
from areyouj_jupyter.specs.claude import SPEC
from areyouj_jupyter.specs.format.dialog import AnswerStep, AnswerSteps

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
    "server": "trust",
    "servers": "trust",
    "imports": "trust",
    "renamed": "permission",
    "agent": "permission",
}
"""The first word of a dialog's case (behind `named`) → the kind of its prompt."""


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
    first = re.split(r"\W", name.removeprefix("quoted-").removeprefix("named-"))[0]
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


def typed(steps: AnswerSteps | None) -> tuple[str, ...] | None:
    """The keys of each step."""
    return None if steps is None else tuple(step.keys for step in steps)


def test_what_stands_beside_a_choice_is_no_part_of_it() -> None:
    assert [choice.label for choice in shown_in("question-previewed-80x24").choices][:2] == ["Red", "Blue"]
    assert [choice.label for choice in shown_in("menu-model-120x40").choices][1:3] == ["Opus", "Fable"]


def test_an_edit_whose_difference_is_still_to_come_is_told_but_not_answered_yet() -> None:
    whole = lines_of("permission-edit-120x40")
    rules = [place for place, line in enumerate(whole) if line.startswith("╌╌")][-2:]
    half = read(SPEC, [*whole[: rules[0] + 1], "…", *whole[rules[1] :]], "")
    assert half.state == "awaiting_input" and half.shown is not None and half.shown.unfinished
    assert not shown_in("permission-edit-120x40").unfinished


def test_an_edit_of_a_notebook_whose_frame_is_still_to_come_is_not_answered_yet() -> None:
    question = [" Do you want to make this edit to note.ipynb?", " ❯ 1. Yes", "   2. No", " Esc to cancel"]
    half = read(SPEC, ["─" * 80, " Edit notebook", *question], "").shown
    assert half is not None and half.unfinished
    body = [" /root/note.ipynb", " Replace cell contents for cell a", "╌" * 80, "  1 -1", "  1 +2", "╌" * 80]
    whole = read(SPEC, ["─" * 80, " Edit notebook", *body, *question], "").shown
    assert whole is not None and not whole.unfinished


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.expected["state"] == "awaiting_input"])
def test_no_recorded_dialog_looks_unfinished(name: str) -> None:
    assert not shown_in(name).unfinished


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
    assert typed(shown.dialog.text_steps(moved, "why")) == ("<Down><Down>", "<Tab>", "why", "<Enter>")


def test_nothing_is_confirmed_before_the_wanted_choice_is_selected() -> None:
    shown = shown_in("trust-120x40")
    move, confirm = shown.dialog.choice_steps(shown.text, "2") or ()
    assert (move.selects, confirm) == ("2", AnswerStep("<Enter>"))
    assert not shown.dialog.is_selected(shown.text, "2")
    moved = shown_in("trust-moved-120x40")
    assert moved.dialog.is_selected(moved.text, "2")


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
    assert "".join(typed(shown.dialog.choice_steps(shown.text, key)) or ()) == keys
    assert key_bytes(keys)


def test_a_choice_cannot_be_made_while_the_selection_is_not_seen() -> None:
    shown = shown_in("trust-120x40")
    assert shown.dialog.choice_steps(shown.text.replace("❯", " "), "2") is None


@pytest.mark.parametrize(
    ("case", "around"),
    [
        ("permission-bash-120x40", ("<Down><Down><Down>", "<Tab>", "<Enter>")),
        ("permission-bash-moved-120x40", ("<Down><Down>", "<Tab>", "<Enter>")),
        ("permission-edit-120x40", ("<Down><Down>", "<Tab>", "<Enter>")),
        ("permission-write-moved-80x24", ("<Down>", "<Tab>", "<Enter>")),
        ("permission-web-fetch-80x24", None),
        ("permission-sub-agent-80x24", ("<Down><Down><Down>", "<Tab>", "<Enter>")),
        ("question-120x40", ("3", "<Enter>")),
        ("questions-120x40", ("3", "<Enter>")),
        ("plan-120x40", ("3", "<Enter>")),
        ("trust-120x40", None),
        ("questions-review-120x40", None),
    ],
)
def test_a_text_is_typed_between_these_keys(case: str, around: tuple[str, ...] | None) -> None:
    shown = shown_in(case)
    steps = typed(shown.dialog.text_steps(shown.text, "why"))
    assert steps == (around and (*around[:-1], "why", around[-1]))


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
