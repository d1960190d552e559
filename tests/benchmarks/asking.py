"""Ask a server the same thing over several connections, each in a thread of its own."""

import http.client
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import cycle
from uuid import UUID

from tests.benchmarks.measure import seconds
from tests.servers import free_port

CONNECTIONS, EACH = 16, 60
FOLLOW_UP = json.dumps(
    {"plan": {"due_on": "2026-12-01", "purpose": "documents", "mode": "phone"}}
).encode()


@contextmanager
def served(kind: str, environment: Mapping[str, str]) -> Iterator[int]:
    """A server of that kind in another process, until the end of the block; its port."""
    port = free_port()
    command = [sys.executable, "-m", "tests.benchmarks.served", kind, str(port)]
    process = subprocess.Popen(command, env={**os.environ, **environment})  # noqa: S603 (our own)
    try:
        wait_for(port)
        yield port
    finally:
        process.terminate()
        process.wait()


def commands_a_second(port: int, pathways: list[UUID], token: str) -> float:
    """Follow-ups planned a second, over all connections together."""

    def ask(offset: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port)
        turns = cycle(pathways[offset::CONNECTIONS])  # of its own: nobody waits for another
        headers = {"content-type": "application/json", "authorization": f"Bearer {token}"}
        for _, pathway_id in zip(range(EACH), turns, strict=False):
            path = f"/v1/pathways/{pathway_id}/follow-ups"
            connection.request("POST", path, body=FOLLOW_UP, headers=headers)
            answer = connection.getresponse()
            content = answer.read()
            if answer.status != http.HTTPStatus.CREATED:
                raise RuntimeError(f"{answer.status} {content[:300]!r}")

    def all_at_once() -> None:
        with ThreadPoolExecutor(CONNECTIONS) as threads:
            for ended in [threads.submit(ask, offset) for offset in range(CONNECTIONS)]:
                ended.result()

    return CONNECTIONS * EACH / seconds(all_at_once)


def wait_for(port: int) -> None:
    for _ in range(3_000):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", "/")
            connection.getresponse().read()
        except OSError:
            time.sleep(0.02)  # it is starting
        else:
            return
    raise RuntimeError("the server did not start")
