"""A real HTTP server on loopback that answers like a chat endpoint, by a script."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer


class Server(HTTPServer):
    """Answers with the next of `replies` (status, body) and keeps what was asked; a status below 0 is silence."""

    replies: list[tuple[int, str]]
    asked: list[dict[str, object]]
    headers: list[dict[str, str]]
    released: threading.Event


class Handler(BaseHTTPRequestHandler):
    """One reply a request."""

    server: Server

    def do_POST(self) -> None:
        """Takes the question down and replies."""
        length = int(self.headers["Content-Length"])
        self.server.asked.append(json.loads(self.rfile.read(length)))
        self.server.headers.append(dict(self.headers))
        status, body = self.server.replies.pop(0)
        if status < 0:
            self.server.released.wait(5)
            return
        self.send_response(status)
        self.send_header("Location", "/elsewhere")
        self.end_headers()
        self.wfile.write(body.encode())

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Says nothing."""


@contextmanager
def serving() -> Iterator[Server]:
    """A server on a free port."""
    with Server(("127.0.0.1", 0), Handler) as found:
        found.replies, found.asked, found.headers = [], [], []
        found.released = threading.Event()
        thread = threading.Thread(target=found.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield found
        found.released.set()
        found.shutdown()
        thread.join()


def said(text: str) -> tuple[int, str]:
    """A chat completion."""
    return 200, json.dumps({"choices": [{"message": {"role": "assistant", "content": text}}]})
