"""Programs for terminals, standard library only: `python flood.py flood MB | echo | redraw HZ`."""

from __future__ import annotations

import os
import sys
import termios
import time
import tty

BEGIN, END = b"<<BEGIN>>", b"<<END>>"
BOX = "╭─╮│╰╯"


def payload() -> bytes:
    """About 64 KiB of a colourful full-screen program: cursor moves, 256 colours, boxes, some Korean."""
    lines = []
    for row in range(700):
        colour, place = 16 + row % 216, f"\x1b[{row % 40 + 1};{row % 7 + 1}H"
        words = f"\x1b[38;5;{colour}m● edit\x1b[0m src/module_{row}.py \x1b[2m(+{row} -{row % 13})\x1b[22m"
        lines.append(f"{place}{BOX[3]} {words} \x1b[1mline {row * 17 % 997}\x1b[0m 안녕\x1b[K")
    return "".join(lines).encode()


def flood(megabytes: float) -> None:
    """BEGIN, so many times 1e6 bytes (0: without end), END."""
    piece = payload()
    left = megabytes * 1e6 or float("inf")
    os.write(1, BEGIN)
    while left > 0:
        data = memoryview(piece)
        while data:
            data = data[os.write(1, data) :]
        left -= len(piece)
    os.write(1, END)


def echo() -> None:
    """What is typed comes back as it is."""
    os.write(1, BEGIN)
    while data := os.read(0, 65536):
        os.write(1, data)


def redraw(hertz: float) -> None:
    """A spinner and a status line, about 300 bytes each time, as an agent at work has."""
    os.write(1, BEGIN)
    due, number = time.monotonic(), 0
    while True:
        number += 1
        rows = "".join(
            f"\x1b[{row};1H\x1b[38;5;{number % 200}m▌ working {number:6d} {row}\x1b[0m\x1b[K" for row in range(1, 7)
        )
        os.write(1, rows.encode())
        due += 1 / hertz
        time.sleep(max(0.0, due - time.monotonic()))


def main() -> None:
    """Without output processing and echo: the line discipline would be what is measured."""
    before = termios.tcgetattr(0)
    tty.setraw(0)
    try:
        program, *arguments = sys.argv[1:]
        {"flood": flood, "echo": echo, "redraw": redraw}[program](*map(float, arguments))
    finally:
        termios.tcsetattr(0, termios.TCSADRAIN, before)


if __name__ == "__main__":
    main()
