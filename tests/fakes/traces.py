"""`Traces` in memory, which may be made to fail."""

from uuid import UUID

from application.refusals import StoreUnavailable
from application.traces.trace import Trace


class TracesInMemory:
    def __init__(self) -> None:
        self.kept: list[Trace] = []
        self.broken = False

    def write(self, *looks: Trace) -> None:
        if self.broken:
            raise StoreUnavailable
        self.kept += looks

    def of_pathway(self, pathway_id: UUID) -> list[Trace]:
        if self.broken:
            raise StoreUnavailable
        return [trace for trace in self.kept if trace.pathway_id == pathway_id]
