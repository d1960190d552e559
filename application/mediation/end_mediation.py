"""Say that the mediation of one's own organisation ended, and by what."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.data_classes import DataClass
from domain.members import Member
from domain.pathway.mediation import Ending, MediationEnded
from domain.pathway.pathway import Pathway


class EndMediation(Command):
    pathway_id: UUID
    how: Ending

    @property
    def ending_id(self) -> UUID:
        return self.id_for("ending")


def end_mediation(network: Network, command: EndMediation, by: Member) -> Recorded:
    """An organisation that takes part discreetly ends it as discreetly."""

    def decision(pathway: Pathway) -> MediationEnded:
        part = pathway.sharing.circle.get(by.organisation_id)
        return pathway.mediation.end(
            ending_id=command.ending_id,
            how=command.how,
            by=by.organisation_id,
            at=command.at,
            data_class=part.data_class if part else DataClass.SOCIAL,
        )

    return network.on_pathway(command.pathway_id, decision, command=command, by=by)
