"""A house whose doors are open on a loopback port, as people reach it."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from time import sleep

from api.http.app import create_app
from api.http.house import House
from api.http.server import Listening, server
from tests.servers import free_port


@contextmanager
def served(house: House) -> Iterator[str]:
    """Serve it until the end; yields its URL."""
    port = free_port()
    running = server(create_app(house), Listening(port=port))
    thread = Thread(target=running.run)
    thread.start()
    try:
        while not running.started:
            sleep(0.01)
        yield f"http://127.0.0.1:{port}"
    finally:
        running.should_exit = True
        thread.join(timeout=30)
        assert not thread.is_alive()
