"""The text of raw output: what a person would read, whole, wherever its bytes are cut."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from areyouj_jupyter.server.delivery.terminal_text import LONG, ROWS, TerminalText

streams = st.lists(
    st.sampled_from([
        b"text", b"\r\n", b"\n", b"\r", b"\x08", b"\x1b[31m", b"\x1b[K", b"\x1b[2K", b"\x1b[1K", b"\x1b[A", b"\x1b[2B",
        b"\x1b[3C", b"\x1b[9D", b"\x1b[2G", b"\x1b[J", b"\x1bM", b"\x1b]0;title\x07", b"\x1b]0;title\x1b\\", b"\x1b(B",
        b"\x1b[?1049h", b"\x1b[?1049l", "한🙂".encode(), b"\x1b", b"\x1b[", b"\x00\x07", b"\xff", b"\t", b"x" * 300,
    ]),
    max_size=30,
).map(b"".join)  # fmt: skip


def read(*pieces: bytes) -> str:
    """The text of output that comes in these pieces."""
    text: list[str] = []
    reader = TerminalText(text.append)
    for piece in pieces:
        reader.feed(piece)
    reader.close()
    return "".join(text)


@pytest.mark.parametrize(
    ("output", "text"),
    [
        (b"one\r\n\x1b[1mtwo\x1b[0m\r\nthree  \r\n", "one\ntwo\nthree  \n"),
        (b" 10%\r 50%\r100%\r\n", "100%\n"),
        (b"long line\rshort\r\n", "shortline\n"),
        (b"long line\r\x1b[Kshort\r\n", "short\n"),
        (b"long line\x1b[2K\rshort\r\n", "short\n"),
        (b"|\x08/\x08-\x08done\r\n", "done\n"),
        (b"a\r\nb\r\n\x1b[2A\x1b[2Kc\x1b[B\r\x1b[2Kd\r\n", "c\nd\n"),
        (b"a\r\nb\r\nc\r\n\x1b[2A\x1b[Jd\r\n", "a\nd\n"),
        (b"one\x1b[5Ctwo\x1b[1Gx\r\n", "xne     two\n"),
        (b"\x1b]0;a title\x07before\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\\r\n", "beforelink\n"),
        (b"before\x1b[?1049ha whole screen\x1b[Hof vim\x1b[?1049l\r\nafter", "before\nafter"),
        (b"a\tb\x0bc\x0cd\x00\x07\x7fe", "a\tb\x0bc\x0cde"),
        (b"it wrote \\r\\n itself\r\r\n", "it wrote \\r\\n itself\n"),
        (b"half \xed\x95", "half \ufffd"),
        (b"", ""),
    ],
)
def test_text_is_what_a_person_reads(output: bytes, text: str) -> None:
    assert read(output) == text


@settings(deadline=None)  # a busy machine proves nothing
@given(streams, st.lists(st.integers(0, 2000), max_size=8))
def test_text_is_the_same_wherever_the_output_is_cut(stream: bytes, cuts: list[int]) -> None:
    places = sorted({0, len(stream), *(cut for cut in cuts if cut < len(stream))})
    assert read(*(stream[begin:end] for begin, end in pairwise(places))) == read(stream)


@settings(deadline=None)  # a busy machine proves nothing
@given(streams)
def test_text_has_no_controls_whatever_the_output(stream: bytes) -> None:
    assert not re.search(r"[\x00-\x08\x0d-\x1f\x7f]", read(stream))


def test_lines_may_be_long_and_many() -> None:
    lines = "".join(f"{'x' * (number % 2000)}\n" for number in range(3000)) + "y" * 200_000
    output = lines.replace("\n", "\r\n").encode()
    assert read(output) == lines
    assert read(*(output[place : place + 7777] for place in range(0, len(output), 7777))) == lines


def test_what_is_far_away_is_not_painted_over() -> None:
    above = "".join(f"{number}\n" for number in range(3 * ROWS))
    assert read(above.replace("\n", "\r\n").encode(), b"\x1b[9999A\x1b[J").startswith(above[: 2 * ROWS])
    assert read(b"x" * (2 * LONG), b"\rnew").startswith("x" * LONG)
