"""AreYouJ for Jupyter: a home for coding agents. Entry points only; nothing heavy is imported here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from areyouj_jupyter._version import __version__

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

    from areyouj_jupyter.kernel.connecting import connect
    from areyouj_jupyter.kernel.crew import Crew
    from areyouj_jupyter.kernel.dashboard import Dashboard
    from areyouj_jupyter.kernel.replies.gathering import as_completed, gather
    from areyouj_jupyter.kernel.replies.reply import Reply
    from areyouj_jupyter.kernel.replies.reply_list import Replies

__all__ = ["Crew", "Dashboard", "Replies", "Reply", "__version__", "as_completed", "connect", "gather"]

_ROOMS = {
    "Crew": "crew",
    "connect": "connecting",
    "Dashboard": "dashboard",
    "Replies": "replies.reply_list",
    "Reply": "replies.reply",
    "as_completed": "replies.gathering",
    "gather": "replies.gathering",
}


def __getattr__(name: str) -> Any:
    """Import the kernel side on first use, so that the server never loads it."""
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"areyouj_jupyter.kernel.{_ROOMS[name]}"), name)


def _jupyter_server_extension_points() -> list[dict[str, Any]]:
    """Tell Jupyter Server where the extension is."""
    from areyouj_jupyter.server.app import AreYouJApp

    return [{"module": "areyouj_jupyter.server.app", "app": AreYouJApp}]


def _jupyter_labextension_paths() -> list[dict[str, str]]:
    """Tell JupyterLab where the built front end is."""
    return [{"src": "labextension", "dest": "areyouj-jupyter"}]


def load_ipython_extension(ipython: InteractiveShell) -> None:
    """`%load_ext areyouj_jupyter`: register the magics."""
    from areyouj_jupyter.kernel.magics.magics import register

    register(ipython)
