"""What directives in a message make echo do."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from echo_process import Echo, started
from waiting import until_now

pytestmark = pytest.mark.slow


@pytest.fixture
def echo(tmp_path: Path) -> Iterator[Echo]:
    """echo at its prompt."""
    with started(tmp_path) as running:
        running.wait("idle")
        yield running


def test_a_crash_says_nothing(echo: Echo) -> None:
    echo.send("[[crash 7]]")
    assert echo.exit_code() == 7
    assert echo.names() == ["SessionStart", "UserPromptSubmit", "Progress"]


def test_a_stubborn_one_ignores_all_but_the_last_signal(echo: Echo) -> None:
    echo.send("[[stubborn]]")
    echo.hooked("Stop")
    for number in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM):
        os.kill(echo.pid, number)
    echo.send("still here")
    echo.received("message", "still here")


def test_a_failed_turn_tells_its_error(echo: Echo) -> None:
    echo.send("[[fail the model is gone]]")
    assert echo.hooked("StopFailure")["error"] == "the model is gone"
    assert "Stop" not in echo.names()
    assert echo.wait("idle").composer == ""


def test_a_usage_limit_is_shown_until_it_ends(echo: Echo) -> None:
    echo.send("[[limit 1.2]]")
    assert echo.hooked("StopFailure")["error"] == "Usage limit reached, resets in 2 s"
    echo.wait("rate_limited")
    echo.send("too early")
    until_now(lambda: echo.names().count("StopFailure") == 2, "the second failure")
    echo.wait("idle")


def test_a_deaf_one_reads_nothing_for_a_while(echo: Echo) -> None:
    echo.send("[[deaf 0.4]]")
    echo.hooked("Stop")
    echo.type("later\r")
    assert echo.wait("idle").composer == ""
    echo.received("message", "later")


def test_hidden_pastes_stay_hidden_and_enters_are_swallowed(echo: Echo) -> None:
    echo.send("[[noecho 1]][[swallow 1]]")
    echo.hooked("Stop")
    echo.paste("unseen ")
    echo.paste("seen")
    until_now(lambda: echo.look().composer == "seen", "the second paste alone")
    echo.type("\r")
    echo.type("!")
    until_now(lambda: echo.look().composer == "seen!", "a composer that was not sent")
    echo.type("\r")
    echo.received("message", "unseen seen!")


def test_directives_follow_each_other(echo: Echo) -> None:
    echo.send("[[say **one**]] text [[ticks 2 1]] [[nonsense]] [[slow much]] [[stream 3]]")
    said = echo.hooked("Stop")["last_assistant_message"]
    assert said == "**one**\ntick 1\ntick 2\nevery word of"
    echo.shows("⏺ one")


def test_a_flood_does_not_bury_the_composer(echo: Echo) -> None:
    echo.send("[[flood 300]]")
    echo.shows("flood 00004799")
    reading = echo.wait("idle")
    assert reading.composer == ""
    assert len(echo.output) > 300_000


@pytest.mark.parametrize("variant", ["", " setsid"])
def test_a_grandchild_outlives_its_parent(echo: Echo, variant: str) -> None:
    echo.send(f"[[grandchild{variant}]]")
    echo.hooked("Stop")
    found = re.search(r"left process (\d+) behind", echo.text())
    assert found
    pid = int(found[1])
    try:
        assert os.getsid(pid) == (pid if variant else echo.pid)
        echo.type("\x04")
        assert echo.exit_code() == 0
        os.kill(pid, 0)
    finally:
        os.kill(pid, signal.SIGKILL)


def test_quiet_means_not_one_byte(echo: Echo) -> None:
    echo.send("[[quiet 0.6]]")
    echo.hooked("UserPromptSubmit")
    until_now(lambda: "> [[quiet 0.6]]" in echo.text(), "the prompt")
    asked = time.monotonic()
    time_of_bytes: list[float] = []

    def finished() -> bool:
        before = len(echo.output)
        echo.look()
        if len(echo.output) > before and "Stop" not in echo.names():
            time_of_bytes.append(time.monotonic() - asked)
        return "Stop" in echo.names()

    until_now(finished, "the end of the turn")
    assert [when for when in time_of_bytes if 0.15 < when < 0.5] == []
