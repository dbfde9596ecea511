"""kill -9 of a real Jupyter server while real Claude Code waits: the next server tells the same."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from claude_server import answer, asked, awaited, serving_claude, start
from fake_anthropic import FakeAnthropic
from outlived_server import messages, send
from waiting import until_now

pytestmark = pytest.mark.slow


def test_a_limit_that_ended_a_turn_still_holds_the_queue(tmp_path: Path) -> None:
    with FakeAnthropic() as model:
        with serving_claude(tmp_path) as (server, client):
            start(server, client, model, subscribed=True)
            send(client, "ada", "[[limit 7200]]")
            answer(client, asked(client))  # to wait
            send(client, "ada", "and then")
            until = awaited(client, "rate_limited")["until"]
            os.kill(server.pid, signal.SIGKILL)
        with serving_claude(tmp_path) as (server, client):
            told = awaited(client, "rate_limited")
            assert (told["until"], told["blocked"]) == (until, "rate limit")
            session = client.get("sessions/ada").json()["id"]
            assert [state for _, state in messages(client, session)] == ["error", "pending"]
            assert model.prompts == ["[[limit 7200]]"]


def test_a_permission_that_was_asked_before_is_still_asked_and_is_answered(tmp_path: Path) -> None:
    with FakeAnthropic() as model:
        with serving_claude(tmp_path) as (server, client):
            start(server, client, model, subscribed=False)
            send(client, "ada", "[[bash touch proof.txt]] [[say Touched.]]")
            before = asked(client)
            os.kill(server.pid, signal.SIGKILL)
        with serving_claude(tmp_path) as (server, client):
            prompt = asked(client)
            assert prompt["choices"] == before["choices"]
            answer(client, prompt)  # yes
            awaited(client, "idle")
            session = client.get("sessions/ada").json()["id"]
            until_now(lambda: [state for _, state in messages(client, session)] == ["completed"], "it is done")
            assert (server.root / "proof.txt").exists()
