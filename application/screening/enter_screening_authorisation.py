"""Enter the authorisation to make rapid tests, by the regional health agency."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from application.screening.running import as_responsible
from domain.instants import Day
from domain.members import Member
from domain.screening.words import Kinds
from domain.text import Label


class EnterScreeningAuthorisation(Command):
    kinds: Kinds
    starts_on: Day
    ends_on: Day | None = None  # its last day; None: that of the legal term
    reference: Label | None = None

    @property
    def authorisation_id(self) -> UUID:
        return self.id_for("authorisation")


def enter_screening_authorisation(
    network: Network, command: EnterScreeningAuthorisation, by: Member
) -> Recorded:
    return as_responsible(
        network,
        lambda organisation: organisation.screening_authorisations.enter(
            authorisation_id=command.authorisation_id,
            kinds=command.kinds,
            days=(command.starts_on, command.ends_on),
            reference=command.reference,
            rules=network.screening,
            at=command.at,
        ),
        command=command,
        by=by,
    )
