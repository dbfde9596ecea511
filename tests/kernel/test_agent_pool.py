"""The fan: who is sent what and when, whatever the order in which replies come."""

from __future__ import annotations

import random
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from areyouj_jupyter.errors import AgentStopped, QueueFull, ReplyFailed
from areyouj_jupyter.kernel.client.discovery import Place
from areyouj_jupyter.kernel.client.http_client import Client
from areyouj_jupyter.kernel.pool.agent_pool import AgentPool, Job
from areyouj_jupyter.kernel.replies.inbox import Inbox
from areyouj_jupyter.kernel.replies.reply import Reply


def drafts(count: int) -> list[Reply]:
    """Replies to messages that are not sent."""
    inbox = Inbox(Client(Place("http://127.0.0.1:9/", "")))
    return [inbox.draft(None, "", str(number)) for number in range(count)]


def end(reply: Reply) -> None:
    """Its message has ended well."""
    done = msgspec.structs.replace(reply.message, status="completed", updated_at=2.0)
    reply.update(done, msgspec.structs.replace(done, content=reply.agent, sender_type="agent"))


class Agents:
    """Takes what a fan sends, and answers when the test says so."""

    def __init__(self) -> None:
        self.busy: list[tuple[str, Reply]] = []
        self.taken: list[str] = []
        self.most = 0
        self.stopped: set[str] = set()

    def send(self, reply: Reply, agent: str) -> None:
        """As a handle does it."""
        if agent in self.stopped:
            raise AgentStopped(f"{agent} is not running.")
        assert agent not in [name for name, _ in self.busy]
        reply.update(msgspec.structs.replace(reply.message, id=f"of {agent}", agent=agent, updated_at=1.0))
        self.busy.append((agent, reply))
        self.taken.append(reply.message.content)
        self.most = max(self.most, len(self.busy))

    def recall(self, reply: Reply) -> bool:
        """What waits in a queue is never taken back here."""
        return False

    def held(self, session: str) -> bool:
        """No queue is."""
        return False

    def ending(self, agent: str) -> str:
        """Those that were stopped."""
        return f"{agent} is not running."

    def answer(self, number: int) -> None:
        """One of the unfinished messages ends."""
        _, reply = self.busy.pop(number % len(self.busy))
        end(reply)


@settings(max_examples=60, deadline=None)
@given(count=st.integers(0, 30), agents=st.integers(1, 6), limit=st.integers(1, 8), seed=st.integers(0, 99))
def test_each_is_sent_once_and_never_more_than_the_limit_are_on_their_way(
    count: int, agents: int, limit: int, seed: int
) -> None:
    crew, replies, order = Agents(), drafts(count), random.Random(seed)
    AgentPool(crew, map(Job, replies), [f"agent{number}" for number in range(agents)], limit).start()
    while crew.busy:
        crew.answer(order.randrange(len(crew.busy)))
    assert crew.taken == [str(number) for number in range(count)]
    assert crew.most == min(count, agents, limit)
    assert all(reply.done() for reply in replies)


def test_a_message_for_one_agent_goes_to_that_one() -> None:
    crew, replies = Agents(), drafts(3)
    AgentPool(crew, [Job(reply, name) for reply, name in zip(replies, "abc", strict=True)], (), 2).start()
    while crew.busy:
        crew.answer(0)
    assert [reply.result(0) for reply in replies] == ["a", "b", "c"]
    assert crew.most == 2


def test_what_was_cancelled_before_its_turn_is_not_sent() -> None:
    crew, replies = Agents(), drafts(4)
    AgentPool(crew, map(Job, replies), ["a"], 8).start()
    assert (replies[2].cancel(), replies[2].cancelled(), replies[2].cancel()) == (True, True, True)
    with pytest.raises(ReplyFailed, match="was cancelled"):
        replies[2].result(0)
    while crew.busy:
        crew.answer(0)
    assert crew.taken == ["0", "1", "3"]


def test_the_work_of_an_agent_that_has_stopped_is_done_by_the_others() -> None:
    crew, replies = Agents(), drafts(5)
    crew.stopped.add("b")
    AgentPool(crew, map(Job, replies), ["a", "b"], 8).start()
    while crew.busy:
        crew.answer(0)
    assert [reply.result(0) for reply in replies] == ["a"] * 5


def test_without_any_agent_left_the_rest_fails_with_the_reason() -> None:
    crew, replies = Agents(), drafts(3)
    crew.stopped |= {"a", "b"}
    AgentPool(crew, map(Job, replies), ["a", "b"], 8).start()
    told = "No agents are left for this message. a is not running. b is not running."
    assert [str(reply.exception(0)) for reply in replies] == [told] * 3


def test_thousands_of_refusals_do_not_overflow_the_stack() -> None:
    class Full(Agents):
        def send(self, reply: Reply, agent: str) -> None:
            raise QueueFull("100 messages wait already.")

    replies = drafts(5000)
    AgentPool(Full(), map(Job, replies), ["a"], 8).start()
    assert {str(reply.exception(0)) for reply in replies} == {"100 messages wait already."}


def test_an_interrupt_while_sending_leaves_the_rest_unsent() -> None:
    sent = []

    class Interrupted(Agents):
        def send(self, reply: Reply, agent: str) -> None:
            if sent:
                raise KeyboardInterrupt
            sent.append(reply)
            reply.update(msgspec.structs.replace(reply.message, id="sent", updated_at=1.0))

    replies = drafts(4)
    with pytest.raises(KeyboardInterrupt):
        AgentPool(Interrupted(), map(Job, replies), "abcd", 8).start()
    assert sent == replies[:1]
    assert all(isinstance(reply.exception(0), Exception) for reply in replies[2:])


@pytest.mark.slow
def test_ends_in_many_threads_lose_and_double_nothing() -> None:
    lock, taken = threading.Lock(), []
    with ThreadPoolExecutor(8) as threads:

        class Threads(Agents):
            def send(self, reply: Reply, agent: str) -> None:
                with lock:
                    taken.append(reply.message.content)
                reply.update(msgspec.structs.replace(reply.message, id="sent", updated_at=1.0))
                threads.submit(end, reply)

        replies = drafts(2000)
        AgentPool(Threads(), map(Job, replies), [str(number) for number in range(8)], 8).start()
        for reply in replies:
            reply.result(30)
    assert taken == [str(number) for number in range(2000)]


def test_a_fan_has_no_thread() -> None:
    before: list[Any] = threading.enumerate()
    AgentPool(Agents(), map(Job, drafts(9)), ["a", "b"], 8).start()
    assert threading.enumerate() == before
