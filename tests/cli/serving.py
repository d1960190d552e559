"""A `cordee serve` of the test's own, as a real process on a free port."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

CORDEE = Path(sys.executable).parent / "cordee"
OPEN_AT = re.compile(r"open at (http://\S+)")


@dataclass(frozen=True)
class Served:
    url: str
    process: subprocess.Popen[str]
    log: Path

    def stop(self) -> int:
        """Ask it to end, and wait; its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=30)


@contextmanager
def served(
    data: Path, *options: str, environment: Mapping[str, str] | None = None
) -> Iterator[Served]:
    """Serve a data folder until the end of the block."""
    log_file = data.parent / "serve.log"
    command = [str(CORDEE), "serve", "--port", "0", "--data", str(data), *options]
    with (
        log_file.open("w+") as log,
        subprocess.Popen(  # noqa: S603 (our own words)
            command,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            env={**os.environ, **(environment or {})},
        ) as process,
    ):
        try:
            yield Served(_url(process, log), process, log_file)
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
            process.communicate(timeout=30)


def _url(process: subprocess.Popen[str], log: TextIO) -> str:
    """Read the line that says the doors are open."""
    said = process.stdout.readline() if process.stdout else ""
    if found := OPEN_AT.search(said):
        return found[1]
    log.seek(0)
    raise AssertionError(log.read())
