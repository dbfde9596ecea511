"""The shape of a file: its length, the length of its functions, its docstrings, its name."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from structure.source import Documented, Function, Source, documented

FILE_LINES = 400
FUNCTION_LINES = 60
FOLDER_FILES = 24
NO_NOUN = frozenset({"common", "helpers", "misc", "util", "utils"})
"""Names of files that do not say what is in them."""

OPENS_FUNCTION = re.compile(r"(=>|\bfunction\b.*|\)(: [^{}]*)?) \{$")
NO_FUNCTION = re.compile(r"^\s*(\} else )?(if|for|while|switch|catch|\} catch|class|interface|do)\b")


def file_problems(path: Path) -> list[str]:
    """A file that is too long, or whose name is no noun."""
    lines = len(path.read_text("utf-8").splitlines())
    problems = [f"{path} has {lines} lines; {FILE_LINES} is the limit."] if lines > FILE_LINES else []
    return problems + ([f"{path} has a name that says nothing."] if path.stem in NO_NOUN else [])


def folder_problems(folder: Path, kind: str = "*") -> list[str]:
    """One sentence for each folder with more files than one overlooks. kind: a pattern of their names."""
    counts = Counter(path.parent for path in folder.rglob(kind) if path.is_file() and path.parent.name != "__pycache__")
    return [
        f"{path.relative_to(folder.parent)} has {count} files; {FOLDER_FILES} is the limit."
        for path, count in sorted(counts.items())
        if count > FOLDER_FILES
    ]


def mirror_problems(tests: Path, code: Path) -> list[str]:
    """One sentence for each folder of tests that no folder of the code answers to."""
    folders = sorted(
        path.relative_to(tests) for path in tests.rglob("*") if path.is_dir() and path.name != "__pycache__"
    )
    return [f"{tests.name}/{path} tests no folder of the code." for path in folders if not (code / path).is_dir()]


def function_problems(source: Source) -> list[str]:
    """Python functions that are too long."""
    sizes = ((node.name, (node.end_lineno or node.lineno) - node.lineno + 1) for node in source.functions)
    return [_too_long(source.path, name, size) for name, size in sizes if size > FUNCTION_LINES]


def script_problems(path: Path) -> list[str]:
    """TypeScript functions that are too long."""
    sizes = script_functions(path.read_text("utf-8").splitlines())
    return [_too_long(path, name, size) for name, size in sizes if size > FUNCTION_LINES]


def script_functions(lines: list[str]) -> Iterator[tuple[str, int]]:
    """(first line, number of lines) of each function in formatted TypeScript; it ends where its indentation returns."""
    for start, line in enumerate(lines):
        if OPENS_FUNCTION.search(line) and not NO_FUNCTION.match(line):
            indent = re.match(r"\s*", line)
            closing = f"{indent[0] if indent else ''}}}"
            end = next(
                (at for at, later in enumerate(lines[start + 1 :], start + 1) if later.startswith(closing)), start
            )
            yield line.strip(), end - start + 1


def docstring_problems(sources: Iterable[Source], summed_up: Collection[str] = ()) -> list[str]:
    """Public modules, classes and functions without a docstring.

    A method that fulfils a documented one of a Protocol of the same file needs none of its own, nor does an overload.
    summed_up: functions that are described elsewhere.
    """
    problems = []
    for source in sources:
        described = _described(source)
        for name, node in documented(source.tree):
            known = name.rpartition(".")[2] in described if "." in name else name in summed_up
            if ast.get_docstring(node) is None and not known and not _is_overload(node):
                problems.append(f"{source.path}: {name or 'the module'} has no docstring.")
    return problems


def _described(source: Source) -> frozenset[str]:
    """Names of the methods that some Protocol of the file documents."""
    return frozenset(
        name.rpartition(".")[2]
        for name, node in documented(source.tree)
        for owner in source.tree.body
        if isinstance(owner, ast.ClassDef) and _is_protocol(owner) and name.startswith(f"{owner.name}.")
        if ast.get_docstring(node)
    )


def _is_protocol(node: Documented) -> bool:
    return isinstance(node, ast.ClassDef) and any(
        isinstance(base, ast.Name) and base.id == "Protocol" for base in node.bases
    )


def _is_overload(node: Documented) -> bool:
    return isinstance(node, Function) and any(
        isinstance(by, ast.Name) and by.id == "overload" for by in node.decorator_list
    )


def _too_long(path: Path, name: str, size: int) -> str:
    return f"{path}: {name} has {size} lines; {FUNCTION_LINES} is the limit."
