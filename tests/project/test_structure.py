"""The server keeps its structure: ladder, rooms, sizes, docstrings. Each check is shown a source that breaks it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest
from repository import ROOT
from structure.ladder import ladder_problems, rung_problems
from structure.rooms import ROOMS, room_problems
from structure.shape import (
    docstring_problems,
    file_problems,
    folder_problems,
    function_problems,
    mirror_problems,
)
from structure.source import Source, is_below, parse_all

from areyouj_jupyter.server.http.routes import ROUTES

PACKAGE = parse_all(ROOT / "areyouj_jupyter", ROOT)
TESTS = parse_all(ROOT / "tests", ROOT / "tests")
DOCS = parse_all(ROOT / "docs" / "_ext", ROOT / "docs" / "_ext")


def made_up(folder: Path, **files: str) -> list[Source]:
    """Sources of a package of its own; `server__session` is the file areyouj_jupyter/server/session.py."""
    for name, text in files.items():
        path = folder.joinpath("areyouj_jupyter", *name.split("__")).with_suffix(".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text))
    return parse_all(folder / "areyouj_jupyter", folder)


def test_a_module_imports_only_from_lower_rungs() -> None:
    assert ladder_problems(PACKAGE) == []


def test_every_rung_has_its_modules() -> None:
    assert rung_problems(PACKAGE) == []


def test_a_room_that_is_gone_is_found_on_the_ladder() -> None:
    rest = [source for source in PACKAGE if not is_below(source.module, "areyouj_jupyter.server.tasks")]
    assert rung_problems(rest) == ["server.tasks is on the ladder, but there is no such module."]


def test_an_import_upwards_or_sideways_is_found(tmp_path: Path) -> None:
    sources = made_up(
        tmp_path,
        server__events="from areyouj_jupyter.server.sessions import session",
        server__sessions__session="def late():\n    from .registry import SessionRegistry",
        server__sessions__registry="",
        server__tasks__task_board="from areyouj_jupyter.server.delivery import delivery",
        server__delivery__delivery="from areyouj_jupyter.server.storage import owner",
        server__storage__owner="",
    )
    server = "areyouj_jupyter.server"
    assert ladder_problems(sources) == [
        f"{server}.events imports {server}.sessions.session, which stands above it.",
        f"{server}.tasks.task_board imports {server}.delivery.delivery, which stands beside it.",
    ]


def test_a_module_without_a_floor_is_found(tmp_path: Path) -> None:
    assert ladder_problems(made_up(tmp_path, server__attic="", kernel__cellar="")) == [
        "areyouj_jupyter.kernel.cellar has no floor; give it one in tests/support/structure/ladder.py.",
        "areyouj_jupyter.server.attic has no floor; give it one in tests/support/structure/ladder.py.",
    ]


def test_a_circle_in_one_room_is_found(tmp_path: Path) -> None:
    sources = made_up(
        tmp_path,
        server__sessions__lifecycle="import areyouj_jupyter.server.sessions.session",
        server__sessions__session="from areyouj_jupyter.server.sessions.lifecycle import Lifecycle",
    )
    sessions = "areyouj_jupyter.server.sessions"
    assert ladder_problems(sources) == [
        f"{sessions}.lifecycle → {sessions}.session → {sessions}.lifecycle is a circle."
    ]


def test_kernel_and_server_that_meet_are_found(tmp_path: Path) -> None:
    sources = made_up(
        tmp_path,
        kernel__crew="from areyouj_jupyter.server.storage.names import name_key",
        server__storage__names="from areyouj_jupyter import cli",
        cli="",
    )
    assert ladder_problems(sources) == [
        "areyouj_jupyter.kernel.crew imports areyouj_jupyter.server.storage.names; kernel and server are kept apart.",
        "areyouj_jupyter.server.storage.names imports areyouj_jupyter.cli; server and cli are kept apart.",
    ]


def test_what_has_a_room_is_touched_only_there() -> None:
    assert room_problems(PACKAGE) == []


def test_every_exception_to_a_room_is_needed() -> None:
    needless = [
        (room.what, place)
        for room in ROOMS
        for place in room.allowed
        if not any(room.touches(source) for source in PACKAGE if is_below(source.module, f"areyouj_jupyter.{place}"))
    ]
    assert needless == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("import signal", "processes, signals and file descriptors: signal."),
        ("import os as system\nsystem.kill(1, 9)", "processes, signals and file descriptors: os.kill."),
        ("from os import fork", "processes, signals and file descriptors: os.fork."),
        ("import asyncio\nasyncio.create_subprocess_exec('x')",
         "processes, signals and file descriptors: asyncio.create_subprocess_exec."),
        ("from sqlite3 import Row", "the SQLite driver: sqlite3.Row."),
        ("ASK = 'SELECT id FROM agents WHERE name = ?'", "SQL text: 'SELECT id FROM agents WHERE name = ?'."),
        ("def ask(table):\n    return f'DELETE FROM {table}'", "SQL text: 'DELETE FROM '."),
        ("from tornado import web", "tornado and jupyter_server: tornado.web."),
        ("import httpx", "HTTP and sockets from a kernel: httpx."),
        ("import os\nHOME = os.environ['HOME']", "the environment: os.environ."),
        ("from os import getenv", "the environment: os.getenv."),
        ("FLAG = '--codex-mode'", "the name of an agent CLI: '--codex-mode'."),
        ("from areyouj_jupyter.specs.echo import SPEC", "the name of an agent CLI: areyouj_jupyter.specs.echo.SPEC."),
    ],
)  # fmt: skip
def test_a_touch_outside_the_room_is_found(tmp_path: Path, text: str, problem: str) -> None:
    assert room_problems(made_up(tmp_path, server__attic=text)) == [f"areyouj_jupyter.server.attic touches {problem}"]


def test_words_about_sql_and_agents_in_a_docstring_are_no_touch(tmp_path: Path) -> None:
    assert room_problems(made_up(tmp_path, server__attic='"""Claude Code: SELECT x FROM y."""')) == []


def test_agentside_with_a_foreign_import_is_found(tmp_path: Path) -> None:
    sources = made_up(tmp_path, agentside__hook="import json\nfrom areyouj_jupyter.models import Model\nimport msgspec")
    assert room_problems(sources) == [
        "areyouj_jupyter.agentside.hook imports areyouj_jupyter.models.Model, which is not of the standard library.",
        "areyouj_jupyter.agentside.hook imports msgspec, which is not of the standard library.",
    ]


def test_a_folder_has_few_files() -> None:
    assert [*folder_problems(ROOT / "areyouj_jupyter", "*.py"), *folder_problems(ROOT / "tests", "*.py")] == []


def test_a_folder_with_many_files_is_found(tmp_path: Path) -> None:
    made_up(tmp_path, **{f"server__row{number}": "" for number in range(25)})
    made_up(tmp_path, **{f"server__tasks__row{number}": "" for number in range(24)})
    assert folder_problems(tmp_path / "areyouj_jupyter") == ["areyouj_jupyter/server has 25 files; 24 is the limit."]


def test_tests_stand_where_their_code_stands() -> None:
    assert mirror_problems(ROOT / "tests" / "server", ROOT / "areyouj_jupyter" / "server") == []


def test_a_folder_of_tests_for_no_code_is_found(tmp_path: Path) -> None:
    made_up(tmp_path, server__tasks__task_board="", tests__tasks__test_task_board="", tests__attic__test_box="")
    folder = tmp_path / "areyouj_jupyter"
    assert mirror_problems(folder / "tests", folder / "server") == ["tests/attic tests no folder of the code."]


def test_files_and_functions_are_short() -> None:
    python = [*PACKAGE, *TESTS, *DOCS]
    problems = [problem for source in python for problem in (*file_problems(source.path), *function_problems(source))]
    assert problems == []


def test_a_long_file_a_long_function_and_a_name_that_says_nothing_are_found(tmp_path: Path) -> None:
    long = "def run():\n" + "    pass\n" * 60 + "\n" * 340
    (source,) = made_up(tmp_path, server__utils=long)
    assert [*file_problems(source.path), *function_problems(source)] == [
        f"{source.path} has 401 lines; 400 is the limit.",
        f"{source.path} has a name that says nothing.",
        f"{source.path}: run has 61 lines; 60 is the limit.",
    ]


def test_everything_public_has_a_docstring() -> None:
    handlers = [source for source in PACKAGE if source.module.startswith("areyouj_jupyter.server.http.handlers.")]
    rest = [source for source in (*PACKAGE, *DOCS) if source not in handlers]
    summed_up = {route.name for route in ROUTES}  # a handler is its route's; the route's summary says what it does
    assert docstring_problems(rest) + docstring_problems(handlers, summed_up) == []


def test_a_missing_docstring_is_found(tmp_path: Path) -> None:
    text = '''
        """A module."""
        class Door:
            def open(self):
                def inner(): ...
            def _hinge(self): ...
        class Knob(Protocol):
            """Turns."""
            def turn(self):
                """Turn it."""
        class Round:
            """A knob."""
            def turn(self): ...
        def wanted(): ...
        '''
    (source,) = made_up(tmp_path, server__door=text)
    assert docstring_problems([source], {"wanted"}) == [
        f"{source.path}: Door has no docstring.",
        f"{source.path}: Door.open has no docstring.",
    ]


HEAVY = "{'tornado', 'jupyter_server', 'aiosqlite', 'httpx', 'msgspec', 'IPython', 'traitlets', 'psutil'}"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("statement", "heavy"),
    [
        ("import areyouj_jupyter", HEAVY),
        (
            "import areyouj_jupyter.kernel.magics.magics, areyouj_jupyter.kernel.crew",
            "{'tornado', 'jupyter_server', 'psutil', 'anywidget', 'ipywidgets'}",
        ),
    ],
)
def test_an_import_brings_nothing_heavy(statement: str, heavy: str) -> None:
    code = f"import sys; {statement}; print(sorted({heavy} & set(sys.modules)))"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert ended.stdout == "[]\n"
