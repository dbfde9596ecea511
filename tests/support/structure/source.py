"""Source: one parsed Python file, and the names, texts and functions in it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

Function = ast.FunctionDef | ast.AsyncFunctionDef
Documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Source:
    """One Python file. Frozen; the tree is not to be changed."""

    path: Path
    module: str
    """Dotted name; a package's is that of its folder."""
    tree: ast.Module

    @cached_property
    def imports(self) -> dict[str, str]:
        """Local name → full dotted name, for every import anywhere in the file."""
        found: dict[str, str] = {}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                found |= {name.asname or name.name: name.name for name in node.names}
            elif isinstance(node, ast.ImportFrom):
                start = self._start(node)
                found |= {name.asname or name.name: f"{start}.{name.name}" for name in node.names}
        return found

    @cached_property
    def names(self) -> frozenset[str]:
        """Every dotted name that comes from an import: the imports, and what is used of them (`os.kill`)."""
        found = set(self.imports.values())
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Attribute) and (dotted := _dotted(node)):
                first, _, rest = dotted.partition(".")
                if first in self.imports:
                    found.add(f"{self.imports[first]}.{rest}")
        return frozenset(found)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Every string in the code, the fixed parts of f-strings too; not docstrings and others that stand alone."""
        alone = {id(node.value) for node in ast.walk(self.tree) if isinstance(node, ast.Expr)}
        return tuple(
            node.value
            for node in ast.walk(self.tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone
        )

    @cached_property
    def functions(self) -> tuple[Function, ...]:
        """Every function and method, nested ones too."""
        return tuple(node for node in ast.walk(self.tree) if isinstance(node, Function))

    def _start(self, node: ast.ImportFrom) -> str:
        """The dotted name that a `from … import` begins with."""
        if not node.level:
            return node.module or ""
        package = self.module.split(".")
        if self.path.name != "__init__.py":
            package = package[:-1]
        package = package[: len(package) - node.level + 1]
        return ".".join([*package, node.module] if node.module else package)


def parse(path: Path, root: Path) -> Source:
    """path: a file below `root`, the folder that holds the outermost package."""
    parts = path.relative_to(root).with_suffix("").parts
    module = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return Source(path, module, ast.parse(path.read_text("utf-8"), str(path)))


def parse_all(folder: Path, root: Path) -> list[Source]:
    """Every Python file below `folder`, in the order of their paths."""
    return [parse(path, root) for path in sorted(folder.rglob("*.py"))]


def is_below(name: str, above: str) -> bool:
    """Whether a dotted name is `above` or stands below it."""
    return name == above or name.startswith(f"{above}.")


def documented(node: Documented, above: str = "") -> Iterator[tuple[str, Documented]]:
    """The public classes and functions of a module or class with their dotted names, itself first."""
    yield above, node
    for child in node.body:
        if isinstance(child, ast.ClassDef | Function) and not child.name.startswith("_"):
            name = f"{above}.{child.name}".lstrip(".")
            if isinstance(child, ast.ClassDef):
                yield from documented(child, name)
            else:
                yield name, child


def _dotted(node: ast.expr) -> str:
    """`a.b.c` of an attribute chain that begins with a plain name; empty if it does not."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute) and (start := _dotted(node.value)):
        return f"{start}.{node.attr}"
    return ""
