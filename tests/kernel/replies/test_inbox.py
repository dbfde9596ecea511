"""The inbox: what is published around the moment of sending is neither missed nor asked for twice."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
from fake_server import SESSION, TOKEN, FakeServer

from areyouj_jupyter.errors import ReplyFailed
from areyouj_jupyter.kernel.client.discovery import Place
from areyouj_jupyter.kernel.client.http_client import Client
from areyouj_jupyter.kernel.replies.inbox import REMEMBERED, Inbox
from areyouj_jupyter.models import MessageModel, Model, SendMessage, Snapshot, StatusModel

EMPTY = Snapshot(sessions=[], agents=[], active=None)


@pytest.fixture
def inbox(server: FakeServer) -> Iterator[Inbox]:
    """An inbox that is told of events by the test alone."""
    client = Client(Place(server.url, TOKEN))
    inbox = Inbox(client)
    tell(inbox, "snapshot", EMPTY)
    yield inbox
    client.close()


def tell(inbox: Inbox, type: str, data: Model) -> None:
    inbox.on_event(type, msgspec.Raw(msgspec.json.encode(data)))


def finished(server: FakeServer) -> MessageModel:
    """A message that was sent and answered; gives it as it was before that."""
    message = server.add(SendMessage(content="hello"))
    server.finish(message, text="hi")
    return message


def test_an_end_that_was_told_before_the_request_was_answered_is_remembered(server: FakeServer, inbox: Inbox) -> None:
    def post() -> MessageModel:
        message = finished(server)
        for told in (server.messages[-1], server.by_id(message.id)):
            tell(inbox, f"session:{SESSION}:message", told)
        return message

    assert inbox.send(None, post).result(0) == "hi"
    assert server.requests == []


@pytest.mark.parametrize("back", [True, False], ids=["and is back", "and is not yet back"])
def test_an_end_while_the_connection_changed_is_read_back(server: FakeServer, inbox: Inbox, back: bool) -> None:
    def post() -> MessageModel:
        inbox.on_lost()
        if back:
            tell(inbox, "snapshot", EMPTY)
        return finished(server)

    assert inbox.send(None, post).result(0) == "hi"
    assert server.requests == [f"GET /areyouj/api/instances/{SESSION}/messages"]


def test_nothing_is_asked_where_the_connection_stood(server: FakeServer, inbox: Inbox) -> None:
    reply = inbox.send(None, lambda: server.add(SendMessage(content="hello")))
    assert (reply.done(), server.requests) == (False, [])


def test_what_others_sent_is_forgotten_by_and_by(server: FakeServer, inbox: Inbox) -> None:
    first = finished(server)
    tell(inbox, f"session:{SESSION}:message", server.by_id(first.id))
    for _ in range(REMEMBERED):
        tell(inbox, f"session:{SESSION}:message", server.by_id(finished(server).id))
    assert not inbox.send(None, lambda: first).done()


def test_an_older_fact_does_not_undo_a_newer_one(server: FakeServer, inbox: Inbox) -> None:
    message = server.add(SendMessage(content="hello"))
    reply = inbox.send(None, lambda: message)
    later = msgspec.structs.replace(message, status="processing", updated_at=message.updated_at + 1)
    for told in (later, message):
        tell(inbox, f"session:{SESSION}:message", told)
    assert (reply.status, reply.running()) == ("processing", True)


def test_what_the_session_does_is_shown_with_the_reply(server: FakeServer, inbox: Inbox) -> None:
    reply = inbox.send(None, lambda: server.add(SendMessage(content="hello")))
    status = StatusModel(state="idle", since=0.0, blocked="paused", paused=True)
    inbox.on_event(
        f"session:{SESSION}:status-changed", msgspec.Raw(msgspec.json.encode({"id": SESSION, "status": status}))
    )
    assert repr(reply) == ("<Reply writer: pending. The queue is paused. `%areyouj queue --resume writer` resumes it.>")
    inbox.on_event(
        f"session:{SESSION}:status-changed", msgspec.Raw(msgspec.json.encode({"id": SESSION, "removed": True}))
    )
    assert repr(reply) == "<Reply writer: pending, and the agent is stopped; start it to continue>"


def test_a_message_sent_by_a_closed_client_is_not_awaited(server: FakeServer, inbox: Inbox) -> None:
    inbox.close()
    reply = inbox.send(None, lambda: server.add(SendMessage(content="hello")))
    with pytest.raises(ReplyFailed, match="is still running, but this client was closed"):
        reply.result(0)
