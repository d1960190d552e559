"""Who has a place in a session of a workshop, for those who may see that they have.

A workshop holds numbers: whose a place is, a pathway alone tells. So the places are found from the
pathways that the member's organisation shares, and of those only where the place itself is seen.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from application.activities.read_activity import read_activity
from application.network import Network
from application.traces.trace import Look, Traces
from application.traces.trace_listed import trace_listed
from application.views.caseload import CaseloadEntry
from application.views.people import PersonRow
from application.views.ports import CaseloadView
from application.views.whole_caseload import whole_caseload
from domain.activity.workshops.session import Session
from domain.activity.workshops.workshops import Workshops
from domain.data_classes import DataClass
from domain.members import Member
from domain.pathway.pathway import Pathway


@dataclass(frozen=True, slots=True)
class Registered:
    """Somebody who has a place, as the reader may know them."""

    pathway_id: UUID
    attendance_id: UUID
    person: PersonRow | None
    came: bool | None  # None: not known yet
    data_class: DataClass  # of their coming


def read_register(
    network: Network,
    views: CaseloadView,
    traces: Traces,
    by: Member,
    *,
    activity_id: UUID,
    session_id: UUID,
) -> tuple[Registered, ...]:
    """Those of them that the member sees, once that is traced.

    Raises:
        ActivityUnknown: there is no such activity that the member runs.
        WorkshopUnknown, WorkshopSessionUnknown: it is no workshop, or has no such session.
        RoleFollowsNobody: under this hat they see no pathway.
        StoreUnavailable: it cannot be traced, and nothing is shown.
    """
    workshops = read_activity(network, activity_id, by).workshops
    session = workshops.session(session_id)
    found = tuple(
        registered
        for entry in _with_a_place(network, views, workshops, session, by)
        if (registered := _seen(network, entry, session_id, by)) is not None
    )
    shown = ((one.pathway_id, {DataClass.IDENTITY, one.data_class}) for one in found)
    trace_listed(network, traces, by, look=Look.LIST, shown=shown)
    return found


def _with_a_place(
    network: Network, views: CaseloadView, workshops: Workshops, session: Session, by: Member
) -> Iterator[CaseloadEntry]:
    """Those who have one; what is left is not looked through once all are found."""
    left = set(session.known)
    for entry in whole_caseload(network, views, by):
        if not left:
            return
        place = workshops.place_of(entry.pathway_id, session_id=session.id)
        if place in left:
            left.remove(place)
            yield entry


def _seen(
    network: Network, entry: CaseloadEntry, session_id: UUID, by: Member
) -> Registered | None:
    pathway = network.log.load(Pathway, entry.pathway_id)
    place = network.as_seen(pathway, by).workshops.in_session(session_id)
    if place is None:
        return None
    return Registered(entry.pathway_id, place.id, entry.person, place.came, place.data_class)
