"""Changes: what Git knows of a project's files before and after a turn; Git is real, and runs nothing of theirs."""

from __future__ import annotations

import os
import time
from pathlib import Path

from git_repository import committed, git

from areyouj_jupyter.kernel.replies.changed_files import Changes, watched


def ended(changes: Changes | None) -> list[str] | None:
    """What changed until now."""
    assert changes is not None
    changes.end()
    return changes.files


def test_edited_new_and_removed_files_are_told(tmp_path: Path) -> None:
    changes = watched(committed(tmp_path))
    (tmp_path / "edited.py").write_text("two\n")
    (tmp_path / "removed.py").unlink()
    (tmp_path / "a name with ünïcode.txt").write_text("new\n")
    assert ended(changes) == ["a name with ünïcode.txt", "edited.py", "removed.py"]


def test_what_was_changed_before_is_told_only_if_it_changed_again(tmp_path: Path) -> None:
    committed(tmp_path)
    (tmp_path / "edited.py").write_text("mine, before\n")
    (tmp_path / "new.py").write_text("mine, before\n")
    (tmp_path / "kept.py").write_text("mine, before\n")
    changes = watched(tmp_path)
    (tmp_path / "new.py").write_text("and the agent's\n")
    git(tmp_path, "checkout", "-q", "edited.py")
    assert ended(changes) == ["edited.py", "new.py"]


def test_what_the_agent_committed_is_told_too(tmp_path: Path) -> None:
    committed(tmp_path)
    (tmp_path / "kept.py").write_text("mine, before\n")
    changes = watched(tmp_path)
    (tmp_path / "edited.py").write_text("two\n")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "second")
    assert ended(changes) == ["edited.py"]


def test_a_folder_within_a_repository_tells_of_itself(tmp_path: Path) -> None:
    changes = watched(committed(tmp_path) / "docs")
    (tmp_path / "edited.py").write_text("two\n")
    (tmp_path / "docs" / "manual.md").write_text("two\n")
    assert ended(changes) == ["manual.md"]


def test_a_repository_without_a_commit_tells_of_its_first_files(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    changes = watched(tmp_path)
    (tmp_path / "first.py").write_text("one\n")
    assert ended(changes) == ["first.py"]


def test_nothing_changed_is_an_empty_list(tmp_path: Path) -> None:
    assert ended(watched(committed(tmp_path))) == []


def test_a_folder_that_is_no_repository_or_not_here_is_not_known(tmp_path: Path) -> None:
    assert watched(tmp_path) is None
    assert watched(tmp_path / "elsewhere") is None


def test_what_is_not_over_or_lost_its_repository_is_not_known(tmp_path: Path) -> None:
    changes = watched(committed(tmp_path))
    assert changes is not None and changes.files is None
    (tmp_path / ".git").rename(tmp_path / "gone")
    assert ended(changes) is None


def test_the_configuration_of_a_project_runs_nothing(tmp_path: Path) -> None:
    committed(tmp_path)
    trap = tmp_path.parent / f"{tmp_path.name}-sprung"
    for name in ("core.fsmonitor", "filter.trap.clean", "filter.trap.process", "diff.external", "core.pager"):
        git(tmp_path, "config", name, f"touch {trap}; false")
    (tmp_path / ".gitattributes").write_text("* filter=trap diff=trap\n")
    git(tmp_path, "config", "diff.trap.command", f"touch {trap}; false")
    git(tmp_path, "config", "diff.trap.textconv", f"touch {trap}; false")
    git(tmp_path, "config", "filter.trap.required", "true")
    os.utime(tmp_path / "kept.py", ns=(time.time_ns(), (tmp_path / ".git" / "index").stat().st_mtime_ns))
    changes = watched(tmp_path)
    (tmp_path / "edited.py").write_text("two\n")
    assert ended(changes) == ["edited.py"]
    assert not trap.exists()
