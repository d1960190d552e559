"""eventsourcing as it comes: its default recorders, in clear, with its own aggregates."""

from pathlib import Path
from uuid import UUID, uuid4

import psycopg.conninfo
from eventsourcing.application import Application
from eventsourcing.domain import Aggregate, event


class File(Aggregate):
    """An aggregate of about the size of what a pathway records."""

    @event("Opened")
    def __init__(self, called: str, met_at: str) -> None:
        self.called, self.met_at = called, met_at
        self.notes = 0

    @event("Noted")
    def note(self, follow_up_id: UUID, due_on: str, with_whom: str) -> None:
        self.last = (follow_up_id, due_on, with_whom)
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


def a_file(notes: int = 0) -> File:
    """A file with one opening and so many notes, not saved yet."""
    file = File(called="Awa", met_at="food_distribution")
    for _ in range(notes):
        note(file)
    return file


def note(file: File) -> None:
    file.note(follow_up_id=uuid4(), due_on="2026-03-12", with_whom="a mediator of the network")


def append_new(application: Application[UUID]) -> None:
    application.save(a_file())


def load_and_append(application: Application[UUID], file_id: UUID) -> None:
    file: File = application.repository.get(file_id)
    note(file)
    application.save(file)
