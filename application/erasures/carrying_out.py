"""The steps of an approved erasure; each is safe to take again after a kill anywhere in it."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from uuid import UUID, uuid5

from application.commands import Command
from application.erasures.covering import cover_linked
from application.erasures.erasing import Erasing
from application.erasures.ports import Erasure, ErasureState
from application.network import Network
from application.ports import Recorded
from domain.kernel import DomainEvent, Fact
from domain.organisation.enrolment import NameAlreadyErased
from domain.organisation.organisation import Organisation
from domain.pathway.erasing import AlreadyErased
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.pathway import Pathway
from domain.pathway.wrong_file import (
    EntryUnknown,
    found_elsewhere,
    told_of,
    without_wrong_entries,
)


class RecordErasure(Command):
    """In nobody's name: who asked and who approved stands in the erasure itself."""

    pathway_id: UUID
    erasure_id: UUID


def record(erasing: Erasing, erasure: Erasure) -> Erasure:
    """Say it in the history: from that commit no reader sees what is erased, linked ones included.

    Cut before the last of them, the others are taken up again as erasures of their own.
    """
    parts = cover_linked(erasing, erasure)
    recorded = _record(erasing, erasure)
    for part in parts:
        if part.state is ErasureState.APPROVED:
            _record(erasing, part)
    return recorded


def _record(erasing: Erasing, erasure: Erasure) -> Erasure:
    command = RecordErasure(
        command_id=uuid5(erasure.id, "record"),
        at=erasure.approved_at or erasure.asked_at,
        pathway_id=erasure.pathway_id,
        erasure_id=erasure.id,
    )
    position, facts = erasing.network.log.head(), 0
    with suppress(AlreadyErased, PathwayNotOpened, EntryUnknown, NameAlreadyErased):
        recorded = _decided(erasing, erasure, command)
        position, facts = recorded.position, recorded.version - 1
    return _advanced(
        erasing,
        erasure,
        replace(
            erasure,
            position=position,
            facts=erasure.facts if erasure.entry_id else facts,
            state=ErasureState.RECORDED,
        ),
    )


def _decided(erasing: Erasing, erasure: Erasure, command: Command) -> Recorded:
    network = erasing.network
    if erasure.of_member:
        return network.decide(
            Organisation, erasure.pathway_id, _name_erased(erasure), command=command, by=None
        )
    decision = _entry_erased(erasing, erasure) if erasure.entry_id else _person_erased(erasure)
    return network.decide(Pathway, erasure.pathway_id, decision, command=command, by=None)


def destroy(erasing: Erasing, erasure: Erasure) -> Erasure:
    gone = erasing.shredder.destroy_keys(erasure.pathway_id, entry_id=erasure.entry_id)
    if erasure.of_member and erasure.entry_id:
        erasing.shredder.forget_account(erasure.entry_id)
    destroyed = replace(erasure, keys=gone.keys, epoch=gone.epoch, state=ErasureState.DESTROYED)
    return _advanced(erasing, erasure, destroyed)


def purge(erasing: Erasing, erasure: Erasure) -> Erasure:
    """Delete what lists hold of it, once they have come to the fact; until then, as it is."""
    if not erasure.entry_id and not erasing.shredder.purge(
        erasure.pathway_id, after=erasure.position
    ):
        return erasure
    return _advanced(erasing, erasure, replace(erasure, state=ErasureState.PURGED))


def certify(erasing: Erasing, erasure: Erasure) -> Erasure:
    """End it, where no copy of its keys opens any more; until then, as it is.

    One that covers linked pathways ends after them: its certificate counts all.
    """
    oldest = erasing.shredder.oldest_epoch()
    parts = erasing.erasures.parts_of(erasure.id)
    if oldest <= erasure.epoch or any(not part.is_over for part in parts):
        return erasure
    certified = replace(
        erasure,
        certified_epoch=oldest,
        certified_at=erasing.network.clock(),
        state=ErasureState.CERTIFIED,
    )
    return _advanced(erasing, erasure, certified)


def _advanced(erasing: Erasing, was: Erasure, now: Erasure) -> Erasure:
    """As it is now; whoever took the same step before has the say."""
    if erasing.erasures.advance(now, was=was.state):
        return now
    return erasing.erasures.find(was.id) or now


Decision = Callable[[Pathway], Fact | Sequence[Fact]]


def _person_erased(erasure: Erasure) -> Decision:
    def decide(pathway: Pathway) -> Fact:
        pathway.erasing.must_not_be_done()
        return pathway.erasing.erase(
            erasure_id=erasure.id,
            reason=erasure.reason,
            at=erasure.approved_at or erasure.asked_at,
        )

    return decide


def _entry_erased(erasing: Erasing, erasure: Erasure) -> Decision:
    def decide(pathway: Pathway) -> Sequence[Fact]:
        return found_elsewhere(
            erasure.entry_id or erasure.id,
            said_of(erasing.network, pathway.id, erasure.entry_id or erasure.id),
            by=erasure.asked_by.organisation_id if erasure.asked_by else erasure.id,
            at=erasure.approved_at or erasure.asked_at,
        )

    return decide


def said_of(network: Network, pathway_id: UUID, entry_id: UUID) -> list[DomainEvent]:
    """What was said of an entry, unless it was taken out."""
    return told_of(entry_id, without_wrong_entries(network.log.stream(pathway_id)))


def _name_erased(erasure: Erasure) -> Callable[[Organisation], Fact]:
    at = erasure.approved_at or erasure.asked_at
    membership_id = erasure.entry_id or erasure.id
    return lambda organisation: organisation.enrolment.erase_name(
        membership_id=membership_id, at=at
    )
