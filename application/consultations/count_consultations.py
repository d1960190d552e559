"""Count consultations of people who have no pathway, as numbers."""

from uuid import UUID

from application.commands import Command
from application.consultations.counting import must_be_a_member, run_by, today_at
from application.network import Network
from application.ports import Recorded
from domain.consultations.register import ConsultationRegister, register_of
from domain.consultations.words import Counted
from domain.members import Member


class CountConsultations(Command):
    facility_id: UUID
    counted: Counted

    @property
    def entry_id(self) -> UUID:
        return self.id_for("entry")


def count_consultations(network: Network, command: CountConsultations, by: Member) -> Recorded:
    """Count some that were alike, on one day.

    Raises:
        FacilityUnknown: there is no such facility.
        NotYoursToRun: the member does not work there.
        MemberUnknown: the professional is of another organisation.
        ConsultationsAlreadyCounted: they are.
        ConsultationsToCome: their day has not begun there.
    """
    facility = run_by(network, command.facility_id, by)
    must_be_a_member(network, command.counted.consultation.professional_id, by)
    return network.decide(
        ConsultationRegister,
        register_of(command.facility_id, command.counted.on.year),
        lambda register: register.entries.count(
            entry_id=command.entry_id,
            counted=command.counted,
            today=today_at(network, facility),
            at=command.at,
        ),
        command=command,
        by=by,
    )
