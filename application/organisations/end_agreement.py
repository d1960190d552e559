"""End an agreement sooner than it says."""

from datetime import date
from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class EndAgreement(Command):
    organisation_id: UUID
    agreement_id: UUID
    last_day: date


def end_agreement(network: Network, command: EndAgreement, by: Member) -> Recorded:
    return network.on_organisation(
        command.organisation_id,
        lambda organisation: organisation.agreements.end(
            agreement_id=command.agreement_id, last_day=command.last_day, at=command.at
        ),
        command=command,
        by=by,
    )
