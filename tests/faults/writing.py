"""A writer as a careful caller is one: it asks again under the same id until it is answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from time import sleep
from uuid import UUID, uuid5

from application.ports import Context, EventLog
from application.refusals import StoreUnavailable
from domain.kernel import Fact
from domain.pathway.pathway import Pathway
from domain.pathway.person import CalledOtherwise
from domain.refusals import ChangedMeanwhile
from tests.domain.pathway.people import MARCH_4, MEDIATOR, RELAIS
from tests.faults.journal import Journal, Line, Told

NAMES = UUID("eeeeeeee-0000-4000-8000-000000000001")  # namespace of what writers name
PAUSE = 0.02  # seconds before asking again


@dataclass(frozen=True, slots=True)
class Asked:
    """One command: everything about it derives from its id, whoever asks it."""

    command_id: UUID
    stream_id: UUID

    @property
    def facts(self) -> list[Fact]:
        """One to three facts."""
        count = self.command_id.int % 3 + 1
        return [CalledOtherwise(occurred_at=MARCH_4, called=f"Aya {n}") for n in range(count)]

    @property
    def gives_up(self) -> bool:
        """Half of the commands are not decided again when their stream moved."""
        return self.command_id.int % 2 == 0


def work_of(writer: str, commands: int, streams: Sequence[UUID]) -> list[Asked]:
    """The commands of a writer; the same whenever it starts again."""
    ids = [uuid5(NAMES, f"{writer}.{n}") for n in range(commands)]
    return [Asked(command_id, streams[command_id.int // 6 % len(streams)]) for command_id in ids]


def write(log: EventLog, work: Sequence[Asked], journal: Journal) -> None:
    for asked in work:
        journal.note(answered(log, asked))


def answered(log: EventLog, asked: Asked) -> Line:
    context = Context(asked.command_id, MEDIATOR, RELAIS, content=asked.command_id.bytes)
    while True:
        try:
            pathway = log.load(Pathway, asked.stream_id)
            recorded = log.append(pathway.next(asked.facts), context)
        except StoreUnavailable:
            sleep(PAUSE)
        except ChangedMeanwhile:
            if asked.gives_up:
                return Line(asked.command_id, asked.stream_id, Told.REFUSED)
        else:
            place = (recorded.version, recorded.position)
            return Line(asked.command_id, asked.stream_id, Told.RECORDED, *place)
