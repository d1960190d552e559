"""Tell the identity again, whole, because it was wrong."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.kernel import Fact
from domain.members import Member
from domain.pathway.person import IDENTITY, CorrectionReason, Identity


class CorrectIdentity(Command):
    pathway_id: UUID
    identity: Identity
    reason: CorrectionReason

    def concerns(self, fact: Fact) -> bool:
        return isinstance(fact, IDENTITY)


def correct_identity(network: Network, command: CorrectIdentity, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.person.correct(
            identity=command.identity, reason=command.reason, at=command.at
        ),
        command=command,
        by=by,
    )
