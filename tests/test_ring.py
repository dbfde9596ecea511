"""The output ring: the newest bytes, each known by its absolute offset."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from areyouj_jupyter.server.terminals.ring import Ring


@settings(deadline=None)  # a busy machine proves nothing
@given(limit=st.integers(1, 50), pieces=st.lists(st.binary(max_size=40)), offset=st.integers(-5, 400))
def test_a_ring_agrees_with_a_plain_string_of_bytes(limit: int, pieces: list[bytes], offset: int) -> None:
    ring, model = Ring(limit), b""
    for piece in pieces:
        ring.write(piece)
        model += piece
    data, first = ring.read(offset)
    assert ring.end == len(model)
    assert data == model[first:]
    assert first == max(ring.start, min(offset, len(model)))
    assert min(limit, len(model)) <= ring.end - ring.start <= limit + limit // 4


def test_reading_without_an_offset_gives_all_that_is_kept() -> None:
    ring = Ring(4)
    ring.write(b"abcdefgh")
    assert ring.read() == (b"efgh", 4)


def test_reading_behind_the_end_gives_nothing_at_the_end() -> None:
    ring = Ring(4)
    ring.write(b"ab")
    assert ring.read(99) == (b"", 2)


def test_one_piece_larger_than_the_ring_leaves_its_own_end() -> None:
    ring = Ring(1000)
    ring.write(b"x" * 5000 + b"end")
    assert ring.read(ring.end - 3) == (b"end", 5000)
    assert ring.start == 4003


def test_after_lost_bytes_it_goes_on_at_the_later_offset_with_what_came_since() -> None:
    ring = Ring(100)
    ring.write(b"abc", 0)
    ring.write(b"def", 3)
    assert ring.read() == (b"abcdef", 0)
    ring.write(b"xyz", 50)
    assert (ring.read(), ring.start, ring.end) == ((b"xyz", 50), 50, 53)
