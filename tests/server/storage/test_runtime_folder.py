"""The folder for sockets: short and private to this user, wherever others were first."""

from __future__ import annotations

import os
import shutil
import socket
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from open_services import open_services
from waiting import until

from areyouj_jupyter.models import CreateSession
from areyouj_jupyter.server.sessions.session import Session
from areyouj_jupyter.server.storage import runtime_folder as runtime_folder_module
from areyouj_jupyter.server.storage.runtime_folder import LENGTH, is_private, runtime_folder

NOBODY = 65534


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """What stands for /tmp: short, too."""
    place = Path(tempfile.mkdtemp(prefix="areyouj-", dir="/tmp"))
    monkeypatch.setattr(runtime_folder_module, "SHORT", str(place))
    yield place
    shutil.rmtree(place)


def occupy(folder: Path) -> None:
    """As another user does who was here first; where we cannot be one, as one of ours that is open to all."""
    folder.mkdir(mode=0o700)
    if os.getuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
    else:
        folder.chmod(0o777)


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The system's temporary folder is one of the test's own, a short one beside `tmp_path`."""
    place = Path(os.path.realpath(tempfile.mkdtemp(prefix="areyouj-", dir="/tmp")))
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    yield place
    shutil.rmtree(place)


def test_it_stands_in_the_users_runtime_folder_and_is_private(short: Path) -> None:
    folder = runtime_folder({"XDG_RUNTIME_DIR": str(short)})
    assert folder == short / "areyouj"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert runtime_folder({"XDG_RUNTIME_DIR": str(short)}) == folder


@pytest.mark.parametrize("environment", [{}, {"XDG_RUNTIME_DIR": ""}, {"XDG_RUNTIME_DIR": "/run/user/no-such-user"}])
def test_without_a_usable_one_it_stands_in_the_temporary_folder(environment: dict[str, str], temporary: Path) -> None:
    assert runtime_folder(environment) == temporary / f"areyouj-{os.getuid()}"


@pytest.mark.parametrize("mode", [0o755, 0o701, 0o770])
def test_one_that_is_open_to_others_is_left_alone(mode: int, temporary: Path, short: Path) -> None:
    folder = temporary / f"areyouj-{os.getuid()}"
    folder.mkdir()
    folder.chmod(mode)
    assert runtime_folder({}) == short / folder.name


def test_a_link_in_its_place_is_not_followed(temporary: Path, short: Path) -> None:
    (temporary / "elsewhere").mkdir(mode=0o700)
    (temporary / f"areyouj-{os.getuid()}").symlink_to("elsewhere")
    assert runtime_folder({}) == short / f"areyouj-{os.getuid()}"


def test_a_file_in_its_place_is_left_alone(temporary: Path, short: Path) -> None:
    (temporary / f"areyouj-{os.getuid()}").write_text("")
    assert runtime_folder({}) == short / f"areyouj-{os.getuid()}"


def test_where_another_user_was_first_it_stands_in_the_data_folder(
    temporary: Path, short: Path, tmp_path: Path
) -> None:
    for place in (temporary, short):
        occupy(place / f"areyouj-{os.getuid()}")
    data = short / "data"
    data.mkdir(mode=0o700)
    for _ in range(2):
        assert runtime_folder({}, data) == data / "sockets"
        assert is_private(data / "sockets")


def test_where_that_is_too_long_it_is_a_new_one_with_a_random_name(
    temporary: Path, short: Path, tmp_path: Path
) -> None:
    for place in (temporary, short):
        occupy(place / f"areyouj-{os.getuid()}")
    data = tmp_path / ("x" * 80)
    data.mkdir(mode=0o700)
    first, second = (runtime_folder({}, data) for _ in range(2))
    assert first != second
    assert first.parent == second.parent == short
    assert is_private(first)


def test_a_long_one_is_not_taken_since_its_sockets_could_not_be_bound(temporary: Path, tmp_path: Path) -> None:
    given = tmp_path / ("x" * (110 - len(str(tmp_path)) - 1))
    given.mkdir(mode=0o700)
    assert len(str(given)) == 110
    folder = runtime_folder({"XDG_RUNTIME_DIR": str(given)})
    assert folder == temporary / f"areyouj-{os.getuid()}"
    assert len(os.fsencode(folder)) <= LENGTH
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(folder / f"{'0' * 16}-1000.hook~"))


def test_a_temporary_folder_in_which_others_may_rename_is_not_trusted(temporary: Path, short: Path) -> None:
    temporary.chmod(0o777)
    assert runtime_folder({}) == short / f"areyouj-{os.getuid()}"
    temporary.chmod(0o1777)
    assert runtime_folder({}) == temporary / f"areyouj-{os.getuid()}"


@pytest.mark.slow
async def test_agents_start_though_the_folder_vanishes_between_two_starts(
    tmp_path: Path, temporary: Path, short: Path
) -> None:
    given = short / "run"
    given.mkdir(mode=0o700)
    async with open_services(tmp_path, environment={"XDG_RUNTIME_DIR": str(given)}) as services:
        session = await services.registry.create_session(CreateSession(spec="echo"))
        assert control_socket(session).parent == given / "areyouj"
        shutil.rmtree(given)
        await session.restart()
        assert control_socket(session).parent == temporary / f"areyouj-{os.getuid()}"
        await until(lambda: session.status.state == "idle" and session.lifecycle.health().hooks, "its hooks are heard")


def control_socket(session: Session) -> Path:
    assert session.lifecycle.run
    return Path(session.lifecycle.run.terminal.ptyproc.holder.meta.control_socket)
