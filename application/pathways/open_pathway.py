"""Open a pathway for somebody who was just met."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.opening import MetAt, PathwayOpened
from domain.pathway.pathway import Pathway
from domain.text import Called


class OpenPathway(Command):
    called: Called
    met_at: MetAt

    @property
    def pathway_id(self) -> UUID:
        return self.id_for("pathway")


def open_pathway(network: Network, command: OpenPathway, by: Member) -> Recorded:
    def opened(pathway: Pathway) -> PathwayOpened:
        pathway.erasing.must_not_be_done()
        return pathway.opening.open(
            opened_by=by.organisation_id,
            referent_id=by.id,
            called=command.called,
            met_at=command.met_at,
            at=command.at,
        )

    return network.decide(Pathway, command.pathway_id, opened, command=command, by=by)
