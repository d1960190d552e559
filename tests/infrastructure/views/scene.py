"""A history in memory, real tables for its views, and people who look at them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

from sqlalchemy import Engine, select, update

from application.network import Network
from application.ports import Context, Recorded
from application.views.agenda import AgendaEntry, AgendaFilter
from application.views.caseload import ALL_OPEN, CaseloadEntry, CaseloadFilter
from application.views.pages import FIRST_PAGE, PageAsked
from application.views.read_agenda import read_agenda
from application.views.read_caseload import read_caseload
from application.views.read_referrals import read_referrals
from application.views.referrals import Box, ReferralEntry, ReferralFilter
from application.views.search_people import search_people
from application.views.view import VIEWS
from domain.activity.activity import Activity
from domain.data_classes import DataClass
from domain.kernel import Aggregate, Fact
from domain.members import Member, MemberStatus, Profession, Role
from domain.organisation.organisation import Organisation
from domain.pathway.appointments.facts import AppointmentBooked
from domain.pathway.appointments.words import AppointmentKind, Needs
from domain.pathway.follow_up import FollowUpPlanned, Mode, Purpose
from domain.pathway.opening import MetAt, PathwayOpened
from domain.pathway.pathway import Pathway
from domain.pathway.referrals.facts import ReferralRequested
from domain.pathway.referrals.words import Service, Urgency
from domain.pathway.sharing.facts import OrganisationJoined
from domain.wall_time import WallTime
from infrastructure.views.book import Book
from infrastructure.views.checkpoint import live_generation, new_edition
from infrastructure.views.columns import Sealed
from infrastructure.views.parked_streams import ParkedStreams
from infrastructure.views.projection import ProjectionTables
from infrastructure.views.projector import Projector
from infrastructure.views.rebuilding import Rebuilding
from infrastructure.views.tables import OF_VIEW, checkpoint, parked
from infrastructure.views.views import ViewTables
from seeds.rules.shipped import shipped_rules
from tests.domain.pathway.people import CCAS, MARCH_4, MARCH_5, PASS, RELAIS, wall
from tests.fakes.labels import BlindsInMemory, LabelsInMemory
from tests.infrastructure.views.damaged import DamagedLog


def member(organisation_id: UUID, profession: Profession, number: int, *roles: Role) -> Member:
    return Member(
        id=UUID(int=0xBBBBBBBB_0000_4000_8000_000000000000 + number),
        organisation_id=organisation_id,
        profession=profession,
        status=MemberStatus.EMPLOYEE,
        roles=frozenset(roles or {Role.CASEWORKER}),
    )


INES = member(RELAIS, Profession.MEDIATOR, 1)
ABEL = member(RELAIS, Profession.NURSE, 2)
ROSE = member(CCAS, Profession.SOCIAL_WORKER, 3)
DINA = member(PASS, Profession.DOCTOR, 4)
AWA, BINTA, CLEO = UUID(int=0xA), UUID(int=0xB), UUID(int=0xC)
APRIL_1 = wall("2026-04-01T09:00")
APRIL_2 = wall("2026-04-02T09:00")


@dataclass
class Scene:
    engine: Engine  # by which the rows are written
    reading: Engine
    log: DamagedLog = field(default_factory=DamagedLog)
    labels: LabelsInMemory = field(default_factory=LabelsInMemory)
    blinds: BlindsInMemory = field(default_factory=BlindsInMemory)

    def __post_init__(self) -> None:
        self.network = Network(log=self.log, clock=lambda: datetime.now(UTC), rules=shipped_rules())
        self.book = Book(self.engine.dialect, self.labels, self.blinds)
        self.projector = self.another_projector()
        self.rebuilding = Rebuilding(self.engine, self.log, self.book)
        self.parked = ParkedStreams(self.engine, self.log, self.book)
        self.views = ViewTables(self.reading, self.labels, self.blinds, patience=10)
        self.projection = ProjectionTables(self.reading)

    def empty(self) -> None:
        """Begin again with no history."""
        self.log.forget_everything()
        with self.engine.begin() as connection:
            for table in (*OF_VIEW.values(), parked):
                connection.execute(table.delete())
            connection.execute(update(checkpoint).values(position=0))
            new_edition(connection)
        self.projector = self.another_projector()

    def another_projector(self) -> Projector:
        return Projector(self.engine, self.log, self.book)

    def tell(self, pathway_id: UUID, *facts: Fact, by: Member = INES) -> Recorded:
        """Record facts as they are, whatever a decision would have said."""
        return self._record(Pathway, pathway_id, facts, by)

    def tell_organisation(self, organisation_id: UUID, *facts: Fact) -> Recorded:
        return self._record(Organisation, organisation_id, facts, INES)

    def tell_activity(self, activity_id: UUID, *facts: Fact) -> Recorded:
        return self._record(Activity, activity_id, facts, INES)

    def project(self) -> None:
        while self.projector.step().events:
            pass

    def rebuild(self, *views: str) -> None:
        self.rebuilding.rebuild(views or VIEWS, lambda *_: None)

    def caseload(
        self,
        viewer: Member,
        *,
        wanted: CaseloadFilter = ALL_OPEN,
        page: PageAsked = FIRST_PAGE,
        min_position: int = 0,
    ) -> tuple[CaseloadEntry, ...]:
        found = read_caseload(
            self.network,
            self.views,
            viewer,
            wanted=wanted,
            page=page,
            min_position=min_position,
        )
        return found.entries

    def box(self, viewer: Member, box: Box, *, is_open: bool = True) -> tuple[ReferralEntry, ...]:
        wanted = ReferralFilter(box, is_open=is_open)
        return read_referrals(self.network, self.views, viewer, wanted=wanted).entries

    def agenda(self, viewer: Member, member_id: UUID | None = None) -> tuple[AgendaEntry, ...]:
        wanted = AgendaFilter(date(2026, 1, 1), date(2026, 12, 31), member_id)
        return read_agenda(self.network, self.views, viewer, wanted=wanted).entries

    def named(self, viewer: Member, name: str) -> list[UUID]:
        found = search_people(self.network, self.views, viewer, name=name)
        return [entry.pathway_id for entry in found]

    def rows(self) -> dict[str, set[tuple[object, ...]]]:
        """What the tables hold in the generations that are read, labels opened."""
        return {view: self._rows(view) for view in OF_VIEW}

    def _rows(self, view: str) -> set[tuple[object, ...]]:
        table = OF_VIEW[view]
        query = select(*table.columns[1:]).where(table.c.generation == live_generation(view))
        sealed = [isinstance(column.type, Sealed) for column in table.columns[1:]]
        with self.engine.connect() as connection:
            return {
                tuple(
                    self.labels.open_all([(row[0], cell)])[0] if is_sealed and cell else cell
                    for cell, is_sealed in zip(row, sealed, strict=True)
                )
                for row in connection.execute(query)
            }

    def _record(
        self, kind: type[Aggregate], stream_id: UUID, facts: Iterable[Fact], by: Member
    ) -> Recorded:
        aggregate = kind(stream_id).after(self.log.as_written(stream_id))
        context = Context(uuid4(), by.id, by.organisation_id)
        return self.log.append(aggregate.next(facts), context)


def opened(called: str = "Awa", by: Member = INES, at: datetime = MARCH_4) -> PathwayOpened:
    return PathwayOpened(
        occurred_at=at,
        opened_by=by.organisation_id,
        referent_id=by.id,
        called=called,
        met_at=MetAt.FOOD_DISTRIBUTION,
    )


def joined(organisation_id: UUID = CCAS) -> OrganisationJoined:
    return OrganisationJoined(occurred_at=MARCH_5, joined_id=organisation_id)


def booked(
    when: WallTime = APRIL_1,
    data_class: DataClass = DataClass.SOCIAL,
    appointment_id: UUID | None = None,
) -> AppointmentBooked:
    return AppointmentBooked(
        occurred_at=MARCH_4,
        data_class=data_class,
        appointment_id=appointment_id or uuid4(),
        booked_by=RELAIS,
        when=when,
        kind=AppointmentKind.MEDICAL,
        place="1 place du Marché",
        with_organisation=None,
        with_name="Cabinet",
        needs=Needs(),
    )


def planned(
    due_on: date,
    by: UUID = RELAIS,
    with_member: UUID | None = None,
    follow_up_id: UUID | None = None,
) -> FollowUpPlanned:
    return FollowUpPlanned(
        occurred_at=MARCH_4,
        follow_up_id=follow_up_id or uuid4(),
        planned_by=by,
        due_on=due_on,
        purpose=Purpose.NEWS,
        mode=Mode.PHONE,
        with_member=with_member,
    )


def requested(
    referral_id: UUID,
    *,
    at: datetime = MARCH_5,
    target: UUID = CCAS,
    data_class: DataClass = DataClass.SOCIAL,
) -> ReferralRequested:
    return ReferralRequested(
        occurred_at=at,
        data_class=data_class,
        referral_id=referral_id,
        requested_by=RELAIS,
        target_id=target,
        service=Service.DOMICILIATION,
        urgency=Urgency.ROUTINE,
    )
