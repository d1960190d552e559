"""The dated agreements under which an organisation takes part: joint responsibility for data."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import ClassVar, Self
from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import Fact, Items, Part, having, none_yet
from domain.refusals import Conflict, NotFound


class AgreementSigned(Fact, topic="agreement-signed", lowest=DataClass.IDENTITY):
    agreement_id: UUID
    starts_on: date
    ends_on: date | None  # its last day; None: until it is ended


class AgreementEnded(Fact, topic="agreement-ended", lowest=DataClass.IDENTITY):
    agreement_id: UUID
    ended_on: date  # its last day


class AgreementUnknown(NotFound):
    code = "agreement-unknown"
    title = "This organisation signed no such agreement."


class AgreementAlreadySigned(Conflict):
    code = "agreement-already-signed"
    title = "This agreement is signed already."


class AgreementDatesReversed(Conflict):
    code = "agreement-dates-reversed"
    title = "An agreement ends on the day it starts, or later."


class AgreementAlreadyEnded(Conflict):
    code = "agreement-already-ended"
    title = "This agreement ends on that day already, or sooner."


class NoAgreementInForce(Conflict):
    code = "no-agreement-in-force"
    title = "This organisation has no agreement in force: it must sign one before it takes part."


@dataclass(frozen=True, slots=True)
class Agreement:
    starts_on: date
    ends_on: date | None  # its last day

    def covers(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


@dataclass(frozen=True, slots=True)
class Agreements(Part):
    """Every agreement of the organisation, by id."""

    facts: ClassVar = (AgreementSigned, AgreementEnded)

    by_id: Items[UUID, Agreement] = field(default_factory=none_yet)

    @property
    def latest(self) -> Agreement | None:
        """The one that ends last; None: none was signed."""
        return max(self.by_id.values(), key=lambda one: one.ends_on or date.max, default=None)

    def in_force(self, day: date) -> bool:
        """Whether the organisation may take part that day."""
        return any(agreement.covers(day) for agreement in self.by_id.values())

    def sign(
        self, *, agreement_id: UUID, starts_on: date, ends_on: date | None, at: datetime
    ) -> AgreementSigned:
        """Enter an agreement, from its first day to its last.

        Raises:
            AgreementAlreadySigned: it was entered before.
            AgreementDatesReversed: it would end before it starts.
        """
        if agreement_id in self.by_id:
            raise AgreementAlreadySigned
        if ends_on is not None and ends_on < starts_on:
            raise AgreementDatesReversed
        return AgreementSigned(
            occurred_at=at, agreement_id=agreement_id, starts_on=starts_on, ends_on=ends_on
        )

    def end(self, *, agreement_id: UUID, last_day: date, at: datetime) -> AgreementEnded:
        """End an agreement sooner than it says.

        Raises:
            AgreementUnknown: there is none under this id.
            AgreementDatesReversed: it would end before it starts.
            AgreementAlreadyEnded: it ends no later already.
        """
        if agreement_id not in self.by_id:
            raise AgreementUnknown
        agreement = self.by_id[agreement_id]
        if last_day < agreement.starts_on:
            raise AgreementDatesReversed
        if agreement.ends_on is not None and agreement.ends_on <= last_day:
            raise AgreementAlreadyEnded
        return AgreementEnded(occurred_at=at, agreement_id=agreement_id, ended_on=last_day)

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case AgreementSigned():
                signed = Agreement(fact.starts_on, fact.ends_on)
                return type(self)(having(self.by_id, fact.agreement_id, signed))
            case AgreementEnded():
                ended = replace(self.by_id[fact.agreement_id], ends_on=fact.ended_on)
                return type(self)(having(self.by_id, fact.agreement_id, ended))
        return self
