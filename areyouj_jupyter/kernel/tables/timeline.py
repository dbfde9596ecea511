"""Timeline: who worked, waited and idled, from the logs of their sessions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from areyouj_jupyter.kernel.rendering.text import plain
from areyouj_jupyter.kernel.tables.plot import Plot, dated
from areyouj_jupyter.models import LogEntry, SessionLog

LOOKS: Mapping[str, tuple[str, str, str]] = {
    "busy": ("works", "#0072b2", ""),
    "awaiting_input": ("needs you", "#e69f00", "//"),
    "rate_limited": ("rate limited", "#cc79a7", "xx"),
    "idle": ("idles", "#d9d9d9", ""),
}
"""State → word, colour (of Okabe and Ito, told apart by everybody) and hatching (told apart in print)."""
ROW, FRAME = 0.45, 1.3  # inches of an agent, and of all around them


class Span(NamedTuple):
    """A time in one state."""

    state: str
    begin: float
    """Seconds since the epoch."""
    seconds: float


def spans(entries: Iterable[LogEntry], now: float) -> list[Span]:
    """The periods of each state in the log, in order; the last one lasts until now."""
    told = [(entry.at, entry.text.partition(",")[0]) for entry in entries if entry.kind == "status"]
    ends = [at for at, _ in told[1:]] + [max(now, told[-1][0])] if told else []
    return [Span(state, at, end - at) for (at, state), end in zip(told, ends, strict=True)]


def timeline(logs: Mapping[str, SessionLog], now: float) -> Plot:
    """A row for each agent. logs: by the agents' names. Raises LibraryMissing where matplotlib is not installed."""
    found = {plain(name): spans(log.entries, now) for name, log in logs.items()}
    plot = Plot(FRAME + ROW * len(found), "\n".join(map(_sentence, found, found.values())) or "No agents are running.")
    (axes,) = plot.axes
    for state, (word, colour, hatch) in LOOKS.items():
        style = {"color": colour, "hatch": hatch, "edgecolor": "white", "linewidth": 0}
        bars = [(name, span) for name, row in found.items() for span in row if span.state == state]
        widths = [timedelta(seconds=span.seconds) for _, span in bars]
        starts = [datetime.fromtimestamp(span.begin, UTC).astimezone() for _, span in bars]
        if bars:
            axes.barh([name for name, _ in bars], widths, left=starts, height=0.7, label=word, **style)
            axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=len(LOOKS), frameon=False)
    axes.invert_yaxis()
    dated(axes)
    return plot


def _sentence(name: str, row: list[Span]) -> str:
    """`writer: works 12 s, idles 30 s`"""
    total: Counter[str] = Counter()
    for span in row:
        total[span.state] += round(span.seconds)
    told = [f"{word} {total[state]} s" for state, (word, _, _) in LOOKS.items() if total[state]]
    return f"{name}: {', '.join(told) or 'nothing yet'}"
