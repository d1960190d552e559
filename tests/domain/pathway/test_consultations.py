from datetime import date
from uuid import UUID

import pytest

from domain.consultations.words import Consultation, Orientation, ReasonGroup
from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.pathway.consultations import (
    ConsultationAlreadyHeld,
    ConsultationEnteredInError,
    ConsultationHeld,
    ConsultationUnknown,
    entry_of,
)
from domain.pathway.pathway import Pathway
from domain.pathway.wrong_file import FactRecordedInWrongFile
from tests.domain.pathway.people import CCAS, MARCH_4, MARCH_5, MEDIATOR, RELAIS, opened
from tests.domain.scenario import given, known

FIRST, FACILITY = (UUID(f"cccccccc-0000-4000-8000-0000000000a{n}") for n in (1, 2))
PREGNANT = Consultation(
    professional_id=MEDIATOR,
    reason=ReasonGroup.PREGNANCY,
    is_new=True,
    orientation=Orientation.MATERNITY_AND_CHILD_CENTRE,
)
HELD = ConsultationHeld(
    occurred_at=MARCH_4,
    consultation_id=FIRST,
    held_by=RELAIS,
    facility_id=FACILITY,
    on=date(2026, 3, 4),
    **dict(PREGNANT),
)
WITHDRAWN = ConsultationEnteredInError(
    occurred_at=MARCH_5, consultation_id=FIRST, withdrawn_by=RELAIS
)


def hold(pathway: Pathway, consultation: Consultation = PREGNANT) -> ConsultationHeld:
    return pathway.consultations.hold(
        consultation_id=FIRST,
        consultation=consultation,
        facility_id=FACILITY,
        on=date(2026, 3, 4),
        by=RELAIS,
        at=MARCH_4,
    )


def withdraw(pathway: Pathway, by: UUID = RELAIS) -> Fact:
    return pathway.consultations.withdraw(consultation_id=FIRST, by=by, at=MARCH_5)


def test_one_is_held_once() -> None:
    given(opened()).when(hold).then(HELD)
    given(opened(), HELD).when(hold).then_refused(ConsultationAlreadyHeld)


@pytest.mark.parametrize("reason", ReasonGroup)
def test_its_class_is_that_of_its_reason(reason: ReasonGroup) -> None:
    held = hold(known(opened()), PREGNANT.model_copy(update={"reason": reason}))
    withdrawn = withdraw(known(opened(), held))
    assert {held.data_class, withdrawn.data_class} == {reason.data_class}
    assert held.data_class.rank >= DataClass.HEALTH.rank


def test_whoever_recorded_one_withdraws_it() -> None:
    given(opened(), HELD).when(withdraw).then(WITHDRAWN)
    given(opened(), HELD).when(lambda pathway: withdraw(pathway, CCAS)).then_refused(
        ConsultationUnknown
    )
    given(opened(), HELD, WITHDRAWN).when(withdraw).then_refused(ConsultationUnknown)


def test_in_the_wrong_file_it_never_was() -> None:
    wrong = FactRecordedInWrongFile(occurred_at=MARCH_5, entry_id=FIRST, erased_by=RELAIS)
    assert not known(opened(), HELD, wrong).consultations.by_id


def test_the_person_was_met() -> None:
    met = known(opened(), HELD).encounters
    assert met.last(among=[DataClass.HEALTH], organisation_id=RELAIS) == MARCH_4
    undone = known(opened(), HELD, WITHDRAWN).encounters
    assert undone.last(among=[DataClass.HEALTH]) is None


def test_a_count_says_not_whose_it_was() -> None:
    assert entry_of(FIRST) not in {FIRST, FACILITY}
