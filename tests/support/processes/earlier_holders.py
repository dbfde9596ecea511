"""Holders of earlier versions, with the code of their own commit, out of this repository's history."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from repository import ROOT

from areyouj_jupyter.server.terminals.holders import holder_start

PACKAGE = "areyouj_jupyter"
WIRE = ("holder/wire.py", "holder/ring.py")
"""What server and holder have to agree on."""


def commits() -> list[str]:
    """Those in which the wire or the ring changed, the oldest first: each may have holders that still live."""
    paths = [f"{PACKAGE}/{path}" for path in WIRE]
    return _git("log", "--reverse", "--format=%h", "--", *paths).decode().split()


@contextmanager
def holders_of(commit: str, folder: Path, patch: pytest.MonkeyPatch) -> Iterator[None]:
    """While inside, agents are started in holders of that commit. folder: for its code."""
    archive = _git("archive", commit, f"{PACKAGE}/__init__.py", f"{PACKAGE}/_version.py", f"{PACKAGE}/holder")
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        tar.extractall(folder, filter="data")
    with patch.context() as inside:
        inside.setattr(holder_start, "FOLDER", folder / PACKAGE / "holder")
        yield


def _git(*arguments: str) -> bytes:
    return subprocess.run(["git", "-C", str(ROOT), *arguments], check=True, capture_output=True).stdout
