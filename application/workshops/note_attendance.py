"""Note whether somebody who had a place in a workshop came; the contrary corrects it."""

from uuid import UUID

from application.activities.running import on_activity
from application.commands import Command
from application.network import Network
from application.ports import Recorded
from application.workshops.taking import OnWorkshop, standing
from domain.kernel import Fact
from domain.members import Member
from domain.pathway.pathway import Pathway
from domain.pathway.workshops import Coming, WorkshopAttendance


class NoteWorkshopAttendance(Command):
    pathway_id: UUID
    attendance_id: UUID
    came: bool


def note_attendance(network: Network, command: NoteWorkshopAttendance, by: Member) -> Recorded:
    """First the workshop counts it, then the pathway tells it; cut between, it is asked again.

    Raises:
        PathwayNotOpened: there is none that the member may know of.
        AttendanceUnknown: there is no such place that the member sees, of their organisation.
        AttendanceAlreadySaid: it is recorded so.
        WorkshopSessionNotBegun: nobody can have come yet.
    """
    pathway = network.pathway_known_to(by, command.pathway_id)
    known = standing(network, pathway, command.attendance_id, command=command, by=by)
    if known:
        _count(network, command, known, by=by)

    def noted(pathway: Pathway) -> Fact:
        return network.as_seen(pathway, by).workshops.note(
            coming=Coming(command.attendance_id, command.came),
            by=by.organisation_id,
            at=command.at,
        )

    return network.on_pathway(command.pathway_id, noted, command=command, by=by)


def _count(
    network: Network, command: NoteWorkshopAttendance, known: WorkshopAttendance, *, by: Member
) -> None:
    counting = OnWorkshop(
        command_id=command.id_for("workshop"),
        at=command.at,
        activity_id=known.seat.workshop_id,
        of_session=known.seat.of_session,
    )
    on_activity(
        network,
        counting.activity_id,
        lambda activity: activity.workshops.note(
            session_id=known.seat.of_session,
            place_id=known.id,
            came=command.came,
            at=command.at,
        ),
        command=counting,
        by=by,
    )
