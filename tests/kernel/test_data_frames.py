"""DataFrames: one row per thing, times as times, and a clear word where pandas is missing."""

from __future__ import annotations

import subprocess
import sys
from html.parser import HTMLParser

import pandas
import pytest
from fake_server import FakeServer
from jupyter_process import JupyterProcess
from waiting import until_now

from areyouj_jupyter import Crew, Replies, connect
from areyouj_jupyter.kernel.tables.data_frames import table
from areyouj_jupyter.kernel.tables.display import messages
from areyouj_jupyter.models import Usage

BARE = """
import sys
sys.modules["pandas"] = None  # as if it were not installed
from areyouj_jupyter import Replies
from areyouj_jupyter.errors import LibraryMissing
try:
    Replies().df
except LibraryMissing as error:
    assert isinstance(error, ImportError)
    print(error)
"""


class Tags(HTMLParser):
    """The tags of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one."""
        self.tags.add(tag)


def test_messages_are_rows_with_times_and_usage(server: FakeServer, crew: Crew) -> None:
    reply = crew["writer"].send("hello")
    server.finish(reply.message, text="hi", usage=Usage(input_tokens=3, cost_usd=0.25))
    reply.result(5)
    told = crew.messages.df
    assert list(told.content) == ["hello", "hi"]
    assert str(told.created_at.dtype).startswith("datetime64") and told.created_at[0].tzinfo is not None
    assert told["usage.cost_usd"][1] == 0.25


def test_replies_are_rows(server: FakeServer, crew: Crew) -> None:
    replies = Replies(crew["writer"].send(text) for text in ("one", "two", "three"))
    server.finish(replies[0].message, text="1", usage=Usage(output_tokens=4))
    server.finish(replies[1].message, "error", reason="crash")
    until_now(lambda: [reply.done() for reply in replies] == [True, True, False])
    told = replies.df
    assert list(told.status) == ["completed", "error", "pending"]
    assert (told.reply[0], told.tokens[0]) == ("1", 4.0)
    assert told.error[1] == "The message to writer failed (crash)."
    assert pandas.isna(told.reply[2])


def test_the_table_of_replies_shows_how_they_stand_and_hides_empty_columns(server: FakeServer, crew: Crew) -> None:
    replies = Replies([crew["writer"].send("hello")])
    assert repr(replies).splitlines()[0].split() == ["agent", "status", "took", "message"]
    server.finish(replies[0].message, text="<script>alert(1)</script>", usage=Usage(cost_usd=0.5))
    replies.wait(5)
    heads, row = repr(replies).splitlines()
    assert heads.split() == ["agent", "status", "took", "cost", "message", "reply"]
    assert "$0.50" in row
    assert Tags(replies._repr_html_()).tags == {"table", "thead", "tbody", "tr", "th", "td"}
    assert repr(Replies()).splitlines()[-1] == "(none)"


def test_a_table_without_rows_has_its_columns() -> None:
    assert {"content", "status", "created_at"} <= set(messages([]).df.columns)
    assert list(table([], ["a", "created_at"]).columns) == ["a", "created_at"]
    assert list(Replies().df.columns) == ["id", "agent", "status", "message", "reply"]


@pytest.mark.slow
def test_without_pandas_it_is_said_how_to_get_it() -> None:
    said = subprocess.check_output([sys.executable, "-c", BARE], text=True)
    assert said == (
        "A DataFrame needs pandas, which is not installed here; run `%pip install pandas`"
        " (in a shell: pip install pandas) and try again.\n"
    )


@pytest.mark.slow
def test_what_a_server_knows_is_rows(jupyter: JupyterProcess) -> None:
    with connect(jupyter.url, jupyter.token) as crew:
        agent = crew.start("frames-one", "echo")
        agent.queue.pause()
        agent.send("wait")
        task = crew.tasks.create("count rows")
        assert "frames-one" in list(crew.df.agent)
        assert "status.state" in crew.df and "metrics.cost_usd" in crew.df
        assert "frames-one" in list(crew.agents.df.name)
        assert list(crew.queue.df.content) == list(agent.queue.df.content) == ["wait"]
        assert "count rows" in list(crew.tasks.df.title)
        assert "wait" in list(crew.messages.df.content)
        crew.tasks.delete(task.id)
        crew.agents.delete("frames-one")
