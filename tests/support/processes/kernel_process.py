"""A real kernel as a process of its own: `with kernel_process(server, folder) as kernel:`."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.manager import KernelManager
from jupyter_process import JupyterProcess
from waiting import until_now


class KernelProcess:
    """What runs code there. Owned by the `with` that started it."""

    def __init__(self, manager: KernelManager, client: BlockingKernelClient) -> None:
        self._manager, self._client = manager, client

    def run(self, code: str) -> None:
        """To its end; an error there is one here."""
        reply = self._client.execute_interactive(code, timeout=90, output_hook=lambda message: None)["content"]
        assert reply["status"] == "ok", f"{reply.get('ename')}: {reply.get('evalue')}"

    def begin(self, code: str) -> str:
        """Until it runs; gives the id of what was asked."""
        asked = str(self._client.execute(code, stop_on_error=False))  # an error there aborts nothing that comes next
        until_now(lambda: self._begun(asked), "that the cell runs", 30)
        return asked

    def interrupted(self, asked: str) -> tuple[str, float]:
        """Interrupt what was begun: the error it ends with, and after how many seconds."""
        begun = time.monotonic()
        self._manager.interrupt_kernel()
        reply = self._client.get_shell_msg(timeout=30)
        took = time.monotonic() - begun
        assert reply["parent_header"]["msg_id"] == asked
        return str(reply["content"].get("ename")), took

    def _begun(self, asked: str) -> bool:
        message: Any = self._client.get_iopub_msg(timeout=30)
        return message["msg_type"] == "execute_input" and message["parent_header"].get("msg_id") == asked


@contextmanager
def kernel_process(server: JupyterProcess, folder: Path) -> Iterator[KernelProcess]:
    """One that finds this server by itself."""
    manager = KernelManager(kernel_name="python3")
    manager.start_kernel(env=dict(server.environment), cwd=str(folder))
    client = manager.blocking_client()
    client.start_channels()
    try:
        client.wait_for_ready(60)
        yield KernelProcess(manager, client)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
