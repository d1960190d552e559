"""A gateway for texts of the tests' own: a small HTTP server that speaks the shape we document.

In the process of a test, with `sms_gateway(...)`; or as a process that outlives what is killed
around it, and writes what left to a file, a line each, without any number:

    python -m tests.infrastructure.reminders.sms_gateway 8025 left.jsonl --forgets-keys --cut-each 7

`left(file)` then tells how often the text of each key left.
"""

import argparse
import json
import ssl
import threading
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import sleep
from typing import Any
from uuid import uuid4

HOST = "127.0.0.1"
KEY = "invented-bearer-key"


@dataclass(frozen=True)
class Text:
    """A text that left for its mobile."""

    key: str
    id: str  # by which the gateway tells what became of it
    content: dict[str, Any]


@dataclass(frozen=True)
class Answer:
    """What the gateway says to a request."""

    status: int = HTTPStatus.ACCEPTED
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    accepts: bool = False  # the text leaves, whatever is said
    cuts: bool = False  # it hangs up without a word
    dribbles: bool = False  # a byte now and then, until it is stopped
    seconds: float = 0  # until it answers


CUT_BEFORE = Answer(cuts=True)
CUT_AFTER = Answer(cuts=True, accepts=True)
SILENT = Answer(seconds=threading.TIMEOUT_MAX)


@dataclass
class SmsGateway:
    """What left, and what is said to the next requests; `ledger` outlives the process."""

    knows_keys: bool = True
    ledger: Path | None = None
    seconds: float = 0  # each answer takes
    cut_each: int = 0  # of so many requests one is hung up on, once its text left; 0: none
    fail_each: int = 0  # of so many requests one is told to come again; 0: none
    texts: list[Text] = field(default_factory=list)
    requests: list[dict[str, str]] = field(default_factory=list)  # their headers
    next: deque[Answer] = field(default_factory=deque)
    by_key: dict[str, Text] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)
    stopped: threading.Event = field(default_factory=threading.Event)

    def answer(self, headers: dict[str, str], body: bytes) -> Answer:
        with self.lock:
            self.requests.append(headers)
            planned = self.next.popleft() if self.next else self._fault_of(len(self.requests))
            if headers.get("authorization") != f"Bearer {KEY}":
                return Answer(HTTPStatus.UNAUTHORIZED)
            if planned and not planned.accepts:
                return planned
            text = self._accept(headers["idempotency-key"], json.loads(body))
        said = json.dumps({"id": text.id}).encode()
        return planned or Answer(body=said, seconds=self.seconds)

    def _fault_of(self, number: int) -> Answer | None:
        if self.cut_each and number % self.cut_each == 0:
            return CUT_AFTER
        if self.fail_each and number % self.fail_each == 0:
            return Answer(HTTPStatus.SERVICE_UNAVAILABLE)
        return None

    def _accept(self, key: str, content: dict[str, Any]) -> Text:
        if self.knows_keys and key in self.by_key:
            return self.by_key[key]
        text = Text(key, f"m-{uuid4()}", content)
        self.by_key[key] = text
        self.texts.append(text)
        if self.ledger:
            with self.ledger.open("a", encoding="ascii") as file:
                file.write(json.dumps({"key": key, "id": text.id}) + "\n")
        return text


@dataclass(frozen=True)
class RunningSmsGateway:
    url: str
    gateway: SmsGateway


@contextmanager
def sms_gateway(
    gateway: SmsGateway | None = None, *, port: int = 0, tls: ssl.SSLContext | None = None
) -> Iterator[RunningSmsGateway]:
    """A gateway of the caller's own, stopped afterwards; any free port, unless told which."""
    gateway = gateway or SmsGateway()
    server = _Server(port, gateway)
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        scheme = "https" if tls else "http"
        yield RunningSmsGateway(f"{scheme}://{HOST}:{server.server_port}/messages", gateway)
    finally:
        gateway.stopped.set()
        server.shutdown()
        thread.join()
        server.server_close()


def left(ledger: Path) -> Counter[str]:
    """How often the text of each key left, as the file of a gateway says."""
    lines = ledger.read_text(encoding="ascii").splitlines() if ledger.exists() else []
    return Counter(json.loads(line)["key"] for line in lines)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    gateway: SmsGateway

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        headers = {name.lower(): value for name, value in self.headers.items()}
        answer = self.gateway.answer(headers, body)
        if answer.seconds:
            self.gateway.stopped.wait(answer.seconds)
        if answer.cuts:
            self.close_connection = True
        elif answer.dribbles:
            self._dribble()
        else:
            self._say(answer)

    def _say(self, answer: Answer) -> None:
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if "Content-Length" not in answer.headers:
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body)

    def _dribble(self) -> None:
        self.close_connection = True
        with suppress(OSError):
            self.wfile.write(b"HTTP/1.1 202 Accepted\r\nX-Slow: ")
            while not self.gateway.stopped.wait(0.01):
                self.wfile.write(b"s")

    def log_message(self, *_: Any) -> None:
        """Say nothing: numbers and addresses have no place in what tests print."""


class _Server(ThreadingHTTPServer):
    request_queue_size = 128

    def __init__(self, port: int, gateway: SmsGateway) -> None:
        super().__init__((HOST, port), type("Handler", (_Handler,), {"gateway": gateway}))

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Whoever hung up on us knows it."""


def main() -> None:
    """Run until killed; says `ready` once it listens."""
    asked = argparse.ArgumentParser()
    asked.add_argument("port", type=int)
    asked.add_argument("ledger", type=Path)
    asked.add_argument("--forgets-keys", action="store_true")
    asked.add_argument("--seconds", type=float, default=0)
    asked.add_argument("--cut-each", type=int, default=0)
    asked.add_argument("--fail-each", type=int, default=0)
    told = asked.parse_args()
    gateway = SmsGateway(
        knows_keys=not told.forgets_keys,
        ledger=told.ledger,
        seconds=told.seconds,
        cut_each=told.cut_each,
        fail_each=told.fail_each,
    )
    with sms_gateway(gateway, port=told.port):
        print("ready", flush=True)  # noqa: T201 (whoever started it waits for this)
        while True:
            sleep(3_600)


if __name__ == "__main__":
    main()
