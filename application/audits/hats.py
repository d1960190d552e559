"""Who wore which hat at an instant, as it was recorded then."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from application.ports import EventLog
from domain.members import Member, Role
from domain.organisation.enrolment import AlreadyLeft, MemberUnknown
from domain.organisation.organisation import Organisation


def organisation_at(log: EventLog, organisation_id: UUID, at: datetime) -> Organisation:
    """An organisation as it was recorded at an instant: members, roles, agreements."""
    return Organisation(organisation_id).after(log.stream(organisation_id, until=at))


def hat_in(organisation: Organisation, membership_id: UUID) -> Member | None:
    """Who acts under a membership; None where nobody does, or no longer."""
    try:
        return organisation.member(membership_id)
    except (MemberUnknown, AlreadyLeft):
        return None


def caseworkers_in(organisation: Organisation) -> Iterator[Member]:
    """Those of an organisation who may see pathways."""
    for membership_id in organisation.enrolment.by_id:
        member = hat_in(organisation, membership_id)
        if member is not None and Role.CASEWORKER in member.roles:
            yield member
