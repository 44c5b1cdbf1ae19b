"""Serves a built site so that hundreds of its pages can be opened quickly: what all pages share comes once.

Style sheets are empty and the index of the search holds one page; the pages and their scripts are as built.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Nothing: the tests' output is the tests'."""

    def end_headers(self) -> None:
        """Let the browser keep what is not a page."""
        if not self.path.endswith(("/", ".html")):
            self.send_header("Cache-Control", "max-age=600")
        super().end_headers()

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path.endswith(".css"):
            self._answer(b"", "text/css")
        elif path.endswith("search/search_index.json"):
            index = json.loads((Path(self.directory) / "search" / "search_index.json").read_text("utf-8"))
            self._answer(json.dumps({**index, "docs": index["docs"][:1]}).encode(), "application/json")
        else:
            super().do_GET()

    def _answer(self, data: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Nothing: a browser that leaves a page closes its connections."""


@contextmanager
def serve_quickly(site: Path) -> Iterator[str]:
    """A server for a built site; gives its address, without a slash at the end."""
    server = _Server(("127.0.0.1", 0), partial(_Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
