"""Record that the person was asked to share, and said no."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.data_classes import DataClass
from domain.members import Member
from domain.pathway.grounds.words import Scope


class RefuseConsent(Command):
    pathway_id: UUID
    scope: Scope
    data_class: DataClass | None = None  # raised where whom it names tells what it is about


def refuse_consent(network: Network, command: RefuseConsent, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.consents.refuse(
            scope=command.scope, at=command.at, data_class=command.data_class
        ),
        command=command,
        by=by,
    )
