"""Note what the person answered to the EPICES questions."""

from collections.abc import Mapping
from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.epices import Question
from domain.members import Member


class AnswerEpices(Command):
    pathway_id: UUID
    answers: Mapping[Question, bool]

    @property
    def questionnaire_id(self) -> UUID:
        return self.id_for("questionnaire")


def answer_epices(network: Network, command: AnswerEpices, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.questionnaires.answer(
            questionnaire_id=command.questionnaire_id, answers=command.answers, at=command.at
        ),
        command=command,
        by=by,
    )
