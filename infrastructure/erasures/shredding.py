"""`Shredder`: destroys keys, rows and letters of a pathway, and the epochs of its keys."""

from dataclasses import dataclass
from pathlib import Path
from time import sleep
from uuid import UUID

from sqlalchemy import Connection, Engine, Table, delete, func, select

from application.erasures.ports import Destroyed
from application.refusals import EventUnreadable
from application.views.memo import Memo
from application.views.view import subject_of
from domain.organisation.enrolment import naming
from domain.pathway.wrong_file import told_of
from infrastructure.accounts.accounts import AccountsInTables
from infrastructure.accounts.addresses import Addresses
from infrastructure.accounts.blinding import Blinding
from infrastructure.composition import OpenViews, Store
from infrastructure.desk import Desk
from infrastructure.erasures.rotating import rotate_keys
from infrastructure.inbox.inbox import InboxInTables
from infrastructure.inbox.tables import items
from infrastructure.reminders.due_rows import DueRowsInTables
from infrastructure.reminders.opening import open_replies
from infrastructure.reminders.tables import awaited_replies, due_rows
from infrastructure.sealing.body import key_id_of
from infrastructure.sealing.master_key import read_master_keys
from infrastructure.settings import Settings
from infrastructure.views.changes import rows_of
from infrastructure.views.parking import unpark
from infrastructure.views.tables import OF_VIEW

LOOKS = 50  # at views that another projector brings up to date, before coming back later
PAUSE = 0.02  # seconds between two looks
OF_PEOPLE = {view: table for view, table in OF_VIEW.items() if "pathway_id" in table.c}

OF_DESK = (due_rows, items, awaited_replies)


@dataclass(frozen=True, slots=True)
class Shredding:
    settings: Settings
    store: Store
    views: OpenViews
    views_engine: Engine
    desk: Desk

    def rows_of(self, pathway_id: UUID) -> int:
        """Counted from the history: the process that asks may not read what others may see."""
        with self.desk.reading() as connection:
            told = sum(_count(connection, table, pathway_id) for table in OF_DESK)
        return self._listed(pathway_id) + told

    def destroy_keys(self, pathway_id: UUID, *, entry_id: UUID | None) -> Destroyed:
        rows = self.store.recorder.select_events(pathway_id)
        if entry_id is not None:
            events = self.store.mapper.open_all(rows)
            told = [*told_of(entry_id, events), *naming(entry_id, events)]
            versions = {event.originator_version for event in told if event.fact.alone}
            rows = [row for row in rows if row.originator_version in versions]
        named = {key_id_of(row.state) for row in rows}
        epoch = self.store.keyring.destroy(named, stream_id=pathway_id)
        self.store.log.erase(pathway_id)
        return Destroyed(len(named), epoch)

    def forget_account(self, membership_id: UUID) -> None:
        keyring = self.store.keyring
        kept = AccountsInTables(self.desk, Blinding(keyring.secret("accounts")), Addresses(keyring))
        kept.forget_membership(membership_id)

    def purge(self, pathway_id: UUID, *, after: int) -> bool:
        self._forget_what_was_due(pathway_id)
        if not self._views_reach(after):
            return False
        with self.views_engine.begin() as connection:
            for table in OF_PEOPLE.values():  # of every generation, those being filled included
                connection.execute(delete(table).where(table.c.pathway_id == pathway_id))
            unpark(connection, pathway_id)
        return True

    def oldest_epoch(self) -> int:
        return read_master_keys(self.settings.master_key_path).oldest

    def rotate_keys(self) -> None:
        rotate_keys(self.settings)

    def _listed(self, pathway_id: UUID) -> int:
        try:
            events = self.store.log.stream(pathway_id)
        except EventUnreadable:
            return 0  # its rows are withheld
        if not events:
            return 0
        subject = subject_of(events[0])
        rows = rows_of(subject, subject.folded(pathway_id).after(events), Memo())
        return sum(len(group) for groups in rows.values() for group in groups)

    def _forget_what_was_due(self, pathway_id: UUID) -> None:
        query = select(due_rows.c.id).where(due_rows.c.pathway_id == pathway_id)
        with self.desk.reading() as connection:
            due = connection.execute(query).scalars().all()
        for due_id in due:  # a letter in the outbox folder bears the id of its due row
            _letter(self.settings.outbox, due_id).unlink(missing_ok=True)
        DueRowsInTables(self.desk).forget(pathway_id)
        InboxInTables(self.desk).forget(pathway_id)
        open_replies(self.settings, self.store.keyring.secret, self.desk).forget(pathway_id)

    def _views_reach(self, position: int) -> bool:
        """Whether the views have come to a position; this process brings them there if it can."""
        for _ in range(LOOKS):
            while self.views.projector.step().events:
                pass
            if self.views.projection.state().position >= position:
                return True
            sleep(PAUSE)
        return False


def _letter(outbox: Path, due_id: UUID) -> Path:
    return outbox / f"{due_id}.json"


def _count(connection: Connection, table: Table, pathway_id: UUID) -> int:
    query = select(func.count()).select_from(table).where(table.c.pathway_id == pathway_id)
    found: int = connection.execute(query).scalar_one()
    return found
