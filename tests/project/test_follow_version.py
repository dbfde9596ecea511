"""A new version is written wherever the version stands, and the changelog gets its heading."""

from __future__ import annotations

import json
import runpy
import shutil
from pathlib import Path

import pytest
from repository import ROOT

FILES = ("areyouj_jupyter/_version.py", "areyouj_jupyter/openapi.json", "labextension/package.json", "CHANGELOG.md")
SCRIPT = runpy.run_path(str(ROOT / ".ci" / "follow_version.py"))
START, END = SCRIPT["START"], SCRIPT["END"]


def test_the_next_version_follows(tmp_path: Path) -> None:
    for name in FILES:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    version, openapi, package, changelog = (tmp_path / name for name in FILES)
    version.write_text('__version__ = "9.8.7"\n')
    before, routes = (json.loads(path.read_text("utf-8")) for path in (package, openapi))
    told = changelog.read_text("utf-8").replace("## Unreleased\n", "## Unreleased\n\n- Something new.\n", 1)
    changelog.write_text(told, "utf-8")
    news = told.partition("## Unreleased\n")[2].partition("\n## ")[0]
    SCRIPT["main"](tmp_path)
    assert json.loads(package.read_text("utf-8")) == {**before, "version": "9.8.7"}
    routes["info"]["version"] = "9.8.7"
    assert json.loads(openapi.read_text("utf-8")) == routes
    text = changelog.read_text("utf-8").partition(START)[2].partition(END)[0]
    assert text == f"\n\n## 9.8.7\n{news}\n"


def test_only_the_newest_release_has_the_marks() -> None:
    first = SCRIPT["released"]("# Changelog\n\n## Unreleased\n\n- One.\n\n## 0.1.0\n\n- Zero.\n", "0.2.0")
    assert first == (f"# Changelog\n\n## Unreleased\n\n{START}\n\n## 0.2.0\n\n- One.\n\n{END}\n\n## 0.1.0\n\n- Zero.\n")
    second = SCRIPT["released"](first.replace("## Unreleased\n", "## Unreleased\n\n- Two.\n"), "0.3.0")
    assert second == (
        f"# Changelog\n\n## Unreleased\n\n{START}\n\n## 0.3.0\n\n- Two.\n\n{END}\n\n"
        "## 0.2.0\n\n- One.\n\n## 0.1.0\n\n- Zero.\n"
    )


@pytest.mark.parametrize("changelog", ["# Changelog\n", "# Changelog\n\n## Unreleased\n\n## 0.1.0\n\n- Zero.\n"])
def test_a_release_of_nothing_is_refused(changelog: str) -> None:
    with pytest.raises(ValueError, match="tells nothing"):
        SCRIPT["released"](changelog, "0.2.0")
