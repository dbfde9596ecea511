"""Write the package's version where else it stands; Jupyter Releaser runs this after it has set a new one.

The front end's package.json and openapi.json get the version, and what the changelog tells under "Unreleased" a heading
of its own, between the marks by which Jupyter Releaser finds the text of a release.
"""

from __future__ import annotations

import re
import runpy
import sys
from pathlib import Path

HEADING = "## Unreleased\n"
START, END = "<!-- <START NEW CHANGELOG ENTRY> -->", "<!-- <END NEW CHANGELOG ENTRY> -->"


def released(changelog: str, version: str) -> str:
    """The changelog of that release. Raises ValueError where nothing is told of it."""
    before, heading, after = changelog.replace(f"{START}\n\n", "").replace(f"{END}\n\n", "").partition(HEADING)
    news, following, older = after.partition("\n## ")
    if not heading or not news.strip():
        raise ValueError('The changelog tells nothing under "Unreleased".')
    return f"{before}{heading}\n{START}\n\n## {version}\n{news}\n{END}\n{following}{older}"


def versioned(text: str, version: str) -> str:
    """A file of JSON with that version, otherwise as it was written."""
    return re.sub(r'^  "version": ".*"', f'  "version": "{version}"', text, count=1, flags=re.MULTILINE)


CHANGES = {
    "CHANGELOG.md": released,
    "areyouj_jupyter/openapi.json": versioned,
    "labextension/package.json": versioned,
}


def main(root: Path) -> None:
    """Change the files of the repository in `root`."""
    version = runpy.run_path(str(root / "areyouj_jupyter" / "_version.py"))["__version__"]
    for name, change in CHANGES.items():
        path = root / name
        path.write_text(change(path.read_text("utf-8"), version), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent)
