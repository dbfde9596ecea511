"""An agents.db as a killed server leaves it: `killed(folder)`."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

WRITER = """
import asyncio, sys
from pathlib import Path
from areyouj_jupyter.models import CreateAgent
from areyouj_jupyter.server.storage.agent_store import AgentStore
from areyouj_jupyter.server.storage.database import Database
from areyouj_jupyter.server.storage.database.log_mark import log_size, read_mark

async def write() -> None:
    path, count = Path(sys.argv[1], "agents.db"), int(sys.argv[2])
    store = AgentStore(await Database.open(path))
    for number in range(count):
        await store.create(CreateAgent(name=f"agent{number}", spec="echo", project_path="/project"))
    if sys.argv[3] == "marked":  # what is written last may be in the mark only a moment later
        while (mark := await asyncio.to_thread(read_mark, path)) is None or mark.size != log_size(path):
            await asyncio.sleep(0.001)
    if sys.argv[3] == "moved":
        while log_size(path):
            await asyncio.sleep(0.01)
    print("written", flush=True)
    await asyncio.Event().wait()

asyncio.run(write())
"""


def killed(folder: Path, count: int = 1, when: str = "marked") -> Path:
    """The database in the folder after a server wrote that many agents and was killed.

    when: `now`; `marked`, before the log was moved into the main file; or `moved`.
    """
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), str(count), when], stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "written\n"
    finally:
        process.send_signal(signal.SIGKILL)
        process.communicate()
    return folder / "agents.db"
