"""A real HTTP server on loopback that serves files, and can be told to misbehave."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Behaviour:
    """What the server does: ``files`` by path, and its faults.

    ``cut`` ends the connection after so many bytes, as often as ``cuts`` says; ``redirect`` sends to another path
    first, stating size and digest as repositories do; ``spoil`` changes a byte; ``status`` refuses.
    """

    files: dict[str, bytes]
    cut: int = 0
    cuts: int = 0
    redirect: bool = False
    spoil: bool = False
    ranges: bool = True
    status: int = 200
    requests: list[tuple[str, str]] = field(default_factory=list)

    def paths(self) -> list[str]:
        """What was asked for, in order."""
        return [path for path, _ in self.requests]

    def starts(self) -> list[int]:
        """From which byte on, in the same order."""
        return [int(wanted.removeprefix("bytes=").removesuffix("-") or 0) for _, wanted in self.requests]


@contextmanager
def serving(behaviour: Behaviour) -> Iterator[str]:
    """The address of a server that runs meanwhile."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

        def do_GET(self) -> None:
            behaviour.requests.append((self.path, self.headers.get("Range") or ""))
            linked = self.path.startswith("/elsewhere")
            data = behaviour.files.get(self.path.removeprefix("/elsewhere"))
            if behaviour.status != 200 or data is None:
                return self._plain(behaviour.status if behaviour.status != 200 else 404)
            digest = hashlib.sha256(data).hexdigest()
            if behaviour.redirect and not linked:
                headers = {"X-Linked-Size": str(len(data)), "X-Linked-ETag": f'"{digest}"'}
                return self._plain(302, {"Location": f"/elsewhere{self.path}", **headers})
            self._give(data, digest)
            return None

        def _plain(self, status: int, headers: dict[str, str] | None = None) -> None:
            self.send_response(status)
            for name, value in {"Content-Length": "0", **(headers or {})}.items():
                self.send_header(name, value)
            self.end_headers()

        def _give(self, data: bytes, digest: str) -> None:
            start = 0
            wanted = self.headers.get("Range")
            if wanted and behaviour.ranges:
                start = int(wanted.removeprefix("bytes=").removesuffix("-"))
                self.send_response(206)
                self.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
            else:
                self.send_response(200)
            body = bytearray(data)
            if behaviour.spoil:
                body[-1] ^= 1
            self.send_header("Content-Length", str(len(data) - start))
            if not behaviour.redirect:
                self.send_header("ETag", f'"{digest[:16]}"')
            self.end_headers()
            part = bytes(body[start:])
            if behaviour.cuts > 0 and len(part) > behaviour.cut:
                behaviour.cuts -= 1
                part = part[: behaviour.cut]
                self.close_connection = True
            with suppress(ConnectionError):  # the client has heard enough
                self.wfile.write(part)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
