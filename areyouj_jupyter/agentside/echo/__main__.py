"""`python -I -S <this folder>`: find the package that this folder is part of, and run."""

from __future__ import annotations

import sys
from pathlib import Path


def main() -> int:
    """Put the package's parent last on the path, so that nothing beside it can hide the standard library."""
    sys.path[0] = ""  # was this folder, whose modules are to be found under their full names alone
    sys.path.pop(0)
    sys.path.append(str(Path(__file__).resolve().parents[3]))
    from areyouj_jupyter.agentside.echo.program import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
