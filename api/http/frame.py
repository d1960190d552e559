"""Around every request: a correlation id, safe headers, a measure, and a last net."""

from time import perf_counter
from traceback import extract_tb
from typing import Protocol
from uuid import uuid4

import structlog
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.http.telling import told
from api.problems import TooLarge, Unexpected, status_of

SAFE_HEADERS: tuple[tuple[bytes, bytes], ...] = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)
UNLESS_TOLD: tuple[tuple[bytes, bytes], ...] = (  # an answer may say otherwise
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
    (b"cache-control", b"no-store"),
    (b"referrer-policy", b"no-referrer"),
)
MAX_BODY = 1 << 20  # bytes

log = structlog.get_logger()


class Meter(Protocol):
    """Counts and times requests, by route template only."""

    def answered(self, *, route: str, method: str, status: int, seconds: float) -> None:
        """One more answer."""


class Frame:
    def __init__(self, app: ASGIApp, meter: Meter) -> None:
        self._app = app
        self._meter = meter

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        correlation_id = uuid4().hex
        scope["correlation_id"] = correlation_id
        framed = Framed(send, correlation_id)
        started = perf_counter()
        with structlog.contextvars.bound_contextvars(correlation_id=correlation_id):
            try:
                await self._within_limit(scope, receive, framed)
            except Exception as error:  # noqa: BLE001 (the last net: nothing may pass it)
                note_failure(error)
                if not framed.status:
                    await told(Unexpected(), scope)(scope, receive, framed)
        self._meter.answered(
            route=_route(scope),
            method=scope["method"],
            status=framed.status,
            seconds=perf_counter() - started,
        )

    async def _within_limit(self, scope: Scope, receive: Receive, send: Send) -> None:
        if _announced(scope) > MAX_BODY:
            await told(TooLarge(), scope)(scope, receive, send)
        else:
            await self._app(scope, Limited(receive), send)


class Limited:
    """Receives a body, whatever length was announced, and stops at the limit."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._taken = 0

    async def __call__(self) -> Message:
        message = await self._receive()
        self._taken += len(message.get("body", b""))
        if self._taken > MAX_BODY:
            raise HTTPException(status_of(TooLarge))  # the one kind the framework lets through
        return message


class Framed:
    """Sends an answer on, with the headers that every answer has."""

    def __init__(self, send: Send, correlation_id: str) -> None:
        self._send = send
        self._correlation_id = correlation_id.encode()
        self.status = 0  # none sent yet

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            names = {name for name, _ in message["headers"]}
            message["headers"] = [
                *message["headers"],
                *SAFE_HEADERS,
                (b"correlation-id", self._correlation_id),
                *((name, value) for name, value in UNLESS_TOLD if name not in names),
            ]
        await self._send(message)


def _announced(scope: Scope) -> int:
    lengths = [value for name, value in scope["headers"] if name == b"content-length"]
    return int(lengths[0][:20]) if lengths and lengths[0].isdigit() else 0


def note_failure(error: Exception) -> None:
    """Say what failed and where; never its message, which may quote a person."""
    frames = [f"{frame.filename}:{frame.lineno}" for frame in extract_tb(error.__traceback__)]
    log.error("http.failed", error=type(error).__name__, at=frames[-6:])


def _route(scope: Scope) -> str:
    return getattr(scope.get("route"), "path", "none")
