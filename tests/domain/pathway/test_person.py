from uuid import UUID

import pytest
from pydantic import ValidationError

from domain.data_classes import DataClass
from domain.dates import PartialDate
from domain.pathway.pathway import Pathway
from domain.pathway.person import (
    CalledOtherwise,
    CorrectionReason,
    DeathAlreadyReported,
    DeathNotReported,
    DeathReported,
    DeathReportedInError,
    Gender,
    Housing,
    Identity,
    IdentityAlreadyDeclared,
    IdentityCorrected,
    IdentityDeclared,
    IdentityNotDeclared,
    InterpreterNeedEnded,
    InterpreterNeedRecorded,
    LivingSituationDescribed,
    NoInterpreterNeeded,
    NothingCorrected,
)
from tests.domain.pathway.people import MARCH_5, opened
from tests.domain.scenario import given, known

AWA = Identity(
    family_name="Diallo",
    given_names="Awa",
    born=PartialDate(year=1987, approximate=True),
    birth_country="GN",
    gender=Gender.WOMAN,
)
AWA_AS_PRINTED = AWA.model_copy(update={"family_name": "Dialo"})
TOLD = UUID(int=1)
DECLARED = IdentityDeclared(occurred_at=MARCH_5, identity=AWA, identity_id=TOLD)
CORRECTED = IdentityCorrected(
    identity_id=TOLD,
    occurred_at=MARCH_5,
    identity=AWA_AS_PRINTED,
    corrects=2,
    reason=CorrectionReason.DOCUMENT_SEEN,
)
DIED = DeathReported(occurred_at=MARCH_5, died=PartialDate(year=2026, month=3))


def declare(pathway: Pathway) -> IdentityDeclared:
    return pathway.person.declare(identity=AWA, identity_id=TOLD, at=MARCH_5)


def correct(pathway: Pathway) -> IdentityCorrected:
    return pathway.person.correct(
        identity=AWA_AS_PRINTED, reason=CorrectionReason.DOCUMENT_SEEN, at=MARCH_5
    )


def test_an_identity_is_declared_after_the_first_meeting() -> None:
    given(opened()).when(declare).then(DECLARED)


def test_an_identity_is_declared_once() -> None:
    given(opened(), DECLARED).when(declare).then_refused(IdentityAlreadyDeclared)


def test_a_correction_names_the_fact_it_corrects() -> None:
    given(opened(), DECLARED).when(correct).then(CORRECTED)


def test_a_correction_is_corrected_in_its_turn() -> None:
    given(opened(), DECLARED, CORRECTED).when(
        lambda pathway: pathway.person.correct(
            identity=AWA, reason=CorrectionReason.MISTYPED, at=MARCH_5
        )
    ).then(
        IdentityCorrected(
            identity_id=TOLD,
            occurred_at=MARCH_5,
            identity=AWA,
            corrects=3,
            reason=CorrectionReason.MISTYPED,
        )
    )


def test_only_a_declared_identity_is_corrected() -> None:
    given(opened()).when(correct).then_refused(IdentityNotDeclared)


def test_a_correction_corrects_something() -> None:
    given(opened(), DECLARED, CORRECTED).when(correct).then_refused(NothingCorrected)


def test_an_identity_names_somebody() -> None:
    with pytest.raises(ValidationError):
        Identity(birth_country="GN")


def test_the_person_says_what_they_are_called() -> None:
    call = lambda pathway: pathway.person.call(called="Aïssata", at=MARCH_5)
    called = CalledOtherwise(occurred_at=MARCH_5, called="Aïssata")
    given(opened()).when(call).then(called)
    given(opened(), called).when(call).then_refused(NothingCorrected)


def test_a_need_of_an_interpreter_is_recorded_then_ended() -> None:
    need = lambda pathway: pathway.person.need_interpreter(language="ff", at=MARCH_5)
    end = lambda pathway: pathway.person.end_interpreter_need(at=MARCH_5)
    needed = InterpreterNeedRecorded(occurred_at=MARCH_5, language="ff")
    ended = InterpreterNeedEnded(occurred_at=MARCH_5)
    given(opened()).when(need).then(needed)
    given(opened(), needed).when(need).then_refused(NothingCorrected)
    given(opened(), needed).when(end).then(ended)
    given(opened(), needed, ended).when(end).then_refused(NoInterpreterNeeded)


@pytest.mark.parametrize(
    ("housing", "data_class"),
    [
        (Housing.HOSTED, DataClass.SOCIAL),
        (Housing.ASYLUM_RECEPTION, DataClass.STATUS),
        (Housing.MATERNAL_CENTRE, DataClass.PROTECTION),
        (Housing.REFUGE, DataClass.PROTECTION),
    ],
)
def test_a_place_that_tells_a_situation_has_the_class_of_that_situation(
    housing: Housing, data_class: DataClass
) -> None:
    described = LivingSituationDescribed(
        occurred_at=MARCH_5, data_class=data_class, housing=housing, commune="63113"
    )
    given(opened()).when(
        lambda pathway: pathway.person.describe_living(housing=housing, commune="63113", at=MARCH_5)
    ).then(described)
    person = known(opened(), described).person
    assert (person.housing, person.commune) == (housing, "63113")


def test_a_death_is_reported_once() -> None:
    report = lambda pathway: pathway.person.report_death(died=DIED.died, at=MARCH_5)
    given(opened()).when(report).then(DIED)
    given(opened(), DIED).when(report).then_refused(DeathAlreadyReported)
    assert known(opened(), DIED).person.is_dead


def test_a_death_of_somebody_alive_is_corrected() -> None:
    withdraw = lambda pathway: pathway.person.withdraw_death_report(at=MARCH_5)
    withdrawn = DeathReportedInError(occurred_at=MARCH_5, corrects=2)
    given(opened(), DIED).when(withdraw).then(withdrawn)
    given(opened(), DIED, withdrawn).when(withdraw).then_refused(DeathNotReported)
    assert not known(opened(), DIED, withdrawn).person.is_dead
