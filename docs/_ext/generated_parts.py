"""Sphinx extension: puts the routes in the place of their mark, and keeps what is drawn in docstrings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from openapi_page import openapi_page

ROOT = Path(__file__).parent.parent.parent
OPENAPI = ROOT / "areyouj_jupyter" / "openapi.json"
MARK = "<!-- generated: routes -->"


def setup(app: Any) -> dict[str, bool]:
    """Sphinx calls this."""
    app.connect("source-read", on_source_read)
    app.connect("autodoc-process-docstring", on_docstring)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def on_source_read(app: Any, name: str, content: list[str]) -> None:
    """Fill a page that has the mark. content: its text, to be changed in place."""
    if MARK in content[0]:
        app.env.note_dependency(str(OPENAPI))
        content[0] = filled(content[0])


def on_docstring(app: Any, what: str, name: str, owner: object, options: object, lines: list[str]) -> None:
    """Show what is indented in a module's docstring as it stands there. lines: changed in place."""
    if what == "module":
        lines[:] = [part for line, before in zip(lines, ["", *lines], strict=False) for part in drawn(line, before)]


def drawn(line: str, before: str) -> list[str]:
    """The line, with the sign of a literal block above it where an indented part begins behind an empty line."""
    return ["::", "", line] if line.startswith("    ") and not before else [line]


def filled(text: str) -> str:
    """The text with the routes in the place of the mark."""
    return text.replace(MARK, openapi_page(json.loads(OPENAPI.read_text("utf-8"))))
