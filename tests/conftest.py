"""What all tests share: Jupyter's own server fixtures, and waiting for a fact with a deadline."""

from __future__ import annotations

pytest_plugins = ["jupyter_process", "installed", "pytest_jupyter.jupyter_server"]
