"""Say how many places of a kind a facility has, from a day on."""

from uuid import UUID

from application.commands import Command
from application.facilities.knowing import known_facility
from application.network import Network
from application.ports import Recorded
from domain.facility.facility import Facility
from domain.facility.facts import CapacityDeclared, Places
from domain.facility.words import PlaceKind
from domain.instants import Day
from domain.members import Member


class DeclareCapacity(Command):
    facility_id: UUID
    kind: PlaceKind
    places: Places
    starts: Day
    until: Day | None = None  # excluded; None: until another number is declared


def declare_capacity(network: Network, command: DeclareCapacity, by: Member) -> Recorded:
    """Declare it, never below what is taken.

    Raises:
        FacilityUnknown: there is no such facility.
        NotYoursToRun: the member does not work there.
        CapacityDatesReversed: it would end before it starts.
        CapacityBelowTaken: more places are held or occupied on one of these days.
    """

    def decision(facility: Facility) -> CapacityDeclared:
        known_facility(network, command.facility_id).must_be_run_by(by)
        return facility.places.declare(
            kind=command.kind,
            places=command.places,
            starts=command.starts,
            until=command.until,
            at=command.at,
            now=network.clock(),
        )

    return network.decide(Facility, command.facility_id, decision, command=command, by=by)
