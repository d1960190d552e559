"""Why a rapid test is not to be made here, that day, by them, with this kit."""

from domain.refusals import Conflict, Forbidden, NotFound


class NotResponsibleForScreening(Forbidden):
    code = "not-responsible-for-screening"
    title = "A coordinator or an administrator of your organisation does this: ask one of them."


class KindNotListed(Conflict):
    code = "test-kind-not-listed"
    title = "The rules in force list no rapid test of this kind."


class AuthorisationDatesReversed(Conflict):
    code = "screening-authorisation-dates-reversed"
    title = "An authorisation ends on the day it starts or later, within its legal term."


class AuthorisationUnknown(NotFound):
    code = "screening-authorisation-unknown"
    title = "Your organisation has no such authorisation."


class AuthorisationAlreadyEnded(Conflict):
    code = "screening-authorisation-already-ended"
    title = "This authorisation ends on that day already, or sooner."


class ScreeningNotAuthorised(Conflict):
    code = "screening-not-authorised"
    title = (
        "Your organisation was not authorised for this kind of test on that day: "
        "have the authorisation of the regional health agency entered, then record the test."
    )


class TrainingDatesReversed(Conflict):
    code = "operator-training-dates-reversed"
    title = "What a training allows ends on the day it starts, or later."


class TrainingUnknown(NotFound):
    code = "operator-training-unknown"
    title = "Your organisation has no such training."


class TrainingAlreadyEnded(Conflict):
    code = "operator-training-already-ended"
    title = "What this training allows ends on that day already, or sooner."


class OperatorNotTrained(Conflict):
    code = "operator-not-trained"
    title = (
        "This member was not trained for this kind of test on that day: "
        "have their training entered, or name who made the test."
    )


class LotUnknown(NotFound):
    code = "kit-lot-unknown"
    title = "Your organisation declared no such lot of kits: declare it, then choose it."


class LotAlreadyDeclared(Conflict):
    code = "kit-lot-already-declared"
    title = "This lot is declared already: choose it."


class LotExpired(Conflict):
    code = "kit-lot-expired"
    title = "This kit had expired on that day: take one of another lot."


class LotRecalled(Conflict):
    code = "kit-lot-recalled"
    title = "This lot was recalled before that test: take a kit of another lot."


class LotAlreadyRecalled(Conflict):
    code = "kit-lot-already-recalled"
    title = "This lot was recalled already."


class NothingCounted(Conflict):
    code = "no-anonymous-test-counted"
    title = "Count at least one test."


class CountUnknown(NotFound):
    code = "anonymous-count-unknown"
    title = "Your organisation recorded no such count, or withdrew it."


class CountAlreadyKnown(Conflict):
    code = "anonymous-count-already-known"
    title = "This count is recorded already."
