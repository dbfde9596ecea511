"""The whole extension in Jupyter's own test server: `await start_extension(jp_serverapp)`."""

from __future__ import annotations

from jupyter_server.extension.application import ExtensionApp
from jupyter_server.serverapp import ServerApp
from waiting import until

HOOKED = hasattr(ExtensionApp, "_start_jupyter_server_extension")
"""Whether jupyter_server has a hook for the start (2.16), which its test server leaves out; else we see to it."""


async def start_extension(app: ServerApp) -> None:
    """It has started afterwards, or says why not."""
    (extension,) = app.extension_manager.extension_apps["areyouj_jupyter"]
    if HOOKED:
        await extension._start_jupyter_server_extension(app)
    await until(lambda: extension._services or "could not start" in extension._failure, "the extension's start")
