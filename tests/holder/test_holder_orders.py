"""What a server has typed: orders happen once and are journalled, raw input waits for the agent."""

from __future__ import annotations

import pytest
from holder_outside import INCARNATION, Outside, Server, attached

from areyouj_jupyter.holder import wire
from areyouj_jupyter.holder.core import Exit
from areyouj_jupyter.holder.orders import ledger, typing_line
from areyouj_jupyter.holder.orders.journal import facts

END = Exit(7, None, 1.5, 0)


def answers(server: Server) -> list[tuple[str, str, str, bool, str]]:
    return [
        (body["id"], body["step"], body["state"], body["repeated"], body["why"]) for body in server.told(wire.ANSWER)
    ]


def journal(outside: Outside) -> list[tuple[str, str, int, str]]:
    return [(fact["order"], fact["step"], fact["attempt"], fact["state"]) for fact in facts(outside.disk)]


# Orders


def test_an_order_is_journalled_written_and_answered() -> None:
    outside, server = attached()
    server.order("a", "paste", b"text")
    server.order("a", "submit", b"\r")
    assert outside.typed == b"text\r"
    assert answers(server) == [("a", "paste", "done", False, ""), ("a", "submit", "done", False, "")]
    steps = [("a", step, 1, state) for step in ("paste", "submit") for state in ("intent", "done")]
    assert journal(outside) == steps
    assert ledger.replayed(facts(outside.disk)) == {("a", "paste", 1): "done", ("a", "submit", 1): "done"}


def test_a_repeated_order_is_answered_and_not_written_again() -> None:
    outside, server = attached()
    server.order("a", "paste", b"text")
    server = Server(outside, 2)
    server.hello()
    server.order("a", "paste", b"text")
    assert outside.typed == b"text"
    assert answers(server) == [("a", "paste", "done", True, "")]


def test_a_submit_may_be_tried_again_as_another_attempt_but_none_may_be_left_out() -> None:
    outside, server = attached()
    server.order("a", "paste", b"text")
    for attempt in (1, 2, 4, 2):
        server.order("a", "submit", b"\r", attempt=attempt)
    assert outside.typed == b"text\r\r"
    assert [(state, repeated, why) for _, _, state, repeated, why in answers(server)][1:] == [
        ("done", False, ""),
        ("done", False, ""),
        ("refused", False, "attempt"),
        ("done", True, ""),
    ]


def test_what_was_judged_before_the_newest_hook_is_refused_for_good() -> None:
    outside, server = attached()
    outside.core.on_hook("PermissionRequest", b"{}", 1.0)
    server.order("a", "paste", b"text", hook=0)
    server.order("a", "paste", b"text", hook=1)
    assert outside.typed == b""
    assert answers(server) == [("a", "paste", "refused", False, "hook"), ("a", "paste", "refused", True, "")]


def test_a_hook_that_has_come_but_was_not_heard_counts_too() -> None:
    outside, server = attached()
    outside.on_look.append("PermissionRequest")
    server.order("a", "paste", b"text")
    assert (outside.typed, answers(server)) == (b"", [("a", "paste", "refused", False, "hook")])


@pytest.mark.parametrize("incarnation", [INCARNATION - 1, INCARNATION + 1])
def test_an_order_for_another_incarnation_is_refused(incarnation: int) -> None:
    outside, server = attached()
    server.order("a", "paste", b"text", incarnation=incarnation)
    assert (outside.typed, answers(server)) == (b"", [("a", "paste", "refused", False, "incarnation")])


def test_a_submit_without_its_paste_is_refused() -> None:
    outside, server = attached()
    server.order("a", "paste", b"text", hook=0)
    server.order("b", "submit", b"\r")
    assert outside.typed == b"text"
    assert answers(server)[1:] == [("b", "submit", "refused", False, "paste")]


def test_a_paste_that_the_agent_has_not_read_yet_cannot_be_submitted() -> None:
    outside, server = attached()
    outside.room = 2
    server.order("a", "paste", b"text")
    server.order("a", "submit", b"\r")
    server.order("a", "paste", b"text")
    assert answers(server) == [("a", "submit", "refused", False, "paste"), ("a", "paste", "intent", True, "")]
    outside.room = 99
    outside.core.on_writable()
    assert outside.typed == b"text"
    assert answers(server) == [("a", "paste", "done", False, "")]


def test_an_order_does_not_queue_behind_what_the_agent_has_not_read() -> None:
    outside, server = attached()
    outside.room = 1
    server.type(b"ls")
    server.order("a", "paste", b"text")
    assert (outside.typed, answers(server)) == (b"l", [("a", "paste", "refused", False, "input")])


def test_a_full_disk_refuses_and_nothing_unjournalled_is_written() -> None:
    outside, server = attached()
    outside.full = True
    server.order("a", "paste", b"text")
    outside.full = False
    server.order("a", "paste", b"text")
    server.order("b", "paste", b"more")
    assert outside.typed == b"more"
    assert answers(server) == [
        ("a", "paste", "refused", False, "disk"),
        ("a", "paste", "refused", True, ""),
        ("b", "paste", "done", False, ""),
    ]


def test_a_disk_that_fills_up_while_an_order_is_written_leaves_the_intent() -> None:
    outside, server = attached()
    outside.room = 1
    server.order("a", "paste", b"text")
    outside.full, outside.room = True, 99
    outside.core.on_writable()
    assert answers(server) == [("a", "paste", "done", False, "")]
    assert journal(outside) == [("a", "paste", 1, "intent")]


def test_the_fate_of_a_delivery_is_told() -> None:
    _, server = attached()
    server.order("a", "paste", b"text")
    server.order("a", "submit", b"\r", hook=0)
    server.say(wire.STATUS, id="a")
    server.say(wire.STATUS, id="b")
    assert server.told(wire.FATE) == [
        {"id": "a", "steps": [["paste", 1, "done"], ["submit", 1, "done"]]},
        {"id": "b", "steps": []},
    ]


def test_what_a_dead_agent_did_not_read_is_answered_as_begun() -> None:
    outside, server = attached()
    outside.room = 2
    server.order("a", "paste", b"text")
    outside.core.on_exit(END)
    server.order("a", "paste", b"text")
    server.order("b", "paste", b"text")
    assert answers(server) == [
        ("a", "paste", "intent", False, "exited"),
        ("a", "paste", "intent", True, "exited"),
        ("b", "paste", "refused", False, "exited"),
    ]


# Input


def test_input_that_waits_is_told_and_so_is_its_end() -> None:
    outside, server = attached()
    server.type(b"read at once")
    assert server.told(wire.WAITING) == [{"bytes": 0, "dropped": 0, "inputs": 1}]
    outside.room = 1
    server.type(b"abc")
    assert server.told(wire.WAITING) == [{"bytes": 2, "dropped": 0, "inputs": 2}]
    outside.room = 99
    outside.core.on_writable()
    assert server.told(wire.WAITING) == [{"bytes": 0, "dropped": 0, "inputs": 2}]


def test_input_beyond_the_limit_is_dropped_whole_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typing_line, "WAITING_LIMIT", 5)
    outside, server = attached()
    outside.room = 0
    server.type(b"1234")
    server.type(b"56")
    server.type(b"7")
    outside.room = 99
    outside.core.on_writable()
    assert outside.typed == b"12347"
    assert [body["dropped"] for body in server.told(wire.WAITING)] == [0, 2, 0, 0]
