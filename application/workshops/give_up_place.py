"""Say that somebody's place in a workshop is not theirs: it is free again."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from application.workshops.taking import give_back, standing
from domain.members import Member
from domain.pathway.pathway import Pathway
from domain.pathway.workshops import WorkshopPlaceGivenUp


class GiveUpWorkshopPlace(Command):
    pathway_id: UUID
    attendance_id: UUID


def give_up_place(network: Network, command: GiveUpWorkshopPlace, by: Member) -> Recorded:
    """They do not come, or never should have been noted: the workshop counts them no more.

    Raises:
        PathwayNotOpened: there is none that the member may know of.
        AttendanceUnknown: there is no such place that the member sees, of their organisation.
    """
    pathway = network.pathway_known_to(by, command.pathway_id)
    known = standing(network, pathway, command.attendance_id, command=command, by=by)
    if known:
        give_back(network, known, command=command, by=by)

    def given_up(pathway: Pathway) -> WorkshopPlaceGivenUp:
        return network.as_seen(pathway, by).workshops.give_up(
            attendance_id=command.attendance_id, by=by.organisation_id, at=command.at
        )

    return network.on_pathway(command.pathway_id, given_up, command=command, by=by)
