"""How gateways named the letters they took: keyed tokens, since a name might hold a number."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import structlog
from sqlalchemy import ColumnElement, delete, or_, select, update

from application.refusals import StoreUnavailable
from application.reminders.ports import DueState
from application.reminders.postbox import Letter
from application.reminders.reports import HandedIn, Report
from domain.pathway.reminders import Channel
from domain.reminders.due import Due
from infrastructure.accounts.blinding import Blinding
from infrastructure.desk import DatabaseNow, Desk, inserting
from infrastructure.reminders.around import Around
from infrastructure.reminders.tables import due_rows, letter_names
from infrastructure.reminders.taking import as_due

Secret = Callable[[str], bytes]  # the key of a purpose
PURPOSE = "letters"  # of the secret that keys the tokens

log = structlog.get_logger()


class HandedInTable:
    def __init__(self, desk: Desk, blinding: Blinding) -> None:
        self._desk = desk
        self._blinding = blinding

    def note(self, name: str, *, key: UUID, channel: Channel) -> None:
        with self._desk.writing() as connection:
            noting = inserting(connection, letter_names).values(
                token=self._blinding.token(channel, name), key=key, noted_at=DatabaseNow()
            )
            connection.execute(noting.on_conflict_do_nothing(index_elements=["token"]))

    def key_of(self, report: Report) -> UUID | None:
        if report.key or report.name is None:
            return report.key
        token = self._blinding.token(report.channel, report.name)
        query = select(letter_names.c.key).where(letter_names.c.token == token)
        with self._desk.reading() as connection:
            key: UUID | None = connection.execute(query).scalar_one_or_none()
        return key

    def reminders_in(self, key: UUID) -> list[Due]:
        query = select(due_rows).where(_left_as(key)).order_by(due_rows.c.id)
        with self._desk.reading() as connection:
            return [as_due(row) for row in connection.execute(query)]

    def arrived(self, due_id: UUID) -> None:
        over = due_rows.c.look_at.is_(None)
        settling = update(due_rows).where(due_rows.c.id == due_id, over)
        with self._desk.writing() as connection:
            connection.execute(settling.values(state=DueState.DELIVERED, reason=None))

    def go_on(self, due_id: UUID, *, reason: str) -> bool:
        it_left = update(due_rows).where(due_rows.c.id == due_id, due_rows.c.state == DueState.SENT)
        again = it_left.values(
            state=DueState.WAITING,
            look_at=DatabaseNow(),
            ended_at=None,
            letter_id=None,
            rests=due_rows.c.attempts,  # tries are counted from here
            cuts=0,
            reason=reason,
        )
        state = select(due_rows.c.state).where(due_rows.c.id == due_id)
        with self._desk.writing() as connection:
            if connection.execute(again).rowcount:
                return True
            return connection.execute(state).scalar_one_or_none() != DueState.SENDING

    def sweep(self, before: datetime) -> int:
        old = delete(letter_names).where(letter_names.c.noted_at < before)
        with self._desk.writing() as connection:
            return connection.execute(old).rowcount


@dataclass(frozen=True, slots=True)
class NotingPostbox(Around):
    """Notes how the gateway named each letter; one whose name is lost is found by its key."""

    handed_in: HandedIn

    def deliver(self, letter: Letter) -> str | None:
        name = self.inner.deliver(letter)
        if name:
            self._note(name, letter)
        return name

    def _note(self, name: str, letter: Letter) -> None:
        try:
            self.handed_in.note(name, key=letter.key, channel=letter.channel)
        except StoreUnavailable:  # it left: whoever raised here would have it leave again
            log.warning("letter.name_lost", letter_id=str(letter.key))


def open_handed_in(desk: Desk, secret: Secret) -> HandedInTable:
    return HandedInTable(desk, Blinding(secret(PURPOSE)))


def _left_as(key: UUID) -> ColumnElement[bool]:
    return or_(due_rows.c.letter_id == key, due_rows.c.id == key)
