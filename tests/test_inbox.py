"""The inbox: what is published around the moment of sending is neither missed nor asked for twice."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
from fake_house import SESSION, TOKEN, FakeHouse

from areyouj_jupyter.errors import ReplyFailed
from areyouj_jupyter.kernel.client.discovery import Place
from areyouj_jupyter.kernel.client.http_client import Client
from areyouj_jupyter.kernel.replies.inbox import REMEMBERED, Inbox
from areyouj_jupyter.models import MessageModel, Model, SendMessage, Snapshot, StatusModel

EMPTY = Snapshot(sessions=[], agents=[], active=None)


@pytest.fixture
def inbox(house: FakeHouse) -> Iterator[Inbox]:
    """An inbox that is told of events by the test alone."""
    client = Client(Place(house.url, TOKEN))
    inbox = Inbox(client)
    tell(inbox, "snapshot", EMPTY)
    yield inbox
    client.close()


def tell(inbox: Inbox, type: str, data: Model) -> None:
    inbox.on_event(type, msgspec.Raw(msgspec.json.encode(data)))


def finished(house: FakeHouse) -> MessageModel:
    """A message that was sent and answered; gives it as it was before that."""
    message = house.add(SendMessage(content="hello"))
    house.finish(message, text="hi")
    return message


def test_an_end_that_was_told_before_the_request_was_answered_is_remembered(house: FakeHouse, inbox: Inbox) -> None:
    def post() -> MessageModel:
        message = finished(house)
        for told in (house.messages[-1], house.by_id(message.id)):
            tell(inbox, f"session:{SESSION}:message", told)
        return message

    assert inbox.send(None, post).result(0) == "hi"
    assert house.requests == []


@pytest.mark.parametrize("back", [True, False], ids=["and is back", "and is not yet back"])
def test_an_end_while_the_connection_changed_is_read_back(house: FakeHouse, inbox: Inbox, back: bool) -> None:
    def post() -> MessageModel:
        inbox.on_lost()
        if back:
            tell(inbox, "snapshot", EMPTY)
        return finished(house)

    assert inbox.send(None, post).result(0) == "hi"
    assert house.requests == [f"GET /areyouj/api/instances/{SESSION}/messages"]


def test_nothing_is_asked_where_the_connection_stood(house: FakeHouse, inbox: Inbox) -> None:
    reply = inbox.send(None, lambda: house.add(SendMessage(content="hello")))
    assert (reply.done(), house.requests) == (False, [])


def test_what_others_sent_is_forgotten_by_and_by(house: FakeHouse, inbox: Inbox) -> None:
    first = finished(house)
    tell(inbox, f"session:{SESSION}:message", house.by_id(first.id))
    for _ in range(REMEMBERED):
        tell(inbox, f"session:{SESSION}:message", house.by_id(finished(house).id))
    assert not inbox.send(None, lambda: first).done()


def test_an_older_fact_does_not_undo_a_newer_one(house: FakeHouse, inbox: Inbox) -> None:
    message = house.add(SendMessage(content="hello"))
    reply = inbox.send(None, lambda: message)
    later = msgspec.structs.replace(message, status="processing", updated_at=message.updated_at + 1)
    for told in (later, message):
        tell(inbox, f"session:{SESSION}:message", told)
    assert (reply.status, reply.running()) == ("processing", True)


def test_what_the_session_does_is_shown_with_the_reply(house: FakeHouse, inbox: Inbox) -> None:
    reply = inbox.send(None, lambda: house.add(SendMessage(content="hello")))
    status = StatusModel(state="idle", since=0.0, blocked="paused", paused=True)
    inbox.on_event(
        f"session:{SESSION}:status-changed", msgspec.Raw(msgspec.json.encode({"id": SESSION, "status": status}))
    )
    assert repr(reply) == ("<Reply writer: pending. The queue is paused. `%areyouj queue --resume writer` resumes it.>")
    inbox.on_event(
        f"session:{SESSION}:status-changed", msgspec.Raw(msgspec.json.encode({"id": SESSION, "removed": True}))
    )
    assert repr(reply) == "<Reply writer: pending, and the agent is stopped; start it and the message goes on>"


def test_a_message_sent_by_a_closed_client_is_not_awaited(house: FakeHouse, inbox: Inbox) -> None:
    inbox.close()
    reply = inbox.send(None, lambda: house.add(SendMessage(content="hello")))
    with pytest.raises(ReplyFailed, match="goes on, but this client was closed"):
        reply.result(0)
