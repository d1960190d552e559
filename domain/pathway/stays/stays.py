"""Stays: begun, gone on, ended; every decision on them, in the order of a stay's life."""

from datetime import date, datetime
from typing import Self
from uuid import UUID

from domain.dates import DAY
from domain.pathway.stays.asking import Asking, Limits, must_be
from domain.pathway.stays.facts import StayEnded, StayExtended, StayStarted
from domain.pathway.stays.refusals import (
    StayNotAtThisStep,
    StayNotLonger,
    StayNotYet,
    StayOutsideItsPlace,
    StaysAtOnce,
)
from domain.pathway.stays.stay import Stay, StayState
from domain.pathway.stays.words import Destination


class Stays(Asking):
    """The stays of the person in facilities with places."""

    __slots__ = ()

    def start(
        self,
        *,
        stay_id: UUID,
        by: UUID,
        on: date,
        today: date,
        limits: Limits,
        at: datetime,
        now: datetime,
        seen: Self,
    ) -> StayStarted:
        """Record that the person came, on a day for which their place is kept.

        `seen` are the stays that whoever records it may see: no refusal tells them of another. A
        child whose age is known since the request bounds the stay from here on.

        Raises:
            StayNotYours: it is another organisation's facility.
            StayNotAtThisStep: the place was not accepted, or the stay has begun.
            HoldOver: the place is not kept any more.
            StayNotYet: this day has not come.
            StayOutsideItsPlace: the place is not kept for this day.
            StayPastBirthday: a child is too old for such a facility.
            StaysAtOnce: the person stays elsewhere on one of these days.
        """
        stay = self._of_facility(stay_id, by)
        must_be(stay, StayState.ACCEPTED, now)
        _must_have_come(on, today)
        until = min(stay.until, limits.birthday or stay.until)
        if not stay.starts <= on < stay.until:
            raise StayOutsideItsPlace
        Limits(birthday=limits.birthday).must_allow(max(until, on + DAY))
        seen.must_be_nowhere_else(stay, starts=on, until=until)
        return StayStarted(
            occurred_at=at, data_class=stay.data_class, stay_id=stay_id, starts=on, until=until
        )

    def extend(
        self,
        *,
        stay_id: UUID,
        by: UUID,
        until: date,
        limits: Limits,
        at: datetime,
        seen: Self,
    ) -> StayExtended:
        """Let the person stay on until another day.

        Raises:
            StayNotYours: it is another organisation's facility.
            StayNotAtThisStep: nobody stays there now.
            StayNotLonger: it would not be later.
            StayPastBirthday: a child would be too old for such a facility.
            StayTooLong: it is more than what is agreed at once.
            StaysAtOnce: the person stays elsewhere on one of these days.
        """
        stay = self._begun(stay_id, by)
        if until <= stay.until:
            raise StayNotLonger
        limits.must_allow(until)
        seen.must_be_nowhere_else(stay, starts=stay.until, until=until)
        return StayExtended(
            occurred_at=at, data_class=stay.data_class, stay_id=stay_id, until=until
        )

    def end(
        self,
        *,
        stay_id: UUID,
        by: UUID,
        on: date,
        today: date,
        destination: Destination,
        at: datetime,
    ) -> StayEnded:
        """Record the day they left, on which the place is free, and where they went.

        Raises:
            StayNotYours: it is another organisation's facility.
            StayNotAtThisStep: nobody stays there now.
            StayNotYet: this day has not come.
            StayOutsideItsPlace: it is before they came, or after what was agreed.
        """
        stay = self._begun(stay_id, by)
        _must_have_come(on, today)
        if not stay.starts <= on <= stay.until:
            raise StayOutsideItsPlace
        return StayEnded(
            occurred_at=at,
            data_class=stay.data_class,
            stay_id=stay_id,
            until=on,
            destination=destination,
        )

    def _begun(self, stay_id: UUID, by: UUID) -> Stay:
        stay = self._of_facility(stay_id, by)
        if stay.state is not StayState.STARTED:
            raise StayNotAtThisStep
        return stay

    def must_be_nowhere_else(self, stay: Stay, *, starts: date, until: date) -> None:
        """Refuse days on which the person stays elsewhere.

        Raises:
            StaysAtOnce: they do.
        """
        others = (one for one in self.by_id.values() if one.id != stay.id)
        if any(other.is_on(starts, until) for other in others):
            raise StaysAtOnce


def _must_have_come(day: date, today: date) -> None:
    if day > today:
        raise StayNotYet
