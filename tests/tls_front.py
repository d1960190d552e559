"""A front of the tests that speaks TLS for a server that does not: bytes go through as they are.

The Redis that PyPI carries is built without TLS; what is proved so is what our side says and
refuses, and that it works through it.
"""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from select import select
from socketserver import BaseRequestHandler, ThreadingTCPServer
from threading import Thread

HOST = "127.0.0.1"
AT_ONCE = 65_536  # bytes


class Front(ThreadingTCPServer):
    daemon_threads = True

    def __init__(self, context: ssl.SSLContext, behind: int) -> None:
        self.context, self.behind = context, behind
        super().__init__((HOST, 0), Carrying)

    @property
    def port(self) -> int:
        return int(self.server_address[1])


class Carrying(BaseRequestHandler):
    server: Front

    def handle(self) -> None:
        with (
            suppress(OSError),  # who does not trust us hangs up
            self.server.context.wrap_socket(self.request, server_side=True) as client,
            socket.create_connection((HOST, self.server.behind)) as server,
        ):
            carry(client, server)


def carry(client: ssl.SSLSocket, server: socket.socket) -> None:
    """Until one of the two hangs up."""
    while True:
        readable = [client] if client.pending() else select([client, server], [], [])[0]
        for one in readable:
            data = one.recv(AT_ONCE)
            if not data:
                return
            (server if one is client else client).sendall(data)


@contextmanager
def tls_before(port: int, context: ssl.SSLContext) -> Iterator[int]:
    """The port at which a server is reached over TLS, until the end of the block."""
    with Front(context, port) as front:
        thread = Thread(target=front.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield front.port
        finally:
            front.shutdown()
            thread.join()
