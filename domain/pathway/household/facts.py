"""What is recorded about the household."""

from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.pathway.household.words import AuthorityEnd, AuthorityHolder, Child, Composition
from domain.text import Name, Text


class HouseholdDescribed(Fact, topic="household-described", lowest=DataClass.SOCIAL):
    composition: Composition


class ChildLinked(Fact, topic="child-linked", lowest=DataClass.SOCIAL, alone=True):
    child_id: UUID
    child: Child


class ChildPathwayLinked(Fact, topic="child-pathway-linked", lowest=DataClass.SOCIAL):
    child_id: UUID
    pathway_id: UUID


class ChildLinkedInError(Fact, topic="child-linked-in-error", lowest=DataClass.SOCIAL):
    child_id: UUID
    corrects: int  # version of the fact that linked them


class ParentalAuthorityRecorded(
    Fact, topic="parental-authority-recorded", lowest=DataClass.SOCIAL, alone=True
):
    authority_id: UUID
    child_id: UUID | None  # None: over the person, who is a minor
    holder: AuthorityHolder
    name: Name | None = None  # of the holder


class ParentalAuthorityEnded(
    Fact, topic="parental-authority-ended", lowest=DataClass.SOCIAL, alone=True
):
    authority_id: UUID
    reason: AuthorityEnd


class ParentalContactForbidden(
    Fact, topic="parental-contact-forbidden", lowest=DataClass.PROTECTION, alone=True
):
    """Nobody may reach this holder about the child: danger, or the minor's own right."""

    authority_id: UUID
    because: Text | None = None


class ParentalContactAllowed(
    Fact, topic="parental-contact-allowed", lowest=DataClass.PROTECTION, alone=True
):
    authority_id: UUID
