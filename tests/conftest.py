"""What all tests share: Jupyter's own server fixtures, and ours."""

from __future__ import annotations

pytest_plugins = [
    "data_folder",
    "fake_crew",
    "front_end",
    "jupyter_process",
    "leftovers",
    "installed",
    "hubs",
    "socket_ends",
    "stub_services",
    "workers",
    "pytest_jupyter.jupyter_server",
]
