"""Let a colleague stand in for a referent during their holidays; it ends by itself."""

from uuid import UUID

from application.caseloads.hand_over_caseload import must_be_two_colleagues
from application.commands import Command
from application.network import Network
from application.ports import Recorded
from application.views.reach import RoleFollowsNobody
from domain.instants import Day
from domain.members import Member, Role
from domain.organisation.caseloads import CaseloadLent
from domain.organisation.organisation import Organisation


class LendCaseload(Command):
    from_id: UUID  # member
    to_id: UUID  # member
    first_day: Day
    last_day: Day

    @property
    def loan_id(self) -> UUID:
        return self.id_for("loan")


def lend_caseload(network: Network, command: LendCaseload, by: Member) -> Recorded:
    """Record it; nothing changes on any pathway.

    Raises:
        RoleFollowsNobody: the author follows no pathway under this hat.
        MemberUnknown, AlreadyLeft: there is no such member.
        RecipientFollowsNobody: their role opens no pathway.
        HandedToOneself, LoanDatesReversed, AlreadyLent: such a loan cannot be.
    """

    def decision(organisation: Organisation) -> CaseloadLent:
        must_be_two_colleagues(organisation, command.from_id, command.to_id)
        return organisation.caseloads.lend(
            loan_id=command.loan_id,
            from_id=command.from_id,
            to_id=command.to_id,
            days=(command.first_day, command.last_day),
            at=network.clock(),
        )

    if not {Role.CASEWORKER, Role.COORDINATOR} & by.roles:
        raise RoleFollowsNobody
    return network.decide(Organisation, by.organisation_id, decision, command=command, by=by)
