"""Record a consultation by a person who has a pathway; it is counted as every other one."""

from uuid import UUID, uuid5

from application.commands import Command
from application.consultations.counting import must_be_a_member, run_by, today_at
from application.network import Network
from application.ports import Recorded
from domain.consultations.register import ConsultationRegister, must_have_begun, register_of
from domain.consultations.words import Consultation, Counted
from domain.instants import Day
from domain.kernel import Fact
from domain.members import Member
from domain.pathway.consultations import ConsultationHeld, entry_of
from domain.pathway.pathway import Pathway


class HoldConsultation(Command):
    pathway_id: UUID
    facility_id: UUID
    on: Day
    consultation: Consultation

    @property
    def consultation_id(self) -> UUID:
        return self.id_for("consultation")


class CountConsultation(Command):
    """What follows by itself; it names no pathway."""

    entry_id: UUID


def hold_consultation(network: Network, command: HoldConsultation, by: Member) -> Recorded:
    """Record it on the pathway, then count it: cut between both, the same request finishes it.

    Raises:
        FacilityUnknown: there is no such facility.
        NotYoursToRun: the member does not work there.
        MemberUnknown: the professional is of another organisation.
        ConsultationAlreadyHeld: it is recorded.
        ConsultationsToCome: its day has not begun there.
    """
    facility = run_by(network, command.facility_id, by)
    must_be_a_member(network, command.consultation.professional_id, by)

    def decision(pathway: Pathway) -> ConsultationHeld:
        must_have_begun(command.on, today=today_at(network, facility))
        return network.as_seen(pathway, by).consultations.hold(
            consultation_id=command.consultation_id,
            consultation=command.consultation,
            facility_id=command.facility_id,
            on=command.on,
            by=by.organisation_id,
            at=command.at,
        )

    recorded = network.on_pathway(command.pathway_id, decision, command=command, by=by)
    _count(network, command, by)
    return recorded


def _count(network: Network, command: HoldConsultation, by: Member) -> None:
    entry_id = entry_of(command.consultation_id)

    def decision(register: ConsultationRegister) -> list[Fact]:
        return register.entries.count_told(
            entry_id=entry_id,
            counted=Counted(on=command.on, consultation=command.consultation),
            at=command.at,
        )

    counting = CountConsultation(command_id=uuid5(entry_id, "count"), entry_id=entry_id)
    stream = register_of(command.facility_id, command.on.year)
    network.decide(ConsultationRegister, stream, decision, command=counting, by=by)
