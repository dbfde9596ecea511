"""`python -I -S <this folder>`: find the package that this folder is part of, and start a holder."""

from __future__ import annotations

import os
import sys


def main() -> int:
    """Put the package's parent last on the path, so that nothing beside it can hide the standard library."""
    folder = sys.path.pop(0)  # its modules are to be found under their full names alone
    sys.path.append(os.path.dirname(os.path.dirname(os.path.realpath(folder))))  # noqa: PTH120 pathlib costs 0.7 MB
    from areyouj_jupyter.holder.start import start

    return start()


if __name__ == "__main__":
    sys.exit(main())
