"""What a program asks its terminal: answered once, by the browser that had the question, or else by our screen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from incarnations import Watched, running
from terminal_window import Window
from waiting import until

from areyouj_jupyter.specs.shell import SPEC as SHELL

pytestmark = pytest.mark.slow

QUERY = "\x1b[6n"  # where is the cursor?
ASK = b"printf '\\033[6n'; read -s -dR -t1 place; echo got ${#place}\r"


async def got(run: Watched) -> int:
    """How many characters of an answer the program read."""
    start = run.terminal.ring.end
    run.terminal.write(ASK)
    found = await until(lambda: re.search(rb"got (\d+)\r\n", run.terminal.ring.read(start)[0]))
    return int(found[1])


async def test_a_question_is_answered_by_the_screen_though_a_browser_comes_before_it_is_read(tmp_path: Path) -> None:
    async with running(tmp_path, SHELL) as run:
        window = Window()

        def come(data: bytes, _end: int) -> None:
            if QUERY.encode() in data:
                run.terminal.audience.attach(window)
                run.look()

        run.output.append(come)
        assert await got(run) > 0
        assert run.terminal.watched


async def test_a_question_that_a_browser_had_is_not_answered_by_the_screen_when_it_is_gone(tmp_path: Path) -> None:
    class Leaving(Window):
        def on_pty_read(self, text: str) -> None:
            super().on_pty_read(text)
            if QUERY in self.text:
                run.terminal.audience.detach(self)
                run.screen.show()

    async with running(tmp_path, SHELL) as run:
        run.terminal.audience.attach(Leaving())
        assert await got(run) == 0
        assert not run.terminal.watched
        assert await got(run) > 0  # nobody else is there now
