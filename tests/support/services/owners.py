"""Another server that owns a data folder, as a process: `with hold(folder) as process:`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HOLD = """
import asyncio, sys
from pathlib import Path
from areyouj_jupyter.server.storage.database import Database
from areyouj_jupyter.server.storage.owner import Owner

async def hold() -> None:
    folder = Path(sys.argv[1])
    owner = await Owner.acquire(await Database.open(folder / "agents.db"), folder, "lab", "http://u:p@lab:1/b/?token=x#y")
    print("held" if owner.held else "not held", flush=True)
    await asyncio.Event().wait()

asyncio.run(hold())
"""


def hold(folder: Path) -> subprocess.Popen[str]:
    """Another server that owns the folder; it says so in its first line."""
    return subprocess.Popen([sys.executable, "-c", HOLD, str(folder)], stdout=subprocess.PIPE, text=True)
