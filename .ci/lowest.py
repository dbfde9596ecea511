"""Whether the lowest versions that pyproject.toml declares are what is installed here; run by `make test-lowest`.

On the oldest Python that we promise each must be; on a newer one some have no wheel, and the next that has one is used.
"""

from __future__ import annotations

import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

from packaging.requirements import Requirement
from packaging.version import Version

PROJECT = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]


APART = "docs"
"""The extra that builds the documentation, on any machine but a user's: `make docs` installs it, the newest."""


def declared() -> list[Requirement]:
    """All requirements that hold here, those of the extras too."""
    extras = {name: each for name, each in PROJECT["optional-dependencies"].items() if name != APART}
    named = [*PROJECT["dependencies"], *(each for extra in extras.values() for each in extra)]
    found = [Requirement(each) for each in named]
    return [each for each in found if each.name != PROJECT["name"] and (each.marker is None or each.marker.evaluate())]


def lowest(requirement: Requirement) -> Version:
    """The lower bound; each has one."""
    (bound,) = [Version(each.version) for each in requirement.specifier if each.operator in (">=", "==")]
    return bound


def main() -> int:
    """Print what is installed, and what is not as low as it is declared."""
    higher = False
    for requirement in sorted(declared(), key=lambda each: each.name):
        bound, installed = lowest(requirement), Version(version(requirement.name))
        higher |= installed != bound
        print(requirement.name, installed, "" if installed == bound else f"(declared: {bound})")
    oldest = f"{sys.version_info[0]}.{sys.version_info[1]}" == PROJECT["requires-python"].removeprefix(">=")
    if higher and oldest:
        print("What is declared is not what is tested: raise the lower bounds in pyproject.toml.")
    return int(higher and oldest)


if __name__ == "__main__":
    sys.exit(main())
