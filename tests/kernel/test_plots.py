"""Plots: the times of a log in their states, what replies took, as pictures and in words."""

from __future__ import annotations

import subprocess
import sys

import pytest

from areyouj_jupyter.kernel.tables.costs import costs
from areyouj_jupyter.kernel.tables.timeline import Span, spans, timeline
from areyouj_jupyter.models import LogEntry, MessageModel, SessionLog, Usage

PNG = b"\x89PNG\r\n"


def entry(at: float, text: str, kind: str = "status") -> LogEntry:
    """An entry of a log."""
    return LogEntry(at=at, kind=kind, text=text, detail="")  # type: ignore[arg-type]


LOG = [entry(100, "starting"), entry(101, "idle"), entry(110, "busy"), entry(112, "Tool", "hook")]
ASKED = [entry(130, "awaiting_input, permission"), entry(135, "idle")]


def reply(agent: str, at: float, usage: Usage | None) -> MessageModel:
    """What an agent said."""
    return MessageModel(
        id=f"{agent}-{at}",
        seq=1,
        session_id="s",
        agent=agent,
        sender_type="agent",
        kind="text",
        content="done",
        status="completed",
        reason=None,
        origin="agent",
        requires_user_input=False,
        in_reply_to=None,
        task_id=None,
        wire=None,
        created_at=at,
        updated_at=at,
        usage=usage,
    )


def test_a_log_tells_the_times_in_each_state() -> None:
    assert spans(LOG, 120) == [Span("starting", 100, 1), Span("idle", 101, 9), Span("busy", 110, 10)]
    assert spans([*LOG, *ASKED], 100)[-2:] == [Span("awaiting_input", 130, 5), Span("idle", 135, 0)]
    assert spans([], 120) == []


def test_a_timeline_has_a_row_for_each_agent_and_says_it_in_words() -> None:
    plot = timeline({"wri\x1bter": SessionLog("s", [*LOG, *ASKED]), "critic": SessionLog("t", [])}, 140)
    assert repr(plot) == "writer: works 20 s, needs you 5 s, idles 14 s\ncritic: nothing yet"
    (axes,) = plot.axes
    assert [label.get_text() for label in axes.get_legend().get_texts()] == ["works", "needs you", "idles"]
    assert sum(len(bars) for bars in axes.containers) == 4
    assert plot._repr_png_().startswith(PNG)


def test_costs_are_summed_up_for_each_agent() -> None:
    said = [
        reply("writer", 100, Usage(input_tokens=10, output_tokens=5, cost_usd=0.25)),
        reply("critic", 110, Usage(output_tokens=3)),
        reply("shell", 115, None),
        reply("writer", 120, Usage(cache_read_tokens=7, cost_usd=0.5)),
    ]
    plot = costs(said)
    assert repr(plot) == "writer: 22 tokens, $0.75\ncritic: 3 tokens, $0.00"
    tokens, dollars = plot.axes
    assert [list(line.get_ydata()) for line in tokens.lines] == [[15, 22], [3]]
    assert [list(line.get_ydata()) for line in dollars.lines] == [[0.25, 0.75], [0.0]]
    assert plot._repr_png_().startswith(PNG)


@pytest.mark.parametrize("plot", [timeline({}, 100), costs([])])
def test_nothing_is_a_plot_too(plot: object) -> None:
    assert repr(plot) in ("No agents are running.", "No reply reported its cost.")
    assert plot._repr_png_().startswith(PNG)  # type: ignore[attr-defined]


def test_without_matplotlib_it_is_said_how_to_get_it() -> None:
    script = (
        "import sys; sys.modules['matplotlib'] = None\n"
        "from areyouj_jupyter.errors import LibraryMissing\n"
        "from areyouj_jupyter.kernel.tables.costs import costs\n"
        "try: costs([])\n"
        "except LibraryMissing as error: print(error)"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert told.stdout.startswith("A plot needs matplotlib, which is not installed here; run `%pip install matplotlib`")
