"""The CLI's own file as evidence: it closes turns that no hook closes, and tells of dialogs that nobody can read."""

from __future__ import annotations

import asyncio
import json
import time
from pathlib import Path

import pytest
from evidence_cases import BUSY, DIALOG, NOTHING, READY, in_turn, ready
from waiting import until

from areyouj_jupyter.server.process.state_file import StateFile
from areyouj_jupyter.server.status.evidence import FILE, FILE_DOUBT, FILE_GRACE, FILE_TRUST, TurnEnd, Verdict
from areyouj_jupyter.specs import Told
from areyouj_jupyter.specs.claude import SPEC
from areyouj_jupyter.specs.claude.session_file import read_state

IDLE, WORKS, ASKS = Told("idle", 0), Told("busy", 0), Told("awaiting_input", 0, "permission")


def test_an_interrupted_turn_is_over_as_soon_as_file_and_prompt_say_so() -> None:
    evidence = in_turn(100)
    evidence.on_reading(READY, 101)
    assert evidence.doubtful
    evidence.on_file(IDLE, 101, 101.1)
    assert evidence.verdict(101.1) == Verdict("busy", "hook:Submit", again=101 + FILE_GRACE)
    assert evidence.verdict(101 + FILE_GRACE) == evidence.verdict(102) == Verdict("idle", FILE)
    assert evidence.ended == TurnEnd(None, "")


def test_a_file_from_before_the_turn_closes_nothing() -> None:
    evidence = in_turn(100)
    evidence.on_reading(READY, 100)
    evidence.on_file(IDLE, 99, 100.1)
    assert evidence.verdict(101).state == "busy"
    assert evidence.verdict(100 + evidence._spec.turn_hold).evidence == "screen:ready"


def test_a_closing_hook_counts_before_the_file() -> None:
    evidence = in_turn(100)
    evidence.on_reading(READY, 101)
    evidence.on_file(IDLE, 101, 101)
    evidence.on_hook("Stop", {"agent": "main", "reply": "done"}, 101.2)
    assert evidence.verdict(110) == Verdict("idle", "hook:Stop")
    assert evidence.ended is not None and evidence.ended.text == "done"


@pytest.mark.parametrize("told", [WORKS, ASKS])
def test_a_turn_that_the_file_knows_is_not_over_though_the_prompt_stands(told: Told) -> None:
    evidence = in_turn(100)
    evidence.on_reading(READY, 101)
    evidence.on_file(told, 99.9, 101)
    assert evidence.verdict(104) == Verdict("busy", "hook:Submit", again=101 + FILE_TRUST)
    assert evidence.verdict(101 + FILE_TRUST).state == "idle"  # a file that nobody writes any more must not hold it


def test_a_dialog_that_nobody_can_read_needs_somebody_all_the_same() -> None:
    evidence = ready(now=10)
    evidence.on_reading(NOTHING, 20)
    evidence.on_file(ASKS, 20, 20.1)
    assert evidence.verdict(20.1).state == "idle"  # it may just be drawn
    evidence.on_file(ASKS, 20, 20 + FILE_DOUBT)
    assert evidence.verdict(20 + FILE_DOUBT) == Verdict("awaiting_input", FILE, asked="permission")
    evidence.on_reading(READY, 30)
    assert evidence.verdict(30).state == "idle"


def test_the_file_is_read_once_for_what_the_screen_shows_and_again_while_it_leaves_a_doubt() -> None:
    evidence = ready(now=10)
    assert evidence.doubtful
    evidence.on_file(IDLE, 10, 10.1)
    assert not evidence.doubtful
    evidence.on_file(ASKS, 10, 10.2)
    assert evidence.doubtful
    for reading in (BUSY, DIALOG):
        evidence.on_reading(reading, 11)
        assert not evidence.doubtful


def write(home: Path, status: str | None, **more: object) -> None:
    """What Claude Code writes."""
    folder = home / ".claude" / "sessions"
    folder.mkdir(parents=True, exist_ok=True)
    kept = {"pid": 7, "sessionId": "x", "status": status, "statusUpdatedAt": 1000 * (time.time() - 5), **more}
    (folder / "7.json").write_text(json.dumps(kept))


@pytest.mark.parametrize(
    ("status", "waiting", "state", "asks"),
    [
        ("idle", None, "idle", "question"),
        ("shell", None, "idle", "question"),
        ("busy", None, "busy", "question"),
        ("waiting", "permission prompt", "awaiting_input", "permission"),
        ("waiting", "dialog open", "awaiting_input", "question"),
    ],
)
async def test_the_file_of_the_process_is_found_and_read(
    tmp_path: Path, status: str, waiting: str | None, state: str, asks: str
) -> None:
    write(tmp_path, status, **({"waitingFor": waiting} if waiting else {}))
    heard: list[tuple[Told | None, float]] = []
    file = StateFile(SPEC, {"HOME": str(tmp_path)}, lambda *told: heard.append(told))
    file.ask(7)
    await until(lambda: heard, "the file is read")
    told, since = heard[0]
    assert told is not None and (told.state, told.asks) == (state, asks)
    assert asyncio.get_running_loop().time() - since == pytest.approx(5, abs=1)


@pytest.mark.parametrize("content", ["", "[]", '{"status": "dancing", "statusUpdatedAt": 1}', '{"status": "idle"}'])
def test_a_file_that_tells_nothing_is_nothing(tmp_path: Path, content: str) -> None:
    path = tmp_path / "7.json"
    path.write_text(content)
    assert read_state(path) is None


async def test_a_missing_file_tells_nothing(tmp_path: Path) -> None:
    heard: list[Told | None] = []
    StateFile(SPEC, {"HOME": str(tmp_path)}, lambda told, _: heard.append(told)).ask(7)
    await until(lambda: heard == [None], "nothing is told")
