"""Why an activity is not held, corrected or shown."""

from domain.refusals import Conflict, Forbidden, NotFound


class ActivityUnknown(NotFound):
    code = "activity-unknown"
    title = "Your organisation holds no such activity."


class NotYoursToHold(Forbidden):
    code = "not-yours-to-hold"
    title = "Activities are held by caseworkers and coordinators: act under such a membership."


class ActivityAlreadyHeld(Conflict):
    code = "activity-already-held"
    title = "This activity is recorded already."


class ActivityDatesReversed(Conflict):
    code = "activity-dates-reversed"
    title = "An activity ends after it begins, and within a week: check both times."


class NotAnOutreachSession(Conflict):
    code = "not-an-outreach-session"
    title = (
        "People are met one by one during outreach sessions: count those of this activity in it."
    )
