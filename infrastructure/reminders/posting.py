"""One POST over HTTPS: certificates checked, no redirect followed, every wait and read bounded."""

import ssl
from contextlib import closing
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from io import BufferedReader, RawIOBase
from socket import socket
from time import monotonic
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MOST_READ = 65_536  # bytes of an answer's body; more is not read


class NotReached(Exception):
    """Nothing of the request was sent."""


class NotTrusted(NotReached):
    """Whoever answered is not whom the certificates that we trust name."""


class CutOff(Exception):
    """It may have been read, whole or in part, and nothing was answered in time."""


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds; looking a host name up has the resolver's own patience."""

    connect: float = 5
    read: float = 15  # without a byte
    whole: float = 30  # once connected


@dataclass(frozen=True, slots=True)
class Answered:
    status: int
    headers: dict[str, str] = field(repr=False)  # names in lower case
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Post:
    """Where to post, and whom to trust there."""

    url: str
    trust: ssl.SSLContext
    patience: Patience = Patience()

    def __call__(self, body: bytes, headers: dict[str, str]) -> Answered:
        """What was answered, whatever it is.

        Raises:
            NotReached: nothing was sent.
            CutOff: nobody knows what became of it.
        """
        with closing(self._connection()) as connection:
            _connect(connection)
            try:
                return self._exchange(connection, body, headers)
            except (OSError, HTTPException, ValueError) as error:  # an answer that is none
                raise CutOff from error

    def _connection(self) -> HTTPConnection:
        place = urlsplit(self.url)
        host, patience = place.hostname or "", self.patience.connect
        if place.scheme == "https":
            return HTTPSConnection(host, place.port, timeout=patience, context=self.trust)
        return HTTPConnection(host, place.port, timeout=patience)

    def _exchange(
        self, connection: HTTPConnection, body: bytes, headers: dict[str, str]
    ) -> Answered:
        place, until = urlsplit(self.url), monotonic() + self.patience.whole
        path = f"{place.path or '/'}?{place.query}" if place.query else place.path or "/"
        connection.sock.settimeout(self.patience.whole)
        connection.request("POST", path, body, {**headers, "Connection": "close"})
        response = HTTPResponse(connection.sock, method="POST")
        response.fp.close()  # it waits for each byte as long as for the whole
        response.fp = BufferedReader(_Reads(connection.sock, self.patience.read, until))
        response.begin()
        return Answered(response.status, _names_in_lower_case(response), _body(response))


class _Reads(RawIOBase):
    """Reads a socket, waiting for each byte a while and for all of them until an instant."""

    def __init__(self, source: socket, patience: float, until: float) -> None:
        self._source = source
        self._patience = patience
        self._until = until

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        left = self._until - monotonic()
        if left <= 0:
            raise TimeoutError
        self._source.settimeout(min(self._patience, left))
        return self._source.recv_into(buffer)


def _connect(connection: HTTPConnection) -> None:
    try:
        connection.connect()
    except ssl.SSLError as error:
        raise NotTrusted from error
    except (OSError, ValueError) as error:  # a host name that is none is a ValueError
        raise NotReached from error


def _names_in_lower_case(response: HTTPResponse) -> dict[str, str]:
    return {name.lower(): value for name, value in response.getheaders()}


def _body(response: HTTPResponse) -> bytes:
    """What can be read of it: a status that came says enough."""
    try:
        return response.read(MOST_READ)
    except (OSError, HTTPException):
        return b""
