"""What the person answered to the EPICES questions; the score is worked out where it is shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar, Self
from uuid import UUID

from domain.data_classes import DataClass
from domain.epices import Answers, Question
from domain.kernel import Fact, Items, Part, having, none_yet, without
from domain.pathway.wrong_file import FactRecordedInWrongFile
from domain.refusals import Conflict, NotFound


class EpicesAnswered(Fact, topic="epices-answered", lowest=DataClass.SOCIAL):
    questionnaire_id: UUID
    answers: Mapping[Question, bool]  # what was not answered is absent


class EpicesEnteredInError(Fact, topic="epices-entered-in-error", lowest=DataClass.SOCIAL):
    questionnaire_id: UUID


class NothingAnswered(Conflict):
    code = "nothing-answered"
    title = "Record at least one answer; the others can stay open."


class QuestionnaireUnknown(NotFound):
    code = "questionnaire-unknown"
    title = "There is no such questionnaire on this pathway."


class QuestionnaireAlreadyKnown(Conflict):
    code = "questionnaire-already-known"
    title = "This questionnaire is already on the pathway."


@dataclass(frozen=True, slots=True)
class Questionnaires(Part):
    """The EPICES questionnaires, each as it was answered on its day."""

    facts: ClassVar = (EpicesAnswered, EpicesEnteredInError, FactRecordedInWrongFile)

    by_id: Items[UUID, EpicesAnswered] = field(default_factory=none_yet)

    def answer(self, *, questionnaire_id: UUID, answers: Answers, at: datetime) -> EpicesAnswered:
        """Note what the person answered; a question may be left open, and there is no score then.

        Raises:
            QuestionnaireAlreadyKnown: this id is another questionnaire's.
            NothingAnswered: every question was left open.
        """
        if questionnaire_id in self.by_id:
            raise QuestionnaireAlreadyKnown
        if not answers:
            raise NothingAnswered
        return EpicesAnswered(occurred_at=at, questionnaire_id=questionnaire_id, answers=answers)

    def enter_in_error(self, *, questionnaire_id: UUID, at: datetime) -> EpicesEnteredInError:
        """Note that these never were the person's answers.

        Raises:
            QuestionnaireUnknown: there is no such questionnaire.
        """
        if questionnaire_id not in self.by_id:
            raise QuestionnaireUnknown
        return EpicesEnteredInError(occurred_at=at, questionnaire_id=questionnaire_id)

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case EpicesAnswered():
                return type(self)(having(self.by_id, fact.questionnaire_id, fact))
            case EpicesEnteredInError():
                return type(self)(without(self.by_id, fact.questionnaire_id))
            case FactRecordedInWrongFile():
                return type(self)(without(self.by_id, fact.entry_id))
        return self
