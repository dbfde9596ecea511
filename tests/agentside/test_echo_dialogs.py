"""echo's dialogs: what the spec reads, which keys count, what is told."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from echo_process import Echo, started
from waiting import until_now

QUOTED = (
    " Permission needed to run",
    "     rm x",
    " Do you want to proceed?",
    " ❯ 1. Yes",
    " Esc to cancel",
    "────",
    "  esc to interrupt",
)
GRACE = 0.2  # seconds in which a new dialog takes no keys

pytestmark = pytest.mark.slow


@pytest.fixture
def echo(tmp_path: Path) -> Iterator[Echo]:
    """echo at its prompt."""
    with started(tmp_path) as running:
        running.wait("idle")
        yield running


def test_a_permission_dialog_is_read_and_granted(echo: Echo) -> None:
    echo.send("[[permission rm -r build]]")
    shown = echo.wait("awaiting_input").shown
    assert shown and shown.dialog.kind == "permission"
    assert [(choice.key, choice.label) for choice in shown.choices] == [
        ("1", "Yes"),
        ("2", "Yes, and don't ask again"),
        ("3", "No"),
    ]
    assert shown.text.split("\n")[:3] == [" Permission needed to run", "     rm -r build", " Do you want to proceed?"]
    assert echo.hooked("PermissionRequest")["text"] == "rm -r build"
    until_now(lambda: echo.type("1") or echo.truth()[1:] == [("answer", "Yes")], "the answer")
    assert echo.hooked("Stop")["last_assistant_message"] == "You chose **Yes**: `rm -r build`"


@pytest.mark.parametrize("key", ["3", "\x1b"])
def test_a_refusal_fires_no_hook(echo: Echo, key: str) -> None:
    echo.send("[[permission touch x]]")
    until_now(lambda: echo.look().shown, "the dialog")
    until_now(lambda: echo.type(key) or echo.truth()[1:], "the answer", deadline=GRACE * 10)
    echo.wait("idle")
    assert echo.names() == ["SessionStart", "UserPromptSubmit", "PermissionRequest"]


def test_a_new_dialog_takes_no_keys_and_no_paste(echo: Echo) -> None:
    echo.send("[[permission one]][[permission two]]")
    until_now(lambda: echo.look().shown, "the first dialog")
    opened = time.monotonic()
    until_now(lambda: echo.type("1") or echo.truth()[1:], "the answer")
    assert time.monotonic() - opened > GRACE / 2  # the first keys came too early
    until_now(lambda: "     two" in echo.text(), "the second dialog")
    until_now(lambda: echo.paste("1") or time.monotonic() - opened > GRACE * 3, "pastes for a while")
    assert [kind for kind, _ in echo.truth()] == ["message", "answer"]
    echo.type("\r")
    echo.hooked("Stop")
    assert echo.truth()[2:] == [("answer", "Yes")]


def test_a_command_allowed_for_good_is_not_asked_again(echo: Echo) -> None:
    echo.send("[[permission ls]]")
    until_now(lambda: echo.look().shown, "the dialog")
    until_now(lambda: echo.type("2") or echo.truth()[1:], "the answer")
    echo.wait("idle")
    echo.type("\x15")
    echo.send("[[permission ls]]")
    echo.shows("Allowed for good: ls")


def test_a_question_takes_a_choice_or_a_text(echo: Echo) -> None:
    echo.send("[[question Which colour?|red|green]]")
    shown = echo.wait("awaiting_input").shown
    assert shown and shown.dialog.kind == "question"
    assert [(choice.key, choice.label) for choice in shown.choices] == [("1", "red"), ("2", "green")]
    assert echo.hooked("Question")["choices"] == ["red", "green"]
    assert shown.dialog.text_answer == "t{text}<Enter>"
    until_now(lambda: echo.type("t") or re.search(r"❯ t\. t*$", echo.text(), re.MULTILINE), "the text line")
    until_now(lambda: echo.type("\x7f" * 50) or re.search(r"❯ t\.$", echo.text(), re.MULTILINE), "an empty text line")
    assert echo.look().shown
    echo.type("blue 파랑\r")
    assert echo.hooked("Stop")["last_assistant_message"] == "You answered: **blue 파랑**"


def test_quoted_dialogs_and_footers_mislead_nobody(echo: Echo) -> None:
    quoted = "\n".join(QUOTED)
    echo.paste(quoted)
    until_now(lambda: "interrupt" in (echo.look().composer or ""), "the text in the composer")
    assert echo.look().state == "idle"
    echo.type("\r")
    echo.hooked("Stop")
    assert echo.wait("idle").rule == "ready"


def test_the_trust_dialog_comes_before_everything(tmp_path: Path) -> None:
    with started(tmp_path, "--trust", cols=200) as echo:
        shown = echo.wait("awaiting_input").shown
        assert shown and shown.dialog.kind == "trust"
        assert shown.text.split("\n")[1].strip() == str(tmp_path)
        assert [(choice.key, choice.label) for choice in shown.choices] == [("1", "Yes, proceed"), ("2", "No, exit")]
        until_now(lambda: echo.type("1") or echo.truth(), "the answer")
        echo.wait("idle")
        assert echo.names() == ["SessionStart"]
    with started(tmp_path, "--trust") as echo:
        echo.wait("awaiting_input")
        until_now(lambda: echo.ended() or echo.type("\r"), "the end")
        assert (echo.exit_code(), echo.names()) == (1, [])
