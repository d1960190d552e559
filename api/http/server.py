"""Serve the application with uvicorn until it is told to stop."""

from collections.abc import Callable
from dataclasses import dataclass
from socket import socket

import uvicorn
from starlette.types import ASGIApp

AT_ONCE = 512  # connections and requests under way; more are told 503 at once
KEEP_ALIVE = 15  # seconds a quiet connection is kept: longer than a proxy's own pause
GRACE = 20  # seconds that requests under way have to end when the process is told to stop
HEAD_BYTES = 32 * 1024  # of request line and headers


@dataclass(frozen=True, slots=True)
class Listening:
    """Where to listen, and whose word about client addresses is taken."""

    host: str = "127.0.0.1"
    port: int = 8000
    proxies: str = "127.0.0.1"  # addresses of reverse proxies, separated by commas


class Doors(uvicorn.Server):
    """Says when the doors are open, and not before."""

    def __init__(self, config: uvicorn.Config, *, opened: Callable[[], object]) -> None:
        super().__init__(config)
        self._opened = opened

    async def startup(self, sockets: list[socket] | None = None) -> None:
        await super().startup(sockets)
        self._opened()


def serve(
    app: ASGIApp, listening: Listening, *, listener: socket, opened: Callable[[], object]
) -> None:
    """Serve on a socket until SIGINT or SIGTERM; what has begun is ended, within limits.

    There is no limit here on how slowly a request may arrive: a reverse proxy in front must set
    one (see the operations page).
    """
    server(app, listening, opened=opened).run(sockets=[listener])


def server(
    app: ASGIApp, listening: Listening, *, opened: Callable[[], object] = bool
) -> uvicorn.Server:
    """A server that is not started yet."""
    return Doors(
        uvicorn.Config(
            app,
            host=listening.host,
            port=listening.port,
            forwarded_allow_ips=listening.proxies,
            limit_concurrency=AT_ONCE,
            timeout_keep_alive=KEEP_ALIVE,
            timeout_graceful_shutdown=GRACE,
            h11_max_incomplete_event_size=HEAD_BYTES,
            server_header=False,
            access_log=False,  # it would write pathway ids, for nothing: the frame measures
            log_config=None,  # as the process has set it
        ),
        opened=opened,
    )
