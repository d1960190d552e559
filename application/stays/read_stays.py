"""Who asks for a place in a facility, is awaited or stays there, for those who work in it.

A facility holds days and ids of stays: whose a stay is, a pathway alone tells. So the stays are
found from the pathways that the facility's organisation shares, and shown where they are seen.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from application.facilities.read_facilities import read_occupancy
from application.network import Network
from application.traces.trace import Look, Traces
from application.traces.trace_listed import trace_listed
from application.views.caseload import CaseloadEntry
from application.views.people import PersonRow
from application.views.ports import CaseloadView
from application.views.whole_caseload import whole_caseload
from domain.data_classes import DataClass
from domain.facility.taken import OVER
from domain.members import Member
from domain.pathway.pathway import Pathway
from domain.pathway.stays.stay import Stay, StayState

AHEAD = timedelta(days=360)  # as far as occupancy is told at once


@dataclass(frozen=True, slots=True)
class Staying:
    """A stay that is not over, and whose it is, as the reader may know them."""

    pathway_id: UUID
    person: PersonRow | None
    stay: Stay
    state: StayState  # now


def read_stays(
    network: Network, views: CaseloadView, traces: Traces, by: Member, *, facility_id: UUID
) -> tuple[Staying, ...]:
    """Those that begin first are first; each is traced before it is shown.

    Raises:
        FacilityUnknown: there is no such facility.
        NotYoursToRun: the member does not work there.
        RoleFollowsNobody: under this hat they see no pathway.
        StoreUnavailable: it cannot be traced, and nothing is shown.
    """
    until = network.clock().date() + AHEAD
    taken = read_occupancy(network, facility_id, None, until, by).taken
    left = {one.stay_id for one in taken if one.state not in OVER}
    found = tuple(_found(network, views, left, by))
    shown = ((one.pathway_id, {DataClass.IDENTITY, one.stay.data_class}) for one in found)
    trace_listed(network, traces, by, look=Look.LIST, shown=shown)
    return tuple(sorted(found, key=lambda one: (one.stay.starts, one.stay.requested_at)))


def _found(network: Network, views: CaseloadView, left: set[UUID], by: Member) -> Iterator[Staying]:
    """What is left is not looked through once all are found."""
    for entry in whole_caseload(network, views, by) if left else ():
        there = network.log.load(Pathway, entry.pathway_id).stays.by_id.keys() & left
        if there:
            left -= there
            yield from _seen(network, entry, there, by)
        if not left:
            return


def _seen(
    network: Network, entry: CaseloadEntry, there: set[UUID], by: Member
) -> Iterator[Staying]:
    pathway = network.log.load(Pathway, entry.pathway_id)
    stays, now = network.as_seen(pathway, by).stays.by_id, network.clock()
    for stay_id in there & stays.keys():
        stay = stays[stay_id]
        yield Staying(entry.pathway_id, entry.person, stay, stay.state_at(now))
