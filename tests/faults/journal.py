"""What writers were told, line by line in a file that outlives them."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from uuid import UUID


class Told(StrEnum):
    RECORDED = "recorded"
    REFUSED = "refused"  # and not asked again


@dataclass(frozen=True, slots=True)
class Line:
    """The last word on a command; one that has no line was never answered."""

    command_id: UUID
    stream_id: UUID
    told: Told
    version: int = 0
    position: int = 0


class Journal:
    """Each line is one write, so that `kill -9` leaves whole lines."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_APPEND | os.O_CREAT | os.O_WRONLY)

    def note(self, line: Line) -> None:
        place = [line.told, line.version, line.position]
        os.write(
            self._file,
            json.dumps([str(line.command_id), str(line.stream_id), *place]).encode() + b"\n",
        )

    def close(self) -> None:
        os.close(self._file)


def read(path: Path) -> Iterator[Line]:
    if path.exists():
        for line in path.read_text().splitlines():
            command_id, stream_id, told, version, position = json.loads(line)
            yield Line(UUID(command_id), UUID(stream_id), Told(told), version, position)
