"""FakeServer: the routes that a client's replies need, with faults on demand; a real HTTP and WebSocket server."""

from __future__ import annotations

import asyncio
import threading
import time
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import msgspec
from tornado import httpserver, netutil, web, websocket

from areyouj_jupyter.models import (
    AnswerPrompt,
    Choice,
    Event,
    Failure,
    Health,
    HealthModel,
    MessageModel,
    MessagePage,
    Metrics,
    Model,
    Owner,
    Prompt,
    QueueModel,
    Removed,
    SendMessage,
    SessionModel,
    Snapshot,
    StatusModel,
    Usage,
)

SESSION = "11111111-1111-4111-8111-111111111111"
TOKEN = "fake-token"


class FakeServer:
    """One session of one agent, `writer`. Methods may be called from the test's thread."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.loop = loop
        self.url = ""
        self.messages: list[MessageModel] = []
        self.keys: dict[str, MessageModel] = {}
        self.sockets: set[EventsSocket] = set()
        self.requests: list[str] = []
        self.lose_answers = 0
        """So many messages are accepted, but the connection ends before the answer."""
        self.refuse: Failure | None = None
        """What every route answers, with 409."""
        self.on_post: Callable[[MessageModel], None] = lambda message: None
        """Called after a message was stored, before the request is answered."""
        self.mute = False
        """No events go out."""
        self.prompt: Prompt | None = None
        self.answers: list[AnswerPrompt] = []

    def add(self, body: SendMessage) -> MessageModel:
        """Store a message once per key."""
        known = self.keys.get(body.idempotency_key or "")
        if known is not None:
            return self.by_id(known.id)
        message = self._message(body.content, sender_type="user", status="pending")
        if body.idempotency_key:
            self.keys[body.idempotency_key] = message
        self.on_post(message)
        return message

    def by_id(self, message_id: str) -> MessageModel:
        """The message as it is now."""
        return next(message for message in self.messages if message.id == message_id)

    def finish(
        self,
        message: MessageModel,
        status: Any = "completed",
        text: str = "",
        reason: str | None = None,
        steps: Iterable[tuple[str, str]] = (),
        usage: Usage | None = None,
        exit_code: int | None = None,
    ) -> None:
        """End a message: steps (kind, text) and the agent's answer first, then its own end, as the server does it."""
        if status == "completed":
            said = {"sender_type": "agent", "status": "completed", "in_reply_to": message.id}
            told = [self._message(step, kind=kind, **said) for kind, step in steps]
            for each in (*told, self._message(text, usage=usage, exit_code=exit_code, **said)):
                self.publish(f"session:{SESSION}:message", each)
        at = message.updated_at + 1
        done = msgspec.structs.replace(message, status=status, reason=reason, updated_at=at)
        self.messages[[each.id for each in self.messages].index(message.id)] = done
        self.publish(f"session:{SESSION}:message", done)

    def step(self, message: MessageModel, kind: str, text: str) -> None:
        """The agent says or does something on the way."""
        said = {"sender_type": "agent", "status": "completed", "in_reply_to": message.id}
        self.publish(f"session:{SESSION}:message", self._message(text, kind=kind, **said))

    def ask(self, text: str, *labels: str) -> Prompt:
        """The agent asks something."""
        choices = [Choice(key=str(number), label=label) for number, label in enumerate(labels, 1)]
        self.prompt = Prompt(id=str(uuid.uuid4()), kind="permission", text=text, choices=choices, since=0.0)
        self.publish(f"session:{SESSION}:status-changed", self.session)
        return self.prompt

    def answered(self, answer: AnswerPrompt) -> StatusModel:
        """Somebody answers."""
        self.answers.append(answer)
        self.prompt = None
        self.publish(f"session:{SESSION}:status-changed", self.session)
        return self.session.status

    def queue(self, *messages: MessageModel) -> None:
        """What is unfinished now."""
        self.publish(
            f"session:{SESSION}:queue-changed", QueueModel(session_id=SESSION, paused=False, messages=list(messages))
        )

    @property
    def session(self) -> SessionModel:
        """The one session."""
        status = StatusModel(state="awaiting_input" if self.prompt else "idle", since=0.0, prompt=self.prompt)
        return SessionModel(
            id=SESSION,
            agent_id="some-agent",
            agent="writer",
            spec="echo",
            project_path="/",
            status=status,
            active=False,
            pid=1,
            incarnation=1,
            pending=0,
            started_at=0.0,
            last_activity_at=0.0,
            health=Health(process=True, terminal=True, hooks=None),
            metrics=Metrics(),
        )

    def forget_all(self) -> None:
        """The agent is deleted, its messages with it."""
        self.messages.clear()
        self.publish("agent-changed", Removed(id="some-agent"))

    def publish(self, type: str, data: Model) -> None:
        """An event for every socket, unless mute."""
        if not self.mute:
            frame = msgspec.json.encode(Event(type=type, data=data))
            self.loop.call_soon_threadsafe(self._write, frame)

    def drop_sockets(self) -> None:
        """Cut every events socket."""
        self.loop.call_soon_threadsafe(lambda: [socket.ws_connection.stream.close() for socket in list(self.sockets)])

    @contextmanager
    def stalled(self) -> Iterator[None]:
        """A time in which nothing is answered."""
        going = threading.Event()
        self.loop.call_soon_threadsafe(going.wait)
        try:
            yield
        finally:
            going.set()

    def _write(self, frame: bytes) -> None:
        for socket in self.sockets:
            socket.write_message(frame)

    def _message(self, content: str, **fields: Any) -> MessageModel:
        seq = len(self.messages) + 1
        now = float(int(time.time()) + 1)  # whole seconds, and none has passed yet
        plain: dict[str, Any] = dict.fromkeys(("reason", "in_reply_to", "task_id", "wire", "usage"))
        plain |= {
            "kind": "text",
            "origin": "queue",
            "requires_user_input": False,
            "created_at": now,
            "updated_at": now,
        }
        message = MessageModel(
            id=str(uuid.uuid4()), seq=seq, session_id=SESSION, agent="writer", content=content, **{**plain, **fields}
        )
        self.messages.append(message)
        return message


class Route(web.RequestHandler):
    """Every REST route: `serve` is looked up by verb and path."""

    def initialize(self, server: FakeServer) -> None:
        self.server = server

    def prepare(self) -> None:
        self.server.requests.append(f"{self.request.method} {self.request.path}")
        self.set_header("Content-Type", "application/json")
        if self.request.headers.get("Authorization") != f"token {TOKEN}":
            self.set_status(403)
            self.finish(b'{"message": "Forbidden", "reason": null}')
        elif self.server.refuse:
            self.set_status(409)
            self.finish(msgspec.json.encode(self.server.refuse))

    def get(self, path: str) -> None:
        if path == "health":
            owner = Owner(host="here", pid=1, url=self.server.url, epoch=1, since=0.0)
            health = HealthModel(status="ok", version="0", sessions=1, owner=owner, data_dir="/", warnings=[])
            self.finish(msgspec.json.encode(health))
        elif path.endswith("messages"):
            before = int(self.get_argument("before", "0")) or 1_000_000
            older = [message for message in self.server.messages if message.seq < before]
            page = older[-2:]  # small, so that reading back takes more than one
            more = page[0].seq if len(older) > len(page) else None
            self.finish(msgspec.json.encode(MessagePage(messages=page, before=more)))
        else:
            self.send_error(404)

    def post(self, path: str) -> None:
        if path.endswith("/answer"):
            answer = msgspec.json.decode(self.request.body, type=AnswerPrompt)
            self.finish(msgspec.json.encode(self.server.answered(answer)))
            return
        message = self.server.add(msgspec.json.decode(self.request.body, type=SendMessage))
        if self.server.lose_answers:
            self.server.lose_answers -= 1
            self.request.connection.stream.close()
            return
        self.set_status(201)
        self.finish(msgspec.json.encode(message))

    def delete(self, path: str) -> None:
        message = self.server.by_id(path.rpartition("/")[2])
        if message.status != "pending":
            self.set_status(409)
            self.finish(msgspec.json.encode(Failure(message="It was sent.", reason="MessageSent")))
            return
        self.server.finish(message, "cancelled")
        self.finish(msgspec.json.encode(self.server.by_id(message.id)))


class EventsSocket(websocket.WebSocketHandler):
    """The events: a snapshot first."""

    def initialize(self, server: FakeServer) -> None:
        self.server = server

    def open(self, *args: str, **kwargs: str) -> None:
        snapshot = Event(type="snapshot", data=Snapshot(sessions=[], agents=[], active=None))
        self.write_message(msgspec.json.encode(snapshot))
        self.server.sockets.add(self)

    def on_close(self) -> None:
        self.server.sockets.discard(self)


@contextmanager
def fake_server() -> Iterator[FakeServer]:
    """A server at a free port, on a loop in a thread of its own."""
    loop = asyncio.new_event_loop()
    server = FakeServer(loop)
    begun, ending = threading.Event(), asyncio.Event()

    async def serve() -> None:
        rules = [
            (r"/areyouj/api/events", EventsSocket, {"server": server}),
            (r"/areyouj/api/(.*)", Route, {"server": server}),
        ]
        http = httpserver.HTTPServer(web.Application(rules, log_function=lambda handler: None))
        sockets = netutil.bind_sockets(0, "127.0.0.1")
        http.add_sockets(sockets)
        server.url = f"http://127.0.0.1:{sockets[0].getsockname()[1]}/"
        begun.set()
        await ending.wait()
        http.stop()
        for socket in list(server.sockets):
            socket.ws_connection.stream.close()
        await http.close_all_connections()

    thread = threading.Thread(target=lambda: loop.run_until_complete(serve()), daemon=True)
    thread.start()
    begun.wait(10)
    try:
        yield server
    finally:
        loop.call_soon_threadsafe(ending.set)
        thread.join(10)
        loop.close()
