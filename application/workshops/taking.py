"""A place in a workshop stands on two streams: its number there, whose it is on their pathway.

The workshop decides first, so that nobody is told of a place that is none; where the pathway was
not reached, whoever asks again finds the same place, for it is made of the person and the session.
"""

from dataclasses import replace
from uuid import UUID

from application.activities.running import on_activity
from application.commands import Command
from application.marks import must_be_as_seen
from application.network import Network
from application.ports import Recorded
from application.refusals import ChangedSinceSeen
from domain.members import Member
from domain.pathway.pathway import Pathway
from domain.pathway.workshops import WorkshopAttendance
from domain.refusals import Forbidden, NotFound


class OnWorkshop(Command):
    """What a command about somebody's place does to the workshop that counts it."""

    activity_id: UUID
    of_session: UUID


class ThemeNotMet(Forbidden):
    code = "theme-not-met"
    title = (
        "You do not meet what this workshop is about on this pathway: count the person without "
        "a name, or let a colleague who meets it note them."
    )


def as_discreet(place: WorkshopAttendance, pathway: Pathway, by: Member) -> WorkshopAttendance:
    """The same place; of an organisation that takes part discreetly, as discreet as that."""
    part = pathway.sharing.circle.get(by.organisation_id)
    if part is None:
        return place
    return replace(place, data_class=place.data_class.raised_to(part.data_class))


def must_meet(network: Network, pathway: Pathway, place: WorkshopAttendance, by: Member) -> None:
    """Refuse those from whom a place of the person may be hidden: what is refused would tell.

    Raises:
        ThemeNotMet: they see nothing of its class on this pathway, or not the one that is there.
    """
    stands = pathway.workshops.in_session(place.seat.of_session)
    needed = {place.data_class, stands.data_class if stands else place.data_class}
    sight = network.sight(pathway, by)
    if not all(map(sight.of_class, needed)):
        raise ThemeNotMet


def standing(
    network: Network, pathway: Pathway, attendance_id: UUID, *, command: Command, by: Member
) -> WorkshopAttendance | None:
    """The place to act upon, as the member sees it; None: it is for the pathway to say why not."""
    seen = network.as_seen(pathway, by)
    try:
        if command.expected is not None:
            must_be_as_seen(network.log, network.sight(pathway, by), command)
        return seen.workshops.known(attendance_id, of=by.organisation_id)
    except (NotFound, ChangedSinceSeen):
        return None


def give_back(
    network: Network, known: WorkshopAttendance, *, command: Command, by: Member
) -> Recorded:
    """Free the place of somebody in a session of a workshop; where it is free, nothing."""
    giving = OnWorkshop(
        command_id=command.id_for("workshop"),
        at=command.at,
        activity_id=known.seat.workshop_id,
        of_session=known.seat.of_session,
    )
    return on_activity(
        network,
        giving.activity_id,
        lambda activity: activity.workshops.give_back(
            session_id=giving.of_session, place_id=known.id, at=command.at
        ),
        command=giving,
        by=by,
    )
