"""What happens to a mandate; it names nobody that is accompanied, but by the id of a pathway."""

from uuid import UUID

from domain.data_classes import DataClass
from domain.instants import Instant
from domain.kernel import Fact, Value
from domain.mandates.words import MandatePurpose, MandateScope


class Wearer(Value):
    """A membership, where it is, and the human who wears it."""

    membership_id: UUID
    organisation_id: UUID
    human_id: UUID


class MandateAsked(Fact, topic="mandate-asked", lowest=DataClass.IDENTITY):
    mandate_id: UUID
    auditor: Wearer
    scope: MandateScope
    purpose: MandatePurpose
    starts: Instant
    until: Instant  # excluded
    asked_by: Wearer


class MandateGranted(Fact, topic="mandate-granted", lowest=DataClass.IDENTITY):
    mandate_id: UUID
    granted_by: Wearer


class MandateEnded(Fact, topic="mandate-ended", lowest=DataClass.IDENTITY):
    """Sooner than it says; at its end it is over by itself, and no fact is recorded."""

    mandate_id: UUID
