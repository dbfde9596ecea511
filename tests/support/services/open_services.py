"""A whole server without HTTP, on a folder of the test's own: `async with open_services(tmp_path) as services:`."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from waiting import until

from areyouj_jupyter.models import CreateAgent, CreateSession, MessageModel, SendMessage
from areyouj_jupyter.server.build import Config, built
from areyouj_jupyter.server.process.project_folders import Folders
from areyouj_jupyter.server.services import Services
from areyouj_jupyter.server.sessions.session import Session
from areyouj_jupyter.server.sessions.session_deps import Limits
from areyouj_jupyter.specs.catalog import load_specs


@asynccontextmanager
async def open_services(
    folder: Path, limits: Limits | None = None, sockets: Path | None = None, **more: Any
) -> AsyncIterator[Services]:
    """The server as app.py builds it; agents may work in `folder`/root.

    sockets: the folder for those of holders, where another server shall find them; one of its own if None.
    """
    root, home = folder / "root", folder / "home"
    for each in (root, home):
        each.mkdir(parents=True, exist_ok=True)
    own = Path(tempfile.mkdtemp(prefix="areyouj-"))  # short: a Unix socket's path has at most 104 bytes
    sockets = sockets or own
    config = Config(
        data_dir=folder / "data",
        folders=Folders(root.resolve(), (root.resolve(),)),
        default_spec="echo",
        limits=limits or Limits(restart_delay=0.05),
        **{
            "environment": {**services_environment(folder, sockets), **more.pop("environment", {})},
            "url": "http://127.0.0.1:1/",
            "tasks_path": folder / "data" / "tasks.db",
            "specs": load_specs(),
            "allowed_specs": (),
            "stop_agents": True,
            "tasks_period": 0.05,
            **more,
        },
    )
    try:
        async with built(config) as services:
            yield services
    finally:
        shutil.rmtree(own, ignore_errors=True)


def services_environment(folder: Path, sockets: Path) -> dict[str, str]:
    """What a server and its agents see. sockets: outlive the server if its agents do."""
    home = str(folder / "home")
    return {"PATH": os.environ["PATH"], "HOME": home, "XDG_RUNTIME_DIR": str(sockets), "LANG": "C.UTF-8"}


async def started(services: Services, name: str = "writer", spec: str = "echo", **settings: Any) -> Session:
    """A new agent with a session that is ready for messages."""
    from areyouj_jupyter.models import AgentSettings

    await services.registry.create_agent(CreateAgent(name=name, spec=spec, settings=AgentSettings(**settings)))
    session = await services.registry.create_session(CreateSession(agent=name))
    await until(lambda: session.status.state == "idle", f"{name} is ready")
    return session


async def sent(session: Session, text: str) -> MessageModel:
    """A message in the session's queue."""
    return await session.send(SendMessage(content=text))


async def ended(services: Services, message: MessageModel, deadline: float = 15.0) -> MessageModel:
    """The message once it is finished, one way or the other."""
    final = ("completed", "error", "cancelled", "uncertain")

    async def look() -> MessageModel | None:
        now = await services.messages.message(message.id)
        return now if now.status in final else None

    found = await until(look, f"the end of {message.content!r}", deadline)
    assert found is not None
    return found


async def reply_to(services: Services, message: MessageModel) -> MessageModel:
    """The agent's answer to a finished message."""
    page = await services.messages.page(message.session_id, None, 50)
    return next(each for each in page.messages if each.in_reply_to == message.id and each.kind == "text")
