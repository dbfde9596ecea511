"""The reply of a command: all that it printed, and if that is very much, its beginning and its end with a mark."""

from __future__ import annotations

import re

import pytest

from areyouj_jupyter.server.delivery.command_reply import REPLY_BYTES, REPLY_END_BYTES, reply_text
from areyouj_jupyter.server.status.command_output import CommandOutput, Printed
from areyouj_jupyter.server.status.shell_marks import MarkScanner

LEFT_OUT = re.compile(r"\n\[… About ([\d,]+) bytes are left out here\. .*> FILE.*…\]\n")


def reply(output: bytes, piece: int = 65_000) -> str:
    """The reply of a command with this output, which came in pieces."""
    scanner, command, end = MarkScanner(), CommandOutput(), 0
    stream = b"\x1b]133;C\x07" + output + b"\x1b]133;D;0\x07\x1b]133;A\x07$ \x1b]133;B\x07"
    for place in range(0, len(stream), piece):
        data = stream[place : place + piece]
        end += len(data)
        command.on_output(data, end, scanner.feed(data, end))
    return reply_text(command.read())


def test_a_hundred_thousand_lines_are_whole() -> None:
    lines = "\n".join(map(str, range(100_000)))
    assert reply(f"{lines}\n".replace("\n", "\r\n").encode()) == lines


@pytest.mark.slow
def test_a_line_of_five_megabytes_is_identical_up_to_the_limit_and_at_its_end() -> None:
    line = "".join(f"{number:08}" for number in range(625_000))
    first, left_out, last = LEFT_OUT.split(reply(f"{line}\r\n".encode()))
    assert first == line[:REPLY_BYTES]
    assert last == line[1 - REPLY_END_BYTES :]  # its line break was the last of them
    assert abs(int(left_out.replace(",", "")) - (len(line) - REPLY_BYTES - REPLY_END_BYTES)) < 100


@pytest.mark.slow
def test_more_than_is_kept_has_its_beginning_and_its_end() -> None:
    lines = "\n".join(f"line {number}" for number in range(1_500_000))  # 18 MB
    first, left_out, last = LEFT_OUT.split(reply(f"{lines}\n".replace("\n", "\r\n").encode()))
    assert first == lines[:REPLY_BYTES]
    assert lines.endswith(last)
    assert len(last) > REPLY_END_BYTES - 100
    assert len(lines) - len(first) - len(last) < int(left_out.replace(",", "")) < 1.2 * len(lines)


def test_a_little_more_than_the_limit_is_whole() -> None:
    line = "z" * (REPLY_BYTES + REPLY_END_BYTES)
    assert reply(line.encode()) == line
    assert len(LEFT_OUT.findall(reply(f"{line}z".encode()))) == 1


def test_a_cut_never_halves_a_character() -> None:
    assert "\ufffd" not in reply(("x" + "한" * 1_000_000).encode())


def test_much_output_that_paints_over_itself_is_what_is_left_of_it() -> None:
    bar = b"".join(b"\r%3d%%\x1b[K" % (number % 101) for number in range(20_000))
    assert reply(bar + b"\r\x1b[Kdone\r\n") == "done"


def test_what_was_printed_while_nobody_kept_it_is_told() -> None:
    assert reply_text(Printed((b"rest\r\n",), lost=1234)).split("\n", 1) == [
        "[… The first 1,234 bytes of this output are not kept: the server was restarted while it was printed. …]",
        "rest",
    ]
