"""The folder for sockets: private to this user, or refused."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

import pytest

from areyouj_jupyter.server.runtime_folder import runtime_folder


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's temporary folder is one of the test's own."""
    place = tmp_path / "tmp"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place


def test_it_stands_in_the_users_runtime_folder_and_is_private(tmp_path: Path) -> None:
    folder = runtime_folder({"XDG_RUNTIME_DIR": str(tmp_path)})
    assert folder == tmp_path / "areyouj"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert runtime_folder({"XDG_RUNTIME_DIR": str(tmp_path)}) == folder


@pytest.mark.parametrize("environment", [{}, {"XDG_RUNTIME_DIR": ""}, {"XDG_RUNTIME_DIR": "/run/user/no-such-user"}])
def test_without_a_usable_one_it_stands_in_the_temporary_folder(environment: dict[str, str], temporary: Path) -> None:
    assert runtime_folder(environment) == temporary / f"areyouj-{os.getuid()}"


@pytest.mark.parametrize("mode", [0o755, 0o701, 0o770])
def test_one_that_is_open_to_others_is_refused(mode: int, temporary: Path) -> None:
    folder = temporary / f"areyouj-{os.getuid()}"
    folder.mkdir()
    folder.chmod(mode)
    with pytest.raises(PermissionError, match=f"{folder} is not a private folder"):
        runtime_folder({})


def test_a_link_in_its_place_is_refused(temporary: Path) -> None:
    (temporary / "elsewhere").mkdir(mode=0o700)
    (temporary / f"areyouj-{os.getuid()}").symlink_to("elsewhere")
    with pytest.raises(PermissionError):
        runtime_folder({})


def test_somebody_elses_is_refused(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    somebody = os.getuid() + 1
    monkeypatch.setattr(os, "getuid", lambda: somebody)
    (temporary / f"areyouj-{somebody}").mkdir(mode=0o700)  # ours, so to them it is somebody else's
    with pytest.raises(PermissionError):
        runtime_folder({})


def test_a_file_in_its_place_is_refused(temporary: Path) -> None:
    (temporary / f"areyouj-{os.getuid()}").write_text("")
    with pytest.raises(PermissionError):
        runtime_folder({})
