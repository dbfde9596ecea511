"""Fan-out over real agents: items shared out, agents compared, replies forwarded, found again and interrupted."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from git_repository import committed
from jupyter_process import JupyterProcess
from kernel_process import kernel_process
from waiting import until_now

from areyouj_jupyter import Crew, as_completed, connect, errors, gather
from areyouj_jupyter.kernel.context.interpolation import NameUnknown

pytestmark = pytest.mark.slow

POOL = ["fan-one", "fan-two", "fan-three"]


@pytest.fixture(scope="module")
def crew(jupyter: JupyterProcess) -> Iterator[Crew]:
    with connect(jupyter.url, jupyter.token) as connected:
        for name in POOL:
            connected.start(name, "echo").wait("idle", timeout=30)
        yield connected
        for name in POOL:
            connected.agents.delete(name)


def test_items_are_shared_out_among_agents_and_come_in_their_order(crew: Crew) -> None:
    items = [{"name": f"part {number}"} for number in range(7)]
    replies = crew.map('Review {item["name"]}, and {{item}}, {"json": 1}.', items, agents=POOL, limit=2)
    assert sum(reply.sent for reply in replies) <= 3
    texts = gather(replies, timeout=60)
    assert texts == [f'**echo** heard: Review part {number}, and {{item}}, {{"json": 1}}.' for number in range(7)]
    assert {reply.agent for reply in replies} <= set(POOL)
    assert all(reply.duration is not None for reply in replies)


def test_a_function_makes_the_message_from_an_item(crew: Crew) -> None:
    replies = crew.map(lambda number: f"What is {number} squared?", [2, 3], agents=POOL)
    assert gather(replies, 60) == ["**echo** heard: What is 2 squared?", "**echo** heard: What is 3 squared?"]


def test_a_text_without_its_item_is_refused_before_anything_is_sent(crew: Crew) -> None:
    with pytest.raises(NameUnknown, match=r"^The text has no \{item\}, so every message would be the same\.$"):
        crew.map("Review it.", [1, 2], agents=POOL)
    with pytest.raises(errors.AgentStopped, match=r"^Nothing was sent\. No session is named 'part'\.$"):
        crew.map("Review {item}.", ["part"])
    assert len(crew.queue) == 0


def test_one_message_to_all_agents_is_a_table_of_what_they_did(crew: Crew, jupyter: JupyterProcess) -> None:
    project = committed(jupyter.root / "compared")
    crew.start("fan-shell", "shell", str(project)).wait("idle", timeout=30)
    try:
        replies = crew.compare("echo new > made.txt", ["fan-shell", POOL[0]], timeout=60)
        assert replies[0].files_changed == ["made.txt"]
        assert replies[1].files_changed is None  # its folder is no repository
        heads = repr(replies).splitlines()[0].split()
        assert [head for head in ("agent", "status", "took", "files", "message", "reply") if head not in heads] == []
        assert "made.txt" in repr(replies)
    finally:
        crew.agents.delete("fan-shell")


def test_nobody_is_credited_with_files_where_several_work_in_one_folder(crew: Crew, jupyter: JupyterProcess) -> None:
    project = committed(jupyter.root / "shared")
    names = ["fan-left", "fan-right"]
    for name in names:
        crew.start(name, "shell", str(project)).wait("idle", timeout=30)
    try:
        replies = crew.compare("sleep 1; echo new > $$.txt", names, timeout=60)
        assert [reply.files_shared_with for reply in replies] == [["fan-right"], ["fan-left"]]
        assert [reply.files_changed for reply in replies] == [None, None]
        assert "unclear, since fan-left worked in the same folder" in repr(replies)
        for name in names:
            crew[name].wait("idle", timeout=30)
        alone = crew["fan-left"].send("echo new > alone.txt", files=True)
        alone.result(60)
        assert (alone.files_changed, alone.files_shared_with) == (["alone.txt"], [])
    finally:
        for name in names:
            crew.agents.delete(name)


def test_files_are_not_told_of_an_agent_that_is_busy_with_something_else(crew: Crew) -> None:
    first = crew[POOL[0]].send("[[slow 0.5]]")
    second = crew[POOL[0]].send("and then?", files=True)
    assert gather([first, second], 60)
    assert second.files_changed is None


def test_a_reply_is_forwarded_once_it_is_there(crew: Crew) -> None:
    first = crew[POOL[0]].send("[[slow 3]] a draft")
    second = crew.forward(first, POOL[1], "What do you say?")
    assert (second.sent, second.agent) == (False, POOL[1])
    assert second.result(60).startswith(f"**echo** heard: What do you say?\n\n{POOL[0]} wrote:\n\n**echo** heard:")


def test_an_agents_words_are_no_commands_of_a_shell_unless_that_is_said(crew: Crew) -> None:
    crew.start("fan-runs", "shell")
    task = crew.tasks.create("echo task")
    try:
        first = crew[POOL[0]].ask("echo word", timeout=60)
        (chunk,) = list(first)
        refusals = [
            lambda: crew.forward(first, "fan-runs"),
            lambda: crew.map("{item.agent}", [first], agents=[POOL[1], "fan-runs"]),
            lambda: crew.map("{item}", [chunk], agents=["fan-runs"]),
            lambda: crew.map("{item.content}", crew.messages.list(agent=POOL[0], limit=1), agents=["fan-runs"]),
            lambda: crew["fan-runs"].send(chunk),
            lambda: crew["fan-runs"].send(crew[POOL[0]].screen),
            lambda: crew["fan-runs"].assign(task.id),
            lambda: crew.tasks.assign(task.id, "fan-runs"),
        ]
        for refuse in refusals:
            with pytest.raises(errors.WouldExecute, match=r"fan-runs would run .*execute.*\."):
                refuse()
        assert list(crew["fan-runs"].log()) == []
        assert crew["fan-runs"].send("echo mine").result(60) == "mine"
        allowed = crew.forward(first, "fan-runs", "echo allowed #", execute=True)
        assert allowed.result(60).startswith("allowed")
        assert crew["fan-runs"].assign(task.id, execute=True).result(60) is not None
        assert [spec.name for spec in crew.specs if spec.executes] == ["shell"]
    finally:
        crew.tasks.delete(task.id)
        crew.agents.delete("fan-runs")


def test_what_failed_is_not_forwarded(crew: Crew) -> None:
    first = crew[POOL[0]].send("[[fail no network]]")
    with pytest.raises(
        errors.ReplyFailed, match=r"The message to fan-two was not sent \(The message to fan-one failed"
    ):
        crew.forward(first, POOL[1]).result(60)


def test_replies_are_found_again_by_another_kernel(crew: Crew, jupyter: JupyterProcess) -> None:
    before = time.time()
    done = crew[POOL[0]].ask("remember me", timeout=60)
    waiting = crew[POOL[1]].send("[[slow 1]] and me")
    with connect(jupyter.url, jupyter.token) as later:
        found = later.replies(since=before - 0.01)
        assert [reply.message.id for reply in found] == [done.message.id, waiting.message.id]
        assert found[0].result(0) == "**echo** heard: remember me"
        assert found.wait(60)[1].result() == waiting.result(60)
        assert [reply.agent for reply in later.replies(timedelta(minutes=5), POOL[1])][-1] == POOL[1]


def test_a_reply_that_is_waited_for_is_found_as_itself(crew: Crew) -> None:
    before = time.time()
    reply = crew[POOL[0]].send("[[slow 0.3]] once")
    assert crew.replies(since=before - 0.01)[-1] is reply
    assert reply.result(60)


def test_what_no_agent_has_is_taken_back(crew: Crew) -> None:
    replies = crew.map("[[slow 0.5]] {item}", range(9), agents=POOL)
    until_now(lambda: sum(reply.running() for reply in replies) == 3)
    assert replies.cancel() == 6
    ends = gather(replies, 60, return_exceptions=True)
    assert [isinstance(end, errors.ReplyFailed) for end in ends] == [False] * 3 + [True] * 6
    assert set(as_completed(replies, 0)) == set(replies)


def test_an_interrupt_of_the_kernel_returns_at_once_and_stops_no_agent(
    crew: Crew, jupyter: JupyterProcess, tmp_path: Path
) -> None:
    with kernel_process(jupyter, tmp_path) as kernel:
        kernel.run("import areyouj_jupyter as areyouj, threading\ncrew = areyouj.connect()")
        kernel.run("before = threading.enumerate()")
        kernel.run(f"replies = crew.map('[[slow 2]] {{item}}', range(5), agents={POOL!r}, limit=2)")
        asked = kernel.begin("areyouj.gather(replies)")
        until_now(lambda: sum(session.status.state == "busy" for session in crew.sessions) == 2)
        ename, took = kernel.interrupted(asked)
        assert ename == "KeyboardInterrupt"
        assert took < 1.5  # the turns that run take longer
        kernel.run("assert threading.enumerate() == before\nassert sum(reply.sent for reply in replies) <= 4, replies")
        kernel.run("assert len(areyouj.gather(replies, 60)) == 5\nassert threading.enumerate() == before")
