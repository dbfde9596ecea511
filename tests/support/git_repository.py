"""A real Git repository for tests."""

from __future__ import annotations

import subprocess
from pathlib import Path


def git(folder: Path, *command: str) -> None:
    """Run git in a folder, as somebody."""
    who = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *command], cwd=folder, check=True, capture_output=True)


def committed(folder: Path) -> Path:
    """A repository with a few files."""
    (folder / "docs").mkdir(parents=True)
    for name in ("kept.py", "edited.py", "removed.py", "docs/manual.md"):
        (folder / name).write_text("one\n")
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "first")
    return folder
