"""What all tests share: Jupyter's own server fixtures, ours, and the front end with its npm packages."""

from __future__ import annotations

pytest_plugins = ["front_end", "jupyter_process", "installed", "pytest_jupyter.jupyter_server"]
