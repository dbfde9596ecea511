"""Characters in a stream of UTF-8 that is cut anywhere."""

from __future__ import annotations

ASCII, LEADS = 0x80, 0xC0  # from here on: no ASCII; the first byte of a character


def whole_characters(data: bytes) -> int:
    """How many bytes come before an incomplete character at the end of `data`."""
    size = len(data)
    if size and data[-1] < ASCII:
        return size
    for back in range(1, min(size, 3) + 1):
        byte = data[-back]
        if byte < ASCII:
            return size
        if byte >= LEADS:
            length = 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
            return size - back if length > back else size
    return size
