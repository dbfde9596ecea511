"""What all tests share: Jupyter's own server fixtures, ours, the wheel installed, npm packages, and ends of sockets."""

from __future__ import annotations

pytest_plugins = [
    "fake_crew",
    "front_end",
    "jupyter_process",
    "installed",
    "socket_ends",
    "pytest_jupyter.jupyter_server",
]
