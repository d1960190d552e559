"""Say that a consultation should never have been recorded; it is counted no more."""

from uuid import UUID, uuid5

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.consultations.register import ConsultationRegister, register_of
from domain.members import Member
from domain.pathway.consultations import ConsultationHeld, entry_of


class WithdrawConsultation(Command):
    pathway_id: UUID
    consultation_id: UUID


class CountNoMore(Command):
    """What follows by itself; it names no pathway."""

    entry_id: UUID


def withdraw_consultation(network: Network, command: WithdrawConsultation, by: Member) -> Recorded:
    """Withdraw it, then its count: cut between both, the same request finishes it.

    Raises:
        ConsultationUnknown: one's organisation recorded none under this id.
    """
    recorded = network.on_pathway(
        command.pathway_id,
        lambda pathway: network.as_seen(pathway, by).consultations.withdraw(
            consultation_id=command.consultation_id,
            by=by.organisation_id,
            at=command.at,
        ),
        command=command,
        by=by,
    )
    _count_no_more(network, command, by)
    return recorded


def _count_no_more(network: Network, command: WithdrawConsultation, by: Member) -> None:
    entry_id = entry_of(command.consultation_id)
    for event in network.log.stream(command.pathway_id):
        held = event.fact
        if not isinstance(held, ConsultationHeld):
            continue
        if held.consultation_id != command.consultation_id:
            continue
        network.decide(
            ConsultationRegister,
            register_of(held.facility_id, held.on.year),
            lambda register: register.entries.let_go(entry_id=entry_id, at=command.at),
            command=CountNoMore(command_id=uuid5(entry_id, "no more"), entry_id=entry_id),
            by=by,
        )
