"""Project folders: resolved, then confined; every refusal names the folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from areyouj_jupyter.errors import FolderInvalid, FolderOutside
from areyouj_jupyter.server.process.project_folders import Folders

NOBODY = 65534  # a uid without rights


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """A root with a folder and a file in it, and a second allowed folder beside it."""
    root, other = tmp_path.resolve() / "root", tmp_path.resolve() / "other"
    (root / "project").mkdir(parents=True)
    (root / "file.txt").write_text("")
    (other / "deep").mkdir(parents=True)
    (tmp_path / "outside").mkdir()
    return Folders(root, (root, other))


def test_paths_are_relative_to_the_root_and_empty_means_the_root(folders: Folders) -> None:
    root = folders.root
    assert folders.resolve("") == str(root)
    assert folders.resolve("project") == str(root / "project")
    assert folders.resolve("project/../project/.") == str(root / "project")
    assert folders.resolve(str(root / "project")) == str(root / "project")


def test_any_allowed_folder_will_do(folders: Folders) -> None:
    deep = folders.root.parent / "other" / "deep"
    assert folders.resolve(str(deep)) == str(deep)


@pytest.mark.parametrize("path", ["..", "../outside", "/", "project/../../outside", "../root-beside", "~root"])
def test_what_lies_outside_is_refused_with_the_line_that_allows_it(folders: Folders, path: str) -> None:
    with pytest.raises(FolderOutside, match=r"c\.AreYouJApp\.allowed_roots = \['/.*'\]\.$"):
        folders.resolve(path)


def test_a_link_leads_out_only_as_far_as_is_allowed(folders: Folders) -> None:
    (folders.root / "in").symlink_to("project")
    (folders.root / "out").symlink_to("/")
    (folders.root / "round").symlink_to("round")
    assert folders.resolve("in") == str(folders.root / "project")
    with pytest.raises(FolderOutside):
        folders.resolve("out/etc")
    with pytest.raises(FolderInvalid, match="round"):
        folders.resolve("round")


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("missing", "does not exist"),
        ("file.txt", "is a file, not a folder"),
        ("file.txt/below", "cannot be used|does not exist"),
        ("nul\0", "NUL"),
        ("x" * 5000, "too long"),
        ("x/" + "y" * 300, "cannot be used|does not exist"),
        ("~nobody-of-this-name/x", "cannot be used"),
    ],
)
def test_what_is_no_folder_is_refused(folders: Folders, path: str, why: str) -> None:
    with pytest.raises(FolderInvalid, match=why):
        folders.resolve(path)


@contextmanager
def as_nobody(tmp_path: Path) -> Iterator[None]:
    """While inside, we are a user to whom modes mean something: root reads everything."""
    if os.getuid() != 0:
        yield
        return
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_mode & 0o055 != 0o055:
            folder.chmod(0o755)
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


def test_a_folder_that_cannot_be_read_is_refused(folders: Folders, tmp_path: Path) -> None:
    (folders.root / "project").chmod(0)
    with as_nobody(tmp_path), pytest.raises(FolderInvalid, match="is not readable"):
        folders.resolve("project")


def test_home_is_the_servers_own(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folders.root))
    assert folders.resolve("~/project") == str(folders.root / "project")
