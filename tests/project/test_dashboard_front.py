"""The dashboard's front end: what is committed is what its sources and the pinned packages give."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from front_end import INSTALL_DEADLINE, FrontEnd
from repository import ROOT

SOURCE = ROOT / "labextension" / "dashboard"
FRONT = ROOT / "areyouj_jupyter" / "kernel" / "dashboard" / "front"
SIZE_LIMIT = 640 * 1024  # bytes; all of it goes to the page with each dashboard
OWN_LIMIT = 130_000  # bytes of that which are ours


def files(folder: Path) -> dict[str, bytes]:
    """Everything in a folder, by name."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_every_package_is_pinned() -> None:
    packages = json.loads((SOURCE / "package.json").read_text())["devDependencies"]
    assert [name for name, version in packages.items() if not re.fullmatch(r"\d+\.\d+\.\d+", version)] == []


def test_the_front_end_is_small_and_brings_its_licences() -> None:
    content = files(FRONT)
    assert sorted(content) == ["LICENSES.txt", "dashboard.js", "xterm.mjs"]
    assert sum(map(len, content.values())) < SIZE_LIMIT
    assert len(content["dashboard.js"]) < OWN_LIMIT
    licenses = content["LICENSES.txt"].decode()
    assert [name for name in ("xterm.js 6.0.0", "Preact", "marked") if name not in licenses] == []


@pytest.mark.slow
@pytest.mark.timeout(INSTALL_DEADLINE)
def test_a_rebuild_gives_the_committed_front_end_byte_for_byte(front_end: FrontEnd, tmp_path: Path) -> None:
    front_end.in_dashboard("run", "check")
    front_end.in_dashboard("run", "build", "--", str(tmp_path))
    built, committed = files(tmp_path), files(FRONT)
    vendored = front_end.dashboard / "node_modules" / "@xterm" / "xterm" / "lib" / "xterm.mjs"
    assert committed["xterm.mjs"] == vendored.read_bytes(), "xterm.js is taken as its authors built it"
    assert sorted(built) == sorted(committed)
    assert [name for name in built if built[name] != committed[name]] == [], "run `npm run build` there"
