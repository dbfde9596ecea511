"""What goes to a server: whole frames in order, the newest hooks, and never too much."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areyouj_jupyter.holder import wire
from areyouj_jupyter.holder.sockets import hook_log
from areyouj_jupyter.holder.sockets.decoder import Decoder
from areyouj_jupyter.holder.sockets.hook_log import HookLog
from areyouj_jupyter.holder.sockets.outbox import LETTERS_LIMIT, Outbox


@given(st.lists(st.tuples(st.integers(0, 120), st.sampled_from(["", "hook", "letter", "lent"]))))
def test_a_slow_server_gets_whole_frames_in_order_and_each_descriptor_once(events: list[tuple[int, str]]) -> None:
    log, taken, lent = HookLog(), b"", []
    outbox, letters = Outbox(log), 0
    outbox.attach(0)
    for room, kind in events:
        if kind == "hook":
            log.add("Stop", b"{}", 0.0)
        elif kind:
            letters += 1
            outbox.put(wire.frame(wire.WAITING, {"bytes": letters}), (letters,) if kind == "lent" else ())
        taken += take(outbox, room, lent)
    outbox.put_last(wire.frame(wire.EXIT, {}))
    while outbox.waits:
        taken += take(outbox, 1 << 20, lent)
    frames = wire_frames(taken)
    assert [wire.body(payload)["bytes"] for kind, payload in frames if kind == wire.WAITING] == [*range(1, letters + 1)]
    assert len([kind for kind, _ in frames if kind == wire.HOOK]) == log.last
    assert frames[-1] == (wire.EXIT, b"{}")
    assert len(lent) == len(set(lent)) == len([kind for _, kind in events if kind == "lent"])


def take(outbox: Outbox, room: int, lent: list[int]) -> bytes:
    """What goes through a connection that takes so many bytes."""
    piece, fds = outbox.piece()
    count = min(room, len(piece))
    outbox.took(count)
    lent += fds if count else ()
    return piece[:count]


def wire_frames(stream: bytes) -> list[wire.Frame]:
    return Decoder(wire.TO_SERVER).feed(stream)


def test_a_server_that_reads_no_answers_is_too_much() -> None:
    outbox = Outbox(HookLog())
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
