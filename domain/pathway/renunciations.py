"""Care or a right that the person gives up, why, and what it led to."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Self
from uuid import UUID

from pydantic import model_validator

from domain.data_classes import DataClass
from domain.kernel import Fact, Items, Part, Value, having, none_yet, without
from domain.pathway.obstacles.words import ObstacleKind
from domain.pathway.wrong_file import FactRecordedInWrongFile
from domain.refusals import Conflict, NotFound
from domain.rights.schemes import Scheme
from domain.text import Text


class Care(StrEnum):
    """What care is given up."""

    GENERAL = "general"
    SPECIALIST = "specialist"
    DENTAL = "dental"
    OPTICAL = "optical"
    HEARING = "hearing"
    MEDICINES = "medicines"
    EXAMINATION = "examination"
    HOSPITAL = "hospital"
    MATERNITY = "maternity"
    MENTAL_HEALTH = "mental_health"
    ADDICTION = "addiction"
    OTHER = "other"


class LedTo(StrEnum):
    """What became of it."""

    CARE_TAKEN_UP = "care_taken_up"
    RIGHT_APPLIED_FOR = "right_applied_for"
    REFERRED = "referred"
    EMERGENCY = "emergency"
    WORSENED = "worsened"
    STILL_GIVEN_UP = "still_given_up"
    ENTERED_IN_ERROR = "entered_in_error"
    OTHER = "other"


class GivenUp(Value):
    """Care, or a right: one of the two."""

    care: Care | None = None
    scheme: Scheme | None = None

    @model_validator(mode="after")
    def _one_of_the_two(self) -> Self:
        if (self.care is None) == (self.scheme is None):
            raise ValueError("care or a right is given up, one at a time")
        return self

    @property
    def data_class(self) -> DataClass:
        """To give up care tells that there was something to care for."""
        if self.scheme is not None:
            return self.scheme.data_class
        return DataClass.MENTAL_HEALTH if self.care is Care.MENTAL_HEALTH else DataClass.HEALTH


class CareRenounced(Fact, topic="care-renounced", lowest=DataClass.SOCIAL, alone=True):
    """The name is that of the field; a right may be given up too."""

    renunciation_id: UUID
    given_up: GivenUp
    reason: ObstacleKind
    words: Text | None = None


class RenunciationLedTo(Fact, topic="renunciation-led-to", lowest=DataClass.SOCIAL, alone=True):
    renunciation_id: UUID
    outcome: LedTo
    words: Text | None = None


class RenunciationUnknown(NotFound):
    code = "renunciation-unknown"
    title = "There is no such renunciation on this pathway."


class RenunciationAlreadyKnown(Conflict):
    code = "renunciation-already-known"
    title = "This renunciation is already on the pathway."


class RenunciationIsOver(Conflict):
    code = "renunciation-is-over"
    title = "What this led to is known: note another renunciation if there is one."


@dataclass(frozen=True, slots=True)
class Renunciation:
    given_up: GivenUp
    reason: ObstacleKind
    data_class: DataClass
    since: datetime
    led_to: LedTo | None = None

    @property
    def is_over(self) -> bool:
        return self.led_to not in {None, LedTo.STILL_GIVEN_UP}


@dataclass(frozen=True, slots=True)
class Renunciations(Part):
    """What was given up, and what it led to; words stay in the facts."""

    facts: ClassVar = (CareRenounced, RenunciationLedTo, FactRecordedInWrongFile)

    by_id: Items[UUID, Renunciation] = field(default_factory=none_yet)

    def renounce(
        self,
        *,
        renunciation_id: UUID,
        given_up: GivenUp,
        reason: ObstacleKind,
        words: str | None = None,
        data_class: DataClass | None = None,
        at: datetime,
    ) -> CareRenounced:
        """Note what the person gives up and why; its class is that of the more telling of both.

        Raises:
            RenunciationAlreadyKnown: this id is another one's.
        """
        if renunciation_id in self.by_id:
            raise RenunciationAlreadyKnown
        return CareRenounced(
            occurred_at=at,
            data_class=DataClass.SOCIAL.raised_to(given_up.data_class)
            .raised_to(reason.data_class)
            .raised_to(data_class),
            renunciation_id=renunciation_id,
            given_up=given_up,
            reason=reason,
            words=words,
        )

    def lead_to(
        self, *, renunciation_id: UUID, outcome: LedTo, words: str | None = None, at: datetime
    ) -> RenunciationLedTo:
        """Note what became of it; "still given up" may be followed by something else.

        Raises:
            RenunciationUnknown: there is no such renunciation.
            RenunciationIsOver: what it led to is known.
        """
        if renunciation_id not in self.by_id:
            raise RenunciationUnknown
        known = self.by_id[renunciation_id]
        if known.is_over:
            raise RenunciationIsOver
        return RenunciationLedTo(
            occurred_at=at,
            data_class=known.data_class,
            renunciation_id=renunciation_id,
            outcome=outcome,
            words=words,
        )

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case CareRenounced():
                new = Renunciation(fact.given_up, fact.reason, fact.data_class, fact.occurred_at)
                return type(self)(having(self.by_id, fact.renunciation_id, new))
            case RenunciationLedTo() if known := self.by_id.get(fact.renunciation_id):
                led = replace(known, led_to=fact.outcome)
                return type(self)(having(self.by_id, fact.renunciation_id, led))
            case FactRecordedInWrongFile():
                return type(self)(without(self.by_id, fact.entry_id))
        return self
