from uuid import UUID

from domain.epices import Question
from domain.pathway.pathway import Pathway
from domain.pathway.questionnaires import (
    EpicesAnswered,
    EpicesEnteredInError,
    NothingAnswered,
    QuestionnaireAlreadyKnown,
    QuestionnaireUnknown,
)
from domain.pathway.wrong_file import FactRecordedInWrongFile
from tests.domain.pathway.people import MARCH_5, RELAIS, opened
from tests.domain.scenario import given, known

ASKED = UUID("cccccccc-0000-4000-8000-000000000041")
SOME = {Question.COUPLE: False, Question.SPORT: True}

ANSWERED = EpicesAnswered(occurred_at=MARCH_5, questionnaire_id=ASKED, answers=SOME)
WITHDRAWN = EpicesEnteredInError(occurred_at=MARCH_5, questionnaire_id=ASKED)


def answer(pathway: Pathway) -> EpicesAnswered:
    return pathway.questionnaires.answer(questionnaire_id=ASKED, answers=SOME, at=MARCH_5)


def withdraw(pathway: Pathway) -> EpicesEnteredInError:
    return pathway.questionnaires.enter_in_error(questionnaire_id=ASKED, at=MARCH_5)


def test_questions_may_stay_open() -> None:
    given(opened()).when(answer).then(ANSWERED)
    assert known(opened(), ANSWERED).questionnaires.by_id[ASKED].answers == SOME


def test_an_id_is_one_questionnaires() -> None:
    given(opened(), ANSWERED).when(answer).then_refused(QuestionnaireAlreadyKnown)


def test_nothing_answered_is_nothing_to_note() -> None:
    given(opened()).when(
        lambda pathway: pathway.questionnaires.answer(
            questionnaire_id=ASKED, answers={}, at=MARCH_5
        )
    ).then_refused(NothingAnswered)


def test_answers_are_withdrawn_once() -> None:
    given(opened(), ANSWERED).when(withdraw).then(WITHDRAWN)
    given(opened(), ANSWERED, WITHDRAWN).when(withdraw).then_refused(QuestionnaireUnknown)


def test_answers_of_somebody_else_are_known_no_more() -> None:
    wrong = FactRecordedInWrongFile(occurred_at=MARCH_5, entry_id=ASKED, erased_by=RELAIS)
    assert known(opened(), ANSWERED, wrong).questionnaires.by_id == {}
