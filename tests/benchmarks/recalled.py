"""People with an appointment tomorrow and a mobile to be reminded on."""

from datetime import UTC, datetime, time, timedelta
from uuid import uuid4

from application.ports import Context
from domain.kernel import Fact
from domain.pathway.appointments.facts import AppointmentBooked
from domain.pathway.appointments.words import AppointmentKind, Needs
from domain.pathway.contacts import ContactKind, ContactPoint, ContactPointAdded
from domain.pathway.opening import MetAt, PathwayOpened
from domain.pathway.pathway import Pathway
from domain.wall_time import WallTime
from infrastructure.composition import Store
from tests.benchmarks.places import MEDIATOR


def people_to_recall(store: Store, many: int) -> None:
    """Record each on a pathway of their own."""
    for number in range(many):
        context = Context(uuid4(), MEDIATOR.id, MEDIATOR.organisation_id)
        store.log.append(Pathway(uuid4()).next(facts_of(number)), context)


def facts_of(number: int) -> list[Fact]:
    now = datetime.now(UTC)
    tomorrow = datetime.combine(now.date() + timedelta(days=1), time(23, 30))
    mobile = f"+336{39_980_000 + number % 10_000:08}"  # a range kept for fiction
    return [
        PathwayOpened(
            occurred_at=now,
            opened_by=MEDIATOR.organisation_id,
            referent_id=MEDIATOR.id,
            called="Awa",
            met_at=MetAt.FOOD_DISTRIBUTION,
        ),
        ContactPointAdded(
            occurred_at=now,
            contact_id=uuid4(),
            point=ContactPoint(kind=ContactKind.MOBILE, reach=mobile),
        ),
        AppointmentBooked(
            occurred_at=now,
            appointment_id=uuid4(),
            booked_by=MEDIATOR.organisation_id,
            when=WallTime(wall=tomorrow, zone="UTC"),
            kind=AppointmentKind.ACCESS_TO_CARE,
            place="12 rue des Tilleuls",
            with_organisation=None,
            with_name="PASS",
            needs=Needs(),
        ),
    ]
