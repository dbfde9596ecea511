"""echo as a person and the server see it: messages, interruptions, commands, resume, the end."""

from __future__ import annotations

import fcntl
import os
import re
import signal
import struct
import termios
from collections.abc import Iterator
from pathlib import Path

import pytest
from echo_process import SESSION, Echo, started
from waiting import until_now

from areyouj_jupyter.models import Usage
from areyouj_jupyter.server.status.reading import read
from areyouj_jupyter.specs.echo import SPEC, read_turn
from areyouj_jupyter.specs.format.told import Turn

pytestmark = pytest.mark.slow


@pytest.fixture
def echo(tmp_path: Path) -> Iterator[Echo]:
    """echo at its prompt."""
    with started(tmp_path) as running:
        running.wait("idle")
        yield running


def test_it_greets_and_is_ready(echo: Echo) -> None:
    assert echo.hooked("SessionStart")["source"] == "startup"
    assert (echo.look().rule, echo.look().composer, echo.screen.title()) == ("ready", "", "✳ echo")
    assert echo.screen.takes_paste()
    lines = echo.screen.lines()
    assert lines[3:7] == ["─" * 80, "❯", "─" * 80, "  ? for shortcuts"]


def test_a_message_is_shown_then_submitted_and_answered(echo: Echo) -> None:
    echo.paste("fix the tests\n고쳐 주세요 🙂")
    until_now(lambda: echo.look().composer == "fix the tests\n  고쳐 주세요 🙂", "the text in the composer")
    assert echo.truth() == []
    echo.type("\r")
    assert echo.hooked("UserPromptSubmit")["prompt"] == "fix the tests\n고쳐 주세요 🙂"
    reply = "**echo** heard: fix the tests\n고쳐 주세요 🙂"
    assert echo.hooked("Stop")["last_assistant_message"] == reply
    assert (echo.wait("idle").composer, echo.truth()) == ("", [("message", "fix the tests\n고쳐 주세요 🙂")])
    assert "⏺ echo heard: fix the tests\n  고쳐 주세요 🙂" in echo.text()
    transcript = Path(echo.hooked("Stop")["transcript_path"])
    assert read_turn(transcript) == Turn(reply, Usage(input_tokens=6, output_tokens=8, cache_read_tokens=0))


def test_a_paste_may_be_split_at_every_byte(echo: Echo) -> None:
    for byte in "\x1b[200~안녕 🙂\x1b[201~\r".encode():
        echo.type(bytes([byte]))
    echo.received("message", "안녕 🙂")


def test_bytes_that_are_no_text_are_harmless(echo: Echo) -> None:
    echo.type(b"\xff\xfe\x1b[99;99;99zok\xed\xa0\x80\x1b]11;rgb:0/0/0\x07\x1b[200~\xc3\x28\x1b[31m\x00\x1b[201~")
    echo.shows("ok")
    echo.type("\r")
    assert "ok" in echo.hooked("UserPromptSubmit")["prompt"]
    echo.wait("idle")


def test_a_long_paste_has_a_stand_in_and_arrives_whole(echo: Echo) -> None:
    long = "\n".join(f"line {number} 줄" for number in range(400))
    echo.paste(long)
    echo.shows("[Pasted text #1 +400 lines]")
    composer = echo.look().composer
    assert SPEC.composer and SPEC.composer.pasted and composer
    assert re.fullmatch(SPEC.composer.pasted, composer)
    echo.type("\r")
    echo.received("message", long)


def test_a_mebibyte_arrives_whole(echo: Echo) -> None:
    big = "x" * (1024 * 1024 - 12)
    data = f"\x1b[200~{big}\x1b[201~\r".encode()
    while data:
        try:
            data = data[os.write(echo.fd, data) :]
        except BlockingIOError:
            echo.look()
    echo.received("message", big)


def test_busy_shows_in_title_and_footer(echo: Echo) -> None:
    echo.send("[[slow 60]]")
    reading = echo.wait("busy")
    assert reading.rule == "busy-title"
    assert read(SPEC, echo.screen.lines(), "").rule == "busy-footer"
    assert "esc to interrupt)" in echo.text()


def test_esc_puts_a_prompt_without_reply_back_and_no_hook_fires(echo: Echo) -> None:
    echo.send("[[slow 60]]")
    echo.wait("busy")
    echo.type("\x1b")
    assert echo.wait("idle").composer == "[[slow 60]]"
    echo.type("\x15")
    until_now(lambda: echo.look().composer == "", "an empty composer")
    assert echo.names() == ["SessionStart", "UserPromptSubmit"]


def test_esc_after_some_reply_leaves_the_composer_empty(echo: Echo) -> None:
    echo.send("[[say so far]][[slow 60]]")
    echo.shows("⏺ so far")
    echo.type("\x1b")
    assert echo.wait("idle").composer == ""
    assert "Stop" not in echo.names()


@pytest.mark.parametrize(
    "text", ["!touch x", "/exit", " /exit now", "\n/quit", "exit", " quit ", "/help", "ends in \\"]
)
def test_neutralised_text_arrives_as_a_message(echo: Echo, text: str) -> None:
    wire = text
    for neutral in SPEC.neutral:
        if re.search(neutral.pattern, wire):
            wire = neutral.prefix + wire + neutral.suffix
    assert wire != text
    echo.send(wire)
    echo.received("message", wire.rstrip(" "))


def test_without_that_commands_run_and_exit_leaves(echo: Echo) -> None:
    echo.send("!touch x")
    echo.shows("ran: touch x")
    echo.send("/help")
    echo.shows("Unknown command: /help")
    echo.send("/etc/hosts is a path")
    echo.hooked("Stop")
    echo.wait("idle")
    echo.send("exit")
    assert echo.exit_code() == 0
    assert echo.hooked("SessionEnd")["reason"] == "prompt_input_exit"
    assert echo.truth() == [
        ("command", "!touch x"),
        ("command", "/help"),
        ("message", "/etc/hosts is a path"),
        ("exit", "exit"),
    ]


def test_messages_during_a_turn_are_merged_into_the_next(echo: Echo) -> None:
    echo.send("[[slow 0.5]]")
    echo.wait("busy")
    echo.send("one")
    echo.send("two")
    until_now(lambda: echo.names().count("Stop") == 2, "two ends")
    assert echo.names() == ["SessionStart", *["UserPromptSubmit"] * 3, *["Stop"] * 2]
    assert echo.hooked("Stop")["last_assistant_message"] == "**echo** heard: one\ntwo"


def test_ctrl_c_twice_or_ctrl_d_leaves(tmp_path: Path) -> None:
    with started(tmp_path) as echo:
        echo.wait("idle")
        echo.type("\x03")
        echo.shows("press Ctrl-C again to exit")
        echo.type("\x03")
        assert echo.exit_code() == 0
    with started(tmp_path) as echo:
        echo.wait("idle")
        echo.type("\x04")
        assert echo.exit_code() == 0


def test_a_conversation_is_resumed_and_its_id_is_not_used_twice(tmp_path: Path) -> None:
    with started(tmp_path, resume=True) as echo:
        assert echo.exit_code() == 1
        assert f"No conversation found with session ID: {SESSION}" in echo.text()
    with started(tmp_path) as echo:
        echo.wait("idle")
        echo.send("remember me")
        echo.hooked("Stop")
    with started(tmp_path) as echo:
        assert echo.exit_code() == 1
        assert "already in use" in echo.text()
    with started(tmp_path, resume=True) as echo:
        assert echo.hooked("SessionStart")["source"] == "resume"
        echo.wait("idle")
        assert "> remember me\n\n⏺ echo heard: remember me\n\n(resumed)" in echo.text()


def test_the_end_of_the_terminal_is_the_end(tmp_path: Path) -> None:
    with started(tmp_path) as echo:
        echo.wait("idle")
        end = os.dup(echo.fd)
        os.close(echo.fd)
        os.close(end)
        echo.fd = os.open(os.devnull, os.O_RDONLY)
        assert echo.exit_code() in (128 + signal.SIGHUP, 1)
        assert echo.hooked("SessionEnd")


def test_sigterm_is_answered_with_a_goodbye(echo: Echo) -> None:
    os.kill(echo.pid, signal.SIGTERM)
    assert echo.exit_code() == 128 + signal.SIGTERM
    assert echo.hooked("SessionEnd")["reason"] == "other"


@pytest.mark.parametrize("size", [(12, 40), (40, 120), (6, 20), (24, 79)])
def test_a_resize_draws_everything_anew(echo: Echo, size: tuple[int, int]) -> None:
    echo.send("안녕하세요 " * 12)
    echo.hooked("Stop")
    echo.wait("idle")
    rows, cols = size
    echo.screen.resize(rows, cols)
    fcntl.ioctl(echo.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, cols, 0, 0))
    until_now(lambda: echo.text().split("\n").count("─" * cols) == 2, "two rules of the new width")
    echo.paste("still 🙂")
    until_now(lambda: echo.look().composer == "still 🙂", "the composer")
    assert echo.screen.lines().count("  ? for shortcuts") == 1


def test_a_torn_transcript_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    path = tmp_path / "torn.jsonl"
    path.write_bytes(b'{"type": "user", "text": "a"}\n{"type": "assistant", "text": "b"}\n\xff[1]\n[2]\n{"type": "us')
    assert read_turn(path) == Turn("b", None)
    path.write_bytes(b'{"type": "assistant", "text": "b"}\n{"type": "user", "text": "c"}\n')
    assert read_turn(path) is None
    path.write_bytes(b"")
    assert read_turn(path) is None
