"""One organisation: as the directory tells it, and what only those who administer it are told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application.ports import EventLog
from domain.members import Member, MemberStatus, Profession, Role
from domain.organisation.administration import administers
from domain.organisation.agreements import Agreement
from domain.organisation.enrolment import Membership
from domain.organisation.organisation import Organisation
from domain.organisation.registration import Description, OrganisationUnknown


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who works there, or did."""

    id: UUID
    name: str | None  # None: not given, or erased
    profession: Profession
    status: MemberStatus
    left_at: datetime | None
    name_erased: bool
    roles: tuple[Role, ...]  # none where they are not the reader's to know


@dataclass(frozen=True, slots=True)
class OrganisationRead:
    id: UUID
    description: Description
    partner: Agreement | None  # its latest agreement
    members: tuple[Colleague, ...]  # those who left last, else by name
    agreements: Mapping[UUID, Agreement]  # each, by id; none where they are not the reader's
    is_administered: bool  # by the reader

    def member(self, membership_id: UUID) -> Colleague | None:
        return next((one for one in self.members if one.id == membership_id), None)


def read_organisation(log: EventLog, organisation_id: UUID, by: Member) -> OrganisationRead:
    """What a member of the network may know of an organisation.

    Raises:
        OrganisationUnknown: there is no such organisation.
    """
    organisation = log.load(Organisation, organisation_id)
    described = organisation.registration.description
    if described is None:
        raise OrganisationUnknown
    administered = administers(by, organisation_id)
    members = (
        _colleague(one, membership, administered=administered)
        for one, membership in organisation.enrolment.by_id.items()
    )
    return OrganisationRead(
        id=organisation_id,
        description=described,
        partner=organisation.agreements.latest,
        members=tuple(sorted(members, key=lambda one: (one.left_at is not None, one.name or ""))),
        agreements=organisation.agreements.by_id if administered else {},
        is_administered=administered,
    )


def _colleague(one: UUID, membership: Membership, *, administered: bool) -> Colleague:
    return Colleague(
        id=one,
        name=membership.name,
        profession=membership.hat.profession,
        status=membership.hat.status,
        left_at=membership.left_at,
        name_erased=membership.name_erased,
        roles=membership.hat.roles if administered else (),
    )
