"""The output ring: the newest bytes by their offsets, shared by two processes, one of which may be killed."""

from __future__ import annotations

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shared_ring import put, shared

from areyouj_jupyter.holder import ring as ring_module
from areyouj_jupyter.holder.ring import ROOM, Ring

PIECES = st.lists(st.binary(max_size=3000), max_size=40)


@settings(deadline=None)  # a busy machine proves nothing
@given(size=st.integers(1, 40_000), pieces=PIECES, offset=st.integers(-5, 130_000), most=st.integers(0, 5000))
def test_a_ring_agrees_with_a_plain_string_of_bytes(size: int, pieces: list[bytes], offset: int, most: int) -> None:
    model = b""
    with shared(size) as (writer, reader):
        for piece in pieces:
            put(writer, piece)
            model += piece
        data, first = reader.read(offset)
        assert (reader.end, reader.start, reader.size) == (len(model), max(0, len(model) - size), size)
        assert data == model[first:]
        assert first == max(reader.start, min(offset, len(model)))
        assert reader.read(offset, most) == (data[:most], first)
        assert reader.read() == (model[reader.start :], reader.start)
        for _ in range(2):
            reader.unshare()
        assert (reader.end, reader.start, reader.size) == (len(model), max(0, len(model) - size), size)
        assert reader.read(offset, most) == (data[:most], first)
        assert reader.read() == (model[reader.start :], reader.start)


@settings(deadline=None)
@given(size=st.integers(1, 40_000), before=st.integers(0, 60_000), data=st.binary(max_size=ROOM))
def test_what_a_reader_had_when_it_was_killed_is_counted_in_once(size: int, before: int, data: bytes) -> None:
    with shared(size) as (killed, other):
        put(killed, bytes(before))
        room = killed.room
        data = data[: len(room)].rstrip(b"\xff")  # no text ends like this
        room[: len(data)] = data  # and that was all it could do
        other.recover()
        other.recover()
        assert other.end == before + len(data)
        found, first = other.read(before)
        assert found == data[first - before :]


def test_memory_without_memfd_is_a_file_that_nobody_can_name(
    monkeypatch: pytest.MonkeyPatch, tmp_path: os.PathLike[str]
) -> None:
    monkeypatch.delattr(os, "memfd_create")
    fd = ring_module.memory(str(tmp_path), 1000)
    writer, reader = Ring(fd), Ring(fd)
    os.close(fd)
    put(writer, b"x" * 1500)
    assert reader.read() == (b"x" * 1000, 500)
    assert os.listdir(tmp_path) == []


def test_what_is_shared_no_more_has_no_descriptor_and_changes_no_more() -> None:
    before = len(os.listdir("/dev/fd"))
    with shared(1000) as (writer, reader):
        put(writer, b"first")
        reader.unshare()
        put(writer, b"second")
        assert (reader.read(), writer.read()) == ((b"first", 0), (b"firstsecond", 0))
        assert len(os.listdir("/dev/fd")) == before + 2  # the writer's, and the memory's own
        writer.unshare()
    assert len(os.listdir("/dev/fd")) == before


def test_a_terminal_is_read_in_place() -> None:
    master, slave = os.pipe()  # as good as a terminal
    os.set_blocking(master, False)
    with shared(1000) as (ring, other):
        os.write(slave, b"hello")
        assert (ring.take(master), other.read()) == (5, (b"hello", 0))
        with pytest.raises(BlockingIOError):
            ring.take(master)
    os.close(master)
    os.close(slave)
