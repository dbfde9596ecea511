"""A map over agents of a real server that end, pause or start again in the middle: the others do the rest, once."""

from __future__ import annotations

import os
import signal
from collections import Counter
from collections.abc import Iterator, Sequence

import pytest
from jupyter_process import jupyter_process
from waiting import until_now

from areyouj_jupyter import Crew, connect, errors, gather
from areyouj_jupyter.kernel.replies.reply_list import Replies
from areyouj_jupyter.models import AgentSettings

pytestmark = [pytest.mark.slow, pytest.mark.timeout(180)]

HELD_AFTER = 0.5  # seconds
ITEMS = range(6)
SLOW = "[[slow 1]] "


@pytest.fixture(scope="module")
def crew(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crew]:
    folder = tmp_path_factory.mktemp("ends")
    options = (f"--AreYouJApp.held_after={HELD_AFTER}", "--AreYouJApp.restart_delay=0.2")
    with jupyter_process(folder, *options) as server, connect(server.url, server.token) as connected:
        yield connected


@pytest.fixture
def pool(crew: Crew) -> Iterator[list[str]]:
    """Three agents that are ready and are not started again when they crash; one that was deleted stays so."""
    names = ["ada", "bob", "cyd"]
    for name in names:
        crew.agents.create(name, "echo", settings=AgentSettings(restart=False))
        crew.start(name).wait("idle", timeout=30)
    yield names
    for name in [agent.name for agent in crew.agents]:
        crew.agents.delete(name)


def busy(crew: Crew, pool: Sequence[str], slow: str = SLOW) -> Replies:
    """A map in whose middle each agent is at work."""
    replies = crew.map(slow + "item {item}", ITEMS, agents=pool)
    until_now(lambda: [reply.status for reply in replies[:3]] == ["processing"] * 3, f"three at work: {replies!r}")
    return replies


def texts(replies: Replies) -> list[str]:
    """What came of each: its text, or the error's."""
    return [str(end) for end in gather(replies, 60, return_exceptions=True)]


def done(crew: Crew) -> Counter[str]:
    """How often each message was taken, whatever came of it then."""
    taken = [each for each in crew.messages if each.sender_type == "user" and each.status != "cancelled"]
    return Counter(each.content for each in taken)


def answered(*items: int, slow: str = "") -> list[str]:
    return [f"**echo** heard: {slow}item {item}" for item in items]


def test_an_agent_that_is_stopped_gets_no_more_work_and_the_others_do_the_rest(crew: Crew, pool: list[str]) -> None:
    replies = busy(crew, pool)
    crew["ada"].stop()
    ends = texts(replies)
    assert ends[0].startswith("The message to ada failed (The agent ")
    assert ends[1:] == answered(*ITEMS[1:], slow=SLOW)
    assert {reply.agent for reply in replies[1:]} == {"bob", "cyd"}


def test_an_agent_that_crashes_gets_no_more_work_and_the_others_do_the_rest(crew: Crew, pool: list[str]) -> None:
    replies = crew.map(lambda item: f"item {item}" if item else "[[crash 3]]", ITEMS, agents=pool)
    ends = texts(replies)
    assert "exited with code 3" in ends[0]
    assert ends[1:] == answered(*ITEMS[1:])


def test_an_agent_that_is_deleted_gets_no_more_work_and_the_others_do_the_rest(crew: Crew, pool: list[str]) -> None:
    replies = busy(crew, pool)
    crew.agents.delete("ada")
    ends = texts(replies)
    assert ends[0].startswith("The message to ada failed (The agent ")
    assert ends[1:] == answered(*ITEMS[1:], slow=SLOW)


@pytest.mark.parametrize("way", ["stop", "leave", "delete"])
def test_a_message_that_waits_for_an_agent_that_ends_is_given_to_another(crew: Crew, pool: list[str], way: str) -> None:
    crew["ada"].queue.pause()
    replies = crew.map("item {item}", [0], agents=["ada", "bob"])
    assert (replies[0].agent, replies[0].status) == ("ada", "pending")
    ways = {
        "stop": crew["ada"].stop,
        "leave": lambda: crew["ada"].keys("/exit<Enter>"),
        "delete": lambda: crew.agents.delete("ada"),
    }
    ways[way]()
    assert texts(replies) == answered(0)
    assert replies[0].agent == "bob"
    assert done(crew)["item 0"] == 1


def test_without_any_agent_left_the_rest_tells_how_each_has_ended(crew: Crew, pool: list[str]) -> None:
    replies = busy(crew, pool, "[[slow 60]] ")
    pid = crew["bob"].model.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    crew["ada"].stop()
    crew.agents.delete("cyd")
    ends = texts(replies)
    assert len(set(ends[3:])) == 1
    told = ends[3]
    assert told.startswith("No agents are left for this message. ")
    assert "The agent 'ada' is not running: it was stopped by a user. Start it with `%areyouj start ada`." in told
    assert "The agent 'bob' is not running: it was killed by SIGKILL." in told
    assert "'cyd'" in told


def test_an_agent_that_is_restarted_goes_on_with_its_share(crew: Crew, pool: list[str]) -> None:
    replies = crew.map(SLOW + "item {item}", range(3), agents=["ada"])
    until_now(lambda: replies[0].status == "processing")
    crew["ada"].restart()
    ends = texts(replies)
    assert ends[0].startswith("The message to ada failed (The agent ")
    assert ends[1:] == answered(1, 2, slow=SLOW)


def test_an_agent_that_crashes_and_is_started_again_by_itself_goes_on_with_its_share(crew: Crew) -> None:
    crew.start("eve", "echo").wait("idle", timeout=30)
    replies = crew.map(lambda item: f"item {item}" if item else "[[crash 3]]", range(3), agents=["eve"])
    ends = texts(replies)
    crew.agents.delete("eve")
    assert "exited with code 3" in ends[0]
    assert ends[1:] == answered(1, 2)


def test_a_paused_agent_s_share_is_done_by_the_others_until_it_is_resumed(crew: Crew, pool: list[str]) -> None:
    crew["ada"].queue.pause()
    replies = crew.map(SLOW + "item {item}", range(8), agents=["ada", "bob"])
    until_now(lambda: replies[0].agent == "bob" or replies[0].done(), f"the first goes to the other: {replies!r}", 30)
    crew["ada"].queue.resume()
    assert texts(replies) == answered(*range(8), slow=SLOW)
    assert "ada" in {reply.agent for reply in replies}, "it has its share again"
    assert set(done(crew).values()) == {1}


def test_who_has_nobody_else_waits_and_says_why(crew: Crew, pool: list[str]) -> None:
    crew["ada"].queue.pause()
    replies = crew.map("item {item}", range(2), agents=["ada"])
    until_now(lambda: "queue is paused" in repr(replies[0]), f"the reason: {replies!r}", 30)
    crew["ada"].queue.resume()
    assert texts(replies) == answered(0, 1)


def test_a_new_conversation_of_an_agent_that_runs_is_refused(crew: Crew, pool: list[str]) -> None:
    with pytest.raises(errors.AgentBusy, match="already running"):
        crew.start("ada", new=True)
    assert crew.start("ada").model.id == crew["ada"].model.id


def test_who_died_at_its_start_is_told_with_how(crew: Crew, pool: list[str]) -> None:
    crew.agents.create("dud", "shell", settings=AgentSettings(restart=False, arguments=["-c", "echo no; exit 7"]))
    crew.start("dud")
    until_now(lambda: crew["dud"].status.state == "exited", "its end")
    how = "The agent 'dud' is not running: it exited with code 7."
    last = 'Last output: "no / exit".'
    start = "Start it with `%areyouj start dud`."
    sentence = f"{how} {last} {start}"
    for act in (
        lambda: crew.map("hello", ["ada", "dud"]),
        lambda: crew.map("hello {item}", [1], agents=["ada", "dud"]),
        lambda: crew.compare("hello", ["ada", "dud"], 30),
        lambda: crew["dud"].ask("hello", 30),
        lambda: crew["dud"].send("hello"),
    ):
        with pytest.raises(errors.AgentStopped) as raised:
            act()
        assert sentence in str(raised.value)
    forwarded = crew.forward(crew["ada"].send("a draft"), "dud", execute=True)
    assert str(forwarded.exception(30)) == sentence
    replies = crew.broadcast("hello")
    ends = dict(zip([session.agent for session in crew.sessions], texts(replies), strict=True))
    assert (ends["ada"], ends["dud"]) == ("**echo** heard: hello", sentence)
