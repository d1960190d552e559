"""Where the benchmarks run: a Cordée of their own on each database, and the library beside it."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID, uuid4

from eventsourcing.application import Application

from application.follow_up.plan_follow_up import PlanFollowUp, plan_follow_up
from application.network import Network
from application.pathways.open_pathway import OpenPathway, open_pathway
from application.ports import Context
from domain.members import Member, MemberStatus, Profession, Role
from domain.pathway.follow_up import FollowUpPlan, Mode, Purpose
from domain.pathway.opening import MetAt, PathwayOpened
from domain.pathway.pathway import Pathway
from infrastructure.collecting import spare_what_lasts
from infrastructure.composition import Store, opened_store
from infrastructure.migrations.migrate import migrate
from infrastructure.sealing.master_key import create_master_keys
from infrastructure.settings import Settings
from seeds.rules.shipped import shipped_rules
from tests.benchmarks import floor, library
from tests.infrastructure.databases import on_postgres, on_sqlite
from tests.servers import Postgres, postgres_server

MEDIATOR = Member(
    id=uuid4(),
    organisation_id=uuid4(),
    profession=Profession.MEDIATOR,
    status=MemberStatus.EMPLOYEE,
    roles=frozenset({Role.CASEWORKER}),
)


@dataclass(frozen=True)
class Place:
    """One kind of database with everything that is compared on it."""

    name: str
    settings: Settings
    store: Store
    library: Application[UUID]
    library_place: str  # where another process finds what the library wrote
    floor: Callable[[], None]

    @property
    def network(self) -> Network:
        return self.network_of(self.store)

    def network_of(self, store: Store) -> Network:
        return Network(log=store.log, clock=lambda: datetime.now(UTC), rules=shipped_rules())


@contextmanager
def places() -> Iterator[list[Place]]:
    """SQLite in a temporary folder, and a throwaway PostgreSQL."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="cordee-bench-")))
        server = stack.enter_context(postgres_server())
        opened = [
            stack.enter_context(_on_sqlite(folder / "sqlite")),
            stack.enter_context(_on_postgres(server, folder / "postgres")),
        ]
        spare_what_lasts()  # as every process that stays does; the library gains as much
        yield opened


@contextmanager
def _on_sqlite(folder: Path) -> Iterator[Place]:
    folder.mkdir()
    settings = on_sqlite(folder)
    with _prepared(settings) as store:
        application = library.on_sqlite(folder)
        raw = floor.sqlite_floor(folder)
        yield Place("SQLite", settings, store, application, str(folder), raw)
        application.close()


@contextmanager
def _on_postgres(server: Postgres, folder: Path) -> Iterator[Place]:
    folder.mkdir()
    with (
        on_postgres(server, folder) as settings,
        server.database() as plain,
        _prepared(settings) as store,
    ):
        application = library.on_postgres(plain)
        raw = floor.postgres_floor(plain)
        yield Place("PostgreSQL", settings, store, application, plain, raw)
        application.close()


@contextmanager
def _prepared(settings: Settings) -> Iterator[Store]:
    migrate(settings)
    create_master_keys(settings.master_key_path)
    with opened_store(settings) as store:
        yield store


def open_one(network: Network, *, by: Member = MEDIATOR) -> UUID:
    """Open a pathway and say its id."""
    command = OpenPathway(called="Awa", met_at=MetAt.FOOD_DISTRIBUTION)
    open_pathway(network, command, by)
    return command.pathway_id


def plan(network: Network, pathway_id: UUID, *, by: Member = MEDIATOR) -> None:
    """Load a pathway, decide and record one follow-up to do."""
    plan = FollowUpPlan(due_on=date(2026, 12, 1), purpose=Purpose.RIGHTS, mode=Mode.PHONE)
    plan_follow_up(network, PlanFollowUp(pathway_id=pathway_id, plan=plan), by)


def a_pathway_of(network: Network, facts: int, *, by: Member = MEDIATOR) -> UUID:
    """Record a pathway with so many facts in all."""
    pathway_id = open_one(network, by=by)
    for _ in range(facts - 1):
        plan(network, pathway_id, by=by)
    return pathway_id


def append_one(place: Place) -> None:
    """One sealed fact in a new stream, through the library's save, without a use case around it."""
    fact = PathwayOpened(
        occurred_at=datetime.now(UTC),
        opened_by=MEDIATOR.organisation_id,
        referent_id=MEDIATOR.id,
        called="Awa",
        met_at=MetAt.FOOD_DISTRIBUTION,
    )
    context = Context(uuid4(), MEDIATOR.id, MEDIATOR.organisation_id)
    place.store.log.append(Pathway(uuid4()).next([fact]), context)
