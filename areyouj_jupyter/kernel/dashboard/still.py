"""Still: the dashboard of a notebook that was saved, for readers without a kernel."""

from __future__ import annotations

from areyouj_jupyter.kernel.crew import Crew
from areyouj_jupyter.kernel.tables import display

CAPTION = "The agents when this cell ran. Run it again for the live dashboard."


class Still:
    """The table of all agents, as text and as HTML. An output of its own: JupyterLab shows an error in the place of a
    widget whose kernel is gone, whatever else that output holds."""

    def __init__(self, crew: Crew, id: str) -> None:
        """id: of the HTML element, by which the widget finds and hides it."""
        self._id = id
        self._rows = display.everyone(crew.agents.list(), crew.sessions)

    def __repr__(self) -> str:
        return f"{CAPTION}\n\n{display.text_table(display.EVERYONE, self._rows)}"

    def _repr_html_(self) -> str:
        table = display.html_table(display.EVERYONE, self._rows)
        return f'<div id="{self._id}"><p>{CAPTION}</p>{table}</div>'
