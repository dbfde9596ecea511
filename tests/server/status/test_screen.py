"""What a terminal shows, by both emulators; and what they answer to a program."""

from __future__ import annotations

import sys
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from areyouj_jupyter import doctor
from areyouj_jupyter.errors import Unavailable
from areyouj_jupyter.server.status.screen import GhosttyScreen, PyteScreen, Screen, asks, open_screen

STREAM = (
    "\x1b]0;✳ title\x07\x1b[?2004h\x1b[31mred\x1b[0m text\r\n한글 🙂 wide\r\n"
    + "x" * 30
    + "\r\nover\rOVER\x1b[6;3Hhere\x1b[1A\x1b[2Dup"
).encode()
SHOWN = ["red text", "한글 🙂 wide", "x" * 20, "x" * 10, "OVERup", "  here", ""]

everywhere = pytest.mark.parametrize("kind", [GhosttyScreen, PyteScreen])
Kind = type[GhosttyScreen] | type[PyteScreen]


def silent(_: bytes) -> None:
    """Nobody waits for a reply."""


@everywhere
def test_a_screen_is_what_a_person_sees(kind: Kind) -> None:
    screen = kind(7, 20, silent)
    screen.feed(STREAM)
    assert screen.lines() == SHOWN
    assert (screen.title(), screen.cursor(), screen.size()) == ("✳ title", (4, 6), (7, 20))


@everywhere
@settings(deadline=None)  # a busy machine proves nothing
@given(st.lists(st.integers(1, len(STREAM) - 1), max_size=6))
def test_output_may_be_split_anywhere(kind: Kind, cuts: list[int]) -> None:
    screen = kind(7, 20, silent)
    places = [0, *sorted(cuts), len(STREAM)]
    for begin, end in pairwise(places):
        screen.feed(STREAM[begin:end])
    assert (screen.lines(), screen.title(), screen.takes_paste()) == (SHOWN, "✳ title", True)
    screen.close()


@everywhere
def test_bracketed_paste_is_known(kind: Kind) -> None:
    screen = kind(5, 20, silent)
    assert not screen.takes_paste()
    screen.feed(b"\x1b[?2004h")
    assert screen.takes_paste()
    screen.feed(b"\x1b[?2004l")
    assert not screen.takes_paste()


@everywhere
def test_there_is_one_line_for_each_row_after_a_new_size_too(kind: Kind) -> None:
    screen = kind(7, 20, silent)
    screen.feed(STREAM)
    screen.resize(9, 33)
    assert (len(screen.lines()), screen.size()) == (9, (9, 33))
    assert screen.lines()[0] == "red text"
    screen.resize(2, 5)
    assert (len(screen.lines()), screen.size()) == (2, (2, 5))


@everywhere
def test_a_program_gets_the_answers_it_waits_for(kind: Kind) -> None:
    replies: list[bytes] = []
    screen = kind(5, 20, replies.append)
    screen.feed(b"ab\x1b[6n\x1b[5n")
    assert replies == [b"\x1b[1;3R", b"\x1b[0n"]


@everywhere
def test_a_program_cannot_have_the_title_or_the_clipboard_typed_for_it(kind: Kind) -> None:
    replies: list[bytes] = []
    screen = kind(5, 20, replies.append)
    screen.feed(b"\x1b]0;rm -rf ~\x07\x1b[21t\x1b[20t\x1b]52;c;aGk=\x07\x1b]52;c;?\x07")
    assert replies == []


@everywhere
@settings(deadline=None)  # a busy machine proves nothing
@given(
    st.lists(st.one_of(st.binary(max_size=20), st.sampled_from([b"\x1b[", b"\x1b]", b"\x1b[>4;2m", b"\x9b", b"\xff"])))
)
def test_no_output_brings_a_screen_down(kind: Kind, pieces: list[bytes]) -> None:
    screen = kind(5, 20, silent)
    for piece in pieces:
        screen.feed(piece)
    screen.resize(5, 9)
    assert len(screen.lines()) == 5
    screen.title()
    screen.close()


@pytest.mark.parametrize(
    "nasty", ["\x1b[>4;2m", "\x1b[9g", "한\x1b[1;2Hx\x1b[1;1H\x1b[P", "\r" * 18 + " " * 19 + "한\x1b[D\x1b[P"]
)
def test_the_fallback_gets_over_what_makes_its_emulator_stumble(nasty: str) -> None:
    screen = PyteScreen(5, 20, silent)
    screen.feed(nasty.encode())
    screen.feed(b"\x1b[3;1Hgoes on")
    assert screen.lines()[2] == "goes on"


@everywhere
def test_broken_utf_8_is_shown_as_such_and_what_follows_is_not_lost(kind: Kind) -> None:
    screen = kind(5, 20, silent)
    screen.feed(b"a\xff\xfeb \xed\x95")
    screen.feed(b"\x9c c")
    assert screen.lines()[0].startswith("a\ufffd")
    assert screen.lines()[0].endswith("b 한 c")


def test_the_alternate_screen_comes_and_goes() -> None:
    screen = GhosttyScreen(5, 20, silent)
    screen.feed(b"shell\x1b[?1049h\x1b[Heditor")
    assert screen.lines()[0] == "editor"
    screen.feed(b"\x1b[?1049l")
    assert screen.lines()[0] == "shell"


def test_the_best_screen_is_taken_and_the_fallback_says_that_it_is_one_and_none_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    best: Screen = open_screen(silent, 5, 20)
    assert (type(best), best.reduced, best.size()) == (GhosttyScreen, False, (5, 20))
    monkeypatch.setitem(sys.modules, "pyghostty", None)  # as where it has no wheel
    fallback = open_screen(silent, 5, 20)
    assert (type(fallback), fallback.reduced, fallback.size()) == (PyteScreen, True, (5, 20))
    monkeypatch.setitem(sys.modules, "pyte", None)
    with pytest.raises(
        Unavailable, match=r"run: pip install pyghostty, or if it has no wheel for this system: pip install pyte$"
    ):
        open_screen(silent, 5, 20)
    assert doctor.screen().grade is doctor.Grade.WRONG


@pytest.mark.parametrize(
    "query",
    [b"\x1b[6n", b"\x1b[c", b"\x1b[>0q", b"\x1b[?2026$p", b"\x1b]10;?\x07", b"\x1b]4;1;?\x07", b"\x1bP+q544e\x1b\\"],
)
def test_a_query_at_the_end_of_output_is_seen(query: bytes) -> None:
    assert asks(b"text" + query)
    assert asks(query + b"x" * 900)
    assert not asks(query + b"x" * 2000)


def test_what_only_draws_asks_nothing() -> None:
    assert not asks(b"\x1b[2J\x1b[1;1H\x1b[38;5;12mcan you?\x1b[0m\x1b]0;title?\x07\x1b[?2026h\x1b(B")
