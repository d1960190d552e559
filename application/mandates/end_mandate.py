"""End a mandate sooner than it says."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.mandates.facts import MandateEnded
from domain.mandates.mandates import handles_mandates
from domain.mandates.refusals import MandateUnknown
from domain.mandates.register import REGISTER, Register
from domain.members import Member


class EndMandate(Command):
    mandate_id: UUID


def end_mandate(network: Network, command: EndMandate, by: Member) -> Recorded:
    """It opens nothing from now on; its auditor may give it back too.

    Raises:
        MandateUnknown: none was asked for under this id, or none that the member may see.
    """
    now = network.clock()

    def ended(register: Register) -> MandateEnded:
        mandate = register.mandates.known(command.mandate_id)
        if not (handles_mandates(by) or mandate.auditor.membership_id == by.id):
            raise MandateUnknown
        return register.mandates.end(mandate_id=command.mandate_id, now=now)

    return network.decide(Register, REGISTER, ended, command=command, by=by)
