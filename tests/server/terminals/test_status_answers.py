"""A program asks whether its terminal takes OSC 7501: one yes, by whoever reads the terminal then."""

from __future__ import annotations

import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from earlier_holders import commits, holders_of
from holder_process import RAW, Heard, held, python
from incarnations import running
from waiting import until

from areyouj_jupyter.holder.status_query import ANSWER, StatusQueries
from areyouj_jupyter.server.terminals.holders.holder_client import Holder
from areyouj_jupyter.specs.shell import SPEC as SHELL

pytestmark = pytest.mark.slow

BEL, ST, DA1 = b"\x1b]7501;?\x07", b"\x1b]7501;?\x1b\\", b"\x1b[c"
ASKING = python(
    RAW + "import signal; got = open('got', 'ab', 0); turn = 0\n"
    "def ask(*_):\n"
    "  global turn; turn += 1; data = memoryview(open(f'ask-{turn}', 'rb').read())\n"
    "  while data: data = data[os.write(1, data):]\n"
    "  open(f'asked-{turn}', 'w')\n"
    "signal.signal(signal.SIGUSR1, ask); os.write(1, b'ready')\n"
    "while data := os.read(0, 4096): got.write(data)"
)
"""It prints the file `ask-1` when it gets a signal, `ask-2` at the next, and what it is told goes to the file `got`."""


@dataclass
class Agent:
    """One that asks, the server that it has, and its folder."""

    holder: Holder
    heard: Heard
    folder: Path
    turns: int = 0

    async def print(self, data: bytes) -> None:
        """Let it print this, all of which is read then."""
        self.turns += 1
        (self.folder / f"ask-{self.turns}").write_bytes(data)
        os.kill(self.holder.meta.pid, signal.SIGUSR1)
        await until((self.folder / f"asked-{self.turns}").exists, "that it is printed")

    async def got(self, wanted: bytes) -> None:
        """It was told this, and nothing else before the next word that it is told."""
        path = self.folder / "got"
        await until(lambda: path.read_bytes() == wanted, f"{path.read_bytes()!r} to be {wanted!r}")
        await self.attach()
        self.holder.write(b".")
        await until(lambda: path.read_bytes().endswith(b"."))
        assert path.read_bytes() == wanted + b"."
        path.write_bytes(b"")

    async def attach(self) -> None:
        """Let another server have it, which knows all output afterwards."""
        self.holder.detach()
        self.heard = Heard()
        self.holder = await Holder.attach(self.holder.meta, self.heard, None)


@asynccontextmanager
async def asking(asks: bool = True, **changes: object) -> AsyncIterator[Agent]:
    """One that is ready, before a server."""
    async with held(*ASKING, program_status=asks, **changes) as (holder, heard, folder):
        agent = Agent(holder, heard, folder)
        await until(lambda: heard.output == b"ready", "the program")
        try:
            yield agent
        finally:
            assert await agent.holder.stop() == []
            agent.holder.detach()


async def test_a_server_answers_at_once_and_only_the_query() -> None:
    async with asking() as agent:
        await agent.print(BEL + DA1)
        await agent.got(BEL)
        await agent.print(b"one" + ST + b"two" + BEL)
        await agent.got(ST + BEL)


async def test_a_server_answers_though_the_holder_does_nothing() -> None:
    async with asking() as agent:
        os.kill(agent.holder.meta.holder_pid, signal.SIGSTOP)
        try:
            await agent.print(BEL)
            await until(lambda: (agent.folder / "got").read_bytes() == BEL)
        finally:
            os.kill(agent.holder.meta.holder_pid, signal.SIGCONT)
        await agent.got(BEL)


async def test_without_a_server_the_holder_answers_and_then_what_is_asked_right_behind() -> None:
    async with asking() as agent:
        agent.holder.detach()
        await agent.print(BEL + DA1)
        await agent.got(BEL + ANSWER)
        agent.holder.detach()
        await agent.print(DA1 + b"\x1b[6n")  # these are for whoever shows the screen
        await agent.print(ST)
        await agent.got(ST)


async def test_what_a_killed_server_read_but_did_not_answer_is_answered_by_the_holder(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with asking() as agent:
        monkeypatch.setattr(StatusQueries, "look", lambda self: None)  # of this process: as if it was killed here
        await agent.print(BEL + DA1)
        await until(lambda: agent.heard.output.endswith(DA1))
        agent.holder.detach()
        await until((agent.folder / "got").read_bytes)
        monkeypatch.undo()
        await agent.got(BEL + ANSWER)


async def test_what_a_server_read_that_does_not_know_the_query_stays_unanswered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with asking() as agent:
        for name in ("begin", "look"):
            monkeypatch.setattr(StatusQueries, name, lambda self: None)
        await agent.attach()
        await agent.print(BEL)
        await until(lambda: agent.heard.output.endswith(BEL))
        agent.holder.detach()
        monkeypatch.undo()
        await agent.print(ST)
        await agent.got(ST)


async def test_a_query_that_two_of_them_read_a_part_of_is_answered_once() -> None:
    async with asking() as agent:
        for cut in (3, len(BEL) - 1):
            await agent.print(BEL[:cut])
            await until(lambda cut=cut: agent.heard.output.endswith(BEL[:cut]))
            agent.holder.detach()
            await agent.print(BEL[cut:] + BEL[:cut])
            await agent.attach()
            await agent.print(BEL[cut:])
            await agent.got(BEL + BEL)


@pytest.mark.parametrize("served", [True, False], ids=["server", "holder"])
async def test_a_query_in_a_flood_is_answered_whatever_the_ring_keeps(served: bool) -> None:
    async with asking(ring_bytes=64 * 1024) as agent:
        if not served:
            agent.holder.detach()
        await agent.print((b"x" * 300_000 + BEL) * 5)
        await agent.got(BEL * 5)


async def test_a_program_that_is_not_expected_to_ask_gets_no_answer() -> None:
    async with asking(asks=False) as agent:
        await agent.print(BEL)
        agent.holder.detach()
        await agent.print(BEL + DA1)
        await agent.got(b"")


@pytest.mark.parametrize("commit", commits()[:-1])
async def test_in_an_earlier_holder_nothing_is_answered_and_nothing_breaks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, commit: str
) -> None:
    with holders_of(commit, tmp_path / "earlier", monkeypatch):
        async with asking() as agent:
            await agent.print(BEL + DA1)
            agent.holder.detach()
            await agent.print(BEL)
            await agent.got(b"")
            assert agent.heard.output == b"ready" + BEL + DA1 + BEL


async def test_the_screen_answers_what_comes_behind_the_query_later_and_once(tmp_path: Path) -> None:
    ask = b"printf '\\033]7501;?\\007\\033[c'; read -s -dc -t5 a; read -s -N1 -t0.3 b; printf 'got <%q>\\n' \"$a|$b\"\r"
    async with running(tmp_path, replace(SHELL, program_status=True)) as run:
        run.terminal.write(ask)
        await until(lambda: b"got <$" in run.terminal.ring.read()[0])
        printed = run.terminal.ring.read()[0].decode()
    assert printed.rpartition("got <")[2].startswith("$'\\E]7501;?\\a\\E[?62;22|'>")
