"""The folders of the front ends: how many files each holds, and what its files may import of the others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from structure.ladder import circles

FOLDERS: Mapping[str, int] = {
    name: rung
    for rung, names in {
        7: ("index.ts",),
        6: ("commands",),
        5: ("panel",),
        4: ("agents",),
        3: ("conversation", "prompts", "tasks", "terminals"),
        2: ("lab",),
        1: ("queue",),
        0: ("ui",),
    }.items()
    for name in names
}
"""Folder of labextension/src → rung: its files import only from folders on the same rung and lower ones."""

DRAWN = "components"
"""The folder of the core whose files are drawn, so that they import 'react': a bundler says which one that is."""

IMPORT = re.compile(r"^(?:import|export)\b(?:[^;=(]*\bfrom)? '([^']+)';", re.MULTILINE)


def scripts(folder: Path) -> list[Path]:
    """The files of a folder and those below that a person wrote, in the order of their paths."""
    return sorted(path for path in folder.rglob("*.ts*") if not path.name.endswith(".gen.ts"))


def script_import_problems(folder: Path, core: Path) -> list[str]:
    """Imports from outside of a front end but the core's; of the core itself, all that are not its own."""
    rule = "the core stands alone" if folder == core else "what two front ends need is in the core"
    return [
        f"{path.relative_to(folder)} imports {name}; {rule}."
        for path in scripts(folder)
        for name in _names(path)
        if (name.startswith(".") or folder == core) and not _is_within(path, name, folder, core)
        if not (name == "react" and path.is_relative_to(core / DRAWN))
    ]


def script_circle_problems(folder: Path) -> list[str]:
    """One sentence for each circle among the files of a front end; an import of types counts too."""
    return circles(_edges(folder))


def script_rung_problems(folder: Path) -> list[str]:
    """One sentence for each folder of src without a rung, each that is gone, and each import upwards."""
    edges = _edges(folder)
    here = {_top(name) for name in edges}
    place = "give it one in tests/support/structure/scripts.py."
    unplaced = [f"{top} has no rung; {place}" for top in sorted(here - set(FOLDERS))]
    gone = [f"{top} has a rung, but there is no such folder." for top in FOLDERS if top not in here]
    return [*unplaced, *gone, *_upwards(edges)]


def _upwards(edges: Mapping[str, frozenset[str]]) -> list[str]:
    rungs = {name: FOLDERS.get(_top(name)) for name in edges}
    return [
        f"{name} (rung {own}) imports {imported} (rung {other})."
        for name, own in rungs.items()
        for imported in sorted(edges[name])
        if own is not None and (other := rungs[imported]) is not None and other > own
    ]


def _top(name: str) -> str:
    """The folder of a front end in which a file stands; of its own files, their names."""
    return name.partition("/")[0]


def _edges(folder: Path) -> dict[str, frozenset[str]]:
    """Each file, by its path in the front end → the other files that it imports."""
    files = {path.resolve(): path.relative_to(folder).as_posix() for path in scripts(folder)}
    return {
        name: frozenset(files[target] for target in _targets(path) if target in files) for path, name in files.items()
    }


def _names(path: Path) -> list[str]:
    """What a file imports, as it is written there."""
    names: list[str] = IMPORT.findall(path.read_text("utf-8"))
    return names


def _is_within(path: Path, name: str, *folders: Path) -> bool:
    """Whether an import of a file leads into one of some folders."""
    target = path.parent.joinpath(name).resolve()
    return name.startswith(".") and any(target.is_relative_to(folder.resolve()) for folder in folders)


def _targets(path: Path) -> Iterator[Path]:
    """The files that a file may import: a name says neither the ending nor whether it is a folder's index."""
    for name in _names(path):
        target = path.parent.joinpath(name).resolve()
        yield from (Path(f"{target}.ts"), Path(f"{target}.tsx"), target / "index.ts", target / "index.tsx")
