"""Why a mandate is not asked for, granted or ended."""

from domain.refusals import Conflict, Forbidden, NotFound


class MandateUnknown(NotFound):
    code = "mandate-unknown"
    title = "There is no such mandate that you may see."


class NotYoursToMandate(Forbidden):
    code = "not-yours-to-mandate"
    title = "Only administrators and coordinators ask for mandates; an auditor reads their own."


class MandateOfOneself(Forbidden):
    code = "mandate-of-oneself"
    title = "Nobody mandates themself: let two other people ask for it and grant it."


class MandateNotYoursToGrant(Forbidden):
    code = "mandate-not-yours-to-grant"
    title = (
        "A mandate is granted by somebody else than who asked, in the organisation that founded "
        "the network, or in the only one that it is about."
    )


class MandateDatesWrong(Conflict):
    code = "mandate-dates-wrong"
    title = "A mandate ends after it begins, later than now, and within six months."


class NotAnAuditor(Conflict):
    code = "not-an-auditor"
    title = "A mandate is given to a present member who has the role of auditor."


class MandateAlreadyGranted(Conflict):
    code = "mandate-already-granted"
    title = "This mandate was granted already."


class MandateOver(Conflict):
    code = "mandate-over"
    title = "This mandate is over: ask for another one."
