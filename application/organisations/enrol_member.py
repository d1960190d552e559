"""Let a human into an organisation under a hat."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.organisation.enrolment import Hat
from domain.text import Label


class EnrolMember(Command):
    organisation_id: UUID
    hat: Hat
    name: Label
    human_id: UUID | None = None  # of somebody who wears a hat already

    @property
    def membership_id(self) -> UUID:
        return self.id_for("membership")


def enrol_member(network: Network, command: EnrolMember, by: Member) -> Recorded:
    return network.on_organisation(
        command.organisation_id,
        lambda organisation: organisation.enrolment.enrol(
            membership_id=command.membership_id,
            human_id=command.human_id or command.id_for("human"),
            hat=command.hat,
            name=command.name,
            at=command.at,
        ),
        command=command,
        by=by,
    )
