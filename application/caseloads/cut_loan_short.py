"""End a loan before its last day: whoever was away is back."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from application.views.reach import RoleFollowsNobody
from domain.members import Member, Role
from domain.organisation.organisation import Organisation


class CutLoanShort(Command):
    loan_id: UUID


def cut_loan_short(network: Network, command: CutLoanShort, by: Member) -> Recorded:
    """Give the caseload back today.

    Raises:
        RoleFollowsNobody: the author follows no pathway under this hat.
        LoanUnknown: there is none, or it is over.
    """
    if not {Role.CASEWORKER, Role.COORDINATOR} & by.roles:
        raise RoleFollowsNobody
    return network.decide(
        Organisation,
        by.organisation_id,
        lambda organisation: organisation.caseloads.cut_short(
            loan_id=command.loan_id, at=network.clock()
        ),
        command=command,
        by=by,
    )
