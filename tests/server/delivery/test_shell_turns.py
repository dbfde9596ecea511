"""Commands of a real shell: what they print is the reply, and how long they run is the turn."""

from __future__ import annotations

import asyncio
from pathlib import Path

import psutil
import pytest
from incarnations import over, running, sent
from terminal_window import Window, no_stall
from waiting import until

from areyouj_jupyter.server.delivery.command_reply import REPLY_BYTES
from areyouj_jupyter.server.delivery.last_turn import last_turn
from areyouj_jupyter.server.status.evidence import TurnEnd
from areyouj_jupyter.specs import Fact, Turn
from areyouj_jupyter.specs.shell import SPEC as SHELL

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("command", "reply", "exit_code"),
    [
        ("echo hi", "hi", 0),
        ("false", "", 1),
        ("ls /nowhere 2>/dev/null; (exit 42)", "", 42),
        ("python3 -c 'print(\"x\" * 3000)'", "x" * 3000, 0),
        ("sh -c 'kill -TERM $$'", "Terminated", 143),
        ("printf 'a\\rb\\n\\033[31mred\\033[0m 한 🙂\\n'", "b\nred 한 🙂", 0),
        ("for i in 1 2; do echo $i; done\necho last", "1\n2\nlast", 0),
        ("seq 1 3000 | tail -2; tty | cut -c1-5", "2999\n3000\n/dev/", 0),
    ],
)
async def test_a_shells_reply_is_what_the_command_printed(
    tmp_path: Path, command: str, reply: str, exit_code: int
) -> None:
    async with running(tmp_path, SHELL) as run:
        assert (await sent(run, command)).status == "processing"
        assert await over(run) == Turn(reply, None, exit_code=exit_code)
        assert run.evidence.ended == TurnEnd(Fact.FINISHED, "")


async def test_a_line_that_is_drawn_again_before_its_enter_is_read_has_its_reply(tmp_path: Path) -> None:
    async with running(tmp_path, SHELL) as run:
        for number in range(5):
            shell = psutil.Process(run.terminal.ptyproc.pid)
            shell.suspend()
            run.terminal.ptyproc.holder.resize(30 + number, 100)  # bash draws its prompt again before it reads on
            sending = asyncio.create_task(sent(run, f"echo {number}"))
            await until(lambda count=number: run.submits > count, "Enter")
            shell.resume()
            assert (await sending).status == "processing"
            assert await over(run) == Turn(str(number), None, exit_code=0)
            assert await run.until(lambda: run.verdict().state == "idle", 5)


async def test_a_comment_has_no_reply_and_not_that_of_the_command_before(tmp_path: Path) -> None:
    async with running(tmp_path, SHELL) as run:
        await sent(run, "echo hi")
        assert (await over(run)).text == "hi"
        assert await run.until(lambda: run.verdict().state == "idle", 5)
        assert (await sent(run, "# nothing")).status == "processing"
        assert await over(run) == Turn("", None)


async def test_a_hundred_thousand_lines_and_a_line_of_five_megabytes_lose_nothing_silently(tmp_path: Path) -> None:
    async with running(tmp_path, SHELL) as run:
        await sent(run, "seq 1 100000")
        assert (await over(run)).text == "\n".join(map(str, range(1, 100_001)))
        assert await run.until(lambda: run.verdict().state == "idle", 5)
        await sent(run, "head -c 5000000 /dev/zero | tr '\\0' x")
        first, mark, last = (await over(run)).text.split("\n")
        assert first == "x" * REPLY_BYTES
        assert "3,88" in mark
        assert set(last) == {"x"}


async def test_a_shell_is_busy_while_a_program_runs_and_ctrl_c_ends_it(tmp_path: Path) -> None:
    async with running(tmp_path, SHELL) as run:
        await sent(run, "sleep 60")
        assert run.verdict().state == "busy"
        shell = psutil.Process(run.terminal.ptyproc.pid)
        await until(
            lambda: run.terminal.ptyproc.foreground() and [each.name() for each in shell.children()] == ["sleep"]
        )
        run.press(run.spec.interrupt)
        assert await run.until(lambda: run.verdict().state == "idle", 5)


async def test_a_reply_of_a_quarter_megabyte_holds_up_nobody(tmp_path: Path) -> None:
    async with running(tmp_path, SHELL) as run:
        await sent(run, "yes | head -c 300000")
        await run.until(lambda: not run.evidence.turn, 10)
        async with no_stall():
            turn = await last_turn(run, run.evidence.ended)
        assert set(turn.text.split("\n")) == {"y"}


async def test_the_screen_answers_queries_only_while_no_browser_does(tmp_path: Path) -> None:
    async with running(tmp_path, SHELL) as run:
        ask = "IFS= read -rsd R -p $'\\e[6n' -t 0.3 place; printf '%q\\n' \"$place\""
        await sent(run, ask)
        assert "[" in (await over(run)).text
        run.terminal.clients.append(Window())
        assert await run.until(lambda: run.verdict().state == "idle", 5)
        await sent(run, ask)
        assert (await over(run)).text == "''"
