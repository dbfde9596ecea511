"""The ladder inside server/: a module imports only from its own rung and lower ones, and never in a circle."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from structure.source import Source, is_below

RUNGS: Mapping[str, int] = {
    name: rung
    for rung, names in {
        9: ("app",),
        8: ("build", "handlers", "sockets", "takeover"),
        7: ("contract", "decoding", "key", "openapi", "rest", "routes"),
        6: ("activity", "house", "taskboard"),
        5: ("checkup", "recovery", "registry"),
        4: (
            *("acceptance", "answering", "backing", "clearing", "clerk", "courier", "crashes", "delivery", "evidence"),
            *("explanation", "incarnation", "input_line", "last_turn", "launch", "life", "lost", "meter"),
            *("progress", "reading", "reattachment", "session", "session_queue", "shell_command", "showroom"),
            *("standing", "state_file", "steps", "turn_follower"),
        ),
        3: (
            *("agent_store", "assignment_store", "delivery_store", "folders", "message_rows", "message_store", "owner"),
            *("queue_store", "task_export", "task_rows", "task_store", "task_tree"),
        ),
        2: (
            *("cautions", "counters", "database", "database_file", "deferred", "ending", "events", "farewell"),
            *("glances", "hold", "interrupt", "keys", "known_lists", "logbook", "marks", "mounts", "names"),
            *("occurrences", "overrides", "private_file", "program_folders", "runtime_folder", "screen"),
            *("shortage", "sql", "start_failure", "terminals", "timestamps", "waiters", "wire"),
        ),
    }.items()
    for name in names
}
"""Module or package of server/ → rung. A package's modules stand on its rung."""

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
    drawn = [*(f"server.{name}" for name in RUNGS), *BELOW]
    return [f"{name} is on the ladder, but there is no such module." for name in drawn if name not in here]


def rung(module: str, package: str) -> int | None:
    """Where a module stands; None for one that is not on the ladder."""
    parts = module.split(".")
    if parts[:2] == [package, "server"] and len(parts) > 2:
        return RUNGS.get(parts[2])
    return BELOW.get(parts[1]) if parts[0] == package and len(parts) > 1 else None


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
    server = f"{package}.server"
    return [
        f"{module} has no rung; give it one in tests/structure/ladder.py."
        for module in modules
        if is_below(module, server) and module != server and rung(module, package) is None
    ]


def _upwards(edges: Mapping[str, frozenset[str]], package: str) -> list[str]:
    problems = []
    for module, imported in edges.items():
        own = rung(module, package)
        for name in sorted(imported):
            other = rung(name, package)
            if own is not None and other is not None and other > own:
                problems.append(f"{module} (rung {own}) imports {name} (rung {other}).")
    return problems


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
