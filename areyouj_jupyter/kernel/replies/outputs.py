"""Outputs: where a reply is shown in a notebook, kept up to date while it is on its way."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

from areyouj_jupyter.kernel.context import notebook

SHOWN = 8  # outputs of one reply that are kept up to date; the oldest stays as it is


class Outputs:
    """The live outputs of one reply. Owned by it."""

    def __init__(self, bundle: Callable[[], dict[str, Any]]) -> None:
        """bundle: what the reply looks like now, by MIME type."""
        self._bundle = bundle
        self._live: deque[Any] = deque(maxlen=SHOWN)
        self._shown_in: int | None = None

    def __bool__(self) -> bool:
        """True if there is one to keep up to date."""
        return bool(self._live)

    def add(self, ended: bool) -> None:
        """Show it: as an output that updates in a notebook, printed in a terminal. ended: it will not change."""
        from IPython.display import display

        if self._shown_in is not None and self._shown_in == notebook.cell():
            self._shown_in = None
            return
        output = display(self._bundle(), raw=True, display_id=notebook.live())  # type: ignore[no-untyped-call]
        if output is not None and not ended:
            self._live.append(output)

    def add_once(self, ended: bool) -> None:
        """Show it now; what the same cell would display of it at its end is then left out."""
        self.add(ended)
        self._shown_in = notebook.cell()

    def refresh(self) -> None:
        """Bring all of them up to date."""
        for output in self._live:
            output.update(self._bundle(), raw=True)
