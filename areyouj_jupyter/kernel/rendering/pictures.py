"""Pictures that an agent made: those below its project folder are shown inside the text that names them."""

from __future__ import annotations

import base64
import functools
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import unquote

LARGEST = 2_000_000  # bytes of a picture, which is kept in the notebook
MOST = 8  # pictures of one text

KINDS: Mapping[str, re.Pattern[bytes]] = {
    "png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "jpeg": re.compile(rb"\xff\xd8\xff"),
    "gif": re.compile(rb"GIF8[79]a"),
    "webp": re.compile(rb"RIFF....WEBP", re.DOTALL),
}
"""How their files begin. SVG is not allowed, since it can load other files."""

_ELSEWHERE = re.compile(r"[\w+.-]+:|[/\\]{2}|.*\\", re.DOTALL)


def below(folder: Callable[[], Path | None]) -> Callable[[str], str | None]:
    """A function that returns each picture below a folder as a data URL, by its path; None for anything else.

    folder: called once a file is named; None if it is not on this machine.
    """
    home = functools.cache(folder)
    left = iter(range(MOST))

    def data(source: str) -> str | None:
        place = None if _ELSEWHERE.match(source) else home()
        content = None if place is None else _content(place, unquote(source))
        kind = next((kind for kind, begin in KINDS.items() if content and begin.match(content)), None)
        if content is None or kind is None or next(left, None) is None:
            return None
        return f"data:image/{kind};base64,{base64.b64encode(content).decode()}"

    return data


def _content(folder: Path, name: str) -> bytes | None:
    """The file, if it is one below the folder, wherever links lead, and not too large."""
    try:
        path = (folder / name).resolve(strict=True)
        if not path.is_relative_to(folder.resolve()) or not path.is_file() or path.stat().st_size > LARGEST:
            return None
        return path.read_bytes()
    except (OSError, ValueError, RuntimeError):
        return None
