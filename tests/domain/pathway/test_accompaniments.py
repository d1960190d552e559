from datetime import date
from uuid import UUID

from domain.data_classes import DataClass
from domain.pathway.accompaniments.facts import (
    AccompanimentCarriedOut,
    AccompanimentEnteredInError,
    AccompanimentPlanned,
    AccompanimentRefused,
)
from domain.pathway.accompaniments.refusals import (
    AccompanimentAlreadyKnown,
    AccompanimentIsOver,
    AccompanimentUnknown,
    NoSuchAppointment,
)
from domain.pathway.accompaniments.words import (
    AccompanimentOutcome,
    AccompanimentState,
    Journey,
    RefusedBy,
    Travelled,
    Why,
)
from domain.pathway.appointments.facts import AppointmentBooked
from domain.pathway.appointments.words import AppointmentKind, Needs, Transport
from domain.pathway.pathway import Pathway
from domain.pathway.wrong_file import FactRecordedInWrongFile
from tests.domain.pathway.people import (
    APPOINTMENT,
    CCAS,
    MARCH_4,
    MARCH_5,
    PASS,
    RELAIS,
    opened,
    wall,
)
from tests.domain.scenario import given, known

RIDE = UUID("cccccccc-0000-4000-8000-000000000071")
TO_THE_HOSPITAL = Journey(on=date(2026, 3, 5), place="Riom", why=Why.NO_TRANSPORT)
A_LIFT = Travelled(
    minutes=150,
    kilometres=42,
    transport=Transport.LIFT,
    outcome=AccompanimentOutcome.RECEIVED,
)

PLANNED = AccompanimentPlanned(
    occurred_at=MARCH_4,
    accompaniment_id=RIDE,
    planned_by=RELAIS,
    on=date(2026, 3, 5),
    place="Riom",
    why=Why.NO_TRANSPORT,
)
CARRIED_OUT = AccompanimentCarriedOut(
    occurred_at=MARCH_5,
    accompaniment_id=RIDE,
    carried_out_by=CCAS,
    minutes=150,
    kilometres=42,
    transport=Transport.LIFT,
    outcome=AccompanimentOutcome.RECEIVED,
)
REFUSED = AccompanimentRefused(occurred_at=MARCH_5, accompaniment_id=RIDE, by=RefusedBy.PERSON)
WITHDRAWN = AccompanimentEnteredInError(occurred_at=MARCH_5, accompaniment_id=RIDE)
A_DOCTOR = AppointmentBooked(
    occurred_at=MARCH_4,
    data_class=DataClass.HEALTH,
    appointment_id=APPOINTMENT,
    booked_by=RELAIS,
    when=wall("2026-03-05T09:00:00"),
    kind=AppointmentKind.MEDICAL,
    place="Riom",
    with_organisation=PASS,
    with_name=None,
    needs=Needs(accompaniment=True),
)


def plan(pathway: Pathway, journey: Journey = TO_THE_HOSPITAL) -> AccompanimentPlanned:
    return pathway.accompaniments.plan(
        accompaniment_id=RIDE, journey=journey, by=RELAIS, at=MARCH_4
    )


def carry_out(pathway: Pathway) -> AccompanimentCarriedOut:
    return pathway.accompaniments.carry_out(
        accompaniment_id=RIDE, travelled=A_LIFT, by=CCAS, at=MARCH_5
    )


def refuse(pathway: Pathway) -> AccompanimentRefused:
    return pathway.accompaniments.refuse(accompaniment_id=RIDE, by=RefusedBy.PERSON, at=MARCH_5)


def withdraw(pathway: Pathway) -> AccompanimentEnteredInError:
    return pathway.accompaniments.enter_in_error(accompaniment_id=RIDE, at=MARCH_5)


def test_going_along_is_planned_once() -> None:
    given(opened()).when(plan).then(PLANNED)
    given(opened(), PLANNED).when(plan).then_refused(AccompanimentAlreadyKnown)


def test_its_class_is_that_of_what_it_leads_to() -> None:
    there = TO_THE_HOSPITAL.model_copy(update={"appointment_id": APPOINTMENT})
    planned = plan(known(opened(), A_DOCTOR), there)
    assert planned.data_class is DataClass.HEALTH
    assert carry_out(known(opened(), A_DOCTOR, planned)).data_class is DataClass.HEALTH
    given(opened()).when(lambda pathway: plan(pathway, there)).then_refused(NoSuchAppointment)


def test_what_it_took_is_told_once() -> None:
    given(opened(), PLANNED).when(carry_out).then(CARRIED_OUT)
    given(opened(), PLANNED, CARRIED_OUT).when(carry_out).then_refused(AccompanimentIsOver)
    given(opened(), PLANNED, CARRIED_OUT).when(refuse).then_refused(AccompanimentIsOver)
    done = known(opened(), PLANNED, CARRIED_OUT).accompaniments.by_id[RIDE]
    assert (done.state, done.travelled) == (AccompanimentState.CARRIED_OUT, A_LIFT)


def test_the_person_may_rather_go_alone() -> None:
    given(opened(), PLANNED).when(refuse).then(REFUSED)
    given(opened(), PLANNED, REFUSED).when(carry_out).then_refused(AccompanimentIsOver)
    given(opened()).when(refuse).then_refused(AccompanimentUnknown)


def test_what_never_was_is_withdrawn() -> None:
    given(opened(), PLANNED, CARRIED_OUT).when(withdraw).then(WITHDRAWN)
    given(opened(), PLANNED, WITHDRAWN).when(withdraw).then_refused(AccompanimentUnknown)


def test_going_along_is_a_contact_with_the_person() -> None:
    assert known(opened(), PLANNED).encounters.last() == MARCH_4
    assert known(opened(), PLANNED, CARRIED_OUT).encounters.last() == MARCH_5
    assert known(opened(), PLANNED, CARRIED_OUT, WITHDRAWN).encounters.last() == MARCH_4


def test_what_follows_an_unknown_one_changes_nothing() -> None:
    assert known(opened(), CARRIED_OUT, REFUSED).accompaniments.by_id == {}


def test_what_was_somebody_elses_is_known_no_more() -> None:
    wrong = FactRecordedInWrongFile(occurred_at=MARCH_5, entry_id=RIDE, erased_by=RELAIS)
    pathway = known(opened(), PLANNED, CARRIED_OUT, wrong)
    assert pathway.accompaniments.by_id == {}
    assert pathway.encounters.last() == MARCH_4
