"""From the command to the first page, where everything is installed already."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.asking import wait_for
from tests.benchmarks.measure import Row, bound, seconds
from tests.benchmarks.people import somebody
from tests.benchmarks.places import Place
from tests.servers import free_port

LIMIT = 3  # seconds


def rows(place: Place) -> Iterator[Row]:
    if place.settings.embedded:
        somebody(place)  # there is a network to serve
        yield bound(
            "embedded start to first page",
            ours=start(place.settings.data),
            limit=LIMIT,
            unit="s",
        )


def start(data: Path) -> float:
    """Seconds until the first page is there."""
    port = free_port()
    cordee = str(Path(sys.executable).with_name("cordee"))
    command = [cordee, "serve", "--port", str(port), "--data", str(data)]
    process: list[subprocess.Popen[bytes]] = []

    def opened() -> None:
        process.append(subprocess.Popen(command, stdout=subprocess.DEVNULL))  # noqa: S603 (ours)
        wait_for(port)

    try:
        return seconds(opened)
    finally:
        process[0].terminate()
        process[0].wait()
