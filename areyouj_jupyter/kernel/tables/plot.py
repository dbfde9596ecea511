"""Plot: a picture of what the agents did, drawn by matplotlib where that is installed."""

from __future__ import annotations

import io
from typing import Any

from areyouj_jupyter.kernel.tables.data_frames import library

WIDTH, DPI = 8.0, 110  # inches; dots per inch


class Plot:
    """A figure that shows itself in a notebook, with a description in words where there are no pictures."""

    def __init__(self, rows: float, words: str, panels: int = 1) -> None:
        """rows: inches of its height; words: its text form; panels: one below the other. Raises LibraryMissing."""
        library("matplotlib", "A plot")
        figures = library("matplotlib.figure", "A plot")
        self.figure: Any = figures.Figure(figsize=(WIDTH, rows), dpi=DPI, layout="constrained")
        """The matplotlib Figure, without a window: to change it, or to save it to a file."""
        self.axes: list[Any] = list(self.figure.subplots(panels, squeeze=False).flat)
        """Its Axes, from top to bottom."""
        self._words = words

    def __repr__(self) -> str:
        return self._words

    def _repr_png_(self) -> bytes:
        """The picture, as notebooks keep it."""
        picture = io.BytesIO()
        self.figure.savefig(picture, format="png")
        return picture.getvalue()


def dated(axes: Any) -> None:
    """Label the x axis with times of day, in this machine's time zone."""
    dates = library("matplotlib.dates", "A plot")
    locator = dates.AutoDateLocator(minticks=3, maxticks=8)
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(dates.ConciseDateFormatter(locator))
