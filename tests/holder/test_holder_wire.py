"""The wire between a server and a holder: frames survive any cutting, and what is no frame is refused."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areyouj_jupyter.holder import wire
from areyouj_jupyter.holder.sockets.decoder import Decoder
from areyouj_jupyter.holder.wire import Frame, WireError

FRAMES = st.lists(st.tuples(st.sampled_from(sorted(wire.TO_SERVER)), st.binary(max_size=300)), max_size=12)


@given(FRAMES, st.lists(st.integers(1, 64), min_size=1))
def test_frames_come_out_as_they_went_in_however_they_are_cut(frames: list[Frame], cuts: list[int]) -> None:
    stream = b"".join(wire.raw_frame(kind, payload) for kind, payload in frames)
    decoder, found, position = Decoder(wire.TO_SERVER), [], 0
    while position < len(stream):
        cut = cuts[len(found) % len(cuts)]
        found += decoder.feed(stream[position : position + cut])
        position += cut
    assert found == frames


@given(st.binary(max_size=200))
def test_any_bytes_are_frames_or_an_error_of_ours(data: bytes) -> None:
    try:
        for kind, payload in Decoder(wire.TO_HOLDER).feed(data):
            assert kind in wire.TO_HOLDER
            wire.body(payload)
    except WireError:
        pass


def test_a_long_frame_in_small_pieces_comes_whole() -> None:
    payload = bytes(range(256)) * 8192
    stream = memoryview(wire.raw_frame(wire.INPUT, payload))
    decoder, found = Decoder(wire.TO_HOLDER), []
    for begin in range(0, len(stream), 4096):
        found += decoder.feed(stream[begin : begin + 4096])
    assert found == [(wire.INPUT, payload)]


@pytest.mark.parametrize("kind", [0, wire.COLLECTED + 1, wire.WELCOME, 255])
def test_a_kind_that_does_not_come_this_way_is_refused(kind: int) -> None:
    with pytest.raises(WireError, match="do not come this way"):
        Decoder(wire.TO_HOLDER).feed(struct.pack("!BI", kind, 0))


def test_a_frame_that_is_too_long_is_refused_before_it_comes() -> None:
    with pytest.raises(WireError, match="longer than"):
        Decoder(wire.TO_HOLDER).feed(struct.pack("!BI", wire.INPUT, wire.FRAME_LIMIT + 1))
    with pytest.raises(WireError, match="longer than"):
        wire.raw_frame(wire.INPUT, bytes(wire.FRAME_LIMIT + 1))


def test_a_mixed_frame_carries_any_bytes() -> None:
    data = b'\n{"not": "header"}\n\x00'
    ((_, payload),) = Decoder(wire.TO_HOLDER).feed(wire.mixed_frame(wire.ORDER, {"id": "\n"}, data))
    assert wire.mixed(payload) == ({"id": "\n"}, data)


@pytest.mark.parametrize("payload", [b"", b"[]", b"{", b"\xff", b"[" * 100_000])
def test_a_body_that_is_no_object_is_refused(payload: bytes) -> None:
    with pytest.raises(WireError):
        wire.body(payload)


def test_a_payload_without_its_head_is_refused() -> None:
    with pytest.raises(WireError):
        wire.mixed(b"short")


@pytest.mark.parametrize("value", [None, "1", 1.0, True, -1, 11])
def test_what_is_no_number_in_its_limits_is_refused(value: object) -> None:
    assert wire.number({"rows": 10}, "rows", 0, 10) == 10
    with pytest.raises(WireError, match="rows"):
        wire.number({"rows": value}, "rows", 0, 10)


@pytest.mark.parametrize("value", [None, 1, "", "four"])
def test_what_is_no_text_in_its_limits_is_refused(value: object) -> None:
    assert wire.text({"id": "one"}, "id", 3) == "one"
    with pytest.raises(WireError, match="id"):
        wire.text({"id": value}, "id", 3)
