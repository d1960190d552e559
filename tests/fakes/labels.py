"""`Labels` in memory: what is sealed opens until its stream is erased."""

from collections.abc import Mapping
from uuid import UUID


class LabelsInMemory:
    def __init__(self) -> None:
        self.erased: set[UUID] = set()

    def seal(self, stream_id: UUID, text: str) -> bytes:
        return stream_id.bytes + text.encode()[::-1]

    def open_all(self, sealed: Mapping[UUID, bytes]) -> Mapping[UUID, str]:
        return {
            stream_id: label[16:][::-1].decode()
            for stream_id, label in sealed.items()
            if stream_id not in self.erased
        }
