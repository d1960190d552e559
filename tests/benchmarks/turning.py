"""The page of a pathway with two hundred entries, beside the API's own timeline of the same."""

import http.client
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from http import HTTPStatus
from statistics import quantiles
from uuid import UUID, uuid4

from api.console.cookies import SESSION
from application.ports import Context
from domain.kernel import Fact
from domain.members import Member
from domain.pathway.appointments.facts import AppointmentAttended, AppointmentBooked
from domain.pathway.appointments.words import AppointmentKind, Needs
from domain.pathway.follow_up import FollowUpDone, FollowUpPlanned, Mode, Purpose
from domain.pathway.interviews import MediationInterviewHeld, NextStep, Theme
from domain.pathway.notes import NoteAdded
from domain.pathway.opening import MetAt, PathwayOpened
from domain.pathway.pathway import Pathway
from domain.wall_time import WallTime
from tests.benchmarks.asking import served
from tests.benchmarks.measure import Row, bound, seconds
from tests.benchmarks.people import somebody
from tests.benchmarks.places import Place

ENTRIES, TIMES, WARMING = 200, 200, 20
LIMIT = 60.0  # milliseconds, at the 95th percentile
YEAR = timedelta(days=365)


def rows(place: Place) -> Iterator[Row]:
    ines = somebody(place)
    pathway_id = a_lived_pathway(place, ines.member)
    here = f"/pathways/{pathway_id}"
    asked = {
        f"timeline of {ENTRIES} entries, p95": (
            f"/v1{here}/timeline",
            {"authorization": f"Bearer {ines.token}"},
        ),
        f"page of a pathway with {ENTRIES} entries, p95": (
            f"{here}?entries={ENTRIES}",
            {"cookie": f"{SESSION}={ines.token}", "accept-encoding": "gzip"},
        ),
    }
    with served("cordee", ines.environment) as port:
        connection = http.client.HTTPConnection("127.0.0.1", port)
        for name, (path, headers) in asked.items():
            took = milliseconds_of(connection, path, headers)
            yield bound(f"{name}, {place.name}", ours=took, limit=LIMIT, unit="ms")


def milliseconds_of(
    connection: http.client.HTTPConnection, path: str, headers: dict[str, str]
) -> float:
    """What 19 of 20 answers take at most, over one connection."""

    def ask() -> None:
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        answer.read()
        if answer.status != HTTPStatus.OK:
            raise RuntimeError(f"{path} answered {answer.status}")

    for _ in range(WARMING):
        ask()
    took = [seconds(ask) * 1_000 for _ in range(TIMES)]
    return quantiles(took, n=20)[-1]


def a_lived_pathway(place: Place, by: Member) -> UUID:
    """A year with somebody: interviews, follow-ups kept, appointments kept, notes."""
    began = datetime.now(UTC) - YEAR
    opened = PathwayOpened(
        occurred_at=began,
        opened_by=by.organisation_id,
        referent_id=by.id,
        called="Awa",
        met_at=MetAt.FOOD_DISTRIBUTION,
    )
    pathway_id, facts = uuid4(), [opened, *_lived(began, by)][:ENTRIES]
    context = Context(uuid4(), by.id, by.organisation_id)
    place.store.log.append(Pathway(pathway_id).next(facts), context)
    return pathway_id


def _lived(began: datetime, by: Member) -> Iterator[Fact]:
    every = YEAR / ENTRIES
    for number in range(1, ENTRIES, 6):
        at, item_id = began + number * every, uuid4()
        yield MediationInterviewHeld(
            occurred_at=at,
            interview_id=item_id,
            held_by=by.organisation_id,
            mode=Mode.OFFICE,
            minutes=45,
            themes=(Theme.RIGHTS, Theme.HOUSING),
            next_step=NextStep.BRING_DOCUMENTS,
        )
        yield NoteAdded(
            occurred_at=at, note_id=item_id, written_by=by.organisation_id, text="Revient jeudi."
        )
        yield from _followed_up(item_id, at, by)
        yield from _met(item_id, at, by)


def _followed_up(item_id: UUID, at: datetime, by: Member) -> Iterator[Fact]:
    due = date.today() - timedelta(days=1)  # noqa: DTZ011 (any day that is past)
    yield FollowUpPlanned(
        occurred_at=at,
        follow_up_id=item_id,
        planned_by=by.organisation_id,
        due_on=due,
        purpose=Purpose.DOCUMENTS,
        mode=Mode.PHONE,
        with_member=None,
    )
    yield FollowUpDone(
        occurred_at=at, follow_up_id=item_id, done_by=by.organisation_id, mode=Mode.PHONE
    )


def _met(item_id: UUID, at: datetime, by: Member) -> Iterator[Fact]:
    yield AppointmentBooked(
        occurred_at=at,
        appointment_id=item_id,
        booked_by=by.organisation_id,
        when=WallTime(wall=at.replace(tzinfo=None), zone="Europe/Paris"),
        kind=AppointmentKind.RIGHTS,
        place="12 rue du Pont",
        with_organisation=by.organisation_id,
        with_name=None,
        needs=Needs(),
    )
    yield AppointmentAttended(
        occurred_at=at, appointment_id=item_id, recorded_by=by.organisation_id, held_at=at
    )
