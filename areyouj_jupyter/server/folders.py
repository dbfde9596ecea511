"""Project folders: which ones agents may work in. Paths are resolved, then confined, so that no link leads out."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from areyouj_jupyter.errors import FolderInvalid, FolderOutside

PATH_LIMIT = 4096  # bytes, Linux PATH_MAX


@dataclass(frozen=True)
class Folders:
    """The root folder of the server, and the folders under which agents may work."""

    root: Path
    allowed: tuple[Path, ...]

    def resolve(self, path: str) -> str:
        """The real folder behind `path` (absolute, `~…`, or relative to the root; empty: the root). Blocking.

        Raises FolderInvalid (missing, a file, not readable), FolderOutside (with the line that would allow it).
        """
        if "\0" in path or len(path.encode(errors="replace")) > PATH_LIMIT:
            raise FolderInvalid("The project path has a NUL character or is too long.")
        try:
            place = (self.root / Path(path).expanduser()).resolve()
            self._confine(place)
            if not place.exists():
                raise FolderInvalid(f"The folder {place} does not exist.")
            if not place.is_dir():
                raise FolderInvalid(f"{place} is a file, not a folder.")
            if not os.access(place, os.R_OK | os.X_OK):
                raise FolderInvalid(f"The folder {place} cannot be read by this server.")
        except (OSError, RuntimeError) as error:
            raise FolderInvalid(f"The project path {path!r} cannot be used: {error}.") from error
        return str(place)

    def _confine(self, place: Path) -> None:
        if not any(place.is_relative_to(folder) for folder in self.allowed):
            raise FolderOutside(
                f"The folder {place} lies outside the allowed folders; the server's owner can allow it by "
                f"c.AreYouJApp.allowed_roots = [{str(place)!r}]."
            )
