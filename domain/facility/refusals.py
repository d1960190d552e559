"""How what is asked of a facility is refused."""

from domain.refusals import Conflict, Forbidden, NotFound


class FacilityUnknown(NotFound):
    code = "facility-unknown"
    title = "There is no such facility in the network."


class FacilityAlreadyRegistered(Conflict):
    code = "facility-already-registered"
    title = "This facility is registered already."


class NotYoursToRun(Forbidden):
    code = "facility-not-yours"
    title = "Only those who work in the facility's organisation may do this."


class CapacityDatesReversed(Conflict):
    code = "capacity-dates-reversed"
    title = "A capacity holds from a day until a later one: give the days in that order."


class CapacityBelowTaken(Conflict):
    code = "capacity-below-taken"
    title = (
        "More places than that are held or occupied on one of these days: free some first, or "
        "declare it from a later day."
    )


class NoPlaceLeft(Conflict):
    code = "no-place-left"
    title = (
        "No place of this kind is free on each of these days: ask for other days, another kind or "
        "another facility."
    )


class HoldOver(Conflict):
    code = "hold-over"
    title = "This place was kept for a time that has passed: request a place again."


class PeriodTooLong(Conflict):
    code = "period-too-long"
    title = "Ask about a shorter period: from a day to a later one, within 366 days."
