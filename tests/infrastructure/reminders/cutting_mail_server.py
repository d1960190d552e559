"""A mail server that hangs up at one step of a letter, and says by then what it was told."""

import socketserver
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from threading import Thread

from tests.infrastructure.reminders.certificates import HOST


class Step(StrEnum):
    """What it is told, and hangs up on instead of answering."""

    CONNECTED = ""
    GREETED = "EHLO"
    ENCRYPTED = "STARTTLS"
    FROM = "MAIL"
    TO = "RCPT"
    BEGUN = "DATA"
    WHOLE = "."
    GONE = "QUIT"


COMMANDS = frozenset(Step) - {Step.CONNECTED}
ANSWERS = {
    Step.BEGUN: b"354 go on\r\n",
    Step.GONE: b"221 bye\r\n",
}


class _Session(socketserver.StreamRequestHandler):
    server: "_Server"

    def handle(self) -> None:
        if self.server.step is Step.CONNECTED:
            return
        self.wfile.write(b"220 cutting.example\r\n")
        for line in self.rfile:
            told = line.decode("ascii", "replace").strip()
            word = told.split(" ")[0].upper()
            if word == self.server.step:
                return
            if word in COMMANDS:  # the letters of these tests hold no line that begins so
                self.wfile.write(self._answer(Step(word)))

    def _answer(self, told: Step) -> bytes:
        if told is Step.GREETED and self.server.step is Step.ENCRYPTED:
            return b"250-cutting.example\r\n250 STARTTLS\r\n"
        return ANSWERS.get(told, b"250 OK\r\n")


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True

    def __init__(self, step: Step) -> None:
        super().__init__((HOST, 0), _Session)
        self.step = step


@contextmanager
def cutting_mail_server(step: Step) -> Iterator[int]:
    """Its port; it is stopped afterwards."""
    with _Server(step) as server:
        thread = Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield int(server.server_address[1])
        finally:
            server.shutdown()
            thread.join()
