"""An installation where something happened: facts, a trace, an account."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID, uuid4

from sqlalchemy import func, select

from application.ports import Context, Recorded
from application.traces.trace import Look, Purpose, Trace
from domain.access import Ground
from domain.data_classes import DataClass
from domain.kernel import DomainEvent, Fact
from domain.pathway.contacts import ContactKind, ContactPoint, ContactPointAdded
from domain.pathway.pathway import Pathway
from domain.pathway.person import CalledOtherwise
from infrastructure.accounts.tables import accounts
from infrastructure.composition import Store, opened_store
from infrastructure.settings import Group, Settings
from infrastructure.traces.trace_table import TraceTable
from tests.domain.pathway.people import MARCH_4, MEDIATOR, RELAIS, opened
from tests.infrastructure.databases import engine_on, installed

CHLOE = UUID("33333333-3333-4333-8333-333333333333")
AWA = UUID("11111111-1111-4111-8111-111111111111")
BINTA = UUID("22222222-2222-4222-8222-222222222222")


@dataclass(frozen=True)
class Living:
    settings: Settings
    store: Store

    def record(self, stream_id: UUID, *facts: Fact) -> Recorded:
        context = Context(uuid4(), actor_id=MEDIATOR, organisation_id=RELAIS)
        return self.store.log.append(self.store.log.load(Pathway, stream_id).next(facts), context)

    def events(self) -> list[DomainEvent]:
        return self.store.log.after(0, limit=1_000)


@contextmanager
def reopened(settings: Settings) -> Iterator[Living]:
    with opened_store(settings) as store:
        yield Living(settings, store)


@contextmanager
def living(settings: Settings) -> Iterator[Living]:
    with reopened(installed(settings)) as place:
        place.record(AWA, opened(), reachable())
        place.record(BINTA, opened(), called("Binta"))
        trace(settings)
        with engine_on(settings, Group.DESK) as desk, desk.begin() as connection:
            connection.execute(accounts.insert().values(**AN_ACCOUNT))
        yield place


def called(name: str) -> CalledOtherwise:
    return CalledOtherwise(occurred_at=MARCH_4, called=name)


def reachable() -> ContactPointAdded:
    """A fact that is sealed alone."""
    return ContactPointAdded(
        occurred_at=MARCH_4,
        contact_id=UUID(int=3),
        point=ContactPoint(kind=ContactKind.MOBILE, reach="+33639980001"),
    )


def trace(settings: Settings) -> None:
    with engine_on(settings, Group.TRACES) as engine:
        TraceTable(engine).write(A_LOOK)


def traces_in(settings: Settings) -> list[Trace]:
    with engine_on(settings, Group.TRACES) as engine:
        return TraceTable(engine).of_pathway(AWA)


def accounts_in(settings: Settings) -> int:
    with engine_on(settings, Group.DESK) as desk, desk.begin() as connection:
        return connection.execute(select(func.count()).select_from(accounts)).scalar_one()


A_LOOK = Trace(
    at=datetime(2026, 3, 4, 10, tzinfo=UTC),
    member_id=MEDIATOR,
    organisation_id=RELAIS,
    pathway_id=AWA,
    look=Look.TIMELINE,
    purpose=Purpose.FOLLOW_UP,
    as_of=None,
    grounds=frozenset({Ground.CARE_TEAM}),
    classes=frozenset({DataClass.IDENTITY}),
)
AN_ACCOUNT = {
    "id": UUID(int=9),
    "email_token": b"token",
    "email_sealed": b"sealed",
    "password_hash": "hash",
    "opened_at": MARCH_4,
}
