"""Mediation interviews: what was talked about, for how long, and the next step agreed."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from itertools import groupby
from typing import Annotated, ClassVar, Self
from uuid import UUID

from pydantic import AfterValidator, Field

from domain.data_classes import DataClass
from domain.kernel import Fact, Items, Part, Value, having, none_yet, without
from domain.pathway.follow_up import Mode
from domain.pathway.wrong_file import FactRecordedInWrongFile
from domain.refusals import Conflict, NotFound


class Theme(StrEnum):
    """What was talked about; it decides who may know that it was."""

    RIGHTS = "rights"
    DOCUMENTS = "documents"
    MONEY = "money"
    HOUSING = "housing"
    FOOD = "food"
    MOBILITY = "mobility"
    WORK = "work"
    LANGUAGE = "language"
    DIGITAL = "digital"
    FAMILY = "family"
    ISOLATION = "isolation"
    CARE_SYSTEM = "care_system"
    RESIDENCE_STATUS = "residence_status"
    HEALTH = "health"
    PREGNANCY = "pregnancy"
    ADDICTION = "addiction"
    SUFFERING = "suffering"
    SCREENING = "screening"
    VIOLENCE = "violence"
    OTHER = "other"


CLASS_OF_THEME = {
    Theme.RESIDENCE_STATUS: DataClass.STATUS,
    Theme.HEALTH: DataClass.HEALTH,
    Theme.PREGNANCY: DataClass.HEALTH,
    Theme.ADDICTION: DataClass.HEALTH,
    Theme.SUFFERING: DataClass.MENTAL_HEALTH,
    Theme.SCREENING: DataClass.SCREENING,
    Theme.VIOLENCE: DataClass.PROTECTION,
}  # what is not listed is social


class NextStep(StrEnum):
    """What was agreed with the person."""

    NONE = "none"
    THINK_IT_OVER = "think_it_over"
    BRING_DOCUMENTS = "bring_documents"
    APPLY_FOR_RIGHT = "apply_for_right"
    BOOK_APPOINTMENT = "book_appointment"
    GO_TOGETHER = "go_together"
    REFER = "refer"
    MEET_AGAIN = "meet_again"


Themes = Annotated[
    tuple[Theme, ...],  # in one order, so that what is said twice reads the same
    Field(min_length=1),
    AfterValidator(lambda themes: tuple(sorted(set(themes)))),
]
Minutes = Annotated[int, Field(ge=1, le=600)]


class Interview(Value):
    """What there is to tell of one."""

    mode: Mode
    minutes: Minutes
    themes: Themes
    next_step: NextStep = NextStep.NONE


class MediationInterviewHeld(Fact, topic="mediation-interview-held", lowest=DataClass.SOCIAL):
    interview_id: UUID
    held_by: UUID  # organisation
    mode: Mode
    minutes: Minutes
    themes: tuple[Theme, ...]  # the social ones
    next_step: NextStep


class InterviewThemesDiscussed(Fact, topic="interview-themes-discussed", lowest=DataClass.STATUS):
    """The more sensitive themes of an interview, a fact for each class of them."""

    interview_id: UUID
    themes: tuple[Theme, ...]


class InterviewEnteredInError(Fact, topic="interview-entered-in-error", lowest=DataClass.SOCIAL):
    interview_id: UUID
    withdrawn_by: UUID  # organisation


class InterviewAlreadyHeld(Conflict):
    code = "interview-already-held"
    title = "This interview is recorded already."


class InterviewUnknown(NotFound):
    code = "interview-unknown"
    title = "There is no such interview of your organisation on this pathway."


@dataclass(frozen=True, slots=True)
class Interviews(Part):
    """Which organisation held each interview, by id."""

    facts: ClassVar = (MediationInterviewHeld, InterviewEnteredInError, FactRecordedInWrongFile)

    held_by: Items[UUID, UUID] = field(default_factory=none_yet)

    def hold(
        self, *, interview_id: UUID, interview: Interview, by: UUID, at: datetime
    ) -> list[Fact]:
        """Record an interview; themes of another class than social are facts of their own.

        Raises:
            InterviewAlreadyHeld: it was recorded before.
        """
        if interview_id in self.held_by:
            raise InterviewAlreadyHeld
        by_class = _by_class(interview.themes)
        held = MediationInterviewHeld(
            occurred_at=at,
            interview_id=interview_id,
            held_by=by,
            mode=interview.mode,
            minutes=interview.minutes,
            themes=by_class.pop(DataClass.SOCIAL, ()),
            next_step=interview.next_step,
        )
        return [
            held,
            *(
                InterviewThemesDiscussed(
                    occurred_at=at, data_class=data_class, interview_id=interview_id, themes=themes
                )
                for data_class, themes in by_class.items()
            ),
        ]

    def withdraw(self, *, interview_id: UUID, by: UUID, at: datetime) -> InterviewEnteredInError:
        """Say that an interview should never have been recorded.

        Raises:
            InterviewUnknown: one's organisation recorded none under this id.
        """
        if self.held_by.get(interview_id) != by:
            raise InterviewUnknown
        return InterviewEnteredInError(occurred_at=at, interview_id=interview_id, withdrawn_by=by)

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case MediationInterviewHeld():
                return type(self)(having(self.held_by, fact.interview_id, fact.held_by))
            case InterviewEnteredInError():
                return type(self)(without(self.held_by, fact.interview_id))
            case FactRecordedInWrongFile():
                return type(self)(without(self.held_by, fact.entry_id))
        return self


def _class_of(theme: Theme) -> DataClass:
    return CLASS_OF_THEME.get(theme, DataClass.SOCIAL)


def _by_class(themes: Iterable[Theme]) -> dict[DataClass, tuple[Theme, ...]]:
    ordered = sorted(themes, key=lambda theme: (_class_of(theme).rank, theme))
    return {data_class: tuple(group) for data_class, group in groupby(ordered, key=_class_of)}
