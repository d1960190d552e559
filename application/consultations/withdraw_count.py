"""Say that an entry of nameless consultations should never have been recorded."""

from uuid import UUID

from application.commands import Command
from application.consultations.counting import run_by
from application.network import Network
from application.ports import Recorded
from domain.consultations.register import ConsultationRegister, register_of
from domain.members import Member


class WithdrawCount(Command):
    facility_id: UUID
    year: int
    entry_id: UUID


def withdraw_count(network: Network, command: WithdrawCount, by: Member) -> Recorded:
    """Count them no more.

    Raises:
        FacilityUnknown: there is no such facility.
        NotYoursToRun: the member does not work there.
        CountUnknown: there is no such entry in that year.
        CountIsTold: a pathway tells of it.
    """
    run_by(network, command.facility_id, by)
    return network.decide(
        ConsultationRegister,
        register_of(command.facility_id, command.year),
        lambda register: register.entries.withdraw(entry_id=command.entry_id, at=command.at),
        command=command,
        by=by,
    )
