"""The holder's core: output goes on where the server left off, hooks wait, one server at a time."""

from __future__ import annotations

import json
from typing import Any

import pytest
from holder_outside import INCARNATION, PID, SESSION, Outside, Server, attached

from areyouj_jupyter.holder import wire
from areyouj_jupyter.holder.core import Exit
from areyouj_jupyter.holder.wire import WireError

END = Exit(7, None, 1.5, 0)


# Attaching


def test_the_welcome_says_what_is_there() -> None:
    outside = Outside()
    outside.core.ring.write(b"x" * 100)
    outside.core.on_hook("Stop", b"{}", 1.0)
    server = Server(outside, 1)
    server.hello(offset=40)
    assert server.told(wire.WELCOME) == [
        {
            **{"version": wire.VERSION, "session_id": SESSION, "incarnation": INCARNATION, "pid": PID},
            **{"start": 0, "end": 100, "offset": 40, "rows": 24, "cols": 80},
            **{"hooks": 1, "hook": 1, "foreground": False, "exit": None},
        }
    ]


def test_a_newer_server_replaces_the_attached_one_which_is_told() -> None:
    outside, _ = attached(owner=4)
    newer = Server(outside, 2)
    newer.hello(owner=4)
    ((peer, ((kind, payload),)),) = outside.dismissed
    assert (peer, kind, wire.body(payload)["why"]) == (1, wire.REFUSED, "replaced")
    assert len(newer.told(wire.WELCOME)) == 1


def test_a_server_that_lost_the_folder_is_refused_and_changes_nothing() -> None:
    outside, server = attached(owner=4)
    older = Server(outside, 2)
    older.hello(owner=3)
    ((peer, ((kind, payload),)),) = outside.dismissed
    assert (peer, kind, wire.body(payload)) == (2, wire.REFUSED, {"why": "owner", "owner": 4, "version": wire.VERSION})
    with pytest.raises(WireError):
        older.type(b"late")
    server.type(b"on time")
    assert outside.typed == b"on time"


def test_whoever_names_no_epoch_takes_over_from_any_server() -> None:
    outside, _ = attached(owner=4)
    Server(outside, 2).hello(owner=None)
    assert outside.core.peer == 2
    Server(outside, 3).hello(owner=3)
    assert outside.core.peer == 2


def test_another_version_is_refused() -> None:
    outside = Outside()
    Server(outside, 1).hello(version=wire.VERSION + 1)
    ((_, ((_, payload),)),) = outside.dismissed
    assert wire.body(payload)["why"] == "version"


def test_a_server_that_is_cut_off_in_a_frame_gets_nothing_into_it() -> None:
    outside, server = attached()
    outside.core.ring.write(b"x" * 1000)
    server.hear(most=10)
    Server(outside, 2).hello()
    assert outside.dismissed == [(1, [])]


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (wire.RESIZE, {"rows": 0, "cols": 80}),
        (wire.RESIZE, {"rows": 24}),
        (wire.SIGNAL, {"number": 65}),
        (wire.STATUS, {"id": ""}),
        (wire.ACK, {"hook": -1}),
        (wire.HELLO, {"version": wire.VERSION, "offset": 0, "hook": 0, "owner": 1}),
        (wire.ORDER, {}),
    ],
)
def test_a_frame_that_makes_no_sense_is_refused(kind: int, body: dict[str, Any]) -> None:
    outside, server = attached()
    with pytest.raises(WireError):
        server.say(kind, **body)
    assert (outside.typed, outside.done) == (b"", [])


@pytest.mark.parametrize(
    ("step", "data", "attempt"), [("cut", b"x", 1), ("paste", b"", 1), ("paste", b"x", 2), ("submit", b"x", 10)]
)
def test_an_order_that_makes_no_sense_is_refused(step: str, data: bytes, attempt: int) -> None:
    outside, server = attached()
    with pytest.raises(WireError):
        server.order("a", step, data, attempt=attempt)
    assert outside.typed + outside.disk == b""


def test_commands_are_carried_out() -> None:
    outside, server = attached()
    server.say(wire.RESIZE, rows=50, cols=132)
    server.say(wire.SIGNAL, number=2)
    server.say(wire.STOP)
    assert outside.done == [("resize", 50, 132), ("signal", 2), ("stop",)]


# Hooks


def test_hooks_wait_for_a_server_and_come_again_until_they_are_acknowledged() -> None:
    outside = Outside()
    for name in ("SessionStart", "Stop"):
        outside.core.on_hook(name, b'{"a":1}', 2.0)
    first = Server(outside, 1)
    first.hello()
    assert hooks(first) == [(1, "SessionStart", {"a": 1}), (2, "Stop", {"a": 1})]
    first.say(wire.ACK, hook=1)
    second = Server(outside, 2)
    second.hello()
    assert hooks(second) == [(2, "Stop", {"a": 1})]
    third = Server(outside, 3)
    third.hello(hook=2)
    assert (hooks(third), len(outside.core.hooks)) == ([], 0)


def hooks(server: Server) -> list[tuple[int, str, Any]]:
    found = [wire.mixed(payload) for kind, payload in server.hear() if kind == wire.HOOK]
    return [(header["number"], header["name"], json.loads(payload)) for header, payload in found]


# Output and the end


def test_the_exit_is_told_after_all_output_and_again_to_a_later_server() -> None:
    outside, server = attached()
    outside.core.ring.write(b"last words")
    outside.core.on_exit(END)
    assert [kind for kind, _ in server.hear()] == [wire.OUTPUT, wire.EXIT]
    later = Server(outside, 2)
    later.hello(offset=10)
    assert [kind for kind, _ in later.hear()] == [wire.WELCOME, wire.EXIT]


def test_the_end_of_the_ladder_is_told_after_the_exit_and_nothing_is_left_to_collect() -> None:
    outside, server = attached()
    server.say(wire.COLLECTED)
    assert not outside.core.collected
    outside.core.on_exit(END)
    outside.core.on_stopped([5])
    assert [kind for kind, _ in server.hear()] == [wire.EXIT, wire.STOPPED]
    assert outside.core.collected


def test_a_change_of_the_foreground_is_told_once() -> None:
    outside, server = attached()
    outside.busy = True
    outside.core.on_foreground()
    outside.core.on_foreground()
    assert server.told(wire.FOREGROUND) == [{"busy": True}]
    server.say(wire.ASK)
    assert server.told(wire.FOREGROUND) == [{"busy": True}]
