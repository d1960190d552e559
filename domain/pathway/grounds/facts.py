"""What is recorded about the grounds on which a pathway is shared."""

from uuid import UUID

from pydantic import AwareDatetime, Field

from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.pathway.grounds.words import (
    Consent,
    DecidedBy,
    EmergencyReason,
    FamilyInformed,
    InformedBy,
    Scope,
    TeamBasis,
    Verdict,
)
from domain.text import Code, Language, Text


class PersonInformed(Fact, topic="person-informed", lowest=DataClass.SOCIAL):
    notice: Code  # the version of the notice
    language: Language
    means: InformedBy
    with_interpreter: bool = False


class SharingConsentGiven(Fact, topic="sharing-consent-given", lowest=DataClass.SOCIAL):
    """Its class is the highest that it opens: that it exists tells of what it is about."""

    consent_id: UUID
    consent: Consent


class SharingConsentRefused(Fact, topic="sharing-consent-refused", lowest=DataClass.SOCIAL):
    scope: Scope


class SharingConsentWithdrawn(Fact, topic="sharing-consent-withdrawn", lowest=DataClass.SOCIAL):
    consent_id: UUID


class SharingConsentExpired(Fact, topic="sharing-consent-expired", lowest=DataClass.SOCIAL):
    """It had ended by itself at the end of its period; this only says so."""

    consent_id: UUID


class ObjectionRaised(Fact, topic="objection-raised", lowest=DataClass.SOCIAL):
    objection_id: UUID
    organisation_id: UUID | None  # one of the two
    member_id: UUID | None


class ObjectionLifted(Fact, topic="objection-lifted", lowest=DataClass.SOCIAL):
    objection_id: UUID


class CareTeamDeclared(Fact, topic="care-team-declared", lowest=DataClass.SOCIAL):
    organisation_id: UUID
    basis: TeamBasis


class InformationExchanged(Fact, topic="information-exchanged", lowest=DataClass.SOCIAL):
    """What was recorded until then, of these classes, was exchanged with named members."""

    exchange_id: UUID
    exchanged_by: UUID  # organisation
    with_members: tuple[UUID, ...]
    classes: tuple[DataClass, ...]


class ChildProtectionShared(Fact, topic="child-protection-shared", lowest=DataClass.PROTECTION):
    sharing_id: UUID
    with_members: tuple[UUID, ...]
    family: FamilyInformed


class ChildProtectionSharingEnded(
    Fact, topic="child-protection-sharing-ended", lowest=DataClass.PROTECTION
):
    sharing_id: UUID


class EmergencyAccessTaken(
    Fact, topic="emergency-access-taken", lowest=DataClass.SOCIAL, alone=True
):
    access_id: UUID
    member_id: UUID
    of_organisation: UUID
    reason: EmergencyReason
    words: Text = Field(description="What made it necessary.")
    until: AwareDatetime  # excluded


class EmergencyAccessReviewed(
    Fact, topic="emergency-access-reviewed", lowest=DataClass.SOCIAL, alone=True
):
    access_id: UUID
    reviewed_by: UUID  # organisation
    verdict: Verdict
    words: Text | None = None


class JoiningRequested(Fact, topic="joining-requested", lowest=DataClass.SOCIAL):
    requested_by: UUID  # organisation


class JoiningRefused(Fact, topic="joining-refused", lowest=DataClass.SOCIAL):
    requested_by: UUID  # organisation
    decided_by: DecidedBy
