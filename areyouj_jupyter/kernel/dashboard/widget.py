"""Dashboard: all agents in a notebook's output, with a tab for each."""

from __future__ import annotations

import secrets
from pathlib import Path

import anywidget
import traitlets
from IPython.display import display

from areyouj_jupyter.errors import ArgumentTypeInvalid
from areyouj_jupyter.kernel.client import arguments
from areyouj_jupyter.kernel.connecting import connect, current
from areyouj_jupyter.kernel.crew import Crew
from areyouj_jupyter.kernel.dashboard.relay import Relay
from areyouj_jupyter.kernel.dashboard.still import Still

FRONT = Path(__file__).parent / "front"
"""The front end, built from labextension/dashboard of the repository, and xterm.js."""


class Dashboard(anywidget.AnyWidget):
    """Shows the agents of a crew, live: a tab with all of them, and one for each.

    It is one widget whose tabs are drawn by the browser, and not a `widgets.Tab` with children: their titles, the
    terminals and the buttons would stand still while the kernel runs a cell. The browser asks the page's own server,
    with the page's own cookies. So many dashboards in many notebooks agree, and nothing that opens a server is kept in
    the notebook. Where the page cannot reach that server (VS Code, a crew on another server), the kernel passes
    requests on, and terminals are shown as text.
    """

    _esm = FRONT / "dashboard.js"
    _xterm = traitlets.Unicode().tag(sync=True)
    """The text of xterm.js; in the widget, since a page of another origin cannot load it from the server."""
    home = traitlets.Unicode(read_only=True).tag(sync=True)
    """`host:folder` of the agents, by which the page knows whether its own server has them."""
    height = traitlets.Int(480, min=200).tag(sync=True)
    """Pixels of an agent's terminal."""
    still = traitlets.Unicode(read_only=True).tag(sync=True)
    """The id of the output for when there is no kernel; the page hides it while the widget is alive."""

    def __init__(self, crew: Crew | None = None, height: int = 480) -> None:
        """crew: the one connected last if None; height: pixels of an agent's terminal, at least 200.

        Raises what `connect` raises.
        """
        if crew is not None and not isinstance(crew, Crew):
            raise ArgumentTypeInvalid(f"crew is what `connect` returns, not {type(crew).__name__}.")
        arguments.count(height, "height", least=200)
        self._crew = crew or current() or connect()
        health = self._crew.health
        self._relay = Relay(self._crew.client, self.send)
        self.set_trait("home", f"{health.owner.host}:{health.data_dir}")
        self.set_trait("still", f"areyouj-{secrets.token_hex(8)}")
        super().__init__(_xterm=(FRONT / "xterm.mjs").read_text("utf-8"), height=height)
        self.on_msg(lambda _widget, content, _buffers: self._relay.on_said(content))

    def close(self) -> None:
        """Remove the dashboard from the page; the agents keep running."""
        self._relay.close()
        super().close()

    def __repr__(self) -> str:
        return f"<Dashboard of {self._crew.url}>"

    def _ipython_display_(self) -> None:
        """What stays readable without a kernel, and the widget, whose page hides the former."""
        display(Still(self._crew, self.still))  # type: ignore[no-untyped-call]
        data, metadata = self._repr_mimebundle_() or ({}, {})
        display(data, metadata=metadata, raw=True)  # type: ignore[no-untyped-call]
