"""Costs: what the replies took, over time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import accumulate

from areyouj_jupyter.kernel.rendering.text import plain
from areyouj_jupyter.kernel.tables.plot import Plot, dated
from areyouj_jupyter.kernel.tables.usage import tokens
from areyouj_jupyter.models import MessageModel

HEIGHT = 2.2  # inches of one panel


def costs(messages: Iterable[MessageModel]) -> Plot:
    """Tokens, and dollars below, of each agent's replies so far. Raises LibraryMissing without matplotlib.

    Replies of agents whose CLI does not report them are left out.
    """
    used: dict[str, list[tuple[datetime, int, float]]] = {}
    for message in messages:
        if message.usage is not None:
            at = datetime.fromtimestamp(message.created_at, UTC).astimezone()
            row = (at, tokens(message.usage) or 0, message.usage.cost_usd or 0.0)
            used.setdefault(plain(message.agent), []).append(row)
    words = [
        f"{name}: {sum(row[1] for row in rows)} tokens, ${sum(row[2] for row in rows):.2f}"
        for name, rows in used.items()
    ]
    plot = Plot(2 * HEIGHT, "\n".join(words) or "No reply reported its cost.", panels=2)
    for axes, label, column in zip(plot.axes, ("tokens", "US dollars"), (1, 2), strict=True):
        for name, rows in used.items():
            summed = list(accumulate(row[column] for row in rows))
            axes.step([row[0] for row in rows], summed, where="post", marker="o", markersize=3, label=name)
        axes.set_ylabel(label)
        dated(axes)
    if used:
        plot.axes[0].legend(frameon=False)
    return plot
