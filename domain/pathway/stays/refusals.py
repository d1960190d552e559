"""How what is asked of a stay is refused."""

from domain.refusals import Conflict, Forbidden, NotFound


class StayUnknown(NotFound):
    code = "stay-unknown"
    title = "There is no such stay on this pathway, or none that you may see."


class StayNotYours(Forbidden):
    code = "stay-not-yours"
    title = "Only the facility's organisation, or the one that asked for the place, may do this."


class StayNotAtThisStep(Conflict):
    code = "stay-not-at-this-step"
    title = "This stay is not at a step that allows it: see its present state."


class StayAlreadyRequested(Conflict):
    code = "stay-already-requested"
    title = "A place was requested for this stay already."


class ReasonNotTheirs(Conflict):
    code = "reason-not-theirs"
    title = "This is not a reason of whoever said no: choose another reason, or say who did."


class StayOutsideItsPlace(Conflict):
    code = "stay-outside-its-place"
    title = "The place is kept for other days: choose one of them, or request another place."


class StayNotYet(Conflict):
    code = "stay-not-yet"
    title = "This day has not come: record it that day."


class StayNotLonger(Conflict):
    code = "stay-not-longer"
    title = "A stay is extended to a later day: to make it shorter, end it that day."


class StayTooLong(Conflict):
    code = "stay-too-long"
    title = "This is longer than what is agreed at once: choose an earlier day, extend it later."


class StayPastBirthday(Conflict):
    code = "stay-past-birthday"
    title = (
        "A stay there is over when the youngest child reaches the age that the rules give: choose "
        "an earlier day."
    )


class StaysAtOnce(Conflict):
    code = "stays-at-once"
    title = "Another stay of this person has begun on one of these days: end it first."
