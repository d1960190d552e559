from datetime import UTC, datetime
from uuid import UUID

import pytest

from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.pathway.follow_up import Mode
from domain.pathway.interviews import (
    InterviewEnteredInError,
    MediationInterviewHeld,
    NextStep,
    Theme,
)
from domain.pathway.mediation import (
    Ending,
    MediationAlreadyEnded,
    MediationEnded,
    MediationEndEnteredInError,
    MediationEndUnknown,
    MediationNotUnderWay,
)
from domain.pathway.pathway import Pathway
from domain.pathway.wrong_file import FactRecordedInWrongFile
from tests.domain.pathway.people import CCAS, RELAIS, opened
from tests.domain.scenario import given, known

MONDAY, TUESDAY, FRIDAY = (datetime(2026, 3, day, 10, tzinfo=UTC) for day in (2, 3, 6))
FIRST, SECOND, END = (UUID(f"cccccccc-0000-4000-8000-00000000009{n}") for n in (1, 2, 3))


def held(interview_id: UUID, at: datetime, by: UUID = RELAIS) -> MediationInterviewHeld:
    return MediationInterviewHeld(
        occurred_at=at,
        interview_id=interview_id,
        held_by=by,
        mode=Mode.OFFICE,
        minutes=30,
        themes=(Theme.RIGHTS,),
        next_step=NextStep.NONE,
    )


BEGUN, BACK = held(FIRST, MONDAY), held(SECOND, FRIDAY)
ENDED = MediationEnded(
    occurred_at=TUESDAY, ending_id=END, ended_by=RELAIS, how=Ending.EFFECTIVE_RELAY
)
UNDONE = MediationEndEnteredInError(occurred_at=FRIDAY, ending_id=END, withdrawn_by=RELAIS)


def end(pathway: Pathway, by: UUID = RELAIS, at: datetime = TUESDAY) -> MediationEnded:
    return pathway.mediation.end(ending_id=END, how=Ending.EFFECTIVE_RELAY, by=by, at=at)


def withdraw(pathway: Pathway, by: UUID = RELAIS) -> Fact:
    return pathway.mediation.withdraw_end(ending_id=END, by=by, at=FRIDAY)


def test_what_an_interview_began_is_ended() -> None:
    given(opened(), BEGUN).when(end).then(ENDED)
    given(opened(), BEGUN, ENDED).when(end).then_refused(MediationAlreadyEnded)


@pytest.mark.parametrize(
    "before",
    [(), (held(FIRST, MONDAY, CCAS),), (held(FIRST, FRIDAY),)],
    ids=["nothing", "another's", "later"],
)
def test_nothing_ends_that_was_not_under_way(before: tuple[Fact, ...]) -> None:
    given(opened(), *before).when(end).then_refused(MediationNotUnderWay)


def test_it_does_not_end_twice() -> None:
    earlier = ENDED.model_copy(update={"ending_id": SECOND, "occurred_at": MONDAY})
    given(opened(), BEGUN, earlier).when(end).then_refused(MediationNotUnderWay)


def test_whoever_comes_back_is_seen_as_such() -> None:
    mediation = known(opened(), BEGUN, ENDED).mediation
    assert (mediation.came_back_at(END), mediation.is_under_way(RELAIS, FRIDAY)) == (None, False)
    mediation = known(opened(), BEGUN, ENDED, BACK).mediation
    assert (mediation.came_back_at(END), mediation.is_under_way(RELAIS, FRIDAY)) == (FRIDAY, True)


def test_what_is_recorded_late_is_no_return() -> None:
    late = held(SECOND, MONDAY)
    assert known(opened(), BEGUN, ENDED, late).mediation.came_back_at(END) is None


def test_another_organisation_is_no_return() -> None:
    theirs = held(SECOND, FRIDAY, CCAS)
    assert known(opened(), BEGUN, ENDED, theirs).mediation.came_back_at(END) is None


def test_a_return_entered_in_error_is_none() -> None:
    undone = InterviewEnteredInError(occurred_at=FRIDAY, interview_id=SECOND, withdrawn_by=RELAIS)
    assert known(opened(), BEGUN, ENDED, BACK, undone).mediation.came_back_at(END) is None


def test_an_ending_is_withdrawn_by_whoever_recorded_it() -> None:
    given(opened(), BEGUN, ENDED).when(withdraw).then(UNDONE)
    given(opened(), BEGUN, ENDED).when(lambda pathway: withdraw(pathway, CCAS)).then_refused(
        MediationEndUnknown
    )
    given(opened(), BEGUN, ENDED, UNDONE).when(withdraw).then_refused(MediationEndUnknown)


def test_in_the_wrong_file_it_never_was() -> None:
    wrong = FactRecordedInWrongFile(occurred_at=FRIDAY, entry_id=END, erased_by=RELAIS)
    assert not known(opened(), BEGUN, ENDED, wrong).mediation.endings


def test_a_discreet_part_ends_discreetly() -> None:
    facts = opened(), BEGUN
    ended = known(*facts).mediation.end(
        ending_id=END, how=Ending.LOST, by=RELAIS, at=FRIDAY, data_class=DataClass.PROTECTION
    )
    withdrawn = withdraw(known(*facts, ended))
    assert {ended.data_class, withdrawn.data_class} == {DataClass.PROTECTION}
