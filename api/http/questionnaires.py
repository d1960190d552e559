"""EPICES: what the person answered, and the score where every question was."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field, PlainSerializer

from api.http.door import ADoor, AnItemDoor, Asked, Told
from api.http.reading import AReading, Shown
from api.http.says import on_item, on_pathway, reads
from application.needs.answer_epices import AnswerEpices, answer_epices
from application.needs.enter_epices_in_error import EnterEpicesInError, enter_epices_in_error
from domain.epices import EpicesScale, Question, not_answered
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.questionnaires import (
    EpicesAnswered,
    NothingAnswered,
    QuestionnaireAlreadyKnown,
    QuestionnaireUnknown,
)

router = APIRouter(prefix="/v1/pathways/{pathway_id}/epices", tags=["needs"])
Score = Annotated[Decimal, PlainSerializer(float, return_type=float)]
EXAMPLE = {question: question is Question.DIFFICULTY_IN_MONTH for question in Question}


class Answered(Asked):
    answers: dict[Question, bool] = Field(
        description="True is yes. What is left out was not answered: there is no score then.",
        examples=[EXAMPLE],
    )


class QuestionnaireShown(Shown):
    """It describes the people met, together: nothing is ever refused on its account."""

    id: UUID
    answered_at: datetime
    answers: dict[Question, bool]
    not_answered: tuple[Question, ...]
    score: Score | None = Field(description="From 0 to 100; null where an answer is missing.")
    precarious: bool | None = Field(description="Null where there is no score.")
    scale: str = Field(description="The version of the weights.", examples=["epices-2006"])


@router.get("", responses=reads(PathwayNotOpened))
def questionnaires(pathway_id: UUID, reading: AReading) -> tuple[QuestionnaireShown, ...]:
    """What the person answered, each time they were asked."""
    answered = reading.pathway(pathway_id).pathway.questionnaires.by_id.values()
    return tuple(_shown(one, reading.house.epices) for one in answered)


@on_pathway(router, "", QuestionnaireAlreadyKnown, NothingAnswered)
def answer(pathway_id: UUID, asked: Answered, door: ADoor) -> Told:
    """Note what the person answers; any question may be left open."""
    command = door.command(AnswerEpices, asked, pathway_id=pathway_id)
    return door.run(answer_epices, command, of=command.questionnaire_id)


@on_item(router, "/{questionnaire_id}/withdrawal", QuestionnaireUnknown)
def withdraw(pathway_id: UUID, questionnaire_id: UUID, asked: Asked, door: AnItemDoor) -> Told:
    """Note that these never were the person's answers."""
    addressed = {"pathway_id": pathway_id, "questionnaire_id": questionnaire_id}
    command = door.command(EnterEpicesInError, asked, **addressed)
    return door.run(enter_epices_in_error, command, of=questionnaire_id)


def _shown(answered: EpicesAnswered, scale: EpicesScale) -> QuestionnaireShown:
    score = scale.score(answered.answers)
    return QuestionnaireShown(
        id=answered.questionnaire_id,
        answered_at=answered.occurred_at,
        answers=dict(answered.answers),
        not_answered=not_answered(answered.answers),
        score=score,
        precarious=None if score is None else scale.is_precarious(score),
        scale=scale.version,
    )
