"""The wire text of a message: it arrives as text and as nothing else."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from areyouj_jupyter.server.delivery.wire_text import canonical, wire_text
from areyouj_jupyter.specs import Neutral
from areyouj_jupyter.specs.echo import SPEC as ECHO

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
NEUTRAL = ECHO.neutral


@settings(deadline=None)  # a busy machine proves nothing
@given(st.text(), st.booleans())
def test_the_wire_text_holds_no_control_but_newline_and_tab(text: str, command: bool) -> None:
    assert not CONTROL.search(wire_text(text, NEUTRAL, command))


@settings(deadline=None)  # a busy machine proves nothing
@given(st.text(st.characters(exclude_categories=["Cc", "Cf", "Zl", "Zp", "Cs"])))
def test_a_text_without_controls_goes_out_as_it_is_written(text: str) -> None:
    assert wire_text(text, (), command=False) == text


@settings(deadline=None)  # a busy machine proves nothing
@given(st.text())
def test_making_it_twice_changes_nothing(text: str) -> None:
    once = wire_text(text, NEUTRAL, command=False)
    assert wire_text(once, NEUTRAL, command=False) == once


@pytest.mark.parametrize(
    ("text", "wire"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\u2028b\u2029c\x85d\x0be\x0cf", "a\nb\nc\nd\ne\nf"),
        ("tab\tstays", "tab\tstays"),
        ("out\x1b[201~\rrm -rf", "out[201~\nrm -rf"),
        ("\x9b201~", "201~"),
        ("nul\x00 bell\x07 del\x7f", "nul bell del"),
        ("안녕 🙂 é\u0301", "안녕 🙂 é\u0301"),
        ("in\u200bvi\xadsi\u202eble \ufeff", "invisible "),
        ("👩\u200d👧 ♥\ufe0f", "👩\u200d👧 ♥\ufe0f"),
    ],
)
def test_line_ends_become_newlines_and_what_cannot_be_typed_is_left_out(text: str, wire: str) -> None:
    assert wire_text(text, (), command=False) == wire


@pytest.mark.parametrize(
    ("text", "wire"),
    [
        ("!ls", " !ls"),
        ("/exit", "> /exit"),
        ("\n/exit\nmore", "> \n/exit\nmore"),
        ("\x00/exit", "> /exit"),
        ("exit", "> exit"),
        (" quit ", ">  quit "),
        ("ends in \\", "ends in \\ "),
        ("/etc/hosts is a path", "/etc/hosts is a path"),
        ("do not exit", "do not exit"),
    ],
)
def test_what_looks_like_a_command_is_made_text_unless_it_is_one_on_purpose(text: str, wire: str) -> None:
    assert wire_text(text, NEUTRAL, command=False) == wire
    assert wire_text(text, NEUTRAL, command=True) == text.replace("\x00", "")


def test_rules_apply_one_after_the_other() -> None:
    rules = (Neutral(r"\Aa", prefix="b"), Neutral(r"\Ab", suffix="c"))
    assert wire_text("a", rules, command=False) == "bac"


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("fix the tests", "fix the\n  tests"),
        ("│ frames │ vanish", "frames vanish"),
        ("ﬁne ①", "fine 1"),
        ("한국어 텍스트", "한국어\n텍스트"),
        ("🙂 🙃", "🙂🙃"),
    ],
)
def test_the_canonical_form_ignores_wrapping_and_frames(sent: str, shown: str) -> None:
    assert canonical(sent) == canonical(shown)


def test_the_canonical_form_keeps_different_texts_apart() -> None:
    assert len({canonical(text) for text in ("yes", "no", "1", "?", "!", "🙂", "")}) == 7
