"""Reading a screen: a spec's rules applied to its rendered lines, each to its own region."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from areyouj_jupyter.models import Choice
from areyouj_jupyter.server.status.reading import Reading, Shown, read
from areyouj_jupyter.specs import AgentSpec, Composer, Dialog, Region, ScreenRule
from areyouj_jupyter.specs.echo import SPEC as ECHO
from areyouj_jupyter.specs.shell import SPEC as SHELL

RULE = "─" * 40
ASK = Dialog("ask", "permission", r"^ May I\?\n(?:.*\n)*? Esc to cancel\s*\Z")
OTHER = Dialog("other", "question", r"^ Pick", fixed_choices=(("<Esc>", "Close"),))
SPEC = AgentSpec(
    name="tool",
    display_name="Tool",
    command="tool",
    install="",
    argv=(),
    rules=(
        ScreenRule("busy-title", "busy", Region.TITLE, r"^\* "),
        ScreenRule("busy-line", "busy", Region.ABOVE_COMPOSER, r"^Working…"),
        ScreenRule("limit", "rate_limited", Region.BOTTOM, r"^Limit reached"),
        ScreenRule("ready", "idle", Region.LAST, r"^\? for help$"),
    ),
    dialogs=(ASK, OTHER),
    bottom_lines=6,
    composer=Composer(prompt=r"^❯ ?", edge=r"─{3,}", placeholder=r"Try .*"),
)


def prompt(*text: str, above: tuple[str, ...] = (), below: str = "? for help") -> list[str]:
    """A screen with a composer."""
    return ["old output", *above, "", RULE, *text, RULE, below, "", ""]


def test_rules_match_in_their_own_regions_only() -> None:
    assert read(SPEC, prompt("❯"), "tool") == Reading("idle", "ready", composer="")
    assert read(SPEC, prompt("❯"), "* tool").rule == "busy-title"
    assert read(SPEC, prompt("❯", above=("Working… 3s",)), "tool").rule == "busy-line"
    assert read(SPEC, prompt("❯ Working…", "  * tool"), "tool").rule == "ready"
    assert read(SPEC, ["? for help", "more"], "").state is None


def test_the_first_rule_that_matches_decides() -> None:
    screen = prompt("❯", above=("Working… 3s", "Limit reached"))
    assert read(SPEC, screen, "* tool").rule == "busy-title"
    assert read(SPEC, screen, "").rule == "busy-line"


def test_what_has_scrolled_up_does_not_match() -> None:
    assert read(SPEC, prompt("❯", above=("Limit reached", *"123456")), "").rule == "ready"


def test_an_empty_screen_tells_nothing() -> None:
    assert read(SPEC, [], "") == Reading()
    assert read(SPEC, [""] * 40, "") == Reading()


def test_a_dialog_comes_before_all_rules_and_its_text_begins_at_the_match() -> None:
    screen = ["old", RULE, " May I?", " ❯ 1. Yes", "   2. No, thanks", " Esc to cancel", ""]
    shown = Shown(
        ASK,
        " May I?\n ❯ 1. Yes\n   2. No, thanks\n Esc to cancel",
        (Choice(key="1", label="Yes"), Choice(key="2", label="No, thanks")),
    )
    assert read(SPEC, screen, "* tool") == Reading("awaiting_input", "ask", shown)


def test_choices_that_the_screen_does_not_number_follow_those_that_it_does() -> None:
    shown = read(SPEC, [" Pick", " 1. One"], "").shown
    assert shown is not None
    assert [choice.key for choice in shown.choices] == ["1", "<Esc>"]


@pytest.mark.parametrize(
    "other",
    [[" May I?", "   1. Yes", " ❯ 2. No", " Esc to cancel"], [" May I?", " › 1. Yes", "   2. No", " Esc to cancel"]],
)
def test_a_dialogs_fingerprint_ignores_where_the_selection_is(other: list[str]) -> None:
    one = read(SPEC, [" May I?", " ❯ 1. Yes", "   2. No", " Esc to cancel"], "").shown
    two = read(SPEC, other, "").shown
    assert one is not None
    assert two is not None
    assert one.fingerprint == two.fingerprint
    assert one.fingerprint != replace(one, text=one.text.replace("Yes", "Yep")).fingerprint


@pytest.mark.parametrize(
    ("screen", "composer"),
    [
        (prompt("❯"), ""),
        (prompt("❯ "), ""),
        (prompt("❯ hello"), "hello"),
        (prompt("❯ two", "  lines"), "two\n  lines"),
        (prompt("❯ a", "", "  b"), "a\n  b"),
        (prompt('❯ Try "fix the tests"'), ""),
        (prompt("no prompt"), None),
        ([RULE, "❯ one edge"], None),
        ([RULE, RULE], None),
        (["❯ no edge"], None),
        ([RULE, "❯ old", RULE, "text", RULE, "❯ new", RULE, "? for help"], "new"),
    ],
)
def test_the_composer_is_what_stands_between_the_last_two_edges(screen: list[str], composer: str | None) -> None:
    assert read(SPEC, screen, "").composer == composer


def test_a_composer_whose_beginning_has_scrolled_away_shows_the_rest_of_its_text() -> None:
    scrolled = r"─+ ↑ \d+ more ─+"
    composer = Composer(prompt=r"^❯", edge=rf"{scrolled}|─{{5,}}", scrolled=scrolled)
    screen = ["old", "─── ↑ 4 more ─────", "  last but", "  one", RULE, "? for help"]
    assert read(replace(SPEC, composer=composer), screen, "").composer == "last but\n  one"
    assert read(SPEC, screen, "").composer is None


def test_a_composer_for_commands_is_never_empty() -> None:
    spec = replace(SPEC, composer=Composer(prompt=r"^❯", edge="─{5,}", command=r"^!(?: |$)"))
    assert [read(spec, [RULE, line, RULE], "").composer for line in ("!", "! ls", "❯")] == ["!", "! ls", ""]


def test_without_an_edge_the_composer_reaches_from_the_last_prompt_to_the_end() -> None:
    spec = replace(SPEC, composer=Composer(prompt=r"^> "))
    assert read(spec, ["> old", "reply", "> new", "  text"], "").composer == "new\n  text"
    assert read(spec, ["reply"], "").composer is None


def test_a_shell_has_no_composer_and_no_rules() -> None:
    assert read(SHELL, ["$ echo hi", "hi", "$"], "title") == Reading()


@settings(deadline=None)  # a busy machine proves nothing
@given(st.lists(st.text(st.sampled_from("─❯ ?⧗1.Esc to cancel\\"), max_size=12), max_size=12), st.text(max_size=9))
def test_any_screen_can_be_read(lines: list[str], title: str) -> None:
    for spec in (SPEC, ECHO, SHELL):
        assert read(spec, lines, title) == read(spec, lines, title)
