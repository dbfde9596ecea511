"""Changed files: which files of a project changed during a turn, as Git knows them. Reads only, and locks nothing."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 10.0  # seconds for one question to Git; a project that takes longer is not known
# Git runs what a project's configuration names, and an agent may have written that: so no monitor, no filter (one
# would see every file that is as new as the index), and only plumbing, which knows no other programs.
GIT = ("git", "--no-optional-locks", "-c", "core.fsmonitor=false", "-c", "core.untrackedCache=false")
EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
"""What Git calls a tree without files: what a repository without a commit is compared with."""

_Stamp = tuple[int, int, int] | None
"""A file's size, time and mode; None for one that is not there."""


@dataclass(frozen=True)
class Glance:
    """A project at one moment: its commit, and the stamps of the files that differ from it, new ones too."""

    head: str
    stamps: Mapping[str, _Stamp]

    def since(self, before: Glance, folder: Path) -> list[str]:
        """The files, relative to the folder, that changed since then; sorted. Raises OSError, SubprocessError."""
        committed = _names(folder, (), "diff-tree", "-r", "--relative", before.head, self.head)
        known, old = {*before.stamps, *self.stamps, *committed}, before.stamps
        return sorted(name for name in known if name not in old or self._stamp(name, folder) != old[name])

    def _stamp(self, name: str, folder: Path) -> _Stamp:
        return self.stamps[name] if name in self.stamps else _stamp(folder / name)


def glance(folder: Path) -> Glance:
    """The project as it is now. Raises OSError, SubprocessError: no such folder, no Git, no repository, too slow."""
    quiet = _unfiltered(folder)
    heads = _asked(folder, quiet, "rev-parse", "--verify", "--quiet", "HEAD^{tree}", check=False).split()
    head = heads[0] if heads else EMPTY_TREE
    names = {
        *_names(folder, quiet, "diff-files", "--relative"),
        *_names(folder, quiet, "diff-index", "--cached", "--relative", head),
        *_listed(_asked(folder, quiet, "ls-files", "-z", "--others", "--exclude-standard")),
    }
    return Glance(head, {name: _stamp(folder / name) for name in names})


class Changes:
    """Watches one project folder from now until `end`. Owned by a Reply."""

    def __init__(self, folder: Path) -> None:
        """Raises OSError, SubprocessError as `glance` does."""
        self._folder = folder
        self._before = glance(folder)
        self._files: list[str] | None = None
        self.others: Callable[[], list[str]] = list
        """Tells which other agents worked in the same folder in the meantime; must not block."""
        self.shared: list[str] = []
        """Those, once `end` was called: then nobody can tell whose changes these are."""
        self._looking = threading.Thread(target=self._look, name="areyouj-changes", daemon=True)
        self._begun = False

    def end(self) -> None:
        """The turn is over: look again. Never blocks; the thread ends by itself."""
        if not self._begun:
            self._begun = True
            self.shared = self.others()
            self._looking.start()

    @property
    def files(self) -> list[str] | None:
        """The changed files, once `end` was called; None if Git could not list them."""
        if not self._begun:
            return None
        self._looking.join()
        return self._files

    def _look(self) -> None:
        try:
            self._files = glance(self._folder).since(self._before, self._folder)
        except (OSError, subprocess.SubprocessError):
            self._files = None


def watched(folder: Path) -> Changes | None:
    """Watch the folder; None if Git cannot: the folder is not here, in no repository, or too large."""
    try:
        return Changes(folder)
    except (OSError, subprocess.SubprocessError):
        return None


def _unfiltered(folder: Path) -> list[str]:
    """Options that make every filter of the configuration do nothing. Raises SubprocessError where they cannot."""
    told = _asked(folder, (), "config", "-z", "--name-only", "--get-regexp", r"^filter\.", check=False)
    filters = {name.rpartition(".")[0] for name in _listed(told)}
    if any("=" in name for name in filters):
        raise subprocess.SubprocessError("a filter with this name cannot be switched off")
    off = [f"{name}.{setting}" for name in sorted(filters) for setting in ("clean=", "process=", "required=false")]
    return [word for setting in off for word in ("-c", setting)]


def _names(folder: Path, options: Sequence[str], command: str, *rest: str) -> Iterator[str]:
    """The names that a `git diff-…` lists."""
    return _listed(_asked(folder, options, command, "-z", "--name-only", "--ignore-submodules=all", *rest))


def _listed(output: str) -> Iterator[str]:
    return (name for name in output.split("\0") if name)


def _asked(folder: Path, options: Sequence[str], *command: str, check: bool = True) -> str:
    """What Git answers. Raises OSError, SubprocessError."""
    argv = (*GIT, *options, *command)
    told = subprocess.run(argv, cwd=folder, capture_output=True, timeout=PATIENCE, check=check)
    return told.stdout.decode("utf-8", "surrogateescape")


def _stamp(path: Path) -> _Stamp:
    try:
        found = path.lstat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_mode
