"""Follow the history and tell who may be told that two pathways may be of one person.

On the way, what is said on one side of a link is said on the other, handovers are carried out, and
the places of stays are settled.
It is done after the answer, from the facts: what a request costs tells nothing of who is known.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from uuid import UUID, uuid5

from application.caseloads.carry_out_handover import carry_out_handover
from application.commands import Command
from application.duplicates.other_side import tell_other_side
from application.duplicates.ports import Matching
from application.duplicates.told import referents_to_tell, those_in_both
from application.network import Network
from application.refusals import EventUnreadable
from application.stays.settle_stay import settle_told
from domain.kernel import DomainEvent
from domain.likeness import TELLING, Signs, keeps_apart, told_at
from domain.pathway.duplicates import PossibleDuplicateFlagged, pair_id
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.pathway import Pathway

AT_ONCE = 500  # events
MOST = 20  # pathways looked at for one; a sign shared by more says nothing


class FlagDuplicate(Command):
    """In nobody's name: signs are compared by the network itself."""

    pathway_id: UUID
    other_id: UUID


@dataclass(frozen=True, slots=True)
class Known:
    """One pathway as it stands, with what is said of its person."""

    pathway: Pathway
    signs: Signs
    told_at: int

    @property
    def id(self) -> UUID:
        return self.pathway.id


def match_pathways(matching: Matching, *, at_once: int = AT_ONCE) -> int:
    """Compare the pathways that the next events speak of; how many events were read.

    Safe to run twice, to be cut anywhere, and to run in several processes.

    Raises:
        StoreUnavailable: a database cannot be reached; what was told stays told.
    """
    log, read_from = matching.network.log, matching.bookmark.position()
    listed = matching.likenesses.position()
    try:
        events = [
            event for event in log.after(read_from, limit=at_once) if event.position <= listed
        ]
    except EventUnreadable as unreadable:
        if at_once > 1:
            return match_pathways(matching, at_once=at_once // 2)
        matching.bookmark.move(read_from=read_from, read_to=unreadable.position)
        return 1
    if not events:
        if log.head() < read_from:  # an older history was restored: nothing is told twice
            matching.bookmark.move(read_from=read_from, read_to=0)
        return 0
    for event in events:
        tell_other_side(matching.network, event)
        carry_out_handover(matching.network, event)
        settle_told(matching.network, event)
    for pathway_id in _spoken_of(events):
        with suppress(EventUnreadable):  # one stream that cannot be read never stops the others
            _match(matching, pathway_id)
    moved = matching.bookmark.move(read_from=read_from, read_to=events[-1].position)
    return len(events) if moved else 0


def _spoken_of(events: Iterable[DomainEvent]) -> Iterable[UUID]:
    return dict.fromkeys(event.originator_id for event in events if isinstance(event.fact, TELLING))


def _match(matching: Matching, pathway_id: UUID) -> None:
    known = _known(matching.network, pathway_id)
    if known is None:
        return
    for other_id in matching.likenesses.having(sorted(known.signs.asked), at_most=MOST):
        other = _known(matching.network, other_id) if other_id != pathway_id else None
        if other and known.signs.are_like(other.signs):
            _tell(matching.network, known, other)


def _known(network: Network, pathway_id: UUID) -> Known | None:
    """A pathway as it is now; None where it may be likened to no other."""
    events = network.log.stream(pathway_id)
    pathway = Pathway(pathway_id).after(events)
    if pathway.opening.opened_at is None or keeps_apart(events):
        return None
    return Known(pathway, Signs.of(pathway.person, pathway.contacts), told_at(events))


def _tell(network: Network, one: Known, other: Known) -> None:
    """Who was there first is told; the newcomer, only where they take part in both."""
    if other.id in one.pathway.links.linked_ids:
        return
    first, newcomer = _in_order(one, other)
    told = referents_to_tell(first.pathway, of=newcomer.pathway)
    _flag(network, first.id, newcomer.id, told=told)
    both = those_in_both(newcomer.pathway, first.pathway)
    _flag(network, newcomer.id, first.id, told=both)


def _in_order(one: Known, other: Known) -> tuple[Known, Known]:
    """Whoever was told once stays the one who is: to tell again changes no sides."""
    flag_id = pair_id(one.id, other.id)
    told = [known for known in (one, other) if known.pathway.duplicates.knows(flag_id)]
    if len(told) == 1:
        return (one, other) if told == [one] else (other, one)
    return (one, other) if one.told_at < other.told_at else (other, one)


def _flag(network: Network, pathway_id: UUID, other_id: UUID, *, told: Sequence[UUID]) -> None:
    flag_id = pair_id(pathway_id, other_id)

    def decision(pathway: Pathway) -> list[PossibleDuplicateFlagged]:
        pathway.must_be_open()
        return pathway.duplicates.flag(
            flag_id=flag_id, other_id=other_id, told=told, at=network.clock()
        )

    known = network.log.load(Pathway, pathway_id).duplicates
    if all((flag_id, organisation_id) in known.by_id for organisation_id in told):
        return
    command = FlagDuplicate(
        command_id=uuid5(flag_id, f"{pathway_id} {sorted(map(str, told))}"),
        pathway_id=pathway_id,
        other_id=other_id,
    )
    with suppress(PathwayNotOpened):  # erased meanwhile
        network.decide(Pathway, pathway_id, decision, command=command, by=None)
