"""A decision in two streams: the facility keeps a place for minutes, then the pathway says it.

The facility's stream arbitrates: its version lets one of two have the last place. Whoever is cut
between the two leaves a hold that ends by itself, and may send the same command again; whoever is
cut after the second leaves it to those who follow the history (`settle_stay`).
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from application.commands import Command
from application.network import Decision, Network
from application.ports import Recorded
from application.stays.settle_stay import settle_if_reached
from domain.facility.facility import Facility
from domain.facility.places import Places
from domain.kernel import Fact
from domain.members import Member
from domain.pathway.pathway import Pathway
from domain.refusals import DomainError

LEASE = timedelta(minutes=10)  # between the two streams

Keeping = Callable[[Places], list[Any]]
Deciding = Callable[[Pathway, Pathway], Fact]  # on a pathway, and as whoever decides sees it


class KeepPlace(Command):
    """In nobody's name, and under an id of its own: the facility's stream leads to no pathway."""

    facility_id: UUID
    stay_id: UUID


class OnStay(Command):
    """What is asked of a stay for which a place was requested."""

    pathway_id: UUID
    stay_id: UUID


def keep_place(network: Network, facility_id: UUID, stay_id: UUID, keeping: Keeping) -> None:
    """Have the facility keep what a decision needs.

    Raises:
        NoPlaceLeft: it has none.
        HoldOver: what it kept for this stay, it keeps no more.
    """

    def kept(facility: Facility) -> list[Fact]:
        return keeping(facility.places)

    command = KeepPlace(facility_id=facility_id, stay_id=stay_id)
    network.decide(Facility, facility_id, kept, command=command, by=None)


def decide_on_stay(
    network: Network, command: OnStay, by: Member, decision: Deciding, keeping: Keeping | None
) -> Recorded:
    """Keep the place, where that is needed and the pathway would not refuse; record; settle.

    Raises:
        StayUnknown: there is none that the member may see.
    """

    def admitted(pathway: Pathway) -> Fact:
        seen = network.as_seen(pathway, by)
        seen.stays.known(command.stay_id)
        return decision(pathway, seen)

    pathway_id, stay_id = command.pathway_id, command.stay_id
    if keeping is not None and would_be_recorded(network, pathway_id, admitted, by):
        settle_if_reached(network, pathway_id, stay_id)
        stay = network.log.load(Pathway, pathway_id).stays.known(stay_id)
        keep_place(network, stay.facility_id, stay_id, keeping)
    recorded = network.on_pathway(pathway_id, admitted, command=command, by=by)
    settle_if_reached(network, pathway_id, stay_id)
    return recorded


def would_be_recorded(
    network: Network, pathway_id: UUID, decision: Decision[Pathway], by: Member
) -> bool:
    """Whether a place is worth keeping; what is refused, or was answered, is told further on."""
    try:
        decision(network.pathway_known_to(by, pathway_id))
    except DomainError:
        return False
    return True
