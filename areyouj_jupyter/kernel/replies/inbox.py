"""Inbox: the replies that a crew waits for, resolved as the facts arrive."""

from __future__ import annotations

import os
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from itertools import groupby
from weakref import WeakSet

import msgspec

from areyouj_jupyter.errors import AreYouJError, NotFound
from areyouj_jupyter.kernel.client.decoding import decoded
from areyouj_jupyter.kernel.client.http_client import Client, part
from areyouj_jupyter.kernel.replies.reply import Reply
from areyouj_jupyter.kernel.replies.reply_requests import ReplyRequests
from areyouj_jupyter.models import MessageModel, MessagePage, QueueModel, Snapshot, StatusModel

REMEMBERED = 64  # messages of each kind; a fact may arrive before the answer to the request that caused it
PAGE = 100  # messages
PAGES = 50  # most pages read back for one session after a lost connection


class _Thing(msgspec.Struct):
    """What a SessionModel, an AgentModel and a Removed have for us."""

    id: str
    status: StatusModel | None = None
    removed: bool = False


class Inbox:
    """Updates every waiting Reply with the state of its message. Owned by a Crew; listens to its EventStream.

    What was published while there was no connection is read back: after each snapshot for all that wait, and after
    sending for a message that was on its way while the connection changed.
    """

    def __init__(self, client: Client) -> None:
        self._client = client
        self._errands = ReplyRequests(client)
        self._lock = threading.Lock()
        self._waiting: dict[str, Reply] = {}
        self._messages: OrderedDict[str, MessageModel] = OrderedDict()
        """User messages by their id, as they were published last."""
        self._answers: OrderedDict[str, MessageModel] = OrderedDict()
        """Agents' messages by the id of what they answer."""
        self._statuses: dict[str, StatusModel] = {}
        """What the live sessions do, by their id."""
        self._ended: OrderedDict[str, None] = OrderedDict()
        """The sessions that ended last, by their id."""
        self._connection: object | None = None
        """A new one with each snapshot; None while events may be missed."""
        self._closed = False
        _inboxes.add(self)

    def on_fork(self) -> None:
        """In a new process: nothing arrives here, and a thread that is gone may hold the lock."""
        self._lock = threading.Lock()
        replies = list(self._waiting.values())
        self._waiting.clear()
        for reply in replies:
            reply.on_fork()

    def draft(self, crew: object, agent: str, content: str) -> Reply:
        """A reply whose message is not sent yet; `deliver` does. crew: held by the reply."""
        return Reply(_drafted(agent, content), self._errands, crew)

    def send(self, crew: object, post: Callable[[], MessageModel]) -> Reply:
        """Send a message by `post` and wait for what becomes of it; crew: held by the reply."""
        return self.deliver(self.draft(crew, "", ""), post)

    def deliver(self, reply: Reply, post: Callable[[], MessageModel]) -> Reply:
        """Send a draft by `post`, unless it was cancelled, and wait for what becomes of it. Raises what `post` does."""
        if not reply.claim():
            return reply
        before = self._connection
        message = post()
        self._adopt(reply, message)
        with self._lock:
            seen = before is not None and before is self._connection
        if not seen and not reply.done():
            self._reread_quietly(reply)
        if self._closed:
            self.close()
        return reply

    def status(self, session: str) -> StatusModel | None:
        """The last known status of a live session."""
        with self._lock:
            return self._statuses.get(session)

    def recall(self, reply: Reply) -> bool:
        """Make a queued message a draft again; False if an agent has it, or that is unknown.

        The server decides: a message that it cancels was not taken by any agent.
        """
        self._forget(reply.message.id)  # that it was cancelled is not its end
        try:
            self._errands.withdraw(reply.message)
        except AreYouJError:
            self._adopt(reply, reply.message)
            return False
        reply.unsend()
        return True

    def find(self, crew: object, told: Iterable[tuple[MessageModel, MessageModel | None]]) -> list[Reply]:
        """The replies to messages that were sent before, by this kernel or another one, each given with its answer."""
        replies = [self._found(crew, message, answer) for message, answer in told]
        # Events after the read reached nobody.
        if waiting := [reply for reply in replies if not reply.done()]:
            self._reread(waiting)
        return replies

    def _found(self, crew: object, message: MessageModel, answer: MessageModel | None) -> Reply:
        with self._lock:
            known = self._waiting.get(message.id)
        reply = known or Reply(_drafted(message.agent, message.content), self._errands, crew)
        self._adopt(reply, message, answer)
        return reply

    def _adopt(self, reply: Reply, message: MessageModel, answer: MessageModel | None = None) -> None:
        """Pass the message's changes to the reply from now on."""
        with self._lock:
            self._waiting[message.id] = reply
            known, status = self._messages.get(message.id), self._statuses.get(message.session_id)
            answer = answer or self._answers.get(message.id)
            told = status is not None or message.session_id in self._ended
        self._tell(reply, message, answer)
        if known is not None:
            self._tell(reply, known, answer)
        if told and not reply.done():
            reply.watch(status)

    def on_event(self, type: str, data: msgspec.Raw) -> None:
        """Take in one event."""
        fact = type.rpartition(":")[2]
        if fact == "snapshot":
            self._on_snapshot(decoded(data, Snapshot))
        elif fact == "message":
            self._on_message(decoded(data, MessageModel))
        elif fact == "status-changed":
            self._on_session(decoded(data, _Thing))
        elif fact == "queue-changed":
            self._on_queue(decoded(data, QueueModel))
        elif fact == "agent-changed" and decoded(data, _Thing).removed:
            self._reread(self._replies())  # its messages went with it

    def on_lost(self) -> None:
        """From now on facts pass unseen."""
        self._connection = None

    def close(self) -> None:
        """Stop listening: end the replies that still wait."""
        self._closed = True
        for reply in self._replies():
            self._forget(reply.message.id)
            reply.fail("is still running, but this client was closed")

    def _on_snapshot(self, snapshot: Snapshot) -> None:
        with self._lock:
            self._connection = object()
            self._statuses.clear()
        self._reread(self._replies())
        for session in snapshot.sessions:
            self._on_session(_Thing(session.id, session.status))
        live = {session.id for session in snapshot.sessions}
        for ended in {reply.message.session_id for reply in self._replies()} - live:
            self._on_session(_Thing(ended))

    def _on_message(self, message: MessageModel) -> None:
        user = message.sender_type == "user"
        key = message.id if user else message.in_reply_to
        if key is None:
            return
        if message.kind != "text":
            if (waiting := self._waiting.get(key)) is not None:
                waiting.add_step(message)
            return
        with self._lock:
            memory = self._messages if user else self._answers
            memory[key] = message
            memory.move_to_end(key)
            if len(memory) > REMEMBERED:
                memory.popitem(last=False)
            reply, answer = self._waiting.get(message.id), self._answers.get(message.id)
        if reply is not None:
            self._tell(reply, message, answer)

    def _on_session(self, session: _Thing) -> None:
        """A session's state is shown with the replies that wait for it."""
        with self._lock:
            if session.status is None:
                self._statuses.pop(session.id, None)
                self._ended[session.id] = None
                if len(self._ended) > REMEMBERED:
                    self._ended.popitem(last=False)
            else:
                self._statuses[session.id] = session.status
        for reply in self._replies():
            if reply.message.session_id == session.id:
                reply.watch(session.status)

    def _on_queue(self, queue: QueueModel) -> None:
        """How many come before them is shown with the replies that wait in it."""
        places = {message.id: number for number, message in enumerate(queue.messages)}
        for reply in self._replies():
            if reply.message.session_id == queue.session_id:
                reply.place(places.get(reply.message.id))

    def _reread(self, replies: Iterable[Reply]) -> None:
        """Read from the server what became of their messages. Raises ServerUnreachable."""
        ordered = sorted(replies, key=lambda reply: reply.message.session_id)
        for _, group in groupby(ordered, key=lambda reply: reply.message.session_id):
            self._reread_session(list(group))

    def _reread_session(self, replies: list[Reply]) -> None:
        """Read pages back to the oldest message that is waited for; a message may have moved to a newer instance."""
        message = replies[0].message
        wanted = {reply.message.id: reply for reply in replies}
        oldest = min(reply.message.seq for reply in replies)
        for path, query in ((f"instances/{part(message.session_id)}/messages", None), ("messages", message.agent)):
            for told, answer in self._read_back(path, query, oldest, wanted.keys()):
                self._tell(wanted.pop(told.id), told, answer)
            if not wanted:
                return
        for reply in wanted.values():
            self._forget(reply.message.id)
            reply.fail("was deleted")

    def _read_back(
        self, path: str, agent: str | None, oldest: int, wanted: Iterable[str]
    ) -> list[tuple[MessageModel, MessageModel | None]]:
        """The wanted messages with their answers, as far as they are found."""
        messages: dict[str, MessageModel] = {}
        answers: dict[str, MessageModel] = {}
        before: int | None = None
        for _ in range(PAGES):
            try:
                page = self._client.get(path, MessagePage, agent=agent, before=before, limit=PAGE)
            except NotFound:
                break
            for message in page.messages:
                messages[message.id] = message
                if message.in_reply_to is not None and message.kind == "text":
                    answers[message.in_reply_to] = message
            before = page.before
            if before is None or before <= oldest:
                break
        return [(messages[id], answers.get(id)) for id in wanted if id in messages]

    def _reread_quietly(self, reply: Reply) -> None:
        """The message is accepted even if this read fails; the next snapshot reads again."""
        try:
            self._reread([reply])
        except AreYouJError:
            return

    def _tell(self, reply: Reply, message: MessageModel, answer: MessageModel | None) -> None:
        reply.update(message, answer)
        if reply.done() or reply.message.id != message.id:  # it may be a draft again, or be sent to another already
            self._forget(message.id)

    def _forget(self, message_id: str) -> None:
        with self._lock:
            self._waiting.pop(message_id, None)

    def _replies(self) -> list[Reply]:
        with self._lock:
            return list(self._waiting.values())


_inboxes: WeakSet[Inbox] = WeakSet()


def _on_fork() -> None:
    for inbox in list(_inboxes):
        inbox.on_fork()


os.register_at_fork(after_in_child=_on_fork)


def _drafted(agent: str, content: str) -> MessageModel:
    """A message without an id, since the server does not know it yet; older than anything from the server."""
    return MessageModel(
        id="",
        seq=0,
        session_id="",
        agent=agent,
        sender_type="user",
        kind="text",
        content=content,
        status="pending",
        reason=None,
        origin="queue",
        requires_user_input=False,
        in_reply_to=None,
        task_id=None,
        wire=None,
        usage=None,
        created_at=time.time(),
        updated_at=0.0,
    )
