"""Grant the mandate that somebody else asked for."""

from uuid import UUID

from application.commands import Command
from application.mandates.signing import Signing
from application.network import Network
from application.ports import Recorded
from domain.mandates.mandates import handles_mandates
from domain.mandates.refusals import MandateUnknown
from domain.mandates.register import REGISTER, Register


class GrantMandate(Command):
    mandate_id: UUID


def grant_mandate(network: Network, command: GrantMandate, signing: Signing) -> Recorded:
    """From its start, or from now, the auditor may read under it.

    Raises:
        MandateUnknown: none was asked for under this id, or none that the member handles.
    """
    if not handles_mandates(signing.member):
        raise MandateUnknown
    now = network.clock()
    return network.decide(
        Register,
        REGISTER,
        lambda register: register.mandates.grant(
            mandate_id=command.mandate_id,
            granted_by=signing.wearer(network),
            granting=signing.human(network),
            now=now,
        ),
        command=command,
        by=signing.member,
    )
