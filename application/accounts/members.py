"""`Members` out of the history: who a membership makes, as its organisation tells today."""

from dataclasses import dataclass

from application.accounts.ports import Membership
from application.ports import EventLog
from domain.members import Member
from domain.organisation.enrolment import AlreadyLeft, MemberUnknown
from domain.organisation.organisation import Organisation


@dataclass(frozen=True, slots=True)
class MembersInHistory:
    log: EventLog

    def member(self, membership: Membership) -> Member | None:
        organisation = self.log.load(Organisation, membership.organisation_id)
        try:
            return organisation.member(membership.membership_id)
        except (MemberUnknown, AlreadyLeft):
            return None
