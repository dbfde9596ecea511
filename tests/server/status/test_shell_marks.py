"""OSC 133 marks in a stream of bytes: the same ones wherever it is cut."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from areyouj_jupyter.server.status.shell_marks import Mark, MarkScanner

BEL, ST = b"\x07", b"\x1b\\"
streams = st.lists(
    st.sampled_from([
        b"\x1b]133;A\x07", b"\x1b]133;B\x1b\\", b"\x1b]133;C\x07", b"\x1b]133;D;0\x07", b"\x1b]133;D;130;err=x\x1b\\",
        b"\x1b]133;A", b"\x1b]133;E\x07", b"\x1b", b"\x1b]0;title\x07", b"\x1b[31m", b"text", b"\\", b"\x07",
        b"]133;A\x07",
        b"\x1b]133;D;" + b"9" * 210 + b"\x07", b"x" * 300,
    ]),
    max_size=12,
).map(b"".join)  # fmt: skip


def scanned(*pieces: bytes) -> list[Mark]:
    """All marks of a stream that comes in these pieces."""
    scanner, marks, end = MarkScanner(), [], 0
    for piece in pieces:
        end += len(piece)
        marks += scanner.feed(piece, end)
    return marks


@settings(deadline=None)  # a busy machine proves nothing
@given(streams, st.lists(st.integers(0, 2000), max_size=8))
def test_marks_are_the_same_wherever_the_stream_is_cut(stream: bytes, cuts: list[int]) -> None:
    places = sorted({0, len(stream), *(cut for cut in cuts if cut < len(stream))})
    pieces = [stream[begin:end] for begin, end in pairwise(places)]
    assert scanned(*pieces) == scanned(stream)


@settings(deadline=None)  # a busy machine proves nothing
@given(streams)
def test_marks_are_the_same_byte_by_byte(stream: bytes) -> None:
    assert scanned(*(bytes([byte]) for byte in stream)) == scanned(stream)


def test_a_mark_knows_its_kind_its_argument_and_its_place() -> None:
    stream = b"one\x1b]133;D;3\x07two\x1b]133;A\x1b\\"
    assert scanned(stream) == [Mark("D", "3", 3, 13), Mark("A", "", 16, 25)]
    assert [stream[mark.begin : mark.end] for mark in scanned(stream)] == [b"\x1b]133;D;3\x07", b"\x1b]133;A\x1b\\"]


def test_a_mark_cut_before_the_backslash_that_ends_it_is_found() -> None:
    assert scanned(b"\x1b]133;A\x1b", b"\\") == [Mark("A", "", 0, 9)]


def test_what_is_no_mark_is_none() -> None:
    assert scanned(b"\x1b]133;E\x07 ]133;A\x07 \x1b]1337;A\x07 \x1b]133;AA\x07") == []


def test_little_is_kept_between_two_pieces() -> None:
    scanner = MarkScanner()
    scanner.feed(b"\x1b]133;D;" + b"1" * 100_000, 100_008)
    assert scanner.feed(b"\x07\x1b]133;A\x07", 100_017) == [Mark("A", "", 100_009, 100_017)]
