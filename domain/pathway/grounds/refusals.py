"""How what is asked of sharing is refused, and which consent is missing."""

from domain.data_classes import DataClass
from domain.refusals import Conflict, Forbidden, NotFound


class ConsentUnknown(NotFound):
    code = "consent-unknown"
    title = "There is no such consent on this pathway, or none that you may see."


class ConsentOver(Conflict):
    code = "consent-over"
    title = "This consent is over already: record a new one if the person agrees again."


class ConsentNotOver(Conflict):
    code = "consent-not-over"
    title = "This consent has not come to its end: withdraw it if the person says so."


class ObjectionUnknown(NotFound):
    code = "objection-unknown"
    title = "There is no such objection on this pathway, or none that you may see."


class ObjectionStands(Conflict):
    code = "objection-stands"
    title = "The person objects to this recipient: nothing may be shared with them."


class AlreadyObjected(Conflict):
    code = "already-objected"
    title = "This objection is recorded already."


class NobodyWouldBeLeft(Conflict):
    code = "nobody-would-be-left"
    title = "Nobody else follows this person: let another organisation in before objecting."


class PersonNotInformed(Conflict):
    code = "person-not-informed"
    title = "The person has not been informed: give them the notice, record it, then declare."


class NotACareTeam(Conflict):
    code = "not-a-care-team"
    title = "An organisation of this kind shares under a consent: invite it beside the care team."


class AlreadyInTeam(Conflict):
    code = "already-in-team"
    title = "This organisation belongs to the care team already."


class NotOfTheTeam(Forbidden):
    code = "not-of-the-team"
    title = "Only the care team records this: ask the person's referent."


class NotYoursToShare(Forbidden):
    code = "not-yours-to-share"
    title = "You may exchange only what you may see yourself, with members who take part."


class ChildProtectionNotOpened(Forbidden):
    code = "child-protection-not-opened"
    title = "This network has not opened sharing for child protection: ask who runs it."


class SharingUnknown(NotFound):
    code = "sharing-unknown"
    title = "There is no such sharing on this pathway, or none that you may see."


class EmergencyUnknown(NotFound):
    code = "emergency-unknown"
    title = "There is no such emergency access on this pathway, or none that you may see."


class EmergencyReviewed(Conflict):
    code = "emergency-reviewed"
    title = "This emergency access has a verdict already."


class NotYoursToReview(Forbidden):
    code = "not-yours-to-review"
    title = "A coordinator or the referent reviews an emergency access, never who took it."


class AlreadyAsked(Conflict):
    code = "already-asked"
    title = "Your organisation asked to join already: it awaits an answer."


class NotAsked(Conflict):
    code = "not-asked"
    title = "This organisation did not ask to join, or was answered."


class ReferentDecides(Forbidden):
    code = "referent-decides"
    title = "Only the referent, or the person themself, decides who joins."


class ConsentMissing(Conflict):
    """Nothing allows to share content of this class with an organisation beside the care team."""

    code = "consent-missing"
    title = "No consent of the person covers this: ask them, record it, then send."


class IdentityConsentMissing(ConsentMissing):
    code = "consent-missing-identity"
    title = "Record the person's consent to be named to this organisation, then send."


class SocialConsentMissing(ConsentMissing):
    code = "consent-missing-social"
    title = "Record the person's consent to share social data with this organisation, then send."


class StatusConsentMissing(ConsentMissing):
    code = "consent-missing-status"
    title = "Record the person's consent to share their right of residence, then send."


class HealthConsentMissing(ConsentMissing):
    code = "consent-missing-health"
    title = "Record the person's consent to share health data with this organisation, then send."


class MentalHealthConsentMissing(ConsentMissing):
    code = "consent-missing-mental-health"
    title = "Record the person's consent to share mental-health data, then send."


class ScreeningConsentMissing(ConsentMissing):
    code = "consent-missing-screening"
    title = "Record the person's consent to share screening data, then send."


class ProtectionConsentMissing(ConsentMissing):
    code = "consent-missing-protection"
    title = "Record the person's consent to share protection data, then send."


MISSING: dict[DataClass, type[ConsentMissing]] = {
    DataClass.IDENTITY: IdentityConsentMissing,
    DataClass.SOCIAL: SocialConsentMissing,
    DataClass.STATUS: StatusConsentMissing,
    DataClass.HEALTH: HealthConsentMissing,
    DataClass.MENTAL_HEALTH: MentalHealthConsentMissing,
    DataClass.SCREENING: ScreeningConsentMissing,
    DataClass.PROTECTION: ProtectionConsentMissing,
}
