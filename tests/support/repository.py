"""Where the repository is: `ROOT`, the folder that holds pyproject.toml."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
