"""What happens to the circle of a pathway."""

from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.pathway.sharing.words import ClosingReason, DeclineReason, ReferentReason


class OrganisationInvited(Fact, topic="organisation-invited", lowest=DataClass.SOCIAL):
    invited_id: UUID  # organisation
    invited_by: UUID  # organisation
    in_care_team: bool = True  # False: it will see what a consent opens to it, and no more


class OrganisationJoined(Fact, topic="organisation-joined", lowest=DataClass.SOCIAL):
    """Its class is that of what brings it in: an addiction centre is not seen by everybody."""

    joined_id: UUID  # organisation
    for_referral: UUID | None = None  # what alone lets it in; it goes when that comes to nothing
    in_care_team: bool = True  # False: it sees what a consent opens to it, and no more


class OrganisationDeclined(Fact, topic="organisation-declined", lowest=DataClass.SOCIAL):
    declined_id: UUID  # organisation
    reason: DeclineReason


class OrganisationLeft(Fact, topic="organisation-left", lowest=DataClass.SOCIAL):
    left_id: UUID  # organisation


class ReferentDesignated(Fact, topic="referent-designated", lowest=DataClass.SOCIAL):
    referent_id: UUID  # member
    of_organisation: UUID
    reason: ReferentReason | None = None
    handover_id: UUID | None = None  # of a whole caseload, where it was part of one


class PathwayClosed(Fact, topic="pathway-closed", lowest=DataClass.SOCIAL):
    """One organisation stops following; the others go on."""

    closed_by: UUID  # organisation


class ClosingReasonGiven(Fact, topic="closing-reason-given", lowest=DataClass.SOCIAL):
    closed_by: UUID  # organisation
    reason: ClosingReason

    @property
    def private_to(self) -> UUID:
        return self.closed_by


class PathwayReopened(Fact, topic="pathway-reopened", lowest=DataClass.SOCIAL):
    reopened_by: UUID  # organisation
