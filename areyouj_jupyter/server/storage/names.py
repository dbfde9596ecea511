"""Names of agents: what they may be, and when two of them are the same."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from areyouj_jupyter.errors import NameInvalid, NameReserved

LENGTH: Final = 64  # characters
RESERVED: Final = frozenset({"active", "default"})
UUID_SHAPE: Final = re.compile(r"[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}")


def name_key(name: str) -> str:
    """Equal for names that differ in case or Unicode form only."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())


def checked_name(name: str) -> str:
    """The name in Unicode form NFC. Raises NameInvalid, NameReserved."""
    name = unicodedata.normalize("NFC", name)
    if not 1 <= len(name) <= LENGTH or not all(map(_allowed, name)) or not any(map(str.isalnum, name)):
        raise NameInvalid(f"{name[:LENGTH]!r} is not a valid name. Use 1 to 64 letters, digits, `_`, `.` or `-`.")
    key = name_key(name)
    if key in RESERVED or UUID_SHAPE.fullmatch(key):
        raise NameReserved(f"{name!r} is a reserved name, like `active`, `default` and all UUIDs.")
    return name


def _allowed(character: str) -> bool:
    # Marks (M) belong to letters: without them no name in Hindi or Thai could be written.
    return character in "_.-" or unicodedata.category(character)[0] in "LM" or unicodedata.category(character) == "Nd"
