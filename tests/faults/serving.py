"""A server that is killed and born again on the same socket: `python -m tests.faults.serving FD`.

It is killed for each line read from the standard input; each birth is told on the standard output.
Nothing is opened before a fork, so that forking is safe.
"""

import os
import signal
import socket
import sys
import traceback

from api.composition import Settings, opened_house, opened_installation, write_logs
from api.http.app import create_app
from api.http.server import Listening, server
from infrastructure.evolution.published import published_facts


def main(listener: socket.socket) -> None:
    write_logs()  # to the error output: births are told on the other
    published_facts()  # imported once, for all who are born later
    child = born(listener)
    for _ in sys.stdin:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        child = born(listener)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def born(listener: socket.socket) -> int:
    process = os.fork()
    if process == 0:
        try:
            live(listener)
        except BaseException:  # noqa: BLE001 (nothing may come back into the parent's loop)
            traceback.print_exc()
        os._exit(1)
    return process


def live(listener: socket.socket) -> None:
    """Serve until the kill."""
    sys.stdin.close()
    with opened_installation(Settings()) as installation, opened_house(installation) as house:
        server(create_app(house), Listening(), opened=tell).run(sockets=[listener])


def tell() -> None:
    sys.stdout.write("open\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(socket.socket(fileno=int(sys.argv[1])))
