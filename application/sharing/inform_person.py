"""Record that the person was told how what is said of them is shared."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.grounds.words import InformedBy
from domain.text import Code, Language


class InformPerson(Command):
    pathway_id: UUID
    notice: Code  # the version of the notice
    language: Language
    means: InformedBy
    with_interpreter: bool = False


def inform_person(network: Network, command: InformPerson, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.consents.inform(
            notice=command.notice,
            language=command.language,
            means=command.means,
            with_interpreter=command.with_interpreter,
            at=command.at,
        ),
        command=command,
        by=by,
    )
