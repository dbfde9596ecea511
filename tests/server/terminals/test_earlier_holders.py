"""A holder of every earlier wire, run by the code of its commit, is adopted: nothing is lost, doubled or garbled."""

from __future__ import annotations

import os
import re
import signal
from pathlib import Path

import pytest
from data_folder import Place, only, standing
from earlier_holders import commits, holders_of
from holder_process import Heard, held, marked, python, state
from incarnations import truth
from open_services import ended, reply_to, sent, started
from waiting import until

from areyouj_jupyter.holder import wire
from areyouj_jupyter.models import AnswerPrompt, TypeKeys
from areyouj_jupyter.server.terminals import find_holders
from areyouj_jupyter.server.terminals.holders import heartbeat
from areyouj_jupyter.server.terminals.holders.holder_client import Holder
from areyouj_jupyter.server.terminals.holders.holder_wires import SPOKEN

pytestmark = pytest.mark.slow

COMMITS = commits()
RING = 64 * 1024  # bytes; the least
PRINTER = python(
    "import os, tty; tty.setraw(0); os.write(1, b'ready'); n = 0\n"
    "while data := os.read(0, 4096):\n"
    "  for _ in data: os.write(1, b''.join(b'%07d.' % i for i in range(n, n + 1000))); n += 1000"
)


def test_the_history_is_here_and_every_version_that_was_is_spoken() -> None:
    assert len(COMMITS) >= 5, "a clone of the whole history is needed: git fetch --unshallow"
    assert wire.VERSION in SPOKEN


@pytest.mark.parametrize("commit", COMMITS)
async def test_an_agent_in_an_earlier_holder_is_adopted_and_works(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, commit: str
) -> None:
    monkeypatch.setattr(heartbeat, "PERIOD", 0.5)
    with holders_of(commit, tmp_path / "earlier", monkeypatch):
        async with place.services() as services:
            session = await started(services)
            first = await sent(session, "before")
            assert (await ended(services, first)).status == "completed"
            running = await sent(session, "[[slow 3]] over the end")
            await until(lambda: session.status.state == "busy")
    meta = place.holder().meta
    async with place.services() as services:
        session = only(services)
        await until(lambda: standing(session) == ("busy", None, "busy", meta.pid))
        assert (await ended(services, running)).status == "completed"
        after = await sent(session, "after\nin two lines")
        assert (await ended(services, after)).status == "completed"
        assert "after" in (await reply_to(services, after)).content
        assert [text for _, text in truth(place.folder)] == ["before", "[[slow 3]] over the end", "after\nin two lines"]
        asking = await sent(session, "[[permission touch it]]")
        prompt = await until(lambda: session.status.prompt)
        await session.answer(AnswerPrompt(prompt_id=prompt.id, choice="1"))
        assert (await ended(services, asking)).status == "completed"
        os.kill(meta.holder_pid, signal.SIGSTOP)
        await until(lambda: session.status.holder == "not_answering")
        os.kill(meta.holder_pid, signal.SIGCONT)
        await until(lambda: session.status.holder is None)
        await session.stop()
        await until(lambda: state(meta.holder_pid) == "")
        assert marked(meta.session_id) == []


@pytest.mark.parametrize("commit", COMMITS)
async def test_a_shell_in_an_earlier_holder_tells_what_runs_and_how_it_ends(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, commit: str
) -> None:
    with holders_of(commit, tmp_path / "earlier", monkeypatch):
        async with place.services() as services:
            await started(services, "prompt", "shell", restart=False)
    async with place.services() as services:
        session = only(services)
        asleep = await sent(session, "sleep 1; echo slept")
        await until(lambda: session.status.state == "busy")
        assert (await ended(services, asleep)).status == "completed"
        assert (await reply_to(services, asleep)).content == "slept"
        await until(lambda: session.status.state == "idle", "the end of the first command")
        await session.keys(TypeKeys(keys="sleep 600<Enter>"))
        await until(lambda: session.status.state == "busy")
        await session.interrupt()
        await until(lambda: session.status.state == "idle")
        await session.keys(TypeKeys(keys="exit 3<Enter>"))
        await until(lambda: session.status.state == "exited")
        assert session.status.reason == "The agent exited with code 3."
        assert find_holders(place.folder / "data" / "run") == []


@pytest.mark.parametrize("commit", COMMITS)
async def test_no_output_is_lost_or_told_twice_between_an_earlier_holder_and_two_servers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, commit: str
) -> None:
    with holders_of(commit, tmp_path / "earlier", monkeypatch):
        async with held(*PRINTER, ring_bytes=RING) as (holder, heard, _):
            await until(lambda heard=heard: heard.output == b"ready", "the program")  # raw mode drops what came before
            for turn in range(4):  # around its ring more than twice, by the server and by the holder
                for _ in range(5):
                    end = heard.end
                    assert holder.write(b"x")
                    await until(lambda end=end, heard=heard: heard.end >= end + 8000)
                holder.detach()
                later = Heard()
                holder = await Holder.attach(holder.meta, later, turn + 2, heard.end)
                assert holder.welcome.end == heard.end
                kept, first = holder.ring.read()
                assert heard.output.endswith(kept[-RING:]) and first + len(kept) == heard.end
                later.output, later.first = heard.output, heard.first
                heard = later
            text = heard.output.decode().removeprefix("ready")
            numbers = [int(each) for each in re.findall(r"(\d{7})\.", text)]
            assert (numbers, heard.gaps) == (list(range(20_000)), [])
            assert await holder.stop() == []
            holder.detach()
