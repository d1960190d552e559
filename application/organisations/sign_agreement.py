"""Enter the dated agreement under which an organisation takes part."""

from datetime import date
from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class SignAgreement(Command):
    organisation_id: UUID
    starts_on: date
    ends_on: date | None = None  # its last day

    @property
    def agreement_id(self) -> UUID:
        return self.id_for("agreement")


def sign_agreement(network: Network, command: SignAgreement, by: Member) -> Recorded:
    return network.on_organisation(
        command.organisation_id,
        lambda organisation: organisation.agreements.sign(
            agreement_id=command.agreement_id,
            starts_on=command.starts_on,
            ends_on=command.ends_on,
            at=command.at,
        ),
        command=command,
        by=by,
    )
