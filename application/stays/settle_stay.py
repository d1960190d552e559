"""Bring a facility's places to what a pathway says of a stay; safe to run twice and to be cut."""

from contextlib import suppress
from uuid import UUID

from application.commands import Command
from application.network import Network
from application.refusals import EventUnreadable, StoreUnavailable, TooBusy
from domain.facility.facility import Facility
from domain.facility.settling import Said, Wanted, settle
from domain.kernel import DomainEvent, Fact
from domain.pathway.pathway import Pathway
from domain.pathway.stays.facts import PlaceRequested
from domain.pathway.stays.stay import KEPT, Stay, StayState, as_requested
from domain.pathway.stays.stays import Stays
from domain.pathway.wrong_file import FactRecordedInWrongFile
from domain.refusals import NotFound


class SettlePlace(Command):
    """In nobody's name, and under an id of its own: the facility's stream leads to no pathway."""

    facility_id: UUID
    stay_id: UUID


def settle_stay(network: Network, pathway_id: UUID, stay_id: UUID) -> None:
    """Record in the facility what is left to record; a stay that is known no more frees its place.

    Raises:
        StoreUnavailable: a database cannot be reached; it can be settled later.
        TooBusy: the facility changed at each attempt; it can be settled later.
    """
    pathway = network.log.load(Pathway, pathway_id)
    if pathway.erasing.done:  # nobody is left whose days could be told; they stay counted
        return
    stay = pathway.stays.by_id.get(stay_id)
    requested = stay or _as_it_was(network, pathway_id, stay_id)
    if requested is None:
        return
    wanted = _wanted(stay)

    def decision(facility: Facility) -> list[Fact]:
        return settle(facility.places, _said(requested, wanted), now=network.clock())

    command = SettlePlace(facility_id=requested.facility_id, stay_id=stay_id)
    with suppress(NotFound):  # nothing was ever kept there: there is nothing to free
        network.decide(Facility, requested.facility_id, decision, command=command, by=None)


def settle_if_reached(network: Network, pathway_id: UUID, stay_id: UUID) -> None:
    """Settle it at once where that can be done; whoever follows the history does it otherwise."""
    with suppress(StoreUnavailable, TooBusy):
        settle_stay(network, pathway_id, stay_id)


def settle_told(network: Network, event: DomainEvent) -> None:
    """Settle the stay that an event tells of, if it tells of one."""
    fact = event.fact
    with suppress(EventUnreadable):  # one stream that cannot be read never stops the others
        if isinstance(fact, Stays.facts) and not isinstance(fact, FactRecordedInWrongFile):
            settle_stay(network, event.originator_id, fact.stay_id)
        elif isinstance(fact, FactRecordedInWrongFile):
            settle_stay(network, event.originator_id, fact.entry_id)


def _as_it_was(network: Network, pathway_id: UUID, stay_id: UUID) -> Stay | None:
    """A stay that was withdrawn, as it was asked for; None where it was none, or is erased."""
    facts = (event.fact for event in network.log.stream(pathway_id))
    asked = (fact for fact in facts if isinstance(fact, PlaceRequested))
    return next((as_requested(fact) for fact in asked if fact.stay_id == stay_id), None)


def _wanted(stay: Stay | None) -> Wanted:
    if stay is None or stay.state is StayState.DECLINED:
        return Wanted.FREE
    if stay.state in KEPT:
        return Wanted.KEPT
    return Wanted.LEFT if stay.state is StayState.ENDED else Wanted.OCCUPIED


def _said(stay: Stay, wanted: Wanted) -> Said:
    return Said(
        stay_id=stay.id,
        kind=stay.kind,
        starts=stay.starts,
        until=stay.until,
        wanted=wanted,
        kept_until=stay.kept_until,
    )
