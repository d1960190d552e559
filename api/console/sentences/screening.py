"""Rapid tests: consent, result, and what a laboratory says."""

from uuid import UUID

from api.console.sentences.saying import Saying
from api.console.sentences.sentence import Area, Tone
from api.console.sentences.telling import Said, Telling
from domain.pathway.screening.facts import (
    ConfirmationOrdered,
    ConfirmationRefused,
    ConfirmationResultCorrected,
    ConfirmationResultReceived,
    ConfirmationResultTold,
    RapidTestConsentGiven,
    RapidTestConsentWithdrawn,
    RapidTestEnteredInError,
    RapidTestPerformed,
    RapidTestRead,
    RapidTestRepeated,
    RapidTestResultCorrected,
)

SCREENING = Telling(Area.SCREENING)
READ = (RapidTestRead, RapidTestResultCorrected)
CONFIRMED = (ConfirmationResultReceived, ConfirmationResultCorrected)


@SCREENING.of(RapidTestConsentGiven)
def consented(fact: RapidTestConsentGiven, say: Saying) -> Said:
    lead = say.head(say.gettext("Consent to rapid tests"), say.all_of(fact.kinds))
    told = say.gettext("Explained in: %(language)s.", language=say.language(fact.language))
    return Said(lead, say.all(told, say.until(fact.until)))


@SCREENING.of(RapidTestConsentWithdrawn)
def consent_withdrawn(fact: RapidTestConsentWithdrawn, say: Saying) -> Said:
    given = say.told.first(fact.test_consent_id, RapidTestConsentGiven)
    head = say.gettext("Consent to rapid tests taken back")
    return Said(say.head(head, say.all_of(given.kinds) if given else ""))


@SCREENING.of(RapidTestPerformed)
def performed(fact: RapidTestPerformed, say: Saying) -> Said:
    head = say.gettext("Rapid test %(on)s", on=say.on(fact.on))
    return Said(
        say.head(head, say.word(fact.used.kit.kind)),
        say.all(
            say.gettext("Made by: %(name)s.", name=say.name(fact.operator_id)),
            say.gettext("Sample: %(what)s.", what=say.word(fact.sample)),
            say.gettext("Lot: %(lot)s.", lot=fact.used.kit.lot),
        ),
    )


@SCREENING.of(RapidTestRepeated)
def repeated(fact: RapidTestRepeated, say: Saying) -> Said:
    head = say.gettext("This test repeats one that was invalid")
    return Said(say.head(head, kind(fact.test_id, say)))


@SCREENING.of(RapidTestRead)
def read(fact: RapidTestRead, say: Saying) -> Said:
    head = say.gettext("Result of the rapid test")
    return Said(say.head(head, kind(fact.test_id, say), say.word(fact.result)))


@SCREENING.of(RapidTestResultCorrected, corrects=True)
def result_corrected(fact: RapidTestResultCorrected, say: Saying) -> Said:
    head = say.gettext("Result of the rapid test corrected")
    lead = say.head(head, kind(fact.test_id, say), say.word(fact.result))
    was = [one for one in say.told.before(fact) if isinstance(one, READ)]
    return Said(lead, _before(say.word(was[-1].result), say) if was else "")


@SCREENING.of(RapidTestEnteredInError, corrects=True)
def mistaken(fact: RapidTestEnteredInError, say: Saying) -> Said:
    head = say.gettext("Rapid test withdrawn, recorded by mistake")
    return Said(say.head(head, kind(fact.test_id, say)))


@SCREENING.of(ConfirmationOrdered)
def ordered(fact: ConfirmationOrdered, say: Saying) -> Said:
    lead = say.head(say.gettext("Confirmation by a laboratory asked for"), kind(fact.test_id, say))
    return Said(
        lead,
        say.gettext("Laboratory: %(name)s.", name=fact.laboratory or "") if fact.laboratory else "",
    )


@SCREENING.of(ConfirmationRefused)
def no_confirmation(fact: ConfirmationRefused, say: Saying) -> Said:
    head = say.gettext("The person wants no confirmation for now")
    return Said(say.head(head, kind(fact.test_id, say)), say.because(fact.reason), fact.words or "")


@SCREENING.of(ConfirmationResultReceived)
def confirmed(fact: ConfirmationResultReceived, say: Saying) -> Said:
    head = say.gettext("Result of the laboratory")
    return Said(say.head(head, kind(fact.test_id, say), say.word(fact.result)))


@SCREENING.of(ConfirmationResultCorrected, corrects=True)
def confirmation_corrected(fact: ConfirmationResultCorrected, say: Saying) -> Said:
    head = say.gettext("Result of the laboratory corrected")
    lead = say.head(head, kind(fact.test_id, say), say.word(fact.result))
    was = [one for one in say.told.before(fact) if isinstance(one, CONFIRMED)]
    return Said(lead, _before(say.word(was[-1].result), say) if was else "")


@SCREENING.of(ConfirmationResultTold, tone=Tone.GOOD)
def told(fact: ConfirmationResultTold, say: Saying) -> Said:
    head = say.gettext("The person was told the result of the laboratory")
    return Said(say.head(head, kind(fact.test_id, say)))


def kind(test_id: UUID, say: Saying) -> str:
    """What a test looked for."""
    performed_before = say.told.first(test_id, RapidTestPerformed)
    return say.word(performed_before.used.kit.kind) if performed_before else ""


def _before(was: str, say: Saying) -> str:
    return say.gettext("Noted before: %(before)s.", before=was)
