"""Project folders: which ones agents may work in. A folder is opened once, and what is open is checked and entered."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from areyouj_jupyter.errors import FolderInvalid, FolderOutside
from areyouj_jupyter.server.process.shortage import shortage
from areyouj_jupyter.server.terminals import OpenFolder

PATH_LIMIT = 4096  # bytes, Linux PATH_MAX


@dataclass(frozen=True)
class Folders:
    """The root folder of the server, and the folders under which agents may work."""

    root: Path
    allowed: tuple[Path, ...]

    def resolve(self, path: str) -> str:
        """The real folder behind `path`. Raises as `open` does. Blocking."""
        with self.open(path) as folder:
            return str(folder.path)

    def open(self, path: str) -> OpenFolder:
        """The folder behind `path` (absolute, `~…`, or relative to the root; empty: the root), to be closed. Blocking.

        It stays the checked folder, even if somebody replaces it with a link meanwhile.
        Raises FolderInvalid (missing, a file, not readable), FolderOutside (with the line that would allow it),
        OutOfResources.
        """
        if "\0" in path or len(path.encode(errors="replace")) > PATH_LIMIT:
            raise FolderInvalid("The project path is too long or contains a NUL character.")
        try:
            place = (self.root / Path(path).expanduser()).resolve()
        except (OSError, RuntimeError) as error:
            raise FolderInvalid(f"The project path {path!r} cannot be used: {error}.") from error
        self._confine(place)  # do not reveal what exists outside
        folder = _opened(place)
        try:
            self._confine(folder.path)
            if not folder.is_readable():
                raise FolderInvalid(f"The folder {place} is not readable by this server.")
        except BaseException:
            folder.close()
            raise
        return folder

    def _confine(self, place: Path) -> None:
        if not any(place.is_relative_to(folder) for folder in self.allowed):
            raise FolderOutside(
                f"The folder {place} is outside the allowed folders. To allow it, set "
                f"c.AreYouJApp.allowed_roots = [{str(place)!r}]."
            )


def _opened(place: Path) -> OpenFolder:
    try:
        return OpenFolder(place)
    except (FileNotFoundError, NotADirectoryError) as error:
        why = f"{place} is a file, not a folder." if place.exists() else f"The folder {place} does not exist."
        raise FolderInvalid(why) from error
    except OSError as error:
        if lacking := shortage(error):
            raise lacking from error
        raise FolderInvalid(f"The project path {str(place)!r} cannot be used: {error.strerror}.") from error
