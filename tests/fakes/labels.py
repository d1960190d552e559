"""`Labels` and `Blinds` in memory: what is sealed opens until its stream is erased."""

import hashlib
from collections.abc import Sequence
from uuid import UUID


class LabelsInMemory:
    def __init__(self) -> None:
        self.erased: set[UUID] = set()

    def seal_all(self, labels: Sequence[tuple[UUID, str]]) -> Sequence[bytes]:
        return [stream_id.bytes + label.encode()[::-1] for stream_id, label in labels]

    def open_all(self, sealed: Sequence[tuple[UUID, bytes]]) -> Sequence[str | None]:
        return [
            None if stream_id in self.erased else label[16:][::-1].decode()
            for stream_id, label in sealed
        ]


class BlindsInMemory:
    def token(self, organisation_id: UUID, word: str) -> bytes:
        return hashlib.sha256(organisation_id.bytes + word.encode()).digest()[:16]
