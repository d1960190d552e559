"""Give a known person a place in a session of a workshop, ahead of it or once they came."""

from uuid import UUID

from application.activities.running import must_run, on_activity
from application.commands import Command
from application.duplicates.linked import linked_for
from application.network import Network
from application.ports import Recorded
from application.workshops.taking import OnWorkshop, as_discreet, give_back, must_meet
from domain.activity.activity import Activity
from domain.activity.refusals import ActivityUnknown
from domain.activity.workshops.refusals import WorkshopUnknown
from domain.activity.workshops.workshops import Workshops
from domain.kernel import Fact
from domain.members import Member
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.pathway import Pathway
from domain.pathway.workshops import AlreadyInSession, Seat, WorkshopAttendance


class TakeWorkshopPlace(Command):
    pathway_id: UUID
    workshop_id: UUID  # an activity
    of_session: UUID
    came: bool | None = None  # None: not known yet
    was_nameless: bool = False  # they were counted in this session before they said who they are


def take_place(network: Network, command: TakeWorkshopPlace, by: Member) -> Recorded:
    """The last place is one person's; whoever has a place in the session gets no second one.

    Raises:
        PathwayNotOpened: there is none that the member may know of.
        WorkshopUnknown, WorkshopSessionUnknown: their organisation holds none.
        ThemeNotMet: what the workshop is about is hidden from them on this pathway.
        WorkshopFull, NobodyNamelessThere: no place is left for them.
        WorkshopSessionNotBegun: they cannot have come yet.
        AlreadyInSession: they have a place.
    """
    place = _place(network, command, by)
    pathway = network.pathway_known_to(by, command.pathway_id)
    place = as_discreet(place, pathway, by)
    must_meet(network, pathway, place, by)
    if pathway.workshops.in_session(command.of_session):
        return _tell(network, command, by, place=place)
    _must_not_be_seated_elsewhere(network, command, by)
    _count(network, command, by, place=place)
    try:
        return _tell(network, command, by, place=place)
    except PathwayNotOpened:  # they were kept out meanwhile
        give_back(network, place, command=Command(at=command.at), by=by)
        raise


def attendance_of(network: Network, command: TakeWorkshopPlace, by: Member) -> UUID:
    """The id of the place, the same however often it is asked for."""
    return _place(network, command, by).id


def _place(network: Network, command: TakeWorkshopPlace, by: Member) -> WorkshopAttendance:
    workshops = _workshops(network, command.workshop_id, by)
    session = workshops.session(command.of_session)
    workshop = workshops.must_be_workshop()
    recognised = command.was_nameless and session.held
    return WorkshopAttendance(
        id=workshops.place_of(command.pathway_id, session_id=session.id),
        seat=Seat(
            workshop_id=command.workshop_id,
            of_session=session.id,
            held_by=by.organisation_id,
            starts_at=session.starts_at,
            theme=workshop.theme,
        ),
        data_class=workshop.class_of_coming,
        came=True if recognised else command.came,
    )


def _workshops(network: Network, workshop_id: UUID, by: Member) -> Workshops:
    activity = network.log.load(Activity, workshop_id)
    try:
        must_run(activity, by)
    except ActivityUnknown:
        raise WorkshopUnknown from None
    return activity.workshops


def _must_not_be_seated_elsewhere(network: Network, command: TakeWorkshopPlace, by: Member) -> None:
    """One person is one, whichever of their linked pathways is addressed, as the member knows."""
    for linked_id in linked_for(network, command.pathway_id, by):
        linked = network.as_seen(network.log.load(Pathway, linked_id), by)
        if linked.workshops.in_session(command.of_session):
            raise AlreadyInSession


def _count(
    network: Network, command: TakeWorkshopPlace, by: Member, *, place: WorkshopAttendance
) -> Recorded:
    counting = OnWorkshop(
        command_id=command.id_for("workshop"),
        at=command.at,
        activity_id=command.workshop_id,
        of_session=command.of_session,
    )

    def counted(activity: Activity) -> list[Fact]:
        return activity.workshops.seat(
            session_id=command.of_session,
            place_id=place.id,
            came=place.came,
            was_nameless=command.was_nameless,
            at=command.at,
        )

    return on_activity(network, command.workshop_id, counted, command=counting, by=by)


def _tell(
    network: Network, command: TakeWorkshopPlace, by: Member, *, place: WorkshopAttendance
) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.workshops.join(
            attendance_id=place.id,
            seat=place.seat,
            data_class=place.data_class,
            came=place.came,
            at=command.at,
        ),
        command=command,
        by=by,
    )
