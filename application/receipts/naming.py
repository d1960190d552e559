"""Names of organisations and members, as the directory tells them to everybody."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from application.ports import EventLog
from domain.members import Member, Role
from domain.organisation.enrolment import Membership
from domain.organisation.organisation import Organisation
from domain.organisation.registration import Description


@dataclass(frozen=True, slots=True)
class Directory:
    log: EventLog

    def description(self, organisation_id: UUID) -> Description | None:
        return self._organisation(organisation_id).registration.description

    def organisation(self, organisation_id: UUID) -> str:
        described = self.description(organisation_id)
        return described.name if described else ""

    def membership(self, organisation_id: UUID, member_id: UUID) -> Membership | None:
        return self.memberships(organisation_id).get(member_id)

    def memberships(self, organisation_id: UUID) -> Mapping[UUID, Membership]:
        """Everybody who works there, or did."""
        return self._organisation(organisation_id).enrolment.by_id

    def naming(self, circle: Iterable[UUID]) -> Callable[[UUID], str]:
        """Names by id of any organisation, and of members of these; empty where none is known."""
        members = {
            member_id: membership.name or ""
            for organisation_id in circle
            for member_id, membership in self.memberships(organisation_id).items()
        }
        return lambda one: members[one] if one in members else self.organisation(one)

    def caseworkers(self, organisation_id: UUID) -> list[Member]:
        """Those who are there now and follow people."""
        organisation = self._organisation(organisation_id)
        return [
            organisation.member(member_id)
            for member_id, membership in organisation.enrolment.by_id.items()
            if membership.left_at is None and Role.CASEWORKER in membership.hat.roles
        ]

    def _organisation(self, organisation_id: UUID) -> Organisation:
        return self.log.load(Organisation, organisation_id)
