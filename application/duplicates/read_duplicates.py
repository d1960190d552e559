"""The possible duplicates and the links of a pathway, as its viewer may know them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application.network import Network
from application.pathways.read_pathway import PathwaySeen
from domain.data_classes import DataClass
from domain.kernel import DomainEvent
from domain.members import Member
from domain.pathway.assigning import class_of, recorded_while_linked
from domain.pathway.duplicates import DuplicateDismissed, FlagState, LinkAsked
from domain.pathway.links import PathwaysLinked
from domain.pathway.pathway import Pathway


@dataclass(frozen=True, slots=True)
class DuplicateTold:
    id: UUID
    since: datetime
    state: FlagState
    is_linked: bool
    other_id: UUID | None  # a pathway, where the viewer takes part in it
    answered_by: UUID | None = None  # member
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class LinkTold:
    id: UUID
    since: datetime
    ended_at: datetime | None
    linked_id: UUID | None  # a pathway, where the viewer may see it
    linked_by: UUID | None  # member; None where it was said on the other pathway


@dataclass(frozen=True, slots=True)
class EntryTold:
    id: UUID
    kind: str  # of the fact that told it first
    data_class: DataClass
    recorded_at: datetime | None
    member_id: UUID | None
    organisation_id: UUID | None
    is_here: bool | None  # None until somebody says whose it is


def duplicates_told(network: Network, seen: PathwaySeen, viewer: Member) -> list[DuplicateTold]:
    answers = {
        event.fact.flag_id: event
        for event in seen.events
        if isinstance(event.fact, LinkAsked | DuplicateDismissed)
    }
    linked = seen.pathway.links.linked_ids
    return [
        DuplicateTold(
            id=flag.id,
            since=flag.since,
            state=flag.state,
            is_linked=flag.other_id in linked,
            other_id=_if_known(network, flag.other_id, viewer),
            answered_by=answer.actor_id if answer else None,
            answered_at=answer.fact.occurred_at if answer else None,
        )
        for flag in seen.pathway.duplicates.of(viewer.organisation_id)
        for answer in [_of_this(flag.state, answers.get(flag.id))]
    ]


def links_told(network: Network, seen: PathwaySeen, viewer: Member) -> list[LinkTold]:
    made = {
        event.fact.link_id: event.actor_id
        for event in seen.events
        if isinstance(event.fact, PathwaysLinked)
    }
    return [
        LinkTold(
            id=link.id,
            since=link.since,
            ended_at=link.ended_at,
            linked_id=_if_known(network, link.linked_id, viewer),
            linked_by=made[link.id],
        )
        for link in seen.pathway.links.by_id.values()
    ]


def entries_told(seen: PathwaySeen, link_id: UUID) -> list[EntryTold]:
    """What was first recorded under a link, as far as the viewer sees it.

    Raises:
        LinkUnknown: they see no such link.
    """
    links = seen.pathway.links
    told = recorded_while_linked(links.one(link_id), seen.events)
    return [
        EntryTold(
            id=entry_id,
            kind=events[0].fact.topic,
            data_class=class_of(events),
            recorded_at=events[0].recorded_at,
            member_id=events[0].actor_id,
            organisation_id=events[0].organisation_id,
            is_here=links.here.get(entry_id),
        )
        for entry_id, events in told.items()
    ]


def _of_this(state: FlagState, answer: DomainEvent | None) -> DomainEvent | None:
    return answer if state in {FlagState.ASKED, FlagState.DISMISSED} else None


def _if_known(network: Network, pathway_id: UUID, viewer: Member) -> UUID | None:
    pathway = network.log.load(Pathway, pathway_id)
    return pathway_id if network.sight(pathway, viewer).of_part() else None
