"""The floors of server/ and kernel/: a module imports from its own room and from rooms below it, never in a circle."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from structure.source import Source, is_below

FLOORS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "server": (
        ("app",),
        ("build",),
        ("takeover",),
        ("http",),
        ("services",),
        ("sessions",),
        ("delivery", "tasks"),
        ("process",),
        ("terminals", "status"),
        ("storage",),
        ("events", "metrics", "interrupt"),
    ),
    "kernel": (
        ("magics",),
        ("dashboard",),
        ("connecting",),
        ("crew",),
        ("pool",),
        ("handle",),
        ("agents", "history", "queue", "recording", "tasks"),
        ("replies",),
        ("client", "context", "tables"),
        ("rendering",),
    ),
}
"""Folders and files, from top to bottom. Those of one line know nothing of each other."""

RUNGS: Mapping[tuple[str, str], int] = {
    (part, name): len(floors) + 1 - floor
    for part, floors in FLOORS.items()
    for floor, names in enumerate(floors)
    for name in names
}
"""Part, and folder or file in it → its height. What stands in a folder stands as high as the folder."""

BELOW: Mapping[str, int] = {"specs": 1, "models": 1, "errors": 0, "holder": 0, "_version": 0}
"""What server/ may import from the rest of the package."""

APART = ("kernel", "server")
"""They never import each other."""

BESIDE = ("agentside", "cli", "demo", "doctor", "holders")
"""Beside the server; nothing in it imports them."""


def ladder_problems(sources: Iterable[Source], package: str = "areyouj_jupyter") -> list[str]:
    """One sentence for each module without a rung, import upwards, import across, and circle."""
    modules = {source.module: source for source in sources}
    edges = {name: _imported(source, modules) - {name} for name, source in modules.items()}
    return [*_unplaced(modules, package), *_upwards(edges, package), *_across(edges, package), *circles(edges)]


def rung_problems(sources: Iterable[Source], package: str = "areyouj_jupyter") -> list[str]:
    """One sentence for each name on the ladder that no module has any more."""
    here = {source.module.removeprefix(f"{package}.") for source in sources}
    drawn = [*(f"{part}.{name}" for part, name in RUNGS), *BELOW]
    return [f"{name} is on the ladder, but there is no such module." for name in drawn if name not in here]


def rung(module: str, package: str) -> int | None:
    """Where a module stands; None for one that is not on the ladder."""
    parts = module.split(".")
    if parts[0] != package or len(parts) < 2:
        return None
    if parts[1] in FLOORS:
        return RUNGS.get((parts[1], parts[2])) if len(parts) > 2 else None
    return BELOW.get(parts[1])


def _imported(source: Source, modules: Mapping[str, Source]) -> frozenset[str]:
    """The modules of the package that a source imports, by their full names."""
    found = set()
    for name in source.imports.values():
        while name not in modules and "." in name:
            name = name.rpartition(".")[0]
        if name in modules:
            found.add(name)
    return frozenset(found)


def _unplaced(modules: Iterable[str], package: str) -> list[str]:
    parts = [f"{package}.{part}" for part in FLOORS]
    return [
        f"{module} has no floor; give it one in tests/support/structure/ladder.py."
        for module in modules
        if module not in parts and any(is_below(module, part) for part in parts) and rung(module, package) is None
    ]


def _upwards(edges: Mapping[str, frozenset[str]], package: str) -> list[str]:
    problems = []
    for module, imported in edges.items():
        own = rung(module, package)
        for name in sorted(imported):
            other = rung(name, package)
            if own is None or other is None or own > other:
                continue
            if own < other:
                problems.append(f"{module} imports {name}, which stands above it.")
            elif _room(module, package) != _room(name, package):
                problems.append(f"{module} imports {name}, which stands beside it.")
    return problems


def _room(module: str, package: str) -> str:
    """The folder or file in which it stands, of those that have floors; nothing for the others."""
    parts = module.removeprefix(f"{package}.").split(".")
    return parts[1] if parts[0] in FLOORS and len(parts) > 1 else ""


def _across(edges: Mapping[str, frozenset[str]], package: str) -> list[str]:
    problems = []
    for module, imported in edges.items():
        here = module.removeprefix(f"{package}.").partition(".")[0]
        for name in sorted(imported):
            there = name.removeprefix(f"{package}.").partition(".")[0]
            apart = here in APART and there in APART and here != there
            if apart or (here == "server" and there in BESIDE):
                problems.append(f"{module} imports {name}; {here} and {there} are kept apart.")
    return problems


def circles(edges: Mapping[str, frozenset[str]]) -> list[str]:
    """One sentence for each circle, by the modules in it; edges: module → what it imports."""
    done: set[str] = set()
    found: list[str] = []

    def walk(module: str, path: tuple[str, ...]) -> None:
        if module in path:
            found.append(" → ".join((*path[path.index(module) :], module)) + " is a circle.")
        elif module not in done:
            for name in sorted(edges[module]):
                walk(name, (*path, module))
            done.add(module)

    for module in edges:
        walk(module, ())
    return found
