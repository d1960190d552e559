"""Who works in an organisation, or did: those whom timelines name."""

from collections.abc import Mapping
from uuid import UUID

from application.ports import EventLog
from domain.organisation.enrolment import Membership
from domain.organisation.organisation import Organisation


def list_members(log: EventLog, organisation_id: UUID) -> Mapping[UUID, Membership]:
    """The memberships of an organisation, ended ones included.

    Raises:
        OrganisationUnknown: there is no such organisation.
    """
    organisation = log.load(Organisation, organisation_id)
    organisation.must_be_registered()
    return organisation.enrolment.by_id
