"""Who administers an organisation: its administrators, and those of the founding one."""

from uuid import UUID

from domain.members import Member, Role
from domain.organisation.organisation import FOUNDER
from domain.refusals import Forbidden


class NotYoursToAdminister(Forbidden):
    code = "not-yours-to-administer"
    title = "Only an administrator of this organisation, or of the network's first, may do this."


def administers(member: Member, organisation_id: UUID) -> bool:
    """Whether a member administers this organisation."""
    among = {organisation_id, FOUNDER}
    return Role.ADMINISTRATOR in member.roles and member.organisation_id in among


def must_administer(member: Member, organisation_id: UUID) -> None:
    """Refuse whoever does not administer this organisation.

    Raises:
        NotYoursToAdminister: they have another role, or administer another organisation.
    """
    if not administers(member, organisation_id):
        raise NotYoursToAdminister
