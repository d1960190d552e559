"""Referrals: who is asked for what, and what became of it."""

from uuid import UUID

from api.console.sentences.saying import Saying
from api.console.sentences.sentence import Area, Tone
from api.console.sentences.telling import Said, Telling
from domain.pathway.referrals.facts import (
    OutsideServiceNamed,
    PersonReturnedAfterRelay,
    ReferralAccepted,
    ReferralCancelled,
    ReferralChased,
    ReferralCompleted,
    ReferralDrafted,
    ReferralEnteredInError,
    ReferralExpired,
    ReferralFailed,
    ReferralMessageWritten,
    ReferralPutOnHold,
    ReferralRejected,
    ReferralRequested,
    ReferralStarted,
    RelayDeclaredEffective,
)
from domain.pathway.referrals.words import RefusedBy, Urgency

REFERRALS = Telling(Area.REFERRALS)


def service(referral_id: UUID | None, say: Saying) -> str:
    """What a referral asks for, where the reader sees that it was asked."""
    told = say.told
    asked = told.last(referral_id, ReferralRequested) or told.last(referral_id, ReferralDrafted)
    return say.word(asked.service) if asked else ""


def target(fact: ReferralDrafted | ReferralRequested, say: Saying) -> str:
    """Whom it is addressed to."""
    if fact.target_id is not None:
        return say.name(fact.target_id)
    outside = say.told.last(fact.referral_id, OutsideServiceNamed)
    return outside.name if outside else say.gettext("a service outside the network")


@REFERRALS.of(ReferralDrafted)
def drafted(fact: ReferralDrafted, say: Saying) -> Said:
    head = say.gettext("Referral being prepared, to %(name)s", name=target(fact, say))
    return Said(say.head(head, say.word(fact.service)), _urgency(fact.urgency, say))


@REFERRALS.of(ReferralRequested)
def requested(fact: ReferralRequested, say: Saying) -> Said:
    head = say.gettext("Referral to %(name)s", name=target(fact, say))
    return Said(say.head(head, say.word(fact.service)), _urgency(fact.urgency, say))


@REFERRALS.of(OutsideServiceNamed)
def outside(fact: OutsideServiceNamed, say: Saying) -> Said:
    head = say.gettext("The referral is addressed outside the network")
    return Said(say.head(head, fact.name))


@REFERRALS.of(ReferralMessageWritten)
def message(fact: ReferralMessageWritten, say: Saying) -> Said:
    head = say.gettext("Message with the referral")
    return Said(say.head(head, service(fact.referral_id, say)), note=fact.text)


@REFERRALS.of(ReferralAccepted, tone=Tone.GOOD)
def accepted(fact: ReferralAccepted, say: Saying) -> Said:
    return Said(say.head(say.gettext("Referral accepted"), service(fact.referral_id, say)))


@REFERRALS.of(ReferralRejected, tone=Tone.WARN)
def rejected(fact: ReferralRejected, say: Saying) -> Said:
    by_person = fact.refused_by is RefusedBy.PERSON
    head = say.gettext("Referral declined by the service")
    if by_person:
        head = say.gettext("Referral declined by the person")
    return Said(say.head(head, service(fact.referral_id, say)), say.because(fact.reason))


@REFERRALS.of(ReferralStarted)
def started(fact: ReferralStarted, say: Saying) -> Said:
    again = say.told.after(fact, ReferralPutOnHold)
    head = say.gettext("Referral under way again") if again else say.gettext("Referral under way")
    return Said(say.head(head, service(fact.referral_id, say)))


@REFERRALS.of(ReferralPutOnHold)
def on_hold(fact: ReferralPutOnHold, say: Saying) -> Said:
    lead = say.head(say.gettext("Referral on hold"), service(fact.referral_id, say))
    return Said(lead, say.because(fact.reason))


@REFERRALS.of(ReferralCompleted, tone=Tone.GOOD)
def completed(fact: ReferralCompleted, say: Saying) -> Said:
    return Said(say.head(say.gettext("Referral completed"), service(fact.referral_id, say)))


@REFERRALS.of(ReferralFailed, tone=Tone.WARN)
def failed(fact: ReferralFailed, say: Saying) -> Said:
    lead = say.head(say.gettext("Referral without success"), service(fact.referral_id, say))
    return Said(lead, say.all(_who_refused(fact.refused_by, say), say.because(fact.reason)))


@REFERRALS.of(ReferralCancelled)
def cancelled(fact: ReferralCancelled, say: Saying) -> Said:
    lead = say.head(say.gettext("Referral cancelled"), service(fact.referral_id, say))
    return Said(lead, say.all(_who_refused(fact.refused_by, say), say.because(fact.reason)))


@REFERRALS.of(ReferralExpired, tone=Tone.WARN)
def expired(fact: ReferralExpired, say: Saying) -> Said:
    days = say.ngettext(
        "No answer in %(num)s day.", "No answer in %(num)s days.", fact.unanswered_days
    )
    return Said(say.head(say.gettext("Referral expired"), service(fact.referral_id, say)), days)


@REFERRALS.of(ReferralEnteredInError, corrects=True)
def mistaken(fact: ReferralEnteredInError, say: Saying) -> Said:
    head = say.gettext("Referral withdrawn, recorded by mistake")
    return Said(say.head(head, service(fact.referral_id, say)), say.because(fact.reason))


@REFERRALS.of(ReferralChased)
def chased(fact: ReferralChased, say: Saying) -> Said:
    head = say.gettext("An answer to the referral was asked for again")
    return Said(say.head(head, service(fact.referral_id, say)))


@REFERRALS.of(RelayDeclaredEffective, tone=Tone.GOOD)
def relayed(fact: RelayDeclaredEffective, say: Saying) -> Said:
    lead = say.head(say.gettext("Relay taken up"), service(fact.referral_id, say))
    return Said(lead, say.gettext("By: %(what)s.", what=say.word(fact.effect)))


@REFERRALS.of(PersonReturnedAfterRelay, tone=Tone.WARN)
def returned(fact: PersonReturnedAfterRelay, say: Saying) -> Said:
    head = say.gettext("The person came back after the relay")
    return Said(say.head(head, service(fact.referral_id, say)))


def _urgency(urgency: Urgency, say: Saying) -> str:
    if urgency is Urgency.ROUTINE:
        return ""
    return say.gettext("Urgency: %(what)s.", what=say.word(urgency))


def _who_refused(by: RefusedBy | None, say: Saying) -> str:
    if by is None:
        return ""
    if by is RefusedBy.PERSON:
        return say.gettext("The person said no.")
    return say.gettext("The service said no.")
