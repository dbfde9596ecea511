"""A spec for a program of the tests, and such programs as executable files."""

from __future__ import annotations

from pathlib import Path

from areyouj_jupyter.specs import AgentSpec

SPEC = AgentSpec(name="tool", display_name="Tool", command="tool", install="pip install tool", argv=())


BARE = "/usr/bin:/bin"


def program(folder: Path, name: str = "tool", text: str = "#!/bin/sh\necho 1.2.3\n") -> str:
    """An executable file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text)
    path.chmod(0o755)
    return str(path)
