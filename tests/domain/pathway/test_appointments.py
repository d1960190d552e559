from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from pydantic import ValidationError

from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.pathway.appointments.facts import (
    AppointmentAttended,
    AppointmentBooked,
    AppointmentCancelled,
    AppointmentMissed,
    AppointmentMoved,
    AppointmentNeedsChanged,
    AttendanceCorrected,
    TransportArranged,
)
from domain.pathway.appointments.refusals import (
    AppointmentAlreadyBooked,
    AppointmentIsOver,
    AppointmentNotMoved,
    AppointmentNotYetHeld,
    AppointmentUnknown,
    NothingToCorrect,
    TransportAlreadyArranged,
    TransportNotSaid,
)
from domain.pathway.appointments.words import (
    CLASS_OF_KIND,
    AppointmentKind,
    Attendance,
    ChangeReason,
    Meeting,
    MissedReason,
    Move,
    Needs,
    Side,
    Transport,
)
from domain.pathway.pathway import Pathway
from domain.wall_time import NoSuchTime, WallTime
from tests.domain.pathway.people import APPOINTMENT, MARCH_5, PASS, RELAIS, opened, wall
from tests.domain.scenario import given, known

MARCH_12 = wall("2026-03-12T09:30")
MARCH_19 = wall("2026-03-19T14:00")
EARLY_ON_MARCH_12 = datetime(2026, 3, 11, 23, 30, tzinfo=UTC)  # half past midnight in Paris
EVE = datetime(2026, 3, 11, 22, 30, tzinfo=UTC)  # half past eleven in the evening in Paris
AFTER = datetime(2026, 3, 12, 11, 0, tzinfo=UTC)

MEETING = Meeting(kind=AppointmentKind.ACCESS_TO_CARE, place="Main hall", with_organisation=PASS)
BOOKED = AppointmentBooked(
    occurred_at=MARCH_5,
    appointment_id=APPOINTMENT,
    booked_by=RELAIS,
    when=MARCH_12,
    kind=AppointmentKind.ACCESS_TO_CARE,
    place="Main hall",
    with_organisation=PASS,
    with_name=None,
    needs=Needs(),
)
MOVED = AppointmentMoved(
    occurred_at=MARCH_5,
    appointment_id=APPOINTMENT,
    moved_by=Side.SERVICE,
    reason=ChangeReason.STAFF_ABSENT,
    was=MARCH_12,
    when=MARCH_19,
)
MOVED_ELSEWHERE = MOVED.model_copy(update={"place": "Door B"})
MOVED_BACK = MOVED.model_copy(update={"was": MARCH_19, "when": MARCH_12})
CANCELLED = AppointmentCancelled(
    occurred_at=MARCH_5,
    appointment_id=APPOINTMENT,
    cancelled_by=Side.PERSON,
    reason=ChangeReason.UNWELL,
)
ATTENDED = AppointmentAttended(
    occurred_at=AFTER, appointment_id=APPOINTMENT, recorded_by=PASS, held_at=MARCH_12.instant
)
MISSED = AppointmentMissed(
    occurred_at=AFTER,
    appointment_id=APPOINTMENT,
    recorded_by=PASS,
    reason=MissedReason.NO_TRANSPORT,
)
LIFT = Needs(transport=Transport.LIFT, interpreter="ar", accompaniment=True)

Decision = Callable[[Pathway], Fact]


def book(*, meeting: Meeting = MEETING, when: WallTime = MARCH_12) -> Decision:
    return lambda pathway: pathway.appointments.book(
        appointment_id=APPOINTMENT, meeting=meeting, when=when, by=RELAIS, at=MARCH_5
    )


def move(when: WallTime = MARCH_19, place: str | None = None, *, neutral: bool = False) -> Decision:
    to = Move(
        by=Side.SERVICE,
        reason=ChangeReason.STAFF_ABSENT,
        when=when,
        place=place,
        place_is_neutral=neutral,
    )
    return lambda pathway: pathway.appointments.move(appointment_id=APPOINTMENT, to=to, at=MARCH_5)


def change_needs(pathway: Pathway) -> Fact:
    return pathway.appointments.change_needs(appointment_id=APPOINTMENT, needs=LIFT, at=MARCH_5)


def cancel(by: Side = Side.PERSON) -> Decision:
    return lambda pathway: pathway.appointments.cancel(
        appointment_id=APPOINTMENT, by=by, reason=ChangeReason.UNWELL, at=MARCH_5
    )


def attend(at: datetime = AFTER) -> Decision:
    return lambda pathway: pathway.appointments.attend(appointment_id=APPOINTMENT, by=PASS, at=at)


def miss(at: datetime = AFTER) -> Decision:
    return lambda pathway: pathway.appointments.miss(
        appointment_id=APPOINTMENT, by=PASS, reason=MissedReason.NO_TRANSPORT, at=at
    )


def correct(attendance: Attendance, at: datetime = AFTER) -> Decision:
    return lambda pathway: pathway.appointments.correct_attendance(
        appointment_id=APPOINTMENT, by=PASS, attendance=attendance, at=at
    )


def corrected(was: Attendance, attendance: Attendance) -> AttendanceCorrected:
    return AttendanceCorrected(
        occurred_at=AFTER,
        appointment_id=APPOINTMENT,
        recorded_by=PASS,
        was=was,
        attendance=attendance,
        held_at=MARCH_12.instant,
    )


def test_an_appointment_is_booked_once() -> None:
    given(opened()).when(book()).then(BOOKED)
    given(opened(), BOOKED).when(book()).then_refused(AppointmentAlreadyBooked)


def test_an_appointment_that_names_a_place_is_sealed_alone() -> None:
    assert AppointmentBooked.alone
    assert AppointmentMoved.alone


def test_clocks_show_the_time_of_an_appointment() -> None:
    skipped = wall("2026-03-29T02:30")
    given(opened()).when(book(when=skipped)).then_refused(NoSuchTime)
    given(opened(), BOOKED).when(move(skipped)).then_refused(NoSuchTime)


def test_an_appointment_is_with_one_organisation() -> None:
    with pytest.raises(ValidationError):
        Meeting(kind=AppointmentKind.MEDICAL, place="Main hall")
    with pytest.raises(ValidationError):
        Meeting(
            kind=AppointmentKind.MEDICAL,
            place="Main hall",
            with_organisation=PASS,
            with_name="Cabinet de la Halle",
        )


def test_the_class_of_an_appointment_is_chosen_by_what_it_is_for() -> None:
    expected = {
        AppointmentKind.ACCESS_TO_CARE: DataClass.SOCIAL,
        AppointmentKind.IMMIGRATION: DataClass.STATUS,
        AppointmentKind.MEDICAL: DataClass.HEALTH,
        AppointmentKind.MENTAL_HEALTH: DataClass.MENTAL_HEALTH,
        AppointmentKind.SCREENING: DataClass.SCREENING,
        AppointmentKind.PROTECTION: DataClass.PROTECTION,
    }
    for kind, data_class in expected.items():
        meeting = MEETING.model_copy(update={"kind": kind})
        assert meeting.class_of_content() is data_class
    assert set(CLASS_OF_KIND.values()) == {*expected.values()} - {DataClass.SOCIAL}


def test_all_that_follows_has_the_class_of_the_appointment() -> None:
    booked = book(meeting=MEETING.model_copy(update={"kind": AppointmentKind.DENTAL}))(
        known(opened())
    )
    assert booked.data_class is DataClass.HEALTH
    for decide in (move(), change_needs, cancel(), attend(), miss()):
        assert decide(known(opened(), booked)).data_class is DataClass.HEALTH
    attended = ATTENDED.model_copy(update={"data_class": DataClass.HEALTH})
    correcting = correct(Attendance.MISSED)(known(opened(), booked, attended))
    assert correcting.data_class is DataClass.HEALTH


def test_an_appointment_moves_and_its_former_time_stays_known() -> None:
    given(opened(), BOOKED).when(move()).then(MOVED)
    given(opened(), BOOKED, MOVED).when(move(MARCH_12)).then(MOVED_BACK)


def test_an_appointment_moves_to_another_time_or_place() -> None:
    given(opened(), BOOKED).when(move(MARCH_12)).then_refused(AppointmentNotMoved)
    given(opened(), BOOKED).when(move(MARCH_12, "Main hall")).then_refused(AppointmentNotMoved)
    elsewhere = MOVED.model_copy(update={"when": MARCH_12, "place": "Door B"})
    given(opened(), BOOKED).when(move(MARCH_12, "Door B")).then(elsewhere)
    appointment = known(opened(), BOOKED, elsewhere).appointments.by_id[APPOINTMENT]
    assert appointment.place == "Door B"
    assert appointment.occurrence == 2


def test_whether_a_place_may_be_said_goes_with_the_place() -> None:
    neutral = MOVED.model_copy(
        update={"when": MARCH_12, "place": "Main hall", "place_is_neutral": True}
    )
    given(opened(), BOOKED).when(move(MARCH_12, "Main hall", neutral=True)).then(neutral)
    again = move(MARCH_12, "Main hall", neutral=True)
    given(opened(), BOOKED, neutral).when(again).then_refused(AppointmentNotMoved)
    later = [known(opened(), BOOKED, neutral, fact) for fact in (MOVED, MOVED_ELSEWHERE)]
    said = [pathway.appointments.by_id[APPOINTMENT].place_is_neutral for pathway in later]
    assert said == [True, False]
    with pytest.raises(ValidationError, match="named where"):
        move(neutral=True)


def test_moved_there_and_back_is_another_occurrence() -> None:
    occurrences = [
        known(opened(), *facts).appointments.by_id[APPOINTMENT].occurrence
        for facts in ((BOOKED,), (BOOKED, MOVED), (BOOKED, MOVED, MOVED_BACK))
    ]
    assert occurrences == [2, 3, 4]
    there_and_back = known(opened(), BOOKED, MOVED, MOVED_BACK)
    assert there_and_back.appointments.by_id[APPOINTMENT].when == MARCH_12


def test_needs_are_said_again() -> None:
    changed = AppointmentNeedsChanged(occurred_at=MARCH_5, appointment_id=APPOINTMENT, needs=LIFT)
    given(opened(), BOOKED).when(change_needs).then(changed)
    appointment = known(opened(), BOOKED, changed).appointments.by_id[APPOINTMENT]
    assert appointment.needs == LIFT
    assert appointment.occurrence == 2


ARRANGED = TransportArranged(occurred_at=MARCH_5, appointment_id=APPOINTMENT, arranged_by=RELAIS)
BY_LIFT = AppointmentNeedsChanged(occurred_at=MARCH_5, appointment_id=APPOINTMENT, needs=LIFT)


def arrange_transport(pathway: Pathway) -> Fact:
    return pathway.appointments.arrange_transport(appointment_id=APPOINTMENT, by=RELAIS, at=MARCH_5)


def test_transport_is_arranged_with_whoever_brings_the_person() -> None:
    given(opened(), BOOKED, BY_LIFT).when(arrange_transport).then(ARRANGED)
    given(opened(), BOOKED).when(arrange_transport).then_refused(TransportNotSaid)
    arranged = (opened(), BOOKED, BY_LIFT, ARRANGED)
    given(*arranged).when(arrange_transport).then_refused(TransportAlreadyArranged)
    given(*arranged, CANCELLED).when(arrange_transport).then_refused(AppointmentIsOver)


def test_transport_is_arranged_for_one_time_and_one_way() -> None:
    by_taxi = BY_LIFT.model_copy(update={"needs": Needs(transport=Transport.TAXI)})
    for fact, stands in ((BY_LIFT, True), (by_taxi, False), (MOVED, False)):
        appointments = known(opened(), BOOKED, BY_LIFT, ARRANGED, fact).appointments
        assert appointments.by_id[APPOINTMENT].transport_arranged is stands


def test_an_appointment_is_cancelled_by_the_person_or_by_the_service() -> None:
    given(opened(), BOOKED).when(cancel()).then(CANCELLED)
    revoked = CANCELLED.model_copy(update={"cancelled_by": Side.SERVICE})
    given(opened(), BOOKED).when(cancel(Side.SERVICE)).then(revoked)
    for fact, attendance in ((CANCELLED, Attendance.EXCUSED), (revoked, Attendance.REVOKED)):
        appointments = known(opened(), BOOKED, fact).appointments
        assert appointments.by_id[APPOINTMENT].attendance is attendance


def test_the_person_went_or_did_not() -> None:
    given(opened(), BOOKED).when(attend()).then(ATTENDED)
    given(opened(), BOOKED).when(miss()).then(MISSED)


def test_nobody_has_attended_or_missed_what_has_not_come() -> None:
    given(opened(), BOOKED).when(attend(EVE)).then_refused(AppointmentNotYetHeld)
    given(opened(), BOOKED).when(miss(EVE)).then_refused(AppointmentNotYetHeld)
    given(opened(), BOOKED).when(attend(EARLY_ON_MARCH_12)).then(
        ATTENDED.model_copy(update={"occurred_at": EARLY_ON_MARCH_12})
    )


@pytest.mark.parametrize("end", [CANCELLED, ATTENDED, MISSED])
def test_what_is_over_is_corrected_and_not_changed(end: Fact) -> None:
    for decide in (move(), change_needs, cancel(), attend(), miss()):
        given(opened(), BOOKED, end).when(decide).then_refused(AppointmentIsOver)


def test_a_wrong_attendance_is_corrected() -> None:
    fact = corrected(Attendance.ATTENDED, Attendance.MISSED)
    given(opened(), BOOKED, ATTENDED).when(correct(Attendance.MISSED)).then(fact)
    appointments = known(opened(), BOOKED, ATTENDED, fact).appointments
    assert appointments.by_id[APPOINTMENT].attendance is Attendance.MISSED


def test_there_must_be_something_to_correct() -> None:
    given(opened(), BOOKED).when(correct(Attendance.MISSED)).then_refused(NothingToCorrect)
    given(opened(), BOOKED, ATTENDED).when(correct(Attendance.ATTENDED)).then_refused(
        NothingToCorrect
    )
    given(opened(), BOOKED, CANCELLED).when(correct(Attendance.ATTENDED, EVE)).then_refused(
        AppointmentNotYetHeld
    )


def test_an_appointment_awaited_again_is_another_occurrence() -> None:
    fact = corrected(Attendance.EXCUSED, Attendance.UNKNOWN)
    given(opened(), BOOKED, CANCELLED).when(correct(Attendance.UNKNOWN)).then(fact)
    appointment = known(opened(), BOOKED, CANCELLED, fact).appointments.by_id[APPOINTMENT]
    assert appointment.is_awaited
    assert appointment.occurrence == 4


def test_an_appointment_that_does_not_exist_is_unknown() -> None:
    for decide in (move(), change_needs, cancel(), attend(), miss(), correct(Attendance.MISSED)):
        given(opened()).when(decide).then_refused(AppointmentUnknown)


def test_what_follows_an_erased_booking_is_passed_over() -> None:
    assert not known(opened(), MOVED, ATTENDED).appointments.by_id
