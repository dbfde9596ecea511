"""Choices: what is offered is read from the layout, whatever the texts around it say."""

from __future__ import annotations

import re
import textwrap

from hypothesis import example, given, settings
from hypothesis import strategies as st

from areyouj_jupyter.server.status.reading import read
from areyouj_jupyter.specs.claude import SPEC
from areyouj_jupyter.specs.format.choices import listed, numbered, selected

PATTERN = re.compile(r"^[\s❯]*(?P<key>\d)\. (?P<label>\S.*)$", re.MULTILINE)
EXAMPLES = 300
LETTERED = re.compile(r"^ *\((?P<key>[yn])\) (?P<label>\S.*)$", re.MULTILINE)

PIECES = (
    "1. ",
    "2. ",
    "3. No",
    "4. yes",
    "❯ ",
    "❯ 2. ",
    "[ ] ",
    "Esc to cancel",
    "가나다",
    "👩‍🔧",
    "word",
    "Type something.",
)
TEXT = st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map(" ".join)
LABEL = TEXT.map(lambda text: f"x {text}"[:60])


def test_only_what_stands_in_the_column_of_the_choices_is_one() -> None:
    text = "❯ 1. Keep it\n     3. Delete nothing\n  2. Archive\n     ❯ 3. hi\n  3. Drop the table"
    assert numbered(PATTERN, text) == (("1", "Keep it"), ("2", "Archive"), ("3", "Drop the table"))


def test_what_is_numbered_above_the_choices_is_none() -> None:
    assert numbered(PATTERN, "  1. a\n  2. b\nWell?\n  1. Yes\n❯ 2. No") == (("1", "Yes"), ("2", "No"))


def test_a_list_of_which_a_part_is_missing_offers_nothing() -> None:
    assert numbered(PATTERN, "  2. b\n  3. c") == ()
    assert numbered(PATTERN, "❯ 1. a\n  3. c") == ()
    assert numbered(PATTERN, "no choice") == ()


def test_keys_that_are_letters_need_no_order() -> None:
    assert numbered(LETTERED, "(y) Yes\n (n) No") == (("y", "Yes"), ("n", "No"))


def test_choices_without_numbers_begin_in_the_column_of_the_selected_one() -> None:
    text = "Really?\n  Not this\n\n    Yes,\n      and for ever\n  ❯ No\n    Later\n Enter to confirm"
    assert listed(text) == (("1", "Yes, and for ever"), ("2", "No"), ("3", "Later"))
    assert selected(text, listed(text)) == 1
    assert listed("nothing is selected") == ()


def test_a_choice_that_begins_like_another_is_not_taken_for_it() -> None:
    choices = (("1", "one two"), ("2", "one"), ("3", "three four"), ("4", "three five"))
    assert selected("    one two\n  ❯ one\n", choices) == 1
    assert selected("  ❯ three\n      four\n    three\n      five\n", choices) is None
    assert selected("  ❯ one\n", (("1", "one"), ("2", "one"))) is None


@settings(max_examples=EXAMPLES, deadline=None)
@given(
    question=TEXT,
    options=st.lists(st.tuples(LABEL, TEXT), min_size=2, max_size=4),
    place=st.integers(0, 3),
    cols=st.integers(24, 300),
    many=st.booleans(),
)
@example("3. Which?", [("x", "3. Delete nothing"), ("y", "❯ 3. hi")], 1, 24, True)
def test_a_question_offers_what_was_asked_and_nothing_else(
    question: str, options: list[tuple[str, str]], place: int, cols: int, many: bool
) -> None:
    shown = read(SPEC, drawn(question, options, place % len(options), cols, many), "").shown
    assert shown is not None and shown.dialog.name == "question"
    numbers = [str(number) for number in range(1, len(options) + 3)]
    assert [choice.key for choice in shown.choices] == [*numbers, "<Esc>"]
    for (label, _), choice in zip(options, shown.choices, strict=False):
        assert choice.label and "".join(label.split()).startswith("".join(choice.label.removeprefix("[ ] ").split()))


def drawn(question: str, options: list[tuple[str, str]], place: int, cols: int, many: bool) -> list[str]:
    """As Claude Code 2.1.328 draws it (recorded as question, question-many, question-long)."""
    box, inner = ("[ ] ", 9) if many else ("", 5)
    lines = ["─" * cols, " ☐ Head", *wrapped(question, 0, cols)]
    for number, (label, description) in enumerate(options):
        mark = "❯" if number == place else " "
        first, *rest = wrapped(label, inner, cols)
        lines += [f"{mark} {number + 1}. {box}{first.strip()}", *rest, *wrapped(description, inner, cols)]
    last = len(options) + 1
    lines += [f"  {last}. {box}Type something.", "─" * cols, f"  {last + 1}. Chat about this"]
    return [*lines, *wrapped("Enter to select · ↑/↓ to navigate · Esc to cancel", 0, max(cols, 30))]


def wrapped(text: str, indent: int, cols: int) -> list[str]:
    """Its lines, each behind a margin."""
    return textwrap.wrap(text, cols, initial_indent=" " * indent, subsequent_indent=" " * indent)
