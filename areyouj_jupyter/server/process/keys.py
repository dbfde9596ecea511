"""The notation of keys: text, and names in angle brackets such as `<Enter>`, `<Esc>`, `<C-c>`, `<S-Tab>`."""

from __future__ import annotations

import re

from areyouj_jupyter.errors import KeysInvalid

NAMED = {
    "Enter": "\r",
    "Esc": "\x1b",
    "Tab": "\t",
    "S-Tab": "\x1b[Z",
    "Space": " ",
    "Backspace": "\x7f",
    "Delete": "\x1b[3~",
    "Up": "\x1b[A",
    "Down": "\x1b[B",
    "Right": "\x1b[C",
    "Left": "\x1b[D",
    "Home": "\x1b[H",
    "End": "\x1b[F",
    "PageUp": "\x1b[5~",
    "PageDown": "\x1b[6~",
    "lt": "<",
}
NAME = re.compile(r"<([A-Za-z][A-Za-z0-9-]*)>")
CONTROL = re.compile(r"C-([a-z])")
PASTE_BEGIN, PASTE_END = b"\x1b[200~", b"\x1b[201~"


def key_bytes(keys: str) -> bytes:
    """What a terminal would send for these keys. Raises KeysInvalid, naming the key it does not know."""
    return NAME.sub(_named, keys).encode(errors="replace")


def paste_bytes(text: str, newline: str | None = None) -> bytes:
    """What a terminal would send for a paste of this text. newline: the keys for each line break, if it is typed."""
    data = text.encode(errors="replace")
    return PASTE_BEGIN + data + PASTE_END if newline is None else data.replace(b"\n", key_bytes(newline))


def _named(match: re.Match[str]) -> str:
    name = match[1]
    if control := CONTROL.fullmatch(name):
        return chr(ord(control[1]) - ord("a") + 1)
    if name not in NAMED:
        raise KeysInvalid(f"There is no key <{name}>. Use {', '.join(NAMED)} or C-a to C-z; <lt> types '<'.")
    return NAMED[name]
