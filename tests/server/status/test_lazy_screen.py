"""A screen that is fed when it is looked at shows what one that is fed at once shows."""

from __future__ import annotations

from areyouj_jupyter.server.status.lazy_screen import LIMIT, LazyScreen
from areyouj_jupyter.server.status.screen import open_screen

REPLIES: list[bytes] = []


def screens() -> tuple[LazyScreen, LazyScreen]:
    """Two of the same; the second one is looked at after each piece."""
    return LazyScreen(open_screen(REPLIES.append)), LazyScreen(open_screen(REPLIES.append))


def test_pieces_wait_and_are_shown_in_order() -> None:
    late, soon = screens()
    for piece in (b"one\r\n\x1b[3", b"1mtwo\x1b[0m\x1b]0;ti", b"tle\x07\x1b[?2004h", b"\xec\x95", b"\x88"):
        late.feed(piece)
        soon.feed(piece)
        soon.lines()
    assert late.lines() == soon.lines()
    assert late.lines()[:2] == ["one", "two안"]
    assert (late.title(), late.cursor(), late.takes_paste()) == ("title", (1, 5), True)


def test_of_too_much_output_the_end_is_shown_and_the_modes_and_title_are_kept() -> None:
    late, soon = screens()
    start = b"\x1b[?2004h\x1b[?1000h\x1b[?1000l\x1b]0;kept\x07"
    flood = b"".join(b"line %d\r\n" % number for number in range(LIMIT // 4))
    for piece in (start, *(flood[at : at + 5000] for at in range(0, len(flood), 5000)), b"the end"):
        late.feed(piece)
        soon.feed(piece)
        soon.lines()
    assert late.lines() == soon.lines()
    assert (late.takes_paste(), late.title()) == (True, "kept")


def test_a_resize_comes_after_what_was_printed_before() -> None:
    late, soon = screens()
    for screen in (late, soon):
        screen.feed(b"x" * 100)
    soon.lines()
    for screen in (late, soon):
        screen.resize(10, 40)
        screen.feed(b"y" * 10)
    assert late.lines() == soon.lines()
