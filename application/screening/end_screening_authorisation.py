"""End an authorisation sooner than it says, or say that it never was."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from application.screening.running import as_responsible
from domain.instants import Day
from domain.members import Member


class EndScreeningAuthorisation(Command):
    authorisation_id: UUID
    last_day: Day  # before its first one: it never was


def end_screening_authorisation(
    network: Network, command: EndScreeningAuthorisation, by: Member
) -> Recorded:
    return as_responsible(
        network,
        lambda organisation: organisation.screening_authorisations.end(
            authorisation_id=command.authorisation_id, last_day=command.last_day, at=command.at
        ),
        command=command,
        by=by,
    )
