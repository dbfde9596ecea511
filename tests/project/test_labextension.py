"""The front end's package and its committed build."""

from __future__ import annotations

import json
import runpy
from pathlib import Path
from typing import Any

import pytest
from front_end import INSTALL_DEADLINE, SOURCE, FrontEnd
from repository import ROOT

import areyouj_jupyter

BUNDLE = ROOT / "areyouj_jupyter" / "labextension"
SIZE_LIMIT = 250_000  # bytes of the whole bundle


def read(path: Path) -> dict[str, Any]:
    """A JSON file."""
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content


def files(folder: Path) -> dict[str, bytes]:
    """Everything in a folder, by relative path."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_front_end_has_the_version_of_the_package() -> None:
    versions = [read(folder / "package.json")["version"] for folder in (SOURCE, BUNDLE)]
    assert versions == [areyouj_jupyter.__version__] * 2


def test_jupyterlab_is_told_which_python_package_brings_the_front_end() -> None:
    discovery = {"server": {"managers": ["pip"], "base": {"name": "areyouj_jupyter"}}}
    package, install = read(SOURCE / "package.json"), read(SOURCE / "install.json")
    assert (package["name"], package["jupyterlab"]["discovery"]) == ("areyouj-jupyter", discovery)
    assert (install["packageManager"], install["packageName"]) == ("python", "areyouj_jupyter")
    assert areyouj_jupyter._jupyter_labextension_paths() == [{"src": "labextension", "dest": package["name"]}]


def test_the_committed_bundle_is_a_small_production_build() -> None:
    content = files(BUNDLE)
    assert read(BUNDLE / "package.json")["jupyterlab"]["_build"]["load"] in content
    assert not [name for name in content if name.endswith(".map")]
    assert sum(map(len, content.values())) < SIZE_LIMIT


def test_the_typescript_types_are_those_of_the_models() -> None:
    generator = runpy.run_path(str(SOURCE / "generate_api.py"))
    assert generator["TARGET"].read_text(encoding="utf-8") == generator["source"](), "run labextension/generate_api.py"


@pytest.mark.slow
@pytest.mark.timeout(INSTALL_DEADLINE)
def test_a_rebuild_gives_the_committed_bundle_byte_for_byte(front_end: FrontEnd) -> None:
    front_end.succeed("build:prod")
    built, committed = files(front_end.built), files(BUNDLE)
    assert sorted(built) == sorted(committed), "run `jlpm build:prod` in labextension/ and commit the bundle"
    assert [name for name in built if built[name] != committed[name]] == []
