"""The documents tell the truth: what they list is compared with the code, what they link to is there."""

from __future__ import annotations

import inspect
import json
import re
import tomllib
from ast import PyCF_ALLOW_TOP_LEVEL_AWAIT
from pathlib import Path

import pytest
from documents import DOCUMENTS, PAGES, ROOT, anchors, blocks, contents, document, links, rows, section, target
from IPython.core.inputtransformer2 import TransformerManager
from open_services import ended, open_services, reply_to, sent, started
from structure.ladder import FLOORS
from structure.scripts import FOLDERS

from areyouj_jupyter import __version__
from areyouj_jupyter.kernel.crew import Crew
from areyouj_jupyter.kernel.handle import Handle
from areyouj_jupyter.kernel.magics.commands import COMMANDS
from areyouj_jupyter.kernel.replies.reply import Reply
from areyouj_jupyter.models import MessageStatus, State
from areyouj_jupyter.server.app import AreYouJApp
from areyouj_jupyter.server.http.routes import ROUTES
from areyouj_jupyter.specs.catalog import GROUP, load_specs

PROJECT = tomllib.loads(document("pyproject.toml"))
NAMED = re.compile(r"`(areyouj_jupyter/[\w/.]+)`")
REFERENCE = "docs/reference"


def trait_rows() -> list[tuple[str, ...]]:
    """Each trait of the extension: its name, its default as a configuration file has it, its help."""
    found = []
    for name, trait in AreYouJApp.class_own_traits(config=True).items():
        default = "" if f"_{name}_default" in vars(AreYouJApp) else f"`{trait.default()!r}`"
        found.append((f"`{name}`", default, trait.help))
    return found


def test_the_reference_lists_every_trait_with_its_default_and_help() -> None:
    assert rows(document(f"{REFERENCE}/configuration.md")) == trait_rows()


def test_the_reference_lists_every_magic_with_its_usage_and_summary() -> None:
    told = [(f"`{command.usage}`", command.summary) for command in COMMANDS.values()]
    assert rows(section(document(f"{REFERENCE}/magics.md"), "## Every magic")) == told


@pytest.mark.parametrize(("word", "owner"), [("crew", Crew), ("handle", Handle), ("reply", Reply)])
def test_what_the_reference_offers_in_python_exists(word: str, owner: type) -> None:
    table = rows(section(document(f"{REFERENCE}/python.md"), "## From Python"))
    listed = [row[0] for row in table if row[0].startswith(f"`{word}")]
    names = re.findall(rf"`(?:{word})?\.(\w+)", " ".join(listed))
    source = "".join(inspect.getsource(each) for each in owner.__mro__ if each.__module__.startswith("areyouj_jupyter"))
    assert len(names) >= 5
    assert [name for name in names if not hasattr(owner, name) and f"self.{name} = " not in source] == []


def test_the_reference_lists_every_spec() -> None:
    listed = {row[0].strip("`") for row in rows(document(f"{REFERENCE}/agents.md"))}
    assert listed == set(load_specs()) == set(PROJECT["project"]["entry-points"][GROUP])


def test_the_reference_lists_every_group_of_routes() -> None:
    listed = {row[0].strip("`") for row in rows(section(document(f"{REFERENCE}/http.md"), "## Groups"))}
    assert listed == {route.path.partition("/")[0] for route in ROUTES}


def test_every_status_is_explained() -> None:
    told = [row[0] for row in rows(section(document("docs/how-it-works/status.md"), "## What you see"))]
    words = [*State.__args__, *MessageStatus.__args__]  # type: ignore[attr-defined]
    assert told == [f"`{word}`" for word in words]


def test_the_readme_is_short() -> None:
    assert len(document("README.md").splitlines()) < 150


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_cell_of_a_document_is_python(name: str) -> None:
    for block in blocks(document(name), "python"):
        cell = TransformerManager().transform_cell(block.text)
        compile(cell, f"{name}:{block.line}", "exec", PyCF_ALLOW_TOP_LEVEL_AWAIT)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_magic_in_a_document_is_a_command(name: str) -> None:
    told = re.findall(r"(?:`|^)%{1,2}areyouj ([a-z]+)", document(name), re.MULTILINE)
    assert set(told) <= {*COMMANDS, "help", "strict"}


def test_what_the_documents_tell_to_run_is_in_the_makefile() -> None:
    targets = set(re.findall(r"^(\w+):", document("Makefile"), re.MULTILINE))
    told = set(re.findall(r"(?:^|`)make (\w+)", "\n".join(map(document, DOCUMENTS)), re.MULTILINE))
    assert {"demo", "docs", "test"} <= told <= targets


def test_ci_runs_the_two_commands_the_documentation_and_the_lowest_versions_and_nothing_else_of_make() -> None:
    script = document(".ci/run")
    assert re.findall(r"^make .*", script, re.MULTILINE) == [
        "make demo ONCE=1",
        "make docs",
        "make test",
        "make test-lowest",
    ]
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111


def test_the_debian_packages_are_named() -> None:
    told = section(document("README.md"), "## Requirements")
    assert [name for name in ("`python3`", "`python3-venv`", "`make`") if name not in told] == []
    assert PROJECT["project"]["requires-python"] == ">=3.11"
    assert "3.11" in told


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_into_the_repository_lead_somewhere(name: str) -> None:
    assert [link for link in links(name) if not (ROOT / target(name, link)).exists()] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_headings_that_are_linked_exist(name: str) -> None:
    linked = [(target(name, link), link.partition("#")[2]) for link in links(name) if "#" in link]
    assert [(there, anchor) for there, anchor in linked if anchor not in anchors(there)] == []


def test_every_page_is_reached_from_the_index_by_tables_of_contents() -> None:
    reached, waiting = [], ["docs/index.md"]
    while waiting:
        reached.append(waiting.pop())
        waiting += contents(reached[-1])
    assert sorted(reached) == sorted(PAGES)  # each once


@pytest.mark.parametrize("name", [page for page in PAGES if page.endswith("/index.md")])
def test_an_index_links_all_pages_that_it_contains(name: str) -> None:
    assert {target(name, link) for link in links(name)} >= set(contents(name))


def test_the_documentation_is_not_in_the_wheel() -> None:
    assert PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"] == ["areyouj_jupyter"]


def test_one_version_everywhere_and_in_the_changelog() -> None:
    package = json.loads((ROOT / "labextension" / "package.json").read_text())
    assert package["version"] == __version__
    versions = re.findall(r"^## (\S+)", document("CHANGELOG.md"), re.MULTILINE)
    assert versions[:2] == ["Unreleased", __version__]


def test_the_contributing_guide_draws_all_layers_in_their_order() -> None:
    drawn = [
        tuple(re.findall(r"`(\w+)`", row[0])) for row in rows(section(document("CONTRIBUTING.md"), "## The layers"))
    ]
    assert drawn == [*FLOORS["server"], *FLOORS["kernel"]]


def test_what_the_contributing_guide_points_to_is_there() -> None:
    named = [
        name for row in rows(section(document("CONTRIBUTING.md"), "## Find your way")) for name in NAMED.findall(row[1])
    ]
    assert len(named) >= 9
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_every_path_that_the_contributing_guide_names_is_there() -> None:
    named = re.findall(r"\b(?:tests|areyouj_jupyter|labextension)/[\w./-]*\w", document("CONTRIBUTING.md"))
    assert len(named) >= 20
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_contributing_guide_draws_the_folders_of_the_sidebar() -> None:
    drawn: dict[str, int] = {}
    for rung, names in (row[:2] for row in rows(section(document("CONTRIBUTING.md"), "## The folders of the sidebar"))):
        drawn |= {name: int(rung) for name in re.findall(r"`([\w.]+)`", names)}
    assert drawn == dict(FOLDERS)


@pytest.mark.slow
async def test_the_spec_in_the_guide_for_authors_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    guide = section(document("docs/spec-authors.md"), "## A new agent in one file")
    (source,), (entry,) = blocks(guide, "python"), blocks(guide, "toml")
    points = tomllib.loads(entry.text)["project"]["entry-points"][GROUP]
    (module,) = {value.partition(":")[0] for value in points.values()}
    installed = tmp_path / "site"
    information = installed / f"{module}-1.0.dist-info"
    information.mkdir(parents=True)
    (installed / f"{module}.py").write_text(source.text)
    (information / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n")
    lines = [f"[{GROUP}]", *(f"{name} = {value}" for name, value in points.items())]
    (information / "entry_points.txt").write_text("\n".join(lines))
    monkeypatch.syspath_prepend(installed)
    (name,) = points
    async with open_services(tmp_path) as services:
        session = await started(services, "polly", name)
        for text in ("hello", "again"):
            message = await ended(services, await sent(session, text))
            assert message.status == "completed", message.reason
            assert (await reply_to(services, message)).content == f"You said: {text}"
