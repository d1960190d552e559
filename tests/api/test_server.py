from threading import Thread
from time import sleep
from urllib.request import urlopen

from api.http.app import create_app
from api.http.house import House
from api.http.server import Listening, server
from tests.servers import free_port


def test_a_server_serves_and_stops_cleanly(house: House) -> None:
    port = free_port()
    running = server(create_app(house), Listening(port=port))
    thread = Thread(target=running.run)
    thread.start()
    while not running.started:
        sleep(0.01)
    with urlopen(f"http://127.0.0.1:{port}/health/ready") as answer:
        assert answer.status == 200
        assert answer.headers["server"] is None
    running.should_exit = True
    thread.join(timeout=30)
    assert not thread.is_alive()
