"""A server that notes whatever is asked of it: `with leak() as (host, asked):`."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@contextmanager
def leak() -> Iterator[tuple[str, list[str]]]:
    """Its `host:port`, and the first line of each request so far. Ends with the `with`."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        """Answers all with nothing."""

        def do_GET(self) -> None:
            """Note it."""
            asked.append(self.requestline)
            self.send_response(404)
            self.end_headers()

        do_HEAD = do_POST = do_OPTIONS = do_GET

        def log_message(self, format: str, *args: object) -> None:
            """Nowhere."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()
