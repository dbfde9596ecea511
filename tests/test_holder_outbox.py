"""What goes to a server: whole frames in order, the newest output and hooks, and never too much."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areyouj_jupyter.holder import hook_log, wire
from areyouj_jupyter.holder.decoder import Decoder
from areyouj_jupyter.holder.hook_log import HookLog
from areyouj_jupyter.holder.outbox import LETTERS_LIMIT, Outbox
from areyouj_jupyter.holder.ring import Ring


@given(st.lists(st.binary(min_size=1, max_size=200), max_size=30), st.integers(64, 300), st.data())
def test_the_ring_keeps_the_newest_bytes(pieces: list[bytes], size: int, data: st.DataObject) -> None:
    ring, written = Ring(size), b""
    for piece in pieces:
        ring.write(piece)
        written += piece
    assert (ring.start, ring.end) == (max(0, len(written) - size), len(written))
    assert b"".join(ring.tail()) == written[ring.start :]
    offset = data.draw(st.integers(ring.start, ring.end))
    assert written[offset:].startswith(bytes(ring.view(offset, 50)))


@given(st.lists(st.tuples(st.binary(max_size=150), st.integers(0, 120), st.sampled_from(["", "hook", "letter"]))))
def test_a_slow_server_gets_whole_frames_in_order_and_the_newest_output(
    events: list[tuple[bytes, int, str]],
) -> None:
    ring, log, written, taken = Ring(256), HookLog(), b"", b""
    outbox, letters = Outbox(ring, log), 0
    outbox.attach(0, 0)
    for data, room, other in events:
        ring.write(data)
        written += data
        if other == "hook":
            log.add("Stop", b"{}", 0.0)
        elif other == "letter":
            letters += 1
            outbox.put(wire.frame(wire.WAITING, {"bytes": letters}))
        piece = b"".join(outbox.pieces())[:room]
        outbox.took(len(piece))
        taken += piece
    outbox.put_last(wire.frame(wire.EXIT, {}))
    while pieces := outbox.pieces():
        taken += b"".join(pieces)
        outbox.took(sum(map(len, pieces)))
    check_stream(taken, written, letters, log.last)


def check_stream(taken: bytes, written: bytes, letters: int, hooks: int) -> None:
    frames = wire_frames(taken)
    end = 0
    for offset, data in [wire.output(payload) for kind, payload in frames if kind == wire.OUTPUT]:
        assert offset >= end
        assert data == written[offset : offset + len(data)]
        end = offset + len(data)
    assert end == len(written)
    assert [wire.body(payload)["bytes"] for kind, payload in frames if kind == wire.WAITING] == [*range(1, letters + 1)]
    assert len([kind for kind, _ in frames if kind == wire.HOOK]) == hooks
    assert frames[-1] == (wire.EXIT, b"{}")


def wire_frames(stream: bytes) -> list[wire.Frame]:
    return Decoder(wire.TO_SERVER).feed(stream)


def test_a_server_that_reads_no_answers_is_too_much() -> None:
    outbox = Outbox(Ring(65536), HookLog())
    outbox.put(bytes(LETTERS_LIMIT))
    assert not outbox.overfull
    outbox.put(b"x")
    assert outbox.overfull


def test_of_too_many_hooks_the_newest_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hook_log, "HOOK_LIMIT", 3)
    log = HookLog()
    for _ in range(5):
        log.add("Stop", b"{}", 0.0)
    assert (log.last, len(log)) == (5, 3)
    assert [found[0] for after in range(6) if (found := log.next(after))] == [3, 3, 3, 4, 5]
    monkeypatch.setattr(hook_log, "BYTES_LIMIT", 0)
    log.add("Stop", b"{}", 0.0)
    assert len(log) == 0
