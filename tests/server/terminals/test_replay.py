"""Scrollback that is shown again: nothing in it makes a terminal answer, and nothing else is lost."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from areyouj_jupyter.server.status.screen import GhosttyScreen
from areyouj_jupyter.server.terminals.replay import RESET, continued, replayed, unfinished

QUERIES = [
    "\x1b[c", "\x1b[0c", "\x1b[>c", "\x1b[=c", "\x1bZ", "\x05",
    "\x1b[5n", "\x1b[6n", "\x1b[?6n", "\x1b[?996n",
    "\x1b[>q", "\x1b[>0q", "\x1b[?u", "\x1b[?2004$p", "\x1b[4$p",
    "\x1b[14t", "\x1b[18t", "\x1b[21t", "\x1b[14;2t", "\x1b[x", "\x1b[1;1;1;1;1;1*y",
    "\x1b]10;?\x07", "\x1b]11;?\x1b\\", "\x1b]4;1;?\x07", "\x1b]4;1;?;2;?\x07", "\x1b]10;?;?\x07",
    "\x1b]21;foreground=?\x07",
    "\x1b]52;c;?\x07", "\x1b]52;c;aGk=\x07",
    "\x1bP+q544e\x1b\\", "\x1bP$qm\x1b\\", "\x1b_Gi=1,a=q;AAAA\x1b\\",
    "\x9bc", "\x9d10;?\x07", "\x90$qm\x9c", "\x9a",
    "\x1b[\x07c", "\x1b\x00[c", "\x1b]1\x000;?\x07",
]  # fmt: skip
HARMLESS = [
    "plain text, ends in c; and 6n\r\n",
    "한글 🙂 \x1b[1;31mred\x1b[0m \x1b[38;2;1;2;3mtrue\x1b[m",
    "\x1b]0;a title; what?\x07",
    "\x1b]8;;https://example.org/?q=1\x1b\\link\x1b]8;;\x1b\\",
    "\x1b[?2004h\x1b[?1049h\x1b[2J\x1b[H\x1b[10;20r\x1b[3 q\x1b[8;24;80t",
    "\x1b[?1000;1006h\x1b[>4;2m\x1b[<1u",
]

pieces = st.lists(
    st.sampled_from(
        [*QUERIES, *HARMLESS, "\x1b", "[", "]", "?", ";", "1", "0", "c", "n", "q", "$", "\x07", "\x1b\\", "P"]
    ),
    max_size=30,
)


def answers(text: str) -> list[bytes]:
    """What a real terminal answers to this output."""
    said: list[bytes] = []
    screen = GhosttyScreen(24, 80, said.append)
    screen.feed(text.encode())
    screen.close()
    return said


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_is_left_out(query: str) -> None:
    shown = replayed(f"before{query}after", cut=False)
    assert query not in shown
    assert shown.replace("\x18", "") == f"{RESET}beforeafter"


@pytest.mark.parametrize("text", HARMLESS)
def test_what_asks_nothing_stays(text: str) -> None:
    assert replayed(text, cut=False) == RESET + text


@settings(deadline=None)  # a busy machine proves nothing
@given(pieces)
def test_a_terminal_never_answers_a_replay(parts: list[str]) -> None:
    assert answers(replayed("".join(parts), cut=False)) == []


@settings(deadline=None)
@given(pieces, pieces)
def test_a_terminal_that_shows_what_was_before_answers_only_that(before: list[str], behind: list[str]) -> None:
    known = "".join(before)
    if not unfinished(known):
        assert answers(known + continued("".join(behind))) == answers(known)


@pytest.mark.parametrize("text", ["\x1b", "\x1b[", "\x1b[38;5", "\x1b(", "\x1b]0;a title", "\x1bP+q54", "\x9b1"])
def test_a_sequence_that_has_no_end_yet_is_noticed(text: str) -> None:
    assert unfinished(f"\x1b[0mbefore{text}")
    assert not unfinished(f"{text}\x1b\\\x1b[0m")


def test_what_stood_around_a_query_does_not_become_one() -> None:
    assert answers("\x1b[\x1b[cc") != []
    assert answers(replayed("\x1b[\x1b[cc", cut=False)) == []


def test_a_replay_is_safe_to_replay_again() -> None:
    once = replayed("".join(QUERIES), cut=False)
    assert replayed(once, cut=False) == RESET + once


def test_focus_reports_are_switched_on_at_the_end_and_only_if_they_are_on_now() -> None:
    on, off = "\x1b[?1004h", "\x1b[?1004l"
    assert on not in replayed(f"a{on}b{off}c", cut=False)
    assert replayed(f"a{off}b{on}c", cut=False).endswith(f"c{on}")
    assert replayed(f"a{on}b", cut=False).count(on) == 1


@pytest.mark.parametrize(
    ("kept", "shown"),
    [("31mred\x1b[0m", "\x1b[0m"), ("half a line\nnext", "\nnext"), ("no end in sight " * 9, "no end in sight " * 9)],
)
def test_a_beginning_cut_in_two_is_left_out(kept: str, shown: str) -> None:
    assert replayed(kept, cut=True) == RESET + shown


@pytest.mark.parametrize("nasty", ["\x1b[", "\x1b]10;?", "\x9d", "\x1b\x00", "\x1b]4;?", "\x1bP+q", "\x1b[0;", "\x90"])
@pytest.mark.slow
def test_a_megabyte_of_anything_is_quick(nasty: str) -> None:
    text = nasty * (1024 * 1024 // len(nasty))
    began = time.monotonic()
    replayed(text, cut=False)
    assert time.monotonic() - began < 2
