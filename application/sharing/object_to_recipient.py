"""Record that the person does not want an organisation, or one named member, to know."""

from typing import Self
from uuid import UUID

from pydantic import model_validator

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.grounds.facts import ObjectionRaised
from domain.pathway.pathway import Pathway


class ObjectToRecipient(Command):
    pathway_id: UUID
    organisation_id: UUID | None = None  # one of the two
    member_id: UUID | None = None

    @model_validator(mode="after")
    def _to_one(self) -> Self:
        if (self.organisation_id is None) == (self.member_id is None):
            raise ValueError("an objection is to one organisation, or to one member")
        return self

    @property
    def objection_id(self) -> UUID:
        return self.id_for("objection")


def object_to_recipient(network: Network, command: ObjectToRecipient, by: Member) -> Recorded:
    """Record an objection; it holds from the next request on.

    Raises:
        AlreadyObjected: the same stands.
        NobodyWouldBeLeft: no other organisation of the care team could see the person.
    """

    def decision(pathway: Pathway) -> ObjectionRaised:
        if command.organisation_id is not None:
            pathway.must_keep_somebody(without=command.organisation_id)
        return pathway.objections.object_to(
            objection_id=command.objection_id,
            organisation_id=command.organisation_id,
            member_id=command.member_id,
            at=command.at,
        )

    return network.on_pathway(command.pathway_id, decision, command=command, by=by)
