"""Nothing left: descriptors, processes, terminals. It is told in words, nothing stays half-started, all goes on."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import psutil
import pytest
from holder_process import Heard, orders, run_folder, shell
from jupyter_process import UNSHARE, jupyter_process
from local_http import LOCAL
from open_services import open_services
from waiting import until, until_now

from areyouj_jupyter.errors import OutOfResources, Unavailable
from areyouj_jupyter.holder.process.shortage import DESCRIPTORS, MEMORY, PROCESSES, TERMINALS
from areyouj_jupyter.models import CreateSession
from areyouj_jupyter.server.process.shortage import shortage
from areyouj_jupyter.server.terminals import HolderFailed
from areyouj_jupyter.server.terminals.holders.holder_client import Holder

NOBODY = 65534  # a user to whom limits of processes mean something
FEW_TERMINALS = (
    *(*UNSHARE, "--mount", "sh", "-c"),
    'mount -t devpts -o ptmxmode=0666,max=2 devpts /dev/pts && mount --bind /dev/pts/ptmx /dev/ptmx && exec "$@"',
    "sh",
)
"""A machine that has two terminals."""


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.EMFILE, "Too many open files"), DESCRIPTORS),
        (OSError(errno.ENFILE, "Too many open files in system"), DESCRIPTORS),
        (BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable"), PROCESSES),
        (RuntimeError("can't start new thread"), PROCESSES),
        (OSError(errno.ENOMEM, "Cannot allocate memory"), MEMORY),
        (MemoryError(), MEMORY),
        (HolderFailed("shortage", TERMINALS), TERMINALS),
        (HolderFailed("program", "no such program"), None),
        (OSError(errno.ENOENT, "No such file"), None),
        (RuntimeError("something else"), None),
    ],
)
def test_each_shortage_is_told_in_words_and_nothing_else_is_one(error: Exception, words: str | None) -> None:
    found = shortage(error, "It could not be started")
    assert (found and found.message) == (words and f"It could not be started: {words}.")
    assert issubclass(OutOfResources, Unavailable)  # 503


@contextmanager
def descriptors_left(count: int) -> Iterator[None]:
    """While inside, only so many can be opened."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    taken: list[int] = []
    resource.setrlimit(resource.RLIMIT_NOFILE, (len(os.listdir("/dev/fd")) + 100, hard))
    try:
        with contextlib.suppress(OSError):
            while True:
                taken.append(os.dup(0))
        for _ in range(count):
            os.close(taken.pop())
        yield
    finally:
        for fd in taken:
            os.close(fd)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def children() -> set[psutil.Process]:
    """Of this process, those that live or wait to be reaped; servers that many tests share are among them."""
    return set(psutil.Process().children())


@pytest.mark.slow
@pytest.mark.timeout(240)
async def test_a_start_with_few_descriptors_left_is_refused_or_whole(tmp_path: Path) -> None:
    async with open_services(tmp_path) as services:
        session = await services.registry.create_session(CreateSession(spec="shell"))
        await services.registry.delete_session(session.id)
        before, others = len(os.listdir("/dev/fd")), children()
        outcomes = []
        for count in (*range(0, 12), 16, 20, 24, 28, 31, 32, 33, 36, 40, 60):
            with descriptors_left(count):
                try:
                    session = await services.registry.create_session(CreateSession(spec="shell"))
                except Unavailable as error:  # SQLite may be the first to need one
                    outcomes.append(error.reason)
                    if isinstance(error, OutOfResources):
                        assert error.message.endswith(f": {DESCRIPTORS}.")
                else:
                    outcomes.append("started")
                    await until(lambda run=session: run.status.state == "idle", f"it is ready, with {count} left")
                    await services.registry.delete_session(session.id)
            await until(lambda: not children() - others, f"no process is left with {count}")
            await until(lambda: len(os.listdir("/dev/fd")) == before, f"no descriptor is left open with {count}")
            assert services.registry.list_sessions() == []
        assert outcomes[0] in ("OutOfResources", "DatabaseUnusable")
        assert outcomes[-1] == "started"
        assert set(outcomes) <= {"started", "OutOfResources", "DatabaseUnusable"}
        assert os.listdir(tmp_path / "data" / "run") == []
        assert await services.agents.live_instances() == []


@contextmanager
def no_process_left() -> Iterator[None]:
    """While inside, we are a user who has as many processes as are allowed."""
    limits = resource.getrlimit(resource.RLIMIT_NPROC)
    resource.setrlimit(resource.RLIMIT_NPROC, (1, limits[1]))
    user = os.getuid()
    if user == 0:
        os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        if user == 0:
            os.setresuid(0, 0, 0)
        resource.setrlimit(resource.RLIMIT_NPROC, limits)


async def test_without_a_process_left_the_start_says_so_and_the_next_one_works() -> None:
    with run_folder() as folder:
        order = orders(folder, *shell("sleep 60"))
        await asyncio.to_thread(print)  # its thread is there before
        with no_process_left(), pytest.raises((OSError, RuntimeError)) as raised:
            await Holder.start(order, Heard(), 1)
        found = shortage(raised.value, "It could not be started")
        assert found and found.message == f"It could not be started: {PROCESSES}."
        holder = await Holder.start(order, Heard(), 1)
        assert await holder.stop() == []
        holder.detach()


@pytest.mark.slow
def test_without_a_terminal_left_the_start_says_so_and_the_next_one_works(tmp_path: Path) -> None:
    with jupyter_process(tmp_path, inside=FEW_TERMINALS) as server:
        url = server.url + "areyouj/api/"
        with httpx.Client(base_url=url, headers=server.headers, timeout=20, **LOCAL) as client:
            ids = [client.post("sessions", json={"spec": "shell"}).json()["id"] for _ in range(2)]
            refused = client.post("sessions", json={"spec": "shell"})
            assert (refused.status_code, refused.json(), refused.headers["Retry-After"]) == (
                *(503, {"message": f"Shell (bash) could not be started: {TERMINALS}.", "reason": "OutOfResources"}),
                "1",
            )
            assert [each["id"] for each in client.get("sessions").json()] == ids
            assert len(os.listdir(server.data / "run")) == 2
            assert psutil.Process(server.pid).children() == []
            restarted = client.post(f"sessions/{ids[1]}/restart")
            assert restarted.status_code == 200  # its own terminal is free by then
            client.delete(f"sessions/{ids[0]}").raise_for_status()
            assert client.post("sessions", json={"spec": "shell"}).status_code == 201
            until_now(lambda: len(os.listdir(server.data / "run")) == 2, "nothing else is left")
