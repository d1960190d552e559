"""What the person was told and agreed to, and the other reasons for which somebody may know."""

from uuid import UUID

from api.console.sentences.saying import Saying
from api.console.sentences.sentence import Area, Tone
from api.console.sentences.telling import Said, Telling
from domain.pathway.grounds.facts import (
    ChildProtectionShared,
    ChildProtectionSharingEnded,
    EmergencyAccessReviewed,
    EmergencyAccessTaken,
    InformationExchanged,
    ObjectionLifted,
    ObjectionRaised,
    PersonInformed,
    SharingConsentExpired,
    SharingConsentGiven,
    SharingConsentRefused,
    SharingConsentWithdrawn,
)
from domain.pathway.grounds.words import FamilyInformed, Recipients, Scope, Verdict

GROUNDS = Telling(Area.SHARING)


@GROUNDS.of(PersonInformed)
def informed(fact: PersonInformed, say: Saying) -> Said:
    how = say.gettext("How: %(how)s.", how=say.word(fact.means))
    spoken = say.gettext("Explained in: %(language)s.", language=say.language(fact.language))
    helped = say.gettext("With an interpreter.") if fact.with_interpreter else ""
    lead = say.gettext("The person was told how their information is shared.")
    return Said(lead, say.all(how, spoken, helped))


@GROUNDS.of(SharingConsentGiven, tone=Tone.GOOD)
def consented(fact: SharingConsentGiven, say: Saying) -> Said:
    given = fact.consent
    lead = say.head(say.gettext("The person agrees to share with"), _whom(given.scope, say))
    agreed = say.gettext("How they said it: %(how)s.", how=say.word(given.form))
    return Said(lead, say.all(_what(given.scope, say), say.until(given.until), agreed))


@GROUNDS.of(SharingConsentRefused)
def refused(fact: SharingConsentRefused, say: Saying) -> Said:
    head = say.gettext("The person does not agree to share with")
    return Said(say.head(head, _whom(fact.scope, say)), _what(fact.scope, say))


@GROUNDS.of(SharingConsentWithdrawn)
def withdrawn(fact: SharingConsentWithdrawn, say: Saying) -> Said:
    head = say.gettext("The person takes back their consent to share with")
    return _of_consent(fact.consent_id, head, say)


@GROUNDS.of(SharingConsentExpired)
def expired(fact: SharingConsentExpired, say: Saying) -> Said:
    head = say.gettext("The consent reached its end, to share with")
    return _of_consent(fact.consent_id, head, say)


@GROUNDS.of(ObjectionRaised)
def objected(fact: ObjectionRaised, say: Saying) -> Said:
    head = say.gettext("The person does not want to be known by")
    return Said(say.head(head, say.name(fact.member_id or fact.organisation_id)))


@GROUNDS.of(ObjectionLifted)
def objection_lifted(fact: ObjectionLifted, say: Saying) -> Said:
    raised = say.told.first(fact.objection_id, ObjectionRaised)
    head = say.gettext("The person no longer objects")
    return Said(
        say.head(head, say.name(raised.member_id or raised.organisation_id) if raised else "")
    )


@GROUNDS.of(InformationExchanged)
def exchanged(fact: InformationExchanged, say: Saying) -> Said:
    lead = say.head(say.gettext("Information passed on to"), say.those(fact.with_members))
    return Said(lead, say.gettext("What: %(what)s.", what=say.all_of(fact.classes)))


@GROUNDS.of(ChildProtectionShared)
def protection_shared(fact: ChildProtectionShared, say: Saying) -> Said:
    head = say.gettext("Shared to protect a child, with")
    family = say.gettext("Parents and child were told.")
    if fact.family is FamilyInformed.AGAINST_CHILD_INTEREST:
        family = say.gettext("Parents and child were not told: it would harm the child.")
    return Said(say.head(head, say.those(fact.with_members)), family)


@GROUNDS.of(ChildProtectionSharingEnded)
def protection_ended(fact: ChildProtectionSharingEnded, say: Saying) -> Said:
    shared = say.told.first(fact.sharing_id, ChildProtectionShared)
    head = say.gettext("No longer shared to protect a child")
    return Said(say.head(head, say.those(shared.with_members) if shared else ""))


@GROUNDS.of(EmergencyAccessTaken, tone=Tone.WARN)
def emergency(fact: EmergencyAccessTaken, say: Saying) -> Said:
    who = (say.name(fact.member_id), say.name(fact.of_organisation))
    lead = say.head(say.gettext("Opened in an emergency"), *who)
    return Said(lead, say.all(say.because(fact.reason), say.until(fact.until)), fact.words)


@GROUNDS.of(EmergencyAccessReviewed)
def reviewed(fact: EmergencyAccessReviewed, say: Saying) -> Said:
    lead = say.head(say.gettext("Emergency access reviewed"), say.word(fact.verdict))
    tone = Tone.WARN if fact.verdict is not Verdict.JUSTIFIED else None
    return Said(lead, note=fact.words or "", tone=tone)


def _whom(scope: Scope, say: Saying) -> str:
    recipients: Recipients = scope.recipients
    return say.those((*recipients.organisations, *recipients.members))


def _what(scope: Scope, say: Saying) -> str:
    what = say.gettext("What: %(what)s.", what=say.all_of(scope.classes))
    return say.all(what, say.gettext("What for: %(what)s.", what=say.all_of(scope.purposes)))


def _of_consent(consent_id: UUID, head: str, say: Saying) -> Said:
    given = say.told.first(consent_id, SharingConsentGiven)
    if given is None:
        return Said(say.gettext("A consent of the person ended."))
    return Said(say.head(head, _whom(given.consent.scope, say)), _what(given.consent.scope, say))
