"""The server keeps its structure: ladder, rooms, sizes, docstrings. Each check is shown a source that breaks it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest
from repository import ROOT
from structure.ladder import ladder_problems, rung_problems
from structure.rooms import ROOMS, room_problems, script_room_problems
from structure.scripts import (
    FOLDERS,
    script_circle_problems,
    script_folder_problems,
    script_import_problems,
    script_rung_problems,
    scripts,
)
from structure.shape import docstring_problems, file_problems, function_problems, script_functions, script_problems
from structure.source import Source, is_below, parse_all

from areyouj_jupyter.server.http.routes import ROUTES

PACKAGE = parse_all(ROOT / "areyouj_jupyter", ROOT)
TESTS = parse_all(ROOT / "tests", ROOT / "tests")
DOCS = parse_all(ROOT / "docs" / "_ext", ROOT / "docs" / "_ext")
CORE = ROOT / "labextension" / "core"
SIDEBAR = ROOT / "labextension" / "src"
FRONT_ENDS = [SIDEBAR, ROOT / "labextension" / "dashboard" / "src"]
SCRIPTS = [path for folder in [CORE, *FRONT_ENDS] for path in scripts(folder)]


def made_up(folder: Path, **files: str) -> list[Source]:
    """Sources of a package of its own; `server__session` is the file areyouj_jupyter/server/session.py."""
    for name, text in files.items():
        path = folder.joinpath("areyouj_jupyter", *name.split("__")).with_suffix(".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text))
    return parse_all(folder / "areyouj_jupyter", folder)


def made_up_script(folder: Path, name: str, text: str = "") -> None:
    """A file of a front end of its own."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


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


def test_the_front_end_has_rooms_too() -> None:
    assert [problem for path in SCRIPTS for problem in script_room_problems(path)] == []


def test_a_touch_outside_the_room_is_found_in_the_front_end(tmp_path: Path) -> None:
    script = tmp_path / "panel.tsx"
    script.write_text("const answer = await fetch(url);\nnode.innerHTML = text;\nconst first = 'claude';\n")
    assert script_room_problems(script) == [
        "panel.tsx touches requests: fetch(.",
        "panel.tsx touches unescaped HTML: innerHTML.",
        "panel.tsx touches the name of an agent CLI: claude.",
    ]


def test_the_front_ends_share_the_core_and_it_stands_alone() -> None:
    assert [problem for folder in [CORE, *FRONT_ENDS] for problem in script_import_problems(folder, CORE)] == []


def test_an_import_that_binds_the_core_or_crosses_the_front_ends_is_found(tmp_path: Path) -> None:
    text = (
        "import type {\n  Event\n} from './api.gen';\nimport { Signal } from '@lumino/signaling';\n"
        "export { put } from '../src/put';\nimport { words } from '../core/words';\n"
    )
    for name in ("core/crew.ts", "dashboard/crew.ts"):
        made_up_script(tmp_path, name, text)
    made_up_script(
        tmp_path, "src/lab/crew.ts", "export { put } from '../put';\nexport { dash } from '../../dashboard';\n"
    )
    core = tmp_path / "core"
    assert script_import_problems(core, core) == [
        "crew.ts imports @lumino/signaling; the core stands alone.",
        "crew.ts imports ../src/put; the core stands alone.",
    ]
    assert script_import_problems(tmp_path / "dashboard", core) == [
        "crew.ts imports ../src/put; what two front ends need is in the core.",
    ]
    assert script_import_problems(tmp_path / "src", core) == [
        "lab/crew.ts imports ../../dashboard; what two front ends need is in the core.",
    ]


def test_the_front_end_has_no_circle() -> None:
    assert [problem for folder in [CORE, *FRONT_ENDS] for problem in script_circle_problems(folder)] == []


def test_a_circle_in_the_front_end_is_found_also_of_types_and_between_folders(tmp_path: Path) -> None:
    made_up_script(tmp_path, "queue/drawer.tsx", "import { Item } from './item';\nimport React from 'react';\n")
    made_up_script(tmp_path, "queue/item.tsx", "import type { Row } from '../row';\n")
    made_up_script(tmp_path, "row.ts", "export { Drawer } from './queue/drawer';\n")
    assert script_circle_problems(tmp_path) == [
        "queue/drawer.tsx → queue/item.tsx → row.ts → queue/drawer.tsx is a circle."
    ]


def test_a_folder_of_the_front_end_imports_only_from_lower_rungs() -> None:
    assert script_rung_problems(SIDEBAR) == []


def test_an_import_upwards_and_a_folder_without_a_rung_are_found_in_the_front_end(tmp_path: Path) -> None:
    for folder in FOLDERS:
        made_up_script(tmp_path, folder if folder.endswith(".ts") else f"{folder}/plugin.ts")
    made_up_script(tmp_path, "attic/plugin.ts", "export { Row } from '../agents/row';\n")
    made_up_script(
        tmp_path, "lab/notices.ts", "import { ask } from '../ui/ask';\nimport type { Row } from '../agents/row';\n"
    )
    made_up_script(tmp_path, "agents/row.tsx", "import { Draft } from './draft';\n")
    made_up_script(tmp_path, "agents/draft.ts", "import { notices } from '../lab/notices';\n")
    (tmp_path / "panel" / "plugin.ts").unlink()
    assert script_rung_problems(tmp_path) == [
        "attic has no rung; give it one in tests/support/structure/scripts.py.",
        "panel has a rung, but there is no such folder.",
        "lab/notices.ts (rung 2) imports agents/row.tsx (rung 4).",
    ]


def test_a_folder_of_the_front_end_has_few_files() -> None:
    folders = [CORE, *FRONT_ENDS, ROOT / "labextension" / "tests"]
    assert [problem for folder in folders for problem in script_folder_problems(folder)] == []


def test_a_folder_with_many_files_is_found(tmp_path: Path) -> None:
    for number in range(25):
        made_up_script(tmp_path, f"src/row{number}.ts")
        made_up_script(tmp_path, f"src/ui/row{number % 24}.ts")
    assert script_folder_problems(tmp_path / "src") == ["src has 25 files; 24 is the limit."]


def test_files_and_functions_are_short() -> None:
    python = [*PACKAGE, *TESTS, *DOCS]
    problems = [problem for source in python for problem in (*file_problems(source.path), *function_problems(source))]
    problems += [problem for path in SCRIPTS for problem in (*file_problems(path), *script_problems(path))]
    assert problems == []


def test_a_long_file_a_long_function_and_a_name_that_says_nothing_are_found(tmp_path: Path) -> None:
    long = "def run():\n" + "    pass\n" * 60 + "\n" * 340
    (source,) = made_up(tmp_path, server__utils=long)
    assert [*file_problems(source.path), *function_problems(source)] == [
        f"{source.path} has 401 lines; 400 is the limit.",
        f"{source.path} has a name that says nothing.",
        f"{source.path}: run has 61 lines; 60 is the limit.",
    ]


def test_a_long_function_is_found_in_the_front_end(tmp_path: Path) -> None:
    script = tmp_path / "panel.tsx"
    script.write_text("export function Panel(): JSX.Element {\n" + "  if (a) {\n  }\n" * 30 + "}\n")
    assert script_problems(script) == [
        f"{script}: export function Panel(): JSX.Element {{ has 62 lines; 60 is the limit."
    ]


def test_functions_of_every_kind_are_seen_in_the_front_end() -> None:
    script = """\
        class Manager {
          async send(text: string): Promise<void> {
            if (text) {
            }
          }
        }
        const show = (name: string) => {
          go();
        };"""
    assert list(script_functions(dedent(script).splitlines())) == [
        ("async send(text: string): Promise<void> {", 4),
        ("const show = (name: string) => {", 3),
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
