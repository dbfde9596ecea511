"""The front ends keep their structure: rooms, imports, circles, sizes. Each check is shown a source that breaks it."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

from repository import ROOT
from structure.rooms import script_room_problems
from structure.scripts import FOLDERS, script_circle_problems, script_import_problems, script_rung_problems, scripts
from structure.shape import file_problems, folder_problems, script_functions, script_problems

CORE = ROOT / "labextension" / "core"
SIDEBAR = ROOT / "labextension" / "src"
FRONT_ENDS = [SIDEBAR, ROOT / "labextension" / "dashboard" / "src"]
SCRIPTS = [path for folder in [CORE, *FRONT_ENDS] for path in scripts(folder)]


def made_up_script(folder: Path, name: str, text: str = "") -> None:
    """A file of a front end of its own."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


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


def test_of_what_is_not_the_cores_only_react_is_imported_and_only_by_its_components(tmp_path: Path) -> None:
    text = (
        "import React, { useState } from 'react';\nimport { render } from 'react-dom';\n"
        "import { useRef } from 'preact/hooks';\nimport { Tools } from '../../src/ui/action';\n"
    )
    made_up_script(tmp_path, "core/components/card.tsx", text)
    made_up_script(tmp_path, "core/words.ts", "import React from 'react';\n")
    assert script_import_problems(tmp_path / "core", tmp_path / "core") == [
        "components/card.tsx imports react-dom; the core stands alone.",
        "components/card.tsx imports preact/hooks; the core stands alone.",
        "components/card.tsx imports ../../src/ui/action; the core stands alone.",
        "words.ts imports react; the core stands alone.",
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
    assert [problem for folder in folders for problem in folder_problems(folder)] == []


def test_files_and_functions_of_the_front_end_are_short() -> None:
    assert [problem for path in SCRIPTS for problem in (*file_problems(path), *script_problems(path))] == []


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
