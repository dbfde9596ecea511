"""Pictures of agents: only files below the project folder, only pictures, and not too large."""

from __future__ import annotations

import base64
import os
from pathlib import Path

import pytest

from areyouj_jupyter.kernel.rendering.pictures import LARGEST, MOST, below

PNG = b"\x89PNG\r\n\x1a\nand so on"
SHOWN = f"data:image/png;base64,{base64.b64encode(PNG).decode()}"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project folder with pictures in it and beside it."""
    folder = tmp_path / "project"
    (folder / "plots").mkdir(parents=True)
    for path in (folder / "a b.png", folder / "plots" / "c.png", tmp_path / "secret.png", tmp_path / "project2.png"):
        path.write_bytes(PNG)
    (folder / "drawn.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'><image href='http://leak.test/'/></svg>")
    (folder / "text.png").write_text("API_KEY=42")
    (folder / "large.png").write_bytes(PNG + bytes(LARGEST))
    (folder / "out.png").symlink_to(tmp_path / "secret.png")
    (folder / "outside").symlink_to(tmp_path)
    (folder / "in.png").symlink_to(folder / "plots" / "c.png")
    os.mkfifo(folder / "pipe.png")
    return folder


@pytest.mark.parametrize("source", ["a b.png", "a%20b.png", "./plots/c.png", "plots/../a b.png", "in.png"])
def test_a_picture_below_the_project_folder_is_shown(project: Path, source: str) -> None:
    assert below(lambda: project)(source) == SHOWN


def test_a_picture_is_shown_by_its_whole_path_too(project: Path) -> None:
    assert below(lambda: project)(str(project / "a b.png")) == SHOWN


@pytest.mark.parametrize(
    "source",
    [
        *(
            "../secret.png",
            "..%2Fsecret.png",
            "plots/../../secret.png",
            "out.png",
            "outside/secret.png",
            "../project2.png",
        ),
        *("drawn.svg", "text.png", "large.png", "pipe.png", "plots", "none.png", "", "\0", "a" * 5000, "%00.png"),
        *("http://leak.test/a.png", "//leak.test/a.png", "\\\\leak.test\\a.png", "file:a%20b.png", "data:image/png,x"),
    ],
)
def test_nothing_else_is(project: Path, source: str) -> None:
    assert below(lambda: project)(source) is None


def test_a_file_beside_the_project_is_not_shown_by_its_whole_path(project: Path) -> None:
    assert below(lambda: project)(str(project.parent / "secret.png")) is None


def test_a_text_shows_but_some(project: Path) -> None:
    picture = below(lambda: project)
    assert [picture("a b.png") for _ in range(MOST + 1)] == [*[SHOWN] * MOST, None]


def test_the_folder_is_asked_for_once_and_only_where_a_file_is_named() -> None:
    asked: list[None] = []
    picture = below(lambda: asked.append(None))
    assert (picture("https://leak.test/a.png"), len(asked)) == (None, 0)
    assert (picture("a.png"), picture("b.png"), len(asked)) == (None, None, 1)
