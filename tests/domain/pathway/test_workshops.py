from datetime import timedelta
from uuid import UUID

from domain.activity.themes import PreventionTheme
from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.pathway.pathway import Pathway
from domain.pathway.workshops import (
    AlreadyInSession,
    AttendanceAlreadySaid,
    AttendanceUnknown,
    Coming,
    Seat,
    WorkshopAttended,
    WorkshopJoined,
    WorkshopMissed,
    WorkshopPlaceGivenUp,
)
from domain.pathway.wrong_file import FactRecordedInWrongFile
from tests.domain.pathway.people import CCAS, MARCH_4, MARCH_5, RELAIS, opened
from tests.domain.scenario import given, known

PLACE = UUID("cccccccc-0000-4000-8000-000000000061")
WORKSHOP = UUID("cccccccc-0000-4000-8000-000000000062")
SESSION = UUID("cccccccc-0000-4000-8000-000000000063")
SEAT = Seat(
    workshop_id=WORKSHOP,
    of_session=SESSION,
    held_by=RELAIS,
    starts_at=MARCH_5,
    theme=PreventionTheme.CONTRACEPTION,
)
HEALTH = DataClass.HEALTH
AFTER = MARCH_5 + timedelta(hours=2)
JOINED = WorkshopJoined(occurred_at=MARCH_4, data_class=HEALTH, attendance_id=PLACE, seat=SEAT)
CAME = WorkshopAttended(
    occurred_at=AFTER, data_class=HEALTH, attendance_id=PLACE, held_by=RELAIS, held_at=MARCH_5
)
MISSED = WorkshopMissed(occurred_at=AFTER, data_class=HEALTH, attendance_id=PLACE)
GIVEN_UP = WorkshopPlaceGivenUp(occurred_at=AFTER, data_class=HEALTH, attendance_id=PLACE)


def join(pathway: Pathway) -> list[Fact]:
    return pathway.workshops.join(attendance_id=PLACE, seat=SEAT, data_class=HEALTH, at=MARCH_4)


def note(pathway: Pathway, *, came: bool = True, by: UUID = RELAIS) -> Fact:
    return pathway.workshops.note(coming=Coming(PLACE, came), by=by, at=AFTER)


def give_up(pathway: Pathway, *, by: UUID = RELAIS) -> Fact:
    return pathway.workshops.give_up(attendance_id=PLACE, by=by, at=AFTER)


def test_a_person_has_one_place_in_a_session() -> None:
    given(opened()).when(join).then(JOINED)
    given(opened(), JOINED).when(join).then_refused(AlreadyInSession)
    other = SEAT.model_copy(update={"of_session": WORKSHOP})
    assert known(opened(), JOINED).workshops.join(
        attendance_id=WORKSHOP, seat=other, data_class=HEALTH, at=MARCH_4
    )


def test_who_came_unannounced_is_noted_with_the_place() -> None:
    given(opened()).when(
        lambda pathway: pathway.workshops.join(
            attendance_id=PLACE, seat=SEAT, data_class=HEALTH, came=True, at=AFTER
        )
    ).then(JOINED.model_copy(update={"occurred_at": AFTER}), CAME)


def test_attendance_is_noted_and_the_contrary_corrects_it() -> None:
    given(opened(), JOINED).when(note).then(CAME)
    given(opened(), JOINED, CAME).when(note).then_refused(AttendanceAlreadySaid)
    given(opened(), JOINED, CAME).when(lambda pathway: note(pathway, came=False)).then(MISSED)
    assert known(opened(), JOINED, CAME, MISSED).workshops.by_id[PLACE].came is False


def test_a_place_is_given_up_by_those_who_hold_the_workshop() -> None:
    given(opened(), JOINED, CAME).when(give_up).then(GIVEN_UP)
    for nothing in ((opened(),), (opened(), JOINED, GIVEN_UP)):
        given(*nothing).when(give_up).then_refused(AttendanceUnknown)
        given(*nothing).when(note).then_refused(AttendanceUnknown)
    given(opened(), JOINED).when(lambda pathway: give_up(pathway, by=CCAS)).then_refused(
        AttendanceUnknown
    )
    given(opened(), JOINED).when(lambda pathway: note(pathway, by=CCAS)).then_refused(
        AttendanceUnknown
    )


def test_a_place_given_up_may_be_taken_again() -> None:
    given(opened(), JOINED, GIVEN_UP).when(join).then(JOINED)


def test_what_follows_an_unknown_place_changes_nothing() -> None:
    assert known(opened(), CAME, MISSED).workshops.by_id == {}


def test_the_place_of_somebody_else_is_known_no_more() -> None:
    wrong = FactRecordedInWrongFile(occurred_at=AFTER, entry_id=PLACE, erased_by=RELAIS)
    pathway = known(opened(), JOINED, CAME, wrong)
    assert pathway.workshops.by_id == {}
    assert pathway.encounters.last(organisation_id=RELAIS) == MARCH_4


def test_who_came_was_met_that_day_and_not_who_did_not() -> None:
    assert known(opened(), JOINED).encounters.last() == MARCH_4
    assert known(opened(), JOINED, CAME).encounters.last() == MARCH_5
    assert known(opened(), JOINED, CAME).encounters.last(among={DataClass.SOCIAL}) is not MARCH_5
    for undone in (MISSED, GIVEN_UP):
        assert known(opened(), JOINED, CAME, undone).encounters.last() == MARCH_4


def test_who_came_puts_an_announced_end_of_access_off() -> None:
    pathway = known(opened())
    announced = pathway.retention.announce(
        organisation_id=RELAIS,
        ends_on=MARCH_5.date(),
        policy_version="retention-1",
        data_class=DataClass.SOCIAL,
        at=MARCH_4,
    )
    assert known(opened(), announced, JOINED).retention.announced
    assert not known(opened(), announced, JOINED, CAME).retention.announced
