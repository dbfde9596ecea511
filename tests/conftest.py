"""What all tests share: Jupyter's own server fixtures, ours, the wheel installed, and the npm packages."""

from __future__ import annotations

pytest_plugins = ["front_end", "jupyter_process", "installed", "pytest_jupyter.jupyter_server"]
