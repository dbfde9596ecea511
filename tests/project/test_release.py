"""What a packager gets: the page on PyPI, a lean sdist, and a wheel of it that works."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from email.message import Message
from email.parser import BytesParser
from pathlib import Path

import pytest
from installed import built, post, state, unpacked
from jupyter_process import jupyter_process
from markdown_it import MarkdownIt
from markdown_it.token import Token
from repository import ROOT
from waiting import until_now

import areyouj_jupyter

pytestmark = pytest.mark.slow

URL = "https://example.org/ada/areyouj"
TAG = f"v{areyouj_jupyter.__version__}"
MOST_FILES = 650  # of the sdist; 575 in 2026-11, and 1,800 with the tests


def source_tree(folder: Path, url: str = "") -> Path:
    """A copy of what Git keeps or would keep, in which the project has this address."""
    ls_files = ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    named = subprocess.run(ls_files, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for name in (name for name in named.split("\0") if (ROOT / name).is_file()):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, folder / name)
    settings = folder / "pyproject.toml"
    text, count = re.subn(r'^url = ".*"$', f'url = "{url}"', settings.read_text("utf-8"), flags=re.MULTILINE)
    assert count == 1
    settings.write_text(text, "utf-8")
    return folder


def build(tree: Path, release: bool) -> subprocess.CompletedProcess[str]:
    """Build the sdist, and the wheel from the sdist, into its folder dist."""
    command = (sys.executable, "-m", "build", "--no-isolation", str(tree))
    environment = {name: value for name, value in os.environ.items() if name != "AREYOUJ_RELEASE"}
    environment |= {"AREYOUJ_RELEASE": "1"} if release else {}
    return subprocess.run(command, env=environment, capture_output=True, text=True)


def made(tree: Path, pattern: str) -> Path:
    """The one file of this kind in dist."""
    (found,) = (tree / "dist").glob(pattern)
    return found


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tree with an address, and a release of it in dist."""
    tree = source_tree(tmp_path_factory.mktemp("release"), f"{URL}/")
    ended = build(tree, release=True)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return tree


@pytest.fixture(scope="module")
def ordinary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tree without an address, and what anybody builds of it in dist."""
    tree = source_tree(tmp_path_factory.mktemp("ordinary"))
    ended = build(tree, release=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return tree


def content(path: Path) -> dict[str, bytes]:
    """What is in an sdist or a wheel, by its path below the archive's own folder."""
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as wheel:
            return {name: wheel.read(name) for name in wheel.namelist()}
    with tarfile.open(path) as sdist:
        files = {each.name.partition("/")[2]: sdist.extractfile(each) for each in sdist.getmembers() if each.isfile()}
        return {name: file.read() for name, file in files.items() if file}


def metadata(path: Path) -> Message:
    """Of an sdist or a wheel; its payload is the description."""
    (text,) = (text for name, text in content(path).items() if name.endswith((".dist-info/METADATA", "PKG-INFO")))
    return BytesParser().parsebytes(text)


def description(path: Path) -> str:
    """What PyPI would show."""
    payload = metadata(path).get_payload(decode=True)
    assert isinstance(payload, bytes)
    return payload.decode()


def tokens(text: str) -> Iterator[Token]:
    """Everything in a Markdown text, what stands within lines too."""
    for token in MarkdownIt().enable("table").parse(text):
        yield from (token, *(token.children or ()))


def targets(text: str) -> list[str]:
    """Where the pictures and links of a Markdown text lead."""
    found = (token.attrGet("src") or token.attrGet("href") for token in tokens(text))
    return [str(target) for target in found if target]


@pytest.mark.parametrize("pattern", ["*.tar.gz", "*.whl"])
def test_a_release_has_its_links(release: Path, pattern: str) -> None:
    assert sorted(metadata(made(release, pattern)).get_all("Project-URL", [])) == [
        f"Changelog, {URL}/blob/{TAG}/CHANGELOG.md",
        f"Documentation, {URL}/blob/{TAG}/docs/index.md",
        f"Homepage, {URL}",
        f"Issues, {URL}/issues",
        f"Source, {URL}",
    ]


@pytest.mark.parametrize("pattern", ["*.tar.gz", "*.whl"])
def test_the_pictures_and_links_of_a_release_lead_to_the_files_of_its_tag(release: Path, pattern: str) -> None:
    written = targets((ROOT / "README.md").read_text("utf-8"))
    relative = [each for each in written if "://" not in each]
    shown = [f"{URL}/{'raw' if each.endswith('.png') else 'blob'}/{TAG}/{each}" for each in relative]
    text = description(made(release, pattern))
    assert len(relative) > 10
    assert [each for each in targets(text) if each not in written] == shown
    assert [each for each in targets(text) if "://" not in each] == []
    # Nothing is written in HTML, in which a path would have stayed as it is.
    assert [token.content for token in tokens(text) if token.type.startswith("html")] == []


def test_a_release_without_an_address_is_refused_in_one_sentence(tmp_path: Path) -> None:
    ended = build(source_tree(tmp_path), release=True)
    assert ended.returncode != 0
    told = (ended.stdout + ended.stderr).splitlines()
    assert [line for line in told if line.startswith("A release needs the project's public address: ")]
    assert [line for line in told if "Traceback" in line] == []
    assert list(tmp_path.glob("dist/*")) == []


@pytest.mark.parametrize("pattern", ["*.tar.gz", "*.whl"])
def test_without_an_address_the_description_is_the_readme(ordinary: Path, pattern: str) -> None:
    found = made(ordinary, pattern)
    assert description(found) == (ROOT / "README.md").read_text("utf-8")
    assert (metadata(found).get_all("Project-URL"), metadata(found).get_all("Dynamic")) == (None, None)


def test_the_sdist_is_lean_and_whole(ordinary: Path) -> None:
    names = set(content(made(ordinary, "*.tar.gz")))
    assert len(names) < MOST_FILES
    assert [name for name in names if name.startswith(("tests/", "labextension/tests/", ".ci/", ".github/"))] == []
    assert names >= {
        "LICENSE",
        "docs/index.md",
        "hatch_build.py",
        "labextension/src/index.ts",
        "labextension/yarn.lock",
    }


def test_the_wheel_of_the_sdist_is_that_of_the_source_tree(ordinary: Path, tmp_path: Path) -> None:
    assert content(made(ordinary, "*.whl")) == content(built(tmp_path, ordinary))


def test_an_agent_runs_with_the_wheel_of_the_sdist(ordinary: Path, tmp_path: Path) -> None:
    environment = unpacked(made(ordinary, "*.whl"), tmp_path / "prefix")
    with jupyter_process(tmp_path, environment=environment) as server:
        agent = post(server, "sessions", {"spec": "echo", "project_path": "."})["agent"]
        until_now(lambda: state(server, agent) == "idle", "an idle agent")
