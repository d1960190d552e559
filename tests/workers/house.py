"""A real installation where an appointment is to be recalled in a moment."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from time import monotonic, sleep
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, func, select, update

from application.appointments.book_appointment import BookAppointment, book_appointment
from application.appointments.move_appointment import MoveAppointment, move_appointment
from application.pathways.open_pathway import OpenPathway, open_pathway
from application.people.add_contact_point import AddContactPoint, add_contact_point
from application.reminders.ports import DueState
from application.reminders.reminding import Reminding
from domain.kernel import Fact
from domain.pathway.appointments.words import ChangeReason, Move, Side
from domain.pathway.contacts import ContactKind, ContactPoint
from domain.pathway.opening import MetAt
from domain.pathway.reminders import ReminderSent
from domain.reminders.hours import AllowedHours
from domain.reminders.rules import ReminderPack
from domain.wall_time import WallTime
from infrastructure.composition import opened_store
from infrastructure.desk import EPOCH, Desk
from infrastructure.reminders.opening import open_outbox
from infrastructure.reminders.outbox import OutboxFolder
from infrastructure.reminders.tables import due_rows
from infrastructure.settings import Group, Settings
from tests.application.reminders.house import AT_THE_PASS, INES, OUTCOMES
from tests.domain.reminders.packs import DAY_BEFORE, PACK
from tests.infrastructure.databases import engine_on, installed
from workers.composition import opened_reminding

EMAIL = ContactPoint(kind=ContactKind.EMAIL, reach="awa@personne.example")
SOON = timedelta(seconds=3)
PATIENCE = 60  # seconds, on a busy machine
ZONE = "UTC"
ALL_DAY = AllowedHours(
    opens=time.min,
    closes=time.max,
    margin=timedelta(0),
    quiet_days=frozenset(),
    on_holidays=True,
)


def at_any_hour(moment: datetime) -> ReminderPack:
    """Rules by which the day before, at that wall time, is the moment."""
    rule = DAY_BEFORE.model_copy(update={"at": moment.time()})
    return PACK.model_copy(update={"hours": ALL_DAY, "rules": (rule,)})


@dataclass(frozen=True)
class House:
    settings: Settings
    reminding: Reminding
    outbox: OutboxFolder
    pathway_id: UUID
    due_at: datetime

    def day(self, after: int) -> WallTime:
        """Days after tomorrow, at an hour of no importance."""
        wall = datetime.combine(self.due_at.date() + timedelta(days=1 + after), time(14))
        return WallTime(wall=wall, zone=ZONE)

    def book(self, *, after: int = 0) -> UUID:
        """For tomorrow, or days after; its reminder is due soon, or those days after."""
        command = BookAppointment(
            pathway_id=self.pathway_id, meeting=AT_THE_PASS, when=self.day(after)
        )
        book_appointment(self.reminding.network, command, INES)
        return command.appointment_id

    def move(self, appointment_id: UUID, to: WallTime) -> None:
        command = MoveAppointment(
            pathway_id=self.pathway_id,
            appointment_id=appointment_id,
            to=Move(by=Side.SERVICE, reason=ChangeReason.STAFF_ABSENT, when=to),
        )
        move_appointment(self.reminding.network, command, INES)

    def book_and_move_there_and_back(self) -> None:
        appointment_id = self.book()
        self.move(appointment_id, self.day(3))
        self.move(appointment_id, self.day(0))

    def outcomes(self) -> list[Fact]:
        events = self.reminding.network.log.stream(self.pathway_id)
        return [event.fact for event in events if isinstance(event.fact, OUTCOMES)]

    def sent(self) -> list[ReminderSent]:
        return [fact for fact in self.outcomes() if isinstance(fact, ReminderSent)]

    def counts(self) -> dict[DueState, int]:
        return {state: count for state, count in self.reminding.rows.counts().items() if count}

    def only_row(self) -> Row[Any]:
        with engine_on(self.settings, Group.DESK) as engine, Desk(engine).reading() as connection:
            return connection.execute(select(due_rows)).one()

    def attempts(self) -> int:
        """How many there were at all rows together."""
        query = select(func.coalesce(func.sum(due_rows.c.attempts), 0))
        with engine_on(self.settings, Group.DESK) as engine, Desk(engine).reading() as connection:
            attempts: int = connection.execute(query).scalar_one()
        return attempts

    def let_leases_end(self) -> None:
        """As if the time of every lease had passed."""
        self._look_now(due_rows.c.state.in_([DueState.QUEUED, DueState.SENDING]))

    def make_due(self) -> None:
        """As if the moment of what waits had come."""
        self._look_now(due_rows.c.state == DueState.WAITING)

    def _look_now(self, these: ColumnElement[bool]) -> None:
        with engine_on(self.settings, Group.DESK) as engine, Desk(engine).writing() as connection:
            connection.execute(update(due_rows).where(these).values(look_at=EPOCH))


@contextmanager
def house(settings: Settings) -> Iterator[House]:
    """Open one, with a person reached by e-mail; what is booked for tomorrow is due soon.

    Letters go to the outbox folder, in both topologies, unless a mail server is set.
    """
    with opened_store(installed(settings)) as store:
        due_at = datetime.now(UTC) + SOON
        pack = at_any_hour(due_at)
        with opened_reminding(settings, store, pack=pack) as reminding:
            outbox = open_outbox(settings, store.keyring.secret)
            if not settings.smtp_host:
                reminding = replace(reminding, postbox=outbox)  # noqa: PLW2901 (the same, with it)
            opened = open_pathway(
                reminding.network, OpenPathway(called="Awa", met_at=MetAt.HOME_VISIT), INES
            )
            command = AddContactPoint(pathway_id=opened.stream_id, point=EMAIL)
            add_contact_point(reminding.network, command, INES)
            yield House(settings, reminding, outbox, opened.stream_id, due_at)


def wait_until(true: Callable[[], bool]) -> None:
    """Look until something is so.

    Raises:
        TimeoutError: it is not, after a minute.
    """
    end = monotonic() + PATIENCE
    while not true():
        if monotonic() > end:
            raise TimeoutError("what was waited for did not come")
        sleep(0.02)
