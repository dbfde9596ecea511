"""The logbook of a session: what happened to it, each thing once, and only so much of it."""

from __future__ import annotations

from pathlib import Path

from open_services import ended, open_services, sent, started

from areyouj_jupyter.server.sessions.session_log import LIMIT, SessionLogBuffer


async def test_a_turn_leaves_its_hooks_its_states_and_its_message_in_order(tmp_path: Path) -> None:
    async with open_services(tmp_path) as services:
        session = await started(services)
        message = await ended(services, await sent(session, "hello\nthere"))
        assert message.status == "completed"
        log = session.log()
    assert log.session_id == session.id
    told = [(entry.kind, entry.text) for entry in log.entries]
    expected = [
        ("status", "starting"),
        ("hook", "SessionStart"),
        ("status", "idle"),
        ("message", "user, pending: hello"),
        ("message", "user, sending: hello"),
        ("hook", "UserPromptSubmit"),
        ("message", "user, completed: hello"),
    ]
    rest = iter(told)
    assert [entry for entry in expected if entry not in rest] == [], "looked for one behind the other"
    assert ("hook", "Stop") in told
    busy = next(entry for entry in log.entries if entry.text == "busy")
    assert busy.detail.partition(":")[0] in ("hook", "screen", "title"), "whichever told first"
    assert [entry.at for entry in log.entries] == sorted(entry.at for entry in log.entries)


def test_what_is_heard_again_is_no_news_and_the_oldest_give_way() -> None:
    logbook = SessionLogBuffer(lambda: 1.0)
    for number in range(LIMIT + 10):
        for _ in range(2):
            logbook.on_heard({"hook": ("Stop", None, float(number)), "mark": ("A", None, 0.0)})
    entries = logbook.entries()
    assert len(entries) == LIMIT
    assert {entry.kind for entry in entries} == {"hook"}
