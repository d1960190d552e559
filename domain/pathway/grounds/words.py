"""The words of sharing: who may receive what, what for, until when, and how it was said."""

from enum import StrEnum
from typing import Self
from uuid import UUID

from pydantic import Field, model_validator

from domain.data_classes import DataClass
from domain.instants import Instant
from domain.kernel import Value
from domain.text import Language


class InformedBy(StrEnum):
    """By which means the notice was given."""

    ORAL = "oral"
    WRITTEN = "written"
    EASY_TO_READ = "easy_to_read"
    PICTOGRAMS = "pictograms"


class SharingPurpose(StrEnum):
    """What sharing is for; a referral needs a consent for what its service serves."""

    CARE = "care"
    RIGHTS = "rights"
    SUPPORT = "support"


class Form(StrEnum):
    ORAL = "oral"
    WRITTEN = "written"


class Recipients(Value):
    """Organisations, or named members."""

    organisations: tuple[UUID, ...] = Field(default=(), max_length=50)
    members: tuple[UUID, ...] = Field(default=(), max_length=50)

    @model_validator(mode="after")
    def _somebody(self) -> Self:
        if not self.organisations and not self.members:
            raise ValueError("a consent names whom it allows")
        return self

    def include(self, *, organisation_id: UUID, member_id: UUID | None) -> bool:
        """Whether this member, or anybody of the organisation where none is named, is meant."""
        return organisation_id in self.organisations or member_id in self.members


class Scope(Value):
    """Recipients, classes of data and purposes that go together."""

    recipients: Recipients
    classes: tuple[DataClass, ...] = Field(min_length=1, max_length=len(DataClass))
    purposes: tuple[SharingPurpose, ...] = Field(
        default=tuple(SharingPurpose), min_length=1, max_length=len(SharingPurpose)
    )

    def highest_class(self) -> DataClass:
        return max(self.classes, key=lambda data_class: data_class.rank)

    def covers(self, data_class: DataClass) -> bool:
        """Whoever consents to be spoken of consents to be named."""
        return data_class is DataClass.IDENTITY or data_class in self.classes


class Consent(Value):
    """What a person agreed to, for how long, and how they said so."""

    scope: Scope
    starts: Instant | None = None  # None: when it was given
    until: Instant | None = None  # excluded; None: until it is withdrawn
    form: Form = Form.ORAL
    interpreter: Language | None = None  # the language it was explained in

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.starts and self.until and self.until <= self.starts:
            raise ValueError("a consent ends after it starts")
        return self


class TeamBasis(StrEnum):
    """Why somebody belongs to the care team (CSP L1110-12)."""

    SAME_STRUCTURE = "same_structure"
    RECOGNISED_BY_PERSON = "recognised_by_person"
    COORDINATION = "coordination"


class FamilyInformed(StrEnum):
    """Parents and child are informed, unless it is against the child's interest (L226-2-2)."""

    INFORMED = "informed"
    AGAINST_CHILD_INTEREST = "against_child_interest"


class EmergencyReason(StrEnum):
    LIFE_AT_RISK = "life_at_risk"
    UNCONSCIOUS = "unconscious"
    SUICIDE_RISK = "suicide_risk"
    VIOLENCE = "violence"
    CHILD_IN_DANGER = "child_in_danger"


class Verdict(StrEnum):
    """What those who follow the person think of an emergency access."""

    JUSTIFIED = "justified"
    UNJUSTIFIED = "unjustified"
    TO_CLARIFY = "to_clarify"


class DecidedBy(StrEnum):
    """Who decides on a request to join."""

    PERSON = "person"
    REFERENT = "referent"
