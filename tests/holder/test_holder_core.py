"""The holder's core: one server at a time, one reader of the terminal at a time, and hooks wait."""

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
    outside.printed = 100
    outside.core.on_hook("Stop", b"{}", 1.0)
    server = Server(outside, 1)
    server.hello()
    assert server.told(wire.WELCOME) == [
        {
            **{"version": wire.VERSION, "session_id": SESSION, "incarnation": INCARNATION, "pid": PID},
            **{"start": 0, "end": 100, "rows": 24, "cols": 80, "hooks": 1, "hook": 1, "exit": None},
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
    server.say(wire.STATUS, id="a")
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
    assert (outside.typed, outside.done) == (b"", [("lend", 1)])


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
    assert outside.done[1:] == [("resize", 50, 132), ("signal", 2), ("stop",)]


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


# The terminal and the end


def test_the_terminal_is_lent_to_whoever_is_attached_and_comes_back_with_its_end() -> None:
    outside, _ = attached()
    assert (outside.done, outside.core.reader) == ([("lend", 1)], 1)
    outside.core.on_gone(1)
    assert (outside.done, outside.core.reader) == ([("lend", 1), ("regain",)], None)


def test_a_server_gets_the_terminal_when_the_one_before_has_let_go_of_it() -> None:
    outside, _ = attached()
    outside.frozen = True
    newer = Server(outside, 2)
    newer.hello(owner=2)
    assert [kind for kind, _ in newer.hear()] == [wire.WELCOME]
    assert outside.core.reader == 1
    outside.core.on_gone(1)
    assert [kind for kind, _ in newer.hear()] == [wire.TERMINAL]
    assert outside.done == [("lend", 1), ("regain",), ("lend", 2)]


def test_a_server_that_wants_no_output_leaves_the_terminal_where_it_is() -> None:
    outside = Outside()
    server = Server(outside, 1)
    server.hello(reads=False)
    assert [kind for kind, _ in server.hear()] == [wire.WELCOME]
    outside.core.on_gone(1)
    assert outside.done == []


def test_each_input_is_answered_with_what_waits() -> None:
    outside, server = attached()
    outside.room = 3
    for data in (b"ab", b"cd"):
        server.type(data)
    assert [(body["bytes"], body["inputs"]) for body in server.told(wire.WAITING)] == [(0, 1), (1, 2)]
    outside.room = 1
    outside.core.on_writable()
    assert [(body["bytes"], body["inputs"]) for body in server.told(wire.WAITING)] == [(0, 2)]


def test_the_exit_is_told_after_all_else_and_again_to_a_later_server() -> None:
    outside, server = attached()
    outside.core.on_exit(END)
    outside.core.on_hook("Stop", b"{}", 1.0)
    assert [kind for kind, _ in server.hear()] == [wire.HOOK, wire.EXIT]
    later = Server(outside, 2)
    later.hello(hook=1)
    assert [kind for kind, _ in later.hear()] == [wire.WELCOME, wire.TERMINAL, wire.EXIT]


def test_the_end_of_the_ladder_is_told_after_the_exit_and_nothing_is_left_to_collect() -> None:
    outside, server = attached()
    server.say(wire.COLLECTED)
    assert not outside.core.collected
    outside.core.on_exit(END)
    outside.core.on_stopped([5])
    assert [kind for kind, _ in server.hear()] == [wire.EXIT, wire.STOPPED]
    assert outside.core.collected
