"""Before a stay: a place is asked for, offered, accepted or declined."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import ClassVar, Self
from uuid import UUID

from domain.facility.refusals import HoldOver
from domain.kernel import Fact, Items, Part, having, none_yet, without
from domain.pathway.stays.facts import (
    PlaceAccepted,
    PlaceDeclined,
    PlaceOffered,
    PlaceRequested,
    StayEnded,
    StayEnteredInError,
    StayExtended,
    StayStarted,
)
from domain.pathway.stays.refusals import (
    ReasonNotTheirs,
    StayAlreadyRequested,
    StayNotAtThisStep,
    StayNotYours,
    StayPastBirthday,
    StayTooLong,
    StayUnknown,
)
from domain.pathway.stays.stay import KEPT, Stay, StayState, as_requested, changes_by
from domain.pathway.stays.words import REASONS_OF, DeclinedBy, PlaceAsk, PlaceDeclineReason
from domain.pathway.wrong_file import FactRecordedInWrongFile


@dataclass(frozen=True, slots=True)
class Limits:
    """The first days on which a stay cannot go on; None where there is no such limit."""

    term: date | None = None  # beyond what is agreed at once
    birthday: date | None = None  # of a child too old for such a facility

    def must_allow(self, until: date) -> None:
        """Refuse a stay that would go on beyond them.

        Raises:
            StayPastBirthday: a child would be too old.
            StayTooLong: it is more than what is agreed at once.
        """
        if self.birthday is not None and until > self.birthday:
            raise StayPastBirthday
        if self.term is not None and until > self.term:
            raise StayTooLong


@dataclass(frozen=True, slots=True)
class Asking(Part):
    """The stays of the person, those to come and those that never came included."""

    facts: ClassVar = (
        PlaceRequested,
        PlaceOffered,
        PlaceAccepted,
        PlaceDeclined,
        StayStarted,
        StayExtended,
        StayEnded,
        StayEnteredInError,
        FactRecordedInWrongFile,
    )

    by_id: Items[UUID, Stay] = field(default_factory=none_yet)

    def request(
        self,
        *,
        stay_id: UUID,
        ask: PlaceAsk,
        organisation_id: UUID,
        by: UUID,
        limits: Limits,
        kept_until: datetime,
        at: datetime,
    ) -> PlaceRequested:
        """Ask a facility for a place, for which one is kept meanwhile.

        Raises:
            StayAlreadyRequested: it was asked for.
            StayPastBirthday: a child would be too old for such a facility.
            StayTooLong: it is more than what is agreed at once.
        """
        if stay_id in self.by_id:
            raise StayAlreadyRequested
        limits.must_allow(ask.days.until)
        return PlaceRequested(
            occurred_at=at,
            data_class=ask.class_of_content(),
            stay_id=stay_id,
            facility_id=ask.facility_id,
            organisation_id=organisation_id,
            requested_by=by,
            kind=ask.kind,
            starts=ask.days.starts,
            until=ask.days.until,
            kept_until=kept_until,
        )

    def offer(
        self, *, stay_id: UUID, by: UUID, kept_until: datetime, at: datetime, now: datetime
    ) -> PlaceOffered:
        """Say that the person may have the place; their answer is awaited.

        Raises:
            StayNotYours: it is another organisation's facility.
            StayNotAtThisStep: it was offered before, or is over.
            HoldOver: the place is not kept any more.
        """
        stay = self._of_facility(stay_id, by)
        must_be(stay, StayState.REQUESTED, now)
        return PlaceOffered(
            occurred_at=at, data_class=stay.data_class, stay_id=stay_id, kept_until=kept_until
        )

    def accept(
        self, *, stay_id: UUID, by: UUID, kept_until: datetime, at: datetime, now: datetime
    ) -> PlaceAccepted:
        """Record that the person accepts what was offered.

        Raises:
            StayNotYours: another organisation asked, and another was asked.
            StayNotAtThisStep: nothing is offered.
            HoldOver: the place is not kept any more.
        """
        stay = self._of_party(stay_id, by)
        must_be(stay, StayState.OFFERED, now)
        return PlaceAccepted(
            occurred_at=at,
            data_class=stay.data_class,
            stay_id=stay_id,
            recorded_by=by,
            kept_until=kept_until,
        )

    def decline(
        self,
        *,
        stay_id: UUID,
        by: UUID,
        declined_by: DeclinedBy,
        reason: PlaceDeclineReason,
        at: datetime,
    ) -> PlaceDeclined:
        """Record who says no, and why; also once the place is not kept any more.

        Raises:
            StayNotYours: it is not for this organisation to say so.
            StayNotAtThisStep: the stay began, or was declined.
            ReasonNotTheirs: whoever said no has other reasons.
        """
        stay = self._of_party(stay_id, by)
        if (declined_by is DeclinedBy.FACILITY and by != stay.organisation_id) or (
            declined_by is DeclinedBy.REQUESTER and by != stay.requested_by
        ):
            raise StayNotYours
        if stay.state not in KEPT:
            raise StayNotAtThisStep
        if reason not in REASONS_OF[declined_by]:
            raise ReasonNotTheirs
        return PlaceDeclined(
            occurred_at=at,
            data_class=stay.data_class,
            stay_id=stay_id,
            recorded_by=by,
            declined_by=declined_by,
            reason=reason,
        )

    def withdraw(self, *, stay_id: UUID, by: UUID, at: datetime) -> StayEnteredInError:
        """Say that it never was this person's.

        Raises:
            StayNotYours: it is not for this organisation to say so.
        """
        stay = self._of_party(stay_id, by)
        return StayEnteredInError(
            occurred_at=at, data_class=stay.data_class, stay_id=stay_id, withdrawn_by=by
        )

    def known(self, stay_id: UUID) -> Stay:
        """A stay of the person.

        Raises:
            StayUnknown: there is none under this id.
        """
        if stay_id not in self.by_id:
            raise StayUnknown
        return self.by_id[stay_id]

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case PlaceRequested():
                return type(self)(having(self.by_id, fact.stay_id, as_requested(fact)))
            case StayEnteredInError():
                return type(self)(without(self.by_id, fact.stay_id))
            case FactRecordedInWrongFile():
                return type(self)(without(self.by_id, fact.entry_id))
            case (
                PlaceOffered()
                | PlaceAccepted()
                | PlaceDeclined()
                | StayStarted()
                | StayExtended()
                | StayEnded()
            ) if stay := self.by_id.get(fact.stay_id):
                changed = stay._replace(**changes_by(fact))
                return type(self)(having(self.by_id, fact.stay_id, changed))
        return self

    def _of_facility(self, stay_id: UUID, by: UUID) -> Stay:
        stay = self.known(stay_id)
        if by != stay.organisation_id:
            raise StayNotYours
        return stay

    def _of_party(self, stay_id: UUID, by: UUID) -> Stay:
        stay = self.known(stay_id)
        if by not in stay.parties:
            raise StayNotYours
        return stay


def must_be(stay: Stay, state: StayState, now: datetime) -> None:
    """Refuse a stay that is at another step, or whose place is not kept any more.

    Raises:
        StayNotAtThisStep: it is at another.
        HoldOver: the place is not kept.
    """
    if stay.state is not state:
        raise StayNotAtThisStep
    if stay.state_at(now) is StayState.LAPSED:
        raise HoldOver
