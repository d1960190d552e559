"""A history in memory, real tables for its views, and people who look at them."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID, uuid4

from sqlalchemy import Engine, select

from application.network import Network
from application.ports import Context, Recorded
from application.views.caseload import CaseloadEntry
from application.views.pages import PageAsked
from application.views.read_caseload import read_caseload
from domain.access import CLASSES_OF_THE_LAW
from domain.kernel import Fact
from domain.members import Member, MemberStatus, Profession, Role
from domain.pathway.opening import MetAt, PathwayOpened
from domain.pathway.pathway import Pathway
from infrastructure.views.checkpoint import live_generation
from infrastructure.views.projector import Projector
from infrastructure.views.tables import OF_VIEW
from infrastructure.views.views import ViewTables
from seeds.rules.shipped import shipped_rules
from tests.domain.pathway.people import CCAS, MARCH_4, RELAIS
from tests.fakes.event_log import EventLogInMemory
from tests.fakes.labels import BlindsInMemory, LabelsInMemory


def member(organisation_id: UUID, profession: Profession, number: int) -> Member:
    return Member(
        id=UUID(int=0xBBBBBBBB_0000_4000_8000_000000000000 + number),
        organisation_id=organisation_id,
        profession=profession,
        status=MemberStatus.EMPLOYEE,
        roles=frozenset({Role.CASEWORKER}),
    )


INES = member(RELAIS, Profession.MEDIATOR, 1)
ABEL = member(RELAIS, Profession.NURSE, 2)
ROSE = member(CCAS, Profession.SOCIAL_WORKER, 3)


@dataclass
class Scene:
    engine: Engine
    log: EventLogInMemory = field(default_factory=EventLogInMemory)
    labels: LabelsInMemory = field(default_factory=LabelsInMemory)
    blinds: BlindsInMemory = field(default_factory=BlindsInMemory)

    def __post_init__(self) -> None:
        self.network = Network(
            log=self.log,
            clock=lambda: datetime.now(UTC),
            rules=shipped_rules(),
            classes_met=CLASSES_OF_THE_LAW,
        )
        self.projector = self.another_projector()
        self.views = ViewTables(self.engine, self.labels, self.blinds)

    def another_projector(self) -> Projector:
        return Projector(self.engine, self.log, self.labels, self.blinds)

    def tell(self, pathway_id: UUID, *facts: Fact, by: Member = INES) -> Recorded:
        """Record facts as they are, whatever a decision would have said."""
        pathway = self.log.load(Pathway, pathway_id)
        context = Context(uuid4(), by.id, by.organisation_id)
        return self.log.append(pathway.next(facts), context)

    def project(self) -> None:
        while self.projector.step().events:
            pass

    def caseload(self, viewer: Member, page: PageAsked | None = None) -> tuple[CaseloadEntry, ...]:
        return read_caseload(self.network, self.views, viewer, page=page or PageAsked()).entries

    def rows(self, *views: str) -> dict[str, set[tuple[object, ...]]]:
        """What the tables hold in the generation that is read, labels opened."""
        return {view: self._rows(view) for view in views or OF_VIEW}

    def _rows(self, view: str) -> set[tuple[object, ...]]:
        table = OF_VIEW[view]
        query = select(*table.columns[1:]).where(table.c.generation == live_generation(view))
        with self.engine.connect() as connection:
            return {tuple(map(self._opened, row)) for row in connection.execute(query)}

    def _opened(self, cell: object) -> object:
        return cell[16:] if isinstance(cell, bytes) else cell


def opened(called: str = "Awa", by: Member = INES, at: datetime = MARCH_4) -> PathwayOpened:
    return PathwayOpened(
        occurred_at=at,
        opened_by=by.organisation_id,
        referent_id=by.id,
        called=called,
        met_at=MetAt.FOOD_DISTRIBUTION,
    )
