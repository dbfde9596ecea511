"""The server extension: traits, environment, start and stop. Nothing else reads configuration."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import os
import sys
from collections.abc import Mapping
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from jupyter_core.paths import jupyter_data_dir
from jupyter_server.extension.application import ExtensionApp
from traitlets import Bool, Dict, Float, Int, List, Unicode

from areyouj_jupyter.errors import AreYouJError, Unavailable
from areyouj_jupyter.server.build import Config, built, meanwhile
from areyouj_jupyter.server.http.handlers import api_rules
from areyouj_jupyter.server.http.key import SETTING, leave_key, new_key
from areyouj_jupyter.server.http.rest import nowhere_rules
from areyouj_jupyter.server.http.sockets import socket_rules
from areyouj_jupyter.server.interrupt import Interrupt
from areyouj_jupyter.server.process.project_folders import Folders
from areyouj_jupyter.server.services import Services
from areyouj_jupyter.server.sessions.activity import LAST_ACTIVITY, activity, keep_active
from areyouj_jupyter.server.sessions.hold import HELD_AFTER
from areyouj_jupyter.server.sessions.session_deps import Limits
from areyouj_jupyter.specs.catalog import load_specs

logger = logging.getLogger(__name__)

STOP_DEADLINE = 4.0  # seconds for all that we do at the end of the server; a Hub's user waits for it


class AreYouJApp(ExtensionApp):
    """AreYouJ in a Jupyter server. Its traits are the configuration; `c.AreYouJApp.<name> = …` sets one."""

    name = "areyouj_jupyter"
    app_name = "AreYouJ"
    description = "Run coding agents in JupyterLab."
    load_other_extensions = True

    data_dir = Unicode(
        config=True,
        help="Folder for agents.db, not on a network file system. Default: `areyouj` in Jupyter's data folder.",
    )
    tasks_path = Unicode(
        "", config=True, help="The task list, such as a project's docs/tasks.db; empty: tasks.db in the data folder."
    )
    allowed_roots = List(
        Unicode(), config=True, help="Folders that agents may work in; empty: the server's root folder."
    )
    allowed_specs = List(Unicode(), config=True, help="Names of the specs that can be started; empty: all.")
    default_spec = Unicode("claude", config=True, help="Spec of the default session.")
    commands = Dict(config=True, help="Programs by spec name, for those that are not found automatically.")
    environment_denied = List(
        Unicode(), config=True, help="Additional patterns of environment variables to hide from agents."
    )
    allow_bypass = Bool(False, config=True, help="Allow modes and flags that skip an agent's permission prompts.")
    stop_agents_on_exit = Bool(
        False,
        config=True,
        help="Whether agents stop with the server; otherwise they keep running, and the next server takes them over.",
    )
    waiting_is_activity = Bool(
        False,
        config=True,
        help="Whether an agent that waits for an answer, or for a usage limit to end, keeps the server from being "
        "culled. A working agent always does, an idle one never.",
    )
    max_sessions = Int(10, config=True, help="Maximum number of live sessions.")
    queue_limit = Int(100, config=True, help="Maximum number of pending messages per session.")
    message_limit = Int(
        1024 * 1024, min=1, max=3 * 1024 * 1024, config=True, help="Maximum size of a message in bytes."
    )
    ring_bytes = Int(
        1024 * 1024, min=64 * 1024, max=1024**3, config=True, help="Bytes of terminal output to keep per session."
    )
    max_restarts = Int(3, config=True, help="How often to restart a crashed agent, after 2, 4 and 8 s.")
    restart_delay = Float(2.0, config=True, help="Seconds before the first restart; each next one waits twice as long.")
    idle_timeout = Float(0.0, config=True, help="Stop a session after this many idle seconds; 0: never.")
    health_interval = Float(10.0, config=True, help="Seconds between health checks of all sessions.")
    held_after = Float(HELD_AFTER, config=True, help="Seconds before you are told why a queue does not move.")

    def _data_dir_default(self) -> str:
        return str(Path(jupyter_data_dir(), "areyouj"))

    def initialize_settings(self) -> None:
        """The key for our own kernels."""
        self.settings[SETTING] = new_key()

    def initialize_handlers(self) -> None:
        """All routes; they answer 503 until the services are ready."""
        self._stack = AsyncExitStack()
        self._services: Services | None = None
        self._interrupt: Interrupt | None = None
        self._starting: asyncio.Future[None] | None = None
        self._failure = "The server is still starting."
        self.handlers.extend([*api_rules(self._find_services), *socket_rules(self._find_services)])
        self.handlers.extend(nowhere_rules(self._find_services))

    @classmethod
    def _load_jupyter_server_extension(cls, serverapp: Any) -> Any:
        """Jupyter's own, and before jupyter_server 2.16, which has no hook for it, the start as well."""
        extension: Any = super()._load_jupyter_server_extension(serverapp)  # type: ignore[no-untyped-call]
        if not hasattr(ExtensionApp, "_start_jupyter_server_extension"):
            serverapp.io_loop.add_callback(extension._start_jupyter_server_extension, serverapp)
        return extension

    def _find_services(self) -> Services:
        if self._services is None:
            raise Unavailable(self._failure)
        return self._services

    async def _start_jupyter_server_extension(self, serverapp: Any) -> None:
        """Build the services once the loop runs; a failure is told to every request, Jupyter itself goes on."""
        if sys.platform == "win32":
            self._failure = "AreYouJ needs Linux or macOS. On Windows, run Jupyter inside WSL."
            return
        self._interrupt = Interrupt(self.stop_extension)
        self._starting = asyncio.ensure_future(self._start(serverapp))
        with contextlib.suppress(asyncio.CancelledError):  # the server ends before it has begun
            await self._starting

    async def _start(self, serverapp: Any) -> None:
        try:
            self._services = await self._stack.enter_async_context(built(self._config()))
        except Exception as error:
            ours = isinstance(error, AreYouJError | OSError)  # a sentence; anything else is a fault, with a traceback
            self._failure = f"AreYouJ could not start: {error if ours else repr(error)}"
            logger.error("extension did not start: %s", error, exc_info=not ours)
            return
        path = await asyncio.to_thread(
            leave_key, Path(serverapp.runtime_dir), serverapp.connection_url, self.settings[SETTING]
        )
        self._stack.callback(path.unlink, missing_ok=True)
        registry = self._services.registry
        work = keep_active(registry, self.waiting_is_activity, lambda: self._record(serverapp.web_app.settings))
        await self._stack.enter_async_context(meanwhile(work))
        gc.freeze()  # or a full collection walks all that Jupyter has loaded, and each terminal waits for 0.1 s
        if self._services.owner.held:
            await self._services.registry.auto_start()

    async def stop_extension(self) -> None:
        """Stop what we started, and say what that was. After STOP_DEADLINE the server ends without waiting for us."""
        if self._interrupt:
            self._interrupt.close()
        services, self._services = self._services, None
        self._failure = "The server is shutting down."
        if services is not None:
            live = sum(session.lifecycle.alive for session in services.registry.list_sessions())
            if live and self.stop_agents_on_exit:
                self.log.warning("AreYouJ stops %d agents with the server.", live)
            elif live:
                self.log.warning(
                    "%d agents go on without the server; `areyouj holders` lists, `areyouj stop` ends them.", live
                )
        try:
            async with asyncio.timeout(STOP_DEADLINE):
                await self._close()
        except TimeoutError:
            self.log.warning("AreYouJ did not end within %g s; the server goes on without it.", STOP_DEADLINE)

    async def _close(self) -> None:
        """Give everything back, also what a start that is still going on has taken by now."""
        if self._starting and not self._starting.done():
            self._starting.cancel()
            await asyncio.wait({self._starting})
        await self._stack.aclose()

    def current_activity(self) -> Mapping[str, Any] | None:
        """What keeps the server from shutting itself down: the agents at work."""
        if self._services is None:
            return None
        return activity(self._services.registry, self.waiting_is_activity) or None

    def _record(self, settings: dict[str, Any]) -> None:
        """Jupyter tells it to whoever culls servers that nobody uses."""
        settings[LAST_ACTIVITY] = datetime.now(UTC)

    def _config(self) -> Config:
        server = self.serverapp
        if server is None:
            raise Unavailable("AreYouJ runs only inside a Jupyter server.")
        data_dir = Path(self.data_dir).expanduser().absolute()
        root = Path(server.root_dir).resolve()
        allowed = tuple(Path(folder).expanduser().resolve() for folder in self.allowed_roots) or (root,)
        return Config(
            data_dir=data_dir,
            tasks_path=Path(self.tasks_path).expanduser().absolute() if self.tasks_path else data_dir / "tasks.db",
            url=_address(server),
            folders=Folders(root, allowed),
            specs=load_specs(),
            allowed_specs=tuple(self.allowed_specs),
            default_spec=self.default_spec,
            environment=dict(os.environ),
            environment_denied=tuple(self.environment_denied),
            stop_agents=self.stop_agents_on_exit,
            allow_bypass=self.allow_bypass,
            commands=dict(self.commands),
            limits=Limits(
                sessions=self.max_sessions,
                ring_bytes=self.ring_bytes,
                restarts=self.max_restarts,
                restart_delay=self.restart_delay,
                idle_timeout=self.idle_timeout,
                health_interval=self.health_interval,
                held_after=self.held_after,
            ),
            queue_limit=self.queue_limit,
            message_limit=self.message_limit,
        )


def _address(server: Any) -> str:
    """Where a person opens this server, who may sit at another machine, or come through a JupyterHub's proxy.

    A Hub tells a server its address if it knows its own (JupyterHub 5 and newer), and its path in any case. A server
    that was started by hand in a Hub's terminal has these variables too, but another path.
    """
    path = os.environ.get("JUPYTERHUB_SERVICE_PREFIX", "")
    if path and path == server.base_url:
        return os.environ.get("JUPYTERHUB_PUBLIC_URL") or path
    shown, here = urlsplit(str(server.custom_display_url)), urlsplit(str(server.connection_url))
    return urlunsplit((shown.scheme or here.scheme, shown.netloc or here.netloc, shown.path or here.path, "", ""))
