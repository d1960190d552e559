"""Between whom a caseload passes: those who led people, here or gone, and who could now."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from application.ports import EventLog
from application.views.reach import RoleFollowsNobody
from domain.members import Member, Role
from domain.organisation.enrolment import Membership
from domain.organisation.organisation import Organisation


@dataclass(frozen=True, slots=True)
class Colleagues:
    """Names by id; None: erased."""

    givers: Mapping[UUID, str | None]
    takers: Mapping[UUID, str | None]


def read_colleagues(log: EventLog, by: Member) -> Colleagues:
    """Those of the reader's organisation.

    Raises:
        RoleFollowsNobody: the reader follows no pathway under this hat.
    """
    if Role.CASEWORKER not in by.roles:
        raise RoleFollowsNobody
    known = log.load(Organisation, by.organisation_id).enrolment.by_id
    present = {one: each for one, each in known.items() if each.left_at is None}
    takers = {one: each for one, each in present.items() if Role.CASEWORKER in each.hat.roles}
    gone = {one: each for one, each in known.items() if one not in present}
    return Colleagues(givers=_named(takers | gone), takers=_named(takers))


def _named(memberships: Mapping[UUID, Membership]) -> dict[UUID, str | None]:
    return {one: membership.name for one, membership in memberships.items()}
