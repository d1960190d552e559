"""Who administers an organisation: its administrators, and those of the founding one."""

from uuid import UUID

from domain.members import Member, Role
from domain.organisation.organisation import FOUNDER
from domain.refusals import Forbidden


class NotYoursToAdminister(Forbidden):
    code = "not-yours-to-administer"
    title = "Only an administrator of this organisation, or of the network's first, may do this."


def must_administer(member: Member, organisation_id: UUID) -> None:
    """Refuse whoever does not administer this organisation.

    Raises:
        NotYoursToAdminister: they have another role, or administer another organisation.
    """
    if Role.ADMINISTRATOR not in member.roles or member.organisation_id not in {
        organisation_id,
        FOUNDER,
    }:
        raise NotYoursToAdminister
