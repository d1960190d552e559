"""A gateway of texts on a loopback port, with moods, and the postbox that speaks to it.

It counts each text that it accepts by its key. Where it honours keys, a text handed in again under
the same one is accepted and not delivered again.
"""

import json
import random
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from http.client import HTTPConnection, HTTPException
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import SHUT_RDWR
from threading import Event, Lock, Thread
from time import sleep, time
from typing import ClassVar
from uuid import UUID

from application.reminders.postbox import Letter, TryLater, Unclear
from domain.pathway.reminders import Channel

HOST = "127.0.0.1"
TIMEOUT = 10  # seconds
BROKEN = 500  # statuses from there on are the gateway's own fault


class Mood(StrEnum):
    """How the gateway treats one text."""

    FINE = "fine"
    SLOW = "slow"
    CUT = "cut"  # accepts it, then hangs up without a word
    BROKEN = "broken"  # answers 503, and does not accept it


@dataclass(frozen=True, slots=True)
class Accepted:
    key: UUID
    at: float  # seconds since 1970
    delivered: bool  # False: a repetition, which it knew by its key


@dataclass
class Gateway:
    """What a gateway saw; `moods` says how often it is in which."""

    honours_keys: bool
    moods: dict[Mood, float] = field(default_factory=lambda: {Mood.FINE: 1.0})
    slow: float = 0.5  # seconds
    accepted: list[Accepted] = field(default_factory=list)
    known: set[UUID] = field(default_factory=set)  # keys that it accepted once
    met: Counter[Mood] = field(default_factory=Counter)
    arrived: Event = field(default_factory=Event)
    lock: Lock = field(default_factory=Lock)
    port: int = 0

    @property
    def url(self) -> str:
        return f"{HOST}:{self.port}"

    def accept(self, key: UUID) -> Mood:
        with self.lock:
            mood = random.choices(list(self.moods), list(self.moods.values()))[0]
            self.met[mood] += 1
            if mood is not Mood.BROKEN:
                delivered = not (self.honours_keys and key in self.known)
                self.accepted.append(Accepted(key, time(), delivered))
                self.known.add(key)
        self.arrived.set()
        if mood is Mood.SLOW:
            sleep(self.slow)
        return mood

    def delivered(self) -> Counter[UUID]:
        return Counter(one.key for one in self.accepted if one.delivered)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128
    gateway: Gateway


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    statuses: ClassVar = {Mood.BROKEN: 503}

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        mood = self.server.gateway.accept(UUID(self.headers["Idempotency-Key"]))
        if mood is Mood.CUT:
            self.close_connection = True
            self.connection.shutdown(SHUT_RDWR)
            return
        self.send_response(self.statuses.get(mood, 201))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def listening(gateway: Gateway) -> Iterator[Gateway]:
    """Have it served on a port of its own, until the end of the block."""
    server = _Server((HOST, 0), _Handler)
    server.gateway, gateway.port = gateway, server.server_address[1]
    server.handle_error = lambda *_: None  # type: ignore[method-assign] # callers are killed
    thread = Thread(target=server.serve_forever, name="gateway")
    thread.start()
    try:
        yield gateway
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@dataclass(frozen=True)
class GatewayPostbox:
    """Hands texts to that gateway; where it honours keys, it may say so."""

    url: str
    knows_keys: bool
    channels: frozenset[Channel] = frozenset({Channel.TEXT})

    def deliver(self, letter: Letter) -> None:
        connection = HTTPConnection(self.url, timeout=TIMEOUT)
        try:
            connection.connect()
        except OSError:
            raise TryLater("gateway-unreachable") from None
        try:
            body = json.dumps({"to": letter.to, "text": letter.text})
            connection.request("POST", "/", body, {"Idempotency-Key": str(letter.key)})
            status = connection.getresponse().status
        except (OSError, HTTPException):
            raise Unclear("cut-while-sending") from None
        finally:
            connection.close()
        if status >= BROKEN:
            raise TryLater("gateway-broken")
