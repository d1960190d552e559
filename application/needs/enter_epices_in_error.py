"""Note that these never were the person's answers to the EPICES questions."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class EnterEpicesInError(Command):
    pathway_id: UUID
    questionnaire_id: UUID


def enter_epices_in_error(network: Network, command: EnterEpicesInError, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.questionnaires.enter_in_error(
            questionnaire_id=command.questionnaire_id, at=command.at
        ),
        command=command,
        by=by,
    )
