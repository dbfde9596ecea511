"""A project folder that is swapped for a link out of the allowed ones while an agent starts in it."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from holder_process import Heard, orders, python, run_folder
from open_services import open_services
from waiting import until

from areyouj_jupyter.errors import AreYouJError, FolderInvalid, FolderOutside, StartFailed
from areyouj_jupyter.models import AgentSettings, CreateAgent, CreateSession
from areyouj_jupyter.server.process.project_folders import Folders
from areyouj_jupyter.server.sessions.session import Session
from areyouj_jupyter.server.sessions.session_deps import Limits
from areyouj_jupyter.server.terminals.holders.holder_client import Holder

OUTSIDE = Path("/etc")
STARTS = 60
TOLD = python("import os; print('in', os.getcwd(), os.environ['PWD'], sorted(os.listdir('/dev/fd'))); input()")


def swap(project: Path, outside: Path = OUTSIDE) -> None:
    """From now on its name leads out; `back` undoes it."""
    project.rename(project.with_name("aside"))
    project.symlink_to(outside)


def back(project: Path) -> None:
    project.unlink()
    project.with_name("aside").rename(project)


def descriptors(pid: int) -> list[str]:
    """What a process has open."""
    return [os.readlink(each) for each in Path(f"/proc/{pid}/fd").iterdir()]


@contextmanager
def swapping(project: Path, outside: Path = OUTSIDE) -> Iterator[None]:
    """While inside, a thread swaps it to and fro, as quickly as it can."""
    ended = threading.Event()

    def work() -> None:
        while not ended.is_set():
            swap(project, outside)
            back(project)

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def test_a_folder_that_is_open_is_checked_by_what_is_open_and_not_by_its_name(tmp_path: Path) -> None:
    root = tmp_path.resolve()
    project, folders = root / "project", Folders(root, (root,))
    project.mkdir()
    with folders.open("project") as folder:
        swap(project)
        assert (folder.path, Path(f"/proc/self/fd/{folder.fd}").readlink()) == (project, root / "aside")
    with pytest.raises(FolderOutside, match=f"The folder {OUTSIDE} is outside"):
        folders.open("project")


@pytest.mark.slow
def test_what_is_opened_while_it_is_swapped_is_never_outside(tmp_path: Path) -> None:
    root, outside = tmp_path.resolve() / "root", tmp_path.resolve() / "outside"
    for place in (root / "project", outside):
        (place / "deep").mkdir(parents=True)
    inside = (root / "project" / "deep").stat()
    folders, opened, refused = Folders(root, (root,)), 0, 0
    with swapping(root / "project", outside):
        for _ in range(5_000):
            try:
                with folders.open("project/deep") as folder:
                    assert os.path.samestat(os.fstat(folder.fd), inside)
                    opened += 1
            except (FolderInvalid, FolderOutside):
                refused += 1
    assert opened and refused


async def test_an_agent_starts_in_the_folder_that_was_checked_and_inherits_nothing_else() -> None:
    with run_folder() as base:
        project = base / "project"
        project.mkdir()
        with Folders(base, (base,)).open("project") as folder:
            swap(project)
            heard = Heard()
            order = orders(base, *TOLD, cwd=str(project), cwd_fd=folder.fd)
            holder = await Holder.start(order, heard, 1)
            await until(lambda: b"]" in heard.output, "it told where it is")
            aside = base / "aside"
            assert heard.output.decode().strip() == f"in {aside} {aside} ['0', '1', '2', '3']"
            assert str(aside) not in descriptors(holder.meta.holder_pid)
            await holder.stop()
            holder.detach()


async def test_one_that_is_removed_after_the_check_is_told() -> None:
    with run_folder() as base:
        (base / "project").mkdir()
        with Folders(base, (base,)).open("project") as folder:
            (base / "project").rmdir()
            order = orders(base, *TOLD, cwd=str(base / "project"), cwd_fd=folder.fd)
            with pytest.raises(OSError, match="project: No such file"):
                await Holder.start(order, Heard(), 1)


async def started_in(session: Session) -> Path:
    """Where its process was started; the session has ended then."""
    place = os.readlink(f"/proc/{session.pid}/cwd")
    await session.stop()
    return Path(place)


@pytest.mark.slow
@pytest.mark.timeout(300)
async def test_no_start_and_no_restart_leads_out_however_often_the_folder_is_swapped(tmp_path: Path) -> None:
    root = (tmp_path / "root").resolve()
    (root / "project").mkdir(parents=True)
    places: list[Path] = []
    refused: list[str] = []
    async with open_services(tmp_path) as services:
        agent = CreateAgent(name="writer", spec="shell", project_path="project")
        await services.registry.create_agent(agent)
        with swapping(root / "project"):
            while len(places) < STARTS:
                try:
                    session = await services.registry.create_session(CreateSession(agent="writer"))
                    places.append(await started_in(session))
                    for _ in range(3):
                        await session.restart()
                        places.append(await started_in(session))
                except AreYouJError as error:
                    refused.append(error.reason)
    assert {place.name for place in places} <= {"project", "aside"}
    assert {place.parent for place in places} == {root}
    assert set(refused) <= {"FolderInvalid", "FolderOutside", "StartFailed"}


async def test_a_restart_after_a_crash_is_checked_again(tmp_path: Path) -> None:
    root = (tmp_path / "root").resolve()
    (root / "project").mkdir(parents=True)
    async with open_services(tmp_path, Limits(restart_delay=0.05)) as services:
        settings = AgentSettings(arguments=["-c", "read line; exit 3"], restart=True)
        await services.registry.create_agent(
            CreateAgent(name="writer", spec="shell", project_path="project", settings=settings)
        )
        session = await services.registry.create_session(CreateSession(agent="writer"))
        swap(root / "project")
        session.running().press("<Enter>")
        await until(lambda: not session.lifecycle.alive, "it stays ended")
        assert session.status.reason.startswith(
            f"The agent could not be restarted: The folder {OUTSIDE} is outside the allowed folders"
        )
        with suppress(FolderOutside):
            await session.restart()
            raise AssertionError("it was started")
        back(root / "project")
        await session.restart()
        assert await started_in(session) == root / "project"
        (root / "project").rmdir()
        with pytest.raises(StartFailed, match="project does not exist"):
            await session.restart()
