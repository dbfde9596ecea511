"""The hook program: one line for the server, and never a trace in the CLI that called it."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from areyouj_jupyter.agentside import hook

PROGRAM = Path(hook.__file__)
MORE_THAN_A_PIPE = 200_000  # bytes; one holds 64 KiB
STARTING = 0.3  # seconds that the interpreter's start may add on a busy machine


@contextmanager
def listening(folder: Path, backlog: int = 8) -> Iterator[tuple[str, socket.socket]]:
    """A hook socket and its path."""
    path = str(folder / "hook.sock")
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listener:
        listener.bind(path)
        listener.listen(backlog)
        listener.settimeout(5)
        yield path, listener


def received(listener: socket.socket) -> bytes:
    """Everything that one connection brings."""
    connection, _ = listener.accept()
    with connection, connection.makefile("rb") as stream:
        return stream.read()


def run(stdin: bytes, path: str | None, name: str = "Stop", **options: object) -> tuple[int, bytes, float]:
    """Exit code, everything printed, and seconds of one run."""
    environment = {} if path is None else {hook.SOCKET: path, hook.SECRET: "s3cret"}
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(PROGRAM), name],
        input=stdin,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        timeout=5,
        **options,
    )
    return done.returncode, done.stdout, time.monotonic() - started


def test_a_call_arrives_as_one_line_with_the_secret(tmp_path: Path) -> None:
    with listening(tmp_path) as (path, listener):
        assert run('{"prompt": "안녕"}'.encode(), path, "UserPromptSubmit")[:2] == (0, b"")
        line = received(listener)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert json.loads(line) == {"secret": "s3cret", "hook": "UserPromptSubmit", "payload": {"prompt": "안녕"}}


@pytest.mark.parametrize("stdin", [b"", b"no json", b"[1]", b'{"torn": "', b"\xff\xfe", b'"' * 8_000_000])
def test_what_is_no_object_still_tells_that_the_hook_was_called(tmp_path: Path, stdin: bytes) -> None:
    with listening(tmp_path) as (path, listener):
        assert run(stdin, path)[:2] == (0, b"")
        assert json.loads(received(listener)) == {"secret": "s3cret", "hook": "Stop", "payload": {}}


def test_a_lone_surrogate_does_not_lose_the_call(tmp_path: Path) -> None:
    with listening(tmp_path) as (path, listener):
        assert run(b'{"prompt": "a\\ud800b"}', path)[:2] == (0, b"")
        assert json.loads(received(listener))["payload"] == {"prompt": "a?b"}


def test_without_a_server_nothing_happens(tmp_path: Path) -> None:
    for path in (None, str(tmp_path / "absent"), str(tmp_path), "/" + "x" * 300):
        assert run(b"{}", path)[:2] == (0, b"")


def test_without_a_name_or_standard_streams_it_still_exits_with_0() -> None:
    closed = f"exec 0<&- 1>&- 2>&-; exec {sys.executable} -I -S {PROGRAM}"
    assert subprocess.run(["/bin/sh", "-c", closed], check=False, timeout=5).returncode == 0


@pytest.mark.slow
def test_a_server_that_hangs_costs_a_fifth_of_a_second(tmp_path: Path) -> None:
    big = json.dumps({"prompt": "x" * 900_000}).encode()
    with listening(tmp_path) as (path, _):
        code, printed, seconds = run(big, path)
    assert (code, printed) == (0, b"")
    assert seconds < hook.DEADLINE + STARTING


@pytest.mark.slow
def test_a_full_backlog_costs_a_fifth_of_a_second(tmp_path: Path) -> None:
    with listening(tmp_path, backlog=0) as (path, _), socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as first:
        first.connect(path)
        code, printed, seconds = run(b"{}", path)
    assert (code, printed) == (0, b"")
    assert seconds < hook.DEADLINE + STARTING


@pytest.mark.slow
def test_an_input_that_is_never_closed_is_used_as_far_as_it_came(tmp_path: Path) -> None:
    with listening(tmp_path) as (path, listener):
        reading, writing = os.pipe()
        os.write(writing, b'{"prompt": "hi"}\n')
        environment = {hook.SOCKET: path}
        started = time.monotonic()
        argv = [sys.executable, "-I", "-S", str(PROGRAM), "UserPromptSubmit"]
        assert subprocess.run(argv, stdin=reading, env=environment, check=False, timeout=5).returncode == 0
        assert time.monotonic() - started < hook.DEADLINE + STARTING
        os.close(reading)
        os.close(writing)
        assert json.loads(received(listener))["payload"] == {"prompt": "hi"}


def test_a_long_call_loses_its_heavy_fields_first() -> None:
    payload = {"prompt": "p" * 300_000, "tool_input": {"text": "x" * hook.LINE_LIMIT}, "tool_response": "y"}
    assert json.loads(hook.encode("Stop", payload, ""))["payload"] == {"prompt": payload["prompt"]}


def test_long_texts_are_cut_so_that_the_line_keeps_its_limit() -> None:
    line = hook.encode("Stop", {"text": "가" * hook.LINE_LIMIT, "short": "s", "inner": [{"deep": "d" * 300_000}]}, "")
    payload = json.loads(line)["payload"]
    assert len(line) <= hook.LINE_LIMIT
    assert payload["short"] == "s"
    assert payload["text"] == "가" * (hook.FIELD_LIMITS[0] // 3)
    assert payload["inner"] == [{"deep": "d" * hook.FIELD_LIMITS[0]}]


@pytest.mark.parametrize("payload", [{"text": "\x01" * hook.LINE_LIMIT}, {"numbers": list(range(500_000))}])
def test_no_payload_makes_a_line_over_the_limit(payload: dict[str, object]) -> None:
    assert len(hook.encode("Stop", payload, "")) <= hook.LINE_LIMIT


def test_signals_meant_for_the_cli_do_not_lose_the_call(tmp_path: Path) -> None:
    with listening(tmp_path) as (path, listener):
        argv = [sys.executable, "-I", "-S", str(PROGRAM), "Stop"]
        process = subprocess.Popen(argv, stdin=subprocess.PIPE, env={hook.SOCKET: path})
        assert process.stdin
        process.stdin.write(b" " * MORE_THAN_A_PIPE)  # returns once it reads, so it is past its first lines
        process.send_signal(2)
        assert process.wait(5) == 0
        process.stdin.close()
        assert json.loads(received(listener))["hook"] == "Stop"
