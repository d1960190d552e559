"""Why something about a rapid test is refused; each says what to do."""

from domain.refusals import Conflict, NotFound


class NotInformedFirst(Conflict):
    code = "test-not-explained-first"
    title = "Tell the person what such a test can do and cannot first, then record their consent."


class ScreeningConsentAlreadyKnown(Conflict):
    code = "test-consent-already-known"
    title = "This consent to a test is recorded already."


class ScreeningConsentUnknown(NotFound):
    code = "test-consent-unknown"
    title = "There is no such consent to a test on this pathway, or it was withdrawn."


class ScreeningConsentMissing(Conflict):
    code = "test-consent-missing"
    title = (
        "No consent to this test stands: tell the person its advantages and limits, and record "
        "their free consent before it is made."
    )


class RapidTestAlreadyKnown(Conflict):
    code = "rapid-test-already-known"
    title = "This test is recorded already."


class RapidTestUnknown(NotFound):
    code = "rapid-test-unknown"
    title = "There is no such test on this pathway."


class RapidTestAlreadyRead(Conflict):
    code = "rapid-test-already-read"
    title = "This test was read already: correct its result if it was written down wrong."


class RapidTestNotRead(Conflict):
    code = "rapid-test-not-read"
    title = "This test was not read yet: note what it shows first."


class ReadBeforePerformed(Conflict):
    code = "rapid-test-read-before-performed"
    title = "A test is read after it was made: check both times."


class ReadOutsideWindow(Conflict):
    code = "rapid-test-read-outside-window"
    title = (
        "This kit is to be read between the minutes that its lot declares; outside them the test "
        "is invalid: note it so, and repeat it."
    )


class NothingToRepeat(Conflict):
    code = "rapid-test-not-to-repeat"
    title = "A test is repeated once, where it was invalid, with a kit of the same kind."


class ResultNotChanged(Conflict):
    code = "test-result-not-changed"
    title = "This is the result already."


class ResultActedUpon(Conflict):
    code = "test-result-acted-upon"
    title = (
        "This test was repeated, or its confirmation spoken of: withdraw it and record it anew "
        "instead of correcting it."
    )


class NothingToConfirm(Conflict):
    code = "nothing-to-confirm"
    title = "Only a positive test is confirmed by a laboratory."


class ConfirmationAlreadyOrdered(Conflict):
    code = "confirmation-already-ordered"
    title = "A confirmation is ordered already: note the laboratory's result when it comes."


class ConfirmationAlreadyRefused(Conflict):
    code = "confirmation-already-refused"
    title = "That the person wants no confirmation is noted already."


class ConfirmationKnown(Conflict):
    code = "confirmation-known"
    title = "The laboratory has answered already."


class NoConfirmationAwaited(Conflict):
    code = "no-confirmation-awaited"
    title = "No result is awaited from a laboratory: order the confirmation first."


class NoResultToTell(Conflict):
    code = "no-result-to-tell"
    title = "There is no result of a laboratory that the person does not know yet."
