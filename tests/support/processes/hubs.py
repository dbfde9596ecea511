"""Hubs for tests, with a Python that their users may run, made once: the fixtures `hub_folder` and `hub_python`."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from shared_python import SharedPython, shared_python


@pytest.fixture(scope="session")
def hub_folder() -> Iterator[Path]:
    """A folder that everybody may enter, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp(prefix="areyouj-hub-", dir="/tmp"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def hub_python(hub_folder: Path) -> SharedPython:
    """What the servers of all users run."""
    return shared_python(hub_folder)
