"""A server that is ended in every way and comes back, always at the same address."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

import httpx
from jupyter_process import JupyterProcess, free_port, jupyter_process
from local_http import LOCAL

TRAITS = ("max_restarts=100000", "restart_delay=0.1", "max_sessions=50", "queue_limit=1000")


class RestartedServer:
    """Owned by one run of chaos, whose main thread alone ends and starts it."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        """environment: as of `jupyter_process`."""
        self._folder, self._environment = folder, environment
        self._port, self._stack = free_port(), ExitStack()
        self.process: JupyterProcess | None = None
        self.url = f"http://127.0.0.1:{self._port}/areyouj/api/"
        self.headers = {"Authorization": "token chaos"}

    def start(self) -> None:
        """It is ready when this returns."""
        arguments = [f"--AreYouJApp.{trait}" for trait in TRAITS]
        serving = jupyter_process(
            self._folder,
            *arguments,
            token="chaos",
            environment=self._environment,
            port=self._port,
            stop_agents=False,
        )
        self.process = self._stack.enter_context(serving)

    def end(self, number: int) -> None:
        """By this signal; it is gone when this returns."""
        assert self.process
        os.kill(self.process.pid, number)
        self._stack.close()
        self.process = None

    def client(self) -> httpx.Client:
        """For one thread."""
        return httpx.Client(base_url=self.url, headers=self.headers, timeout=20, **LOCAL)
