"""eventsourcing as it comes: its default recorders, in clear, with its own aggregates."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

import psycopg.conninfo
from eventsourcing.application import Application
from eventsourcing.domain import Aggregate, event

ORGANISATION = uuid4()


class File(Aggregate):
    """An aggregate of about the size of what a pathway records."""

    @event("Opened")
    def __init__(self, called: str, met_at: str) -> None:
        self.called, self.met_at = called, met_at
        self.notes = 0

    @event("FollowUpPlanned")
    def plan(
        self,
        *,
        follow_up_id: UUID,
        planned_by: UUID,
        occurred_at: datetime,
        due_on: str,
        purpose: str,
        mode: str,
        data_class: str,
    ) -> None:
        self.last = (follow_up_id, planned_by, occurred_at, due_on, purpose, mode, data_class)
        self.notes += 1


def on_postgres(url: str) -> Application[UUID]:
    parts = psycopg.conninfo.conninfo_to_dict(url)
    return Application(
        {
            "PERSISTENCE_MODULE": "eventsourcing.postgres",
            "POSTGRES_DBNAME": str(parts["dbname"]),
            "POSTGRES_HOST": str(parts["host"]),
            "POSTGRES_PORT": "5432",
            "POSTGRES_USER": str(parts["user"]),
            "POSTGRES_PASSWORD": "",
            "POSTGRES_POOL_SIZE": "20",
        }
    )


def on_sqlite(folder: Path) -> Application[UUID]:
    return Application(
        {
            "PERSISTENCE_MODULE": "eventsourcing.sqlite",
            "SQLITE_DBNAME": str(folder / "library.sqlite"),
        }
    )


def at(place: str) -> Application[UUID]:
    """Where a URL or a folder says."""
    return on_postgres(place) if "://" in place else on_sqlite(Path(place))


def a_file(notes: int = 0) -> File:
    """A file with one opening and so many notes, not saved yet."""
    file = File(called="Awa", met_at="food_distribution")
    for _ in range(notes):
        note(file)
    return file


def note(file: File) -> None:
    """The same content as the fact that Cordée records beside it."""
    file.plan(
        follow_up_id=uuid4(),
        planned_by=ORGANISATION,
        occurred_at=datetime.now(UTC),
        due_on="2026-12-01",
        purpose="rights",
        mode="phone",
        data_class="social",
    )


def append_new(application: Application[UUID]) -> None:
    application.save(a_file())


def load_and_append(application: Application[UUID], file_id: UUID) -> None:
    file: File = application.repository.get(file_id)
    note(file)
    application.save(file)
