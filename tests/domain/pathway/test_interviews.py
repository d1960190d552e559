import pytest
from pydantic import ValidationError

from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.pathway.follow_up import Mode
from domain.pathway.interviews import (
    Interview,
    InterviewAlreadyHeld,
    InterviewEnteredInError,
    InterviewThemesDiscussed,
    InterviewUnknown,
    MediationInterviewHeld,
    NextStep,
    Theme,
)
from domain.pathway.pathway import Pathway
from tests.domain.pathway.people import CCAS, INTERVIEW, MARCH_5, RELAIS, opened
from tests.domain.scenario import given, known


def held(*themes: Theme) -> MediationInterviewHeld:
    return MediationInterviewHeld(
        occurred_at=MARCH_5,
        interview_id=INTERVIEW,
        held_by=RELAIS,
        mode=Mode.OUTREACH,
        minutes=40,
        themes=themes,
        next_step=NextStep.GO_TOGETHER,
    )


def discussed(data_class: DataClass, *themes: Theme) -> InterviewThemesDiscussed:
    return InterviewThemesDiscussed(
        occurred_at=MARCH_5, data_class=data_class, interview_id=INTERVIEW, themes=themes
    )


def hold(pathway: Pathway, *themes: Theme) -> list[Fact]:
    interview = Interview(
        mode=Mode.OUTREACH, minutes=40, themes=themes, next_step=NextStep.GO_TOGETHER
    )
    return pathway.interviews.hold(
        interview_id=INTERVIEW, interview=interview, by=RELAIS, at=MARCH_5
    )


def withdraw(pathway: Pathway) -> Fact:
    return pathway.interviews.withdraw(interview_id=INTERVIEW, by=RELAIS, at=MARCH_5)


def test_an_interview_is_recorded_once() -> None:
    given(opened()).when(lambda pathway: hold(pathway, Theme.RIGHTS)).then(held(Theme.RIGHTS))
    given(opened(), held(Theme.RIGHTS)).when(
        lambda pathway: hold(pathway, Theme.RIGHTS)
    ).then_refused(InterviewAlreadyHeld)


def test_themes_of_another_class_are_facts_of_their_own() -> None:
    given(opened()).when(
        lambda pathway: hold(
            pathway, Theme.VIOLENCE, Theme.RIGHTS, Theme.ADDICTION, Theme.HEALTH, Theme.MONEY
        )
    ).then(
        held(Theme.MONEY, Theme.RIGHTS),
        discussed(DataClass.HEALTH, Theme.ADDICTION, Theme.HEALTH),
        discussed(DataClass.PROTECTION, Theme.VIOLENCE),
    )


def test_an_interview_may_have_no_theme_that_everybody_may_know() -> None:
    given(opened()).when(lambda pathway: hold(pathway, Theme.SUFFERING)).then(
        held(), discussed(DataClass.MENTAL_HEALTH, Theme.SUFFERING)
    )


def test_an_interview_is_about_something_and_ends_the_same_day() -> None:
    with pytest.raises(ValidationError):
        Interview(mode=Mode.OFFICE, minutes=40, themes=())
    for minutes in (0, 601):
        with pytest.raises(ValidationError):
            Interview(mode=Mode.OFFICE, minutes=minutes, themes=(Theme.WORK,))


def test_themes_said_twice_or_in_another_order_are_the_same() -> None:
    one = Interview(mode=Mode.OFFICE, minutes=1, themes=(Theme.WORK, Theme.MONEY, Theme.WORK))
    other = Interview(mode=Mode.OFFICE, minutes=1, themes=(Theme.MONEY, Theme.WORK))
    assert one == other


def test_only_who_recorded_an_interview_says_it_was_an_error() -> None:
    in_error = InterviewEnteredInError(
        occurred_at=MARCH_5, interview_id=INTERVIEW, withdrawn_by=RELAIS
    )
    given(opened(), held(Theme.RIGHTS)).when(withdraw).then(in_error)
    given(opened()).when(withdraw).then_refused(InterviewUnknown)
    given(opened(), held(Theme.RIGHTS)).when(
        lambda pathway: pathway.interviews.withdraw(interview_id=INTERVIEW, by=CCAS, at=MARCH_5)
    ).then_refused(InterviewUnknown)
    assert not known(opened(), held(Theme.RIGHTS), in_error).interviews.held_by
