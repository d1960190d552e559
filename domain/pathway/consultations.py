"""Consultations of health centres by a person who has a pathway."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import ClassVar, Self
from uuid import UUID, uuid5

from domain.consultations.words import Consultation, Orientation, ReasonGroup
from domain.data_classes import DataClass
from domain.kernel import Fact, Items, Part, having, none_yet, without
from domain.pathway.wrong_file import FactRecordedInWrongFile
from domain.refusals import Conflict, NotFound


class ConsultationHeld(Fact, topic="consultation-held", lowest=DataClass.HEALTH):
    consultation_id: UUID
    held_by: UUID  # organisation
    facility_id: UUID
    on: date
    professional_id: UUID  # member
    reason: ReasonGroup
    is_new: bool  # False: the facility met this person before
    orientation: Orientation


class ConsultationEnteredInError(
    Fact, topic="consultation-entered-in-error", lowest=DataClass.HEALTH
):
    consultation_id: UUID
    withdrawn_by: UUID  # organisation


class ConsultationAlreadyHeld(Conflict):
    code = "consultation-already-held"
    title = "This consultation is recorded already."


class ConsultationUnknown(NotFound):
    code = "consultation-unknown"
    title = "There is no such consultation of your organisation on this pathway."


def entry_of(consultation_id: UUID) -> UUID:
    """Where a consultation is counted; who reads the count cannot find whose it was."""
    return uuid5(consultation_id, "counted")


@dataclass(frozen=True, slots=True)
class Consultations(Part):
    """Those that stand, by id."""

    facts: ClassVar = (ConsultationHeld, ConsultationEnteredInError, FactRecordedInWrongFile)

    by_id: Items[UUID, ConsultationHeld] = field(default_factory=none_yet)

    def hold(
        self,
        *,
        consultation_id: UUID,
        consultation: Consultation,
        facility_id: UUID,
        on: date,
        by: UUID,
        at: datetime,
    ) -> ConsultationHeld:
        """Record a consultation, of the class that its reason has.

        Raises:
            ConsultationAlreadyHeld: it is recorded.
        """
        if consultation_id in self.by_id:
            raise ConsultationAlreadyHeld
        return ConsultationHeld(
            occurred_at=at,
            data_class=consultation.reason.data_class,
            consultation_id=consultation_id,
            held_by=by,
            facility_id=facility_id,
            on=on,
            **dict(consultation),
        )

    def withdraw(
        self, *, consultation_id: UUID, by: UUID, at: datetime
    ) -> ConsultationEnteredInError:
        """Say that a consultation should never have been recorded.

        Raises:
            ConsultationUnknown: one's organisation recorded none under this id.
        """
        known = self.by_id.get(consultation_id)
        if known is None or known.held_by != by:
            raise ConsultationUnknown
        return ConsultationEnteredInError(
            occurred_at=at,
            data_class=known.data_class,
            consultation_id=consultation_id,
            withdrawn_by=by,
        )

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case ConsultationHeld():
                return type(self)(having(self.by_id, fact.consultation_id, fact))
            case ConsultationEnteredInError():
                return type(self)(without(self.by_id, fact.consultation_id))
            case FactRecordedInWrongFile():
                return type(self)(without(self.by_id, fact.entry_id))
        return self
