"""Why something cannot be said of a right."""

from domain.refusals import Conflict, NotFound
from domain.rights.schemes import Document


class RightUnknown(NotFound):
    code = "right-unknown"
    title = "There is no such right on this pathway."


class RightAlreadyKnown(Conflict):
    code = "right-already-known"
    title = "This right is already on the pathway."


class DocumentAlreadyRequired(Conflict):
    code = "document-already-required"
    title = "This document is already asked for and not yet collected."


class DocumentOutOfDate(Conflict):
    code = "document-out-of-date"
    title = "This document no longer proves anything: ask for a newer one."


class PaperNotAccepted(Conflict):
    code = "paper-not-accepted"
    title = "This paper is not accepted as this proof: collect another one."


class DocumentNotCollected(Conflict):
    code = "document-not-collected"
    title = "This document was not collected: there is nothing to reject."


class DocumentMissing(Conflict):
    """Carries which documents, by their codes."""

    code = "document-missing"
    title = "A required document is missing: collect it, or say that you file without it."

    def __init__(self, *documents: Document) -> None:
        super().__init__(*documents)
        self.documents = documents


class AlreadyFiled(Conflict):
    code = "already-filed"
    title = "This was already filed, and an answer is awaited or was given."


class NothingFiled(Conflict):
    code = "nothing-filed"
    title = "Nothing is before the service: file the application or the renewal first."


class FileAlreadyComplete(Conflict):
    code = "file-already-complete"
    title = "The service already declared this file complete."


class RightWasRefused(Conflict):
    code = "right-was-refused"
    title = "This was refused: appeal, or start a new application."


class RightAlreadyOpen(Conflict):
    code = "right-already-open"
    title = "This right is already open: renew it or correct its dates."


class RightNotOpen(Conflict):
    code = "right-not-open"
    title = "This right is not open."


class EndsBeforeStart(Conflict):
    code = "ends-before-start"
    title = "The last day lies before the first: check the dates."


class EndUnknown(Conflict):
    code = "end-unknown"
    title = "The rules do not say for certain when this right ends: give its last day."


class LastDayMissing(Conflict):
    code = "last-day-missing"
    title = "This right has ended: give the last day of this period, or withdraw the end."


class PeriodsOverlap(Conflict):
    code = "periods-overlap"
    title = "These days are already covered by this right: check the dates."


class PeriodUnknown(Conflict):
    code = "period-unknown"
    title = "No period of this right starts on that day."


class AnswerNotDue(Conflict):
    code = "answer-not-due"
    title = "The service still has time to answer."


class SilenceNotConfirmed(Conflict):
    code = "silence-not-confirmed"
    title = "What silence means here is not confirmed: ask the service for a written answer."


class NothingToAppeal(Conflict):
    code = "nothing-to-appeal"
    title = "Nothing was refused: there is nothing to appeal."


class AppealAlreadyFiled(Conflict):
    code = "appeal-already-filed"
    title = "An appeal is already being examined."


class NoAppealPending(Conflict):
    code = "no-appeal-pending"
    title = "No appeal is being examined."


class RightIsSuspended(Conflict):
    code = "right-is-suspended"
    title = "This right is suspended: restore it first."


class RightNotSuspended(Conflict):
    code = "right-not-suspended"
    title = "This right is not suspended."


class RightNotInForce(Conflict):
    code = "right-not-in-force"
    title = "This right does not cover that day: check the date."


class RestoredBeforeSuspended(Conflict):
    code = "restored-before-suspended"
    title = "A right is restored on the day it was suspended or later: check the date."


class RightStillRuns(Conflict):
    code = "right-still-runs"
    title = "This right has not reached its term: give the reason why it ends earlier."


class RightEnded(Conflict):
    code = "right-ended"
    title = "This right has ended: start a new application."


class RightNotEnded(Conflict):
    code = "right-not-ended"
    title = "This right has not ended."
