"""The output of the last command, by its marks."""

from __future__ import annotations

import pytest

from areyouj_jupyter.server.status.command_output import FIRST_BYTES, LAST_BYTES, CommandOutput, Printed
from areyouj_jupyter.server.status.shell_marks import MarkScanner

PROMPT = b"\x1b]133;A\x07$ \x1b]133;B\x07"
BEGIN = b"\x1b]133;C\x07"


class Shell:
    """A command's output that gets a stream."""

    def __init__(self, offset: int = 0) -> None:
        self.command, self._scanner, self._end = CommandOutput(), MarkScanner(), offset

    def prints(self, *pieces: bytes) -> Printed:
        """What the last command printed, after these pieces."""
        for data in pieces:
            self._end += len(data)
            self.command.on_output(data, self._end, self._scanner.feed(data, self._end))
        return self.command.read()


def end(code: object) -> bytes:
    return b"\x1b]133;D;%s\x07" % str(code).encode()


def test_output_is_what_stands_between_the_marks() -> None:
    told = Shell().prints(PROMPT, b"ls\r\n", BEGIN + b"one\r\n", b"two", end(3) + PROMPT, b"typed")
    assert (b"".join(told.first), told.exit_code, told.lost, told.left_out) == (b"one\r\ntwo", 3, 0, 0)


@pytest.mark.parametrize("size", [1, 3, 1000])
def test_it_is_the_same_wherever_the_stream_is_cut(size: int) -> None:
    stream = PROMPT + BEGIN + b"output \x1b[31mred\x1b[0m" + end(0) + PROMPT
    told = Shell().prints(*(stream[place : place + size] for place in range(0, len(stream), size)))
    assert (b"".join(told.first), told.exit_code) == (b"output \x1b[31mred\x1b[0m", 0)


def test_a_shell_within_does_not_end_the_command() -> None:
    within = PROMPT.replace(b"B", b"A") + BEGIN + b"inner" + end(1)
    told = Shell().prints(PROMPT, BEGIN, b"outer ", within, b" outer", end(0), PROMPT)
    assert b"".join(told.first) == b"outer " + within + b" outer"
    assert told.exit_code == 0


def test_a_typed_line_that_is_no_command_has_no_output_and_no_exit_code() -> None:
    shell = Shell()
    shell.prints(PROMPT, BEGIN + b"hi", end(7), PROMPT)
    shell.command.type()
    assert shell.prints(b"# nothing\r\n", end(7), PROMPT) == Printed()


def test_a_background_job_between_commands_is_not_kept() -> None:
    shell = Shell()
    told = shell.prints(PROMPT, BEGIN + b"hi", end(0), PROMPT)
    assert shell.prints(b"x" * 1000) == told


@pytest.mark.parametrize("code", ["", "x", "-1", "1234", "²"])
def test_an_exit_code_that_is_none_is_not_told(code: str) -> None:
    assert Shell().prints(BEGIN, end(code), PROMPT).exit_code is None


@pytest.mark.slow
def test_long_output_has_its_beginning_and_its_end_and_little_more_is_kept() -> None:
    stream = b"".join(b"%09d\n" % number for number in range(2_000_000))  # 20 MB
    shell = Shell()
    told = shell.prints(BEGIN, *(stream[place : place + 65_000] for place in range(0, len(stream), 65_000)), end(0))
    first, last = b"".join(told.first), b"".join(told.last)
    assert first == stream[:FIRST_BYTES]
    assert stream.endswith(last)
    assert LAST_BYTES <= len(last) < LAST_BYTES + 70_000
    assert told.left_out == len(stream) - len(first) - len(last)


def test_pieces_of_a_byte_are_kept_in_few_pieces() -> None:
    told = Shell().prints(BEGIN, *([b"x"] * 100_000))
    assert b"".join(told.first) == b"x" * 100_000
    assert len(told.first) < 100


def test_a_command_whose_beginning_the_ring_forgot_is_followed() -> None:
    shell = Shell(offset=1000)
    shell.prints(b"rest of it")
    shell.command.resume(400)
    assert shell.command.running
    told = shell.prints(b" and more", end(2), PROMPT)
    assert (b"".join(told.first), told.lost, told.exit_code) == (b"rest of it and more", 600, 2)


def test_a_command_that_ended_while_no_server_ran_has_its_end() -> None:
    shell = Shell(offset=1000)
    shell.prints(b"rest", end(2), PROMPT, b"not of it")
    shell.command.resume(400)
    assert not shell.command.running
    told = shell.command.read()
    assert (b"".join(told.first), told.lost, told.exit_code) == (b"rest", 600, 2)
