"""A Python that every Unix user may run, with the packages of this environment and ours as its wheel installs it.

A virtual environment, or the Python below it, often lies in somebody's home, which others cannot enter.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from installed import built

HEAVY = ("playwright", "mypy", "mypyc", "schemathesis", "test", "idlelib", "lib2to3")
"""What no server needs."""


@dataclass(frozen=True)
class SharedPython:
    """Owned by whoever owns its folder."""

    program: Path
    environment: Mapping[str, str]
    """Variables that it needs."""


def shared_python(folder: Path) -> SharedPython:
    """Make one in a folder that everybody may enter."""
    base = Path(sys.base_prefix)
    interpreter = base / "bin" / f"python3.{sys.version_info.minor}"
    if not _open_to_all(interpreter):
        interpreter = _linked_base(base, interpreter, folder / "base")
    prefix = folder / "python"
    subprocess.run([interpreter, "-m", "venv", "--without-pip", "--symlinks", prefix], check=True, capture_output=True)
    library = Path(sysconfig.get_path("purelib", vars={"base": str(prefix)}))
    library.rmdir()
    _link(Path(sysconfig.get_path("purelib")), library, ".*", "__editable__*", "_areyouj*", "areyouj*", *HEAVY)
    for shared in ("share", "etc"):
        _link(Path(sys.prefix, shared), prefix / shared, "areyouj*")
    python = prefix / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index")
    subprocess.run((*pip, built(folder / "dist")), check=True, capture_output=True)
    return SharedPython(python, {"LD_LIBRARY_PATH": str(interpreter.parent.parent / "lib")})


def _open_to_all(path: Path) -> bool:
    real = path.resolve()
    return all(each.stat().st_mode & 0o001 for each in (real, *real.parents))


def _linked_base(base: Path, interpreter: Path, copy: Path) -> Path:
    """The Python that virtual environments point to, without its own packages."""
    library = f"lib/python3.{sys.version_info.minor}"
    _link(base / library, copy / library, "site-packages", *HEAVY)
    (copy / "bin").mkdir()
    for each in (interpreter, *base.glob("lib/libpython*.so*")):  # where it is a library, it is looked for at home
        shutil.copy2(each, copy / each.relative_to(base))
    return copy / "bin" / interpreter.name


def _link(source: Path, target: Path, *ignored: str) -> None:
    if source.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(source, target, ignore=shutil.ignore_patterns(*ignored), copy_function=_link_file)


def _link_file(source: str, target: str) -> None:
    """The same file by another name, where the file system allows it."""
    with contextlib.suppress(OSError):
        os.link(source, target)
        return
    shutil.copy2(source, target)
