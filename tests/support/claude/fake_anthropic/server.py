"""The server: HTTP on 127.0.0.1, a thread for each connection, every request recorded."""

from __future__ import annotations

import json
import select
import socket
import threading
import time
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import MappingProxyType, TracebackType
from typing import Any, Self

from fake_anthropic.script import Action, Fail, Say, Wait, next_step
from fake_anthropic.wire import Request, events, failure, limit_headers, whole


class FakeAnthropic:
    """The running server; a context manager. `url` is what ANTHROPIC_BASE_URL takes."""

    def __init__(self) -> None:
        self._requests: list[Request] = []
        self._lock = threading.Lock()
        self._server = _Server(self._record, self._times)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05})
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.hang_up()
        self._server.server_close()
        self._thread.join()

    @property
    def requests(self) -> list[Request]:
        """Everything asked so far, in order of arrival."""
        with self._lock:
            return list(self._requests)

    @property
    def prompts(self) -> list[str]:
        """The human message of each request of a conversation; a turn with tools shows up once for each step."""
        return [request.prompt for request in self.requests if request.is_turn]

    def _record(self, request: Request) -> None:
        with self._lock:
            self._requests.append(request)

    def _times(self, request: Request) -> int:
        """How often the same was asked so far, this time included."""
        return sum(each.is_turn and each.step == request.step for each in self.requests)


class _Server(ThreadingHTTPServer):
    """Knows its open connections, so that the end need not wait for a client or for a slow step."""

    daemon_threads = False  # server_close joins them
    request_queue_size = 128

    def __init__(self, record: Callable[[Request], None], times: Callable[[Request], int]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.record, self.times = record, times
        self._open: set[socket.socket] = set()
        self._guard = threading.Lock()
        self._hung_up = False

    def process_request(self, request: Any, client_address: Any) -> None:
        with self._guard:
            self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        with self._guard:
            self._open.discard(request)
        super().shutdown_request(request)

    def hang_up(self) -> None:
        """End all connections."""
        with self._guard:
            for connection in self._open:
                try:
                    connection.shutdown(socket.SHUT_RDWR)
                except OSError:
                    continue  # the client was quicker

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that leaves in the middle is no error here."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        self._note({})
        self._json(200, {"data": [], "has_more": False})

    do_HEAD = do_GET

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))) or b"{}")
        request = self._note(body)
        if "count_tokens" in self.path:
            return self._json(200, {"input_tokens": len(json.dumps(body)) // 4})
        if not self.path.startswith("/v1/messages"):
            return self._json(200, {})
        actions = self._step(body)
        fail = next((action for action in actions if isinstance(action, Fail)), None)
        if fail and (fail.times is None or self.server.times(request) <= fail.times):
            headers = {} if fail.limit is None else limit_headers(time.time() + fail.limit)
            return self._json(fail.code, failure(fail.code), headers)
        if body.get("stream"):
            return self._stream(body["model"], actions)
        return self._json(200, whole(body["model"], actions))

    def _step(self, body: dict[str, Any]) -> list[Action]:
        """Side requests (a title, a probe) bring no tools; directives that their text quotes are not played."""
        if body.get("tools"):
            return next_step(body["messages"])
        wants_json = "output_config" in body or "output_format" in body
        return [Say('{"title": "Fake title"}' if wants_json else "OK")]

    def _note(self, body: dict[str, Any]) -> Request:
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Request(self.command, self.path, headers, body, time.time())
        self.server.record(request)
        return request

    def _json(self, code: int, body: dict[str, Any], headers: Mapping[str, str] = MappingProxyType({})) -> None:
        data = json.dumps(body).encode()
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _stream(self, model: str, actions: list[Action]) -> None:
        self.close_connection = True  # the end of the stream is the end of the connection
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-cache")
        self.send_header("Connection", "close")
        self.end_headers()
        for event in events(model, actions):
            if isinstance(event, Wait):
                if self._gone_within(event.seconds):
                    return
            else:
                self.wfile.write(f"event: {event['type']}\ndata: {json.dumps(event)}\n\n".encode())

    def _gone_within(self, seconds: float) -> bool:
        """Wait; True as soon as the client has left or the server hangs up (its socket turns readable)."""
        return bool(select.select([self.connection], [], [], seconds)[0])

    def log_message(self, format: str, *arguments: Any) -> None:
        """Requests are recorded, not printed."""
