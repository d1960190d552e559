"""Erase an entry that was written in the wrong person's file, and record it in the right one."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID, uuid5

from application.commands import Command
from application.erasures.ask_erasure import must_be_the_same
from application.erasures.carrying_out import record, said_of
from application.erasures.erasing import Erasing
from application.erasures.having_read import having_read
from application.erasures.ports import Erasure, ErasureState, Party
from application.erasures.saying_again import said_again
from application.network import Network
from application.traces.trace import Traces
from application.workshops.taking import give_back
from domain.kernel import DomainEvent
from domain.members import Member
from domain.pathway.erasing import ErasureReason
from domain.pathway.pathway import Pathway
from domain.pathway.wrong_file import EntryUnknown, found_elsewhere


class EraseEntry(Command):
    pathway_id: UUID
    entry_id: UUID  # a note, a contact point, a need, an appointment...
    belongs_to: UUID | None = None  # the pathway of the person it is of, where it is known

    @property
    def erasure_id(self) -> UUID:
        return self.id_for("erasure")


def erase_entry(
    erasing: Erasing, traces: Traces, command: EraseEntry, by: Member, *, account_id: UUID
) -> Erasure:
    """Record it where it belongs first; then nobody reads it here, and its keys are destroyed.

    Raises:
        PathwayNotOpened: one of the pathways is none that the member may know of.
        EntryUnknown: one's organisation wrote no such entry that the member may see.
        EntryNotMoved: an entry of this kind is not recorded again by itself.
        CommandReused: this command id was used for something else.
        StoreUnavailable: it is not known who read it; asking again is safe.
    """
    asked = Erasure(
        id=command.erasure_id,
        pathway_id=command.pathway_id,
        entry_id=command.entry_id,
        reason=ErasureReason.OPENED_IN_ERROR,
        asked_at=command.at,
        asked_by=Party.of(by, account_id),
        approved_at=command.at,
        state=ErasureState.APPROVED,
    )
    if found := erasing.erasures.find(command.erasure_id):
        must_be_the_same(found, asked, command)
        return record(erasing, found) if found.state is ErasureState.APPROVED else found
    wrong = erasing.network.pathway_known_to(by, command.pathway_id)
    told = _seen_of(erasing.network, wrong, command.entry_id, by)
    if command.belongs_to is not None:
        right_id, network = command.belongs_to, erasing.network
        _record_again(network, traces, command, by, right_id=right_id, wrong=wrong, told=told)
    if place := wrong.workshops.by_id.get(command.entry_id):  # who came was somebody else
        give_back(erasing.network, place, command=command, by=by)
    return record(erasing, erasing.erasures.add(replace(asked, facts=len(told))))


def _seen_of(network: Network, wrong: Pathway, entry_id: UUID, by: Member) -> Sequence[DomainEvent]:
    """What the entry says, which the member must see to know whose it is."""
    told = said_of(network, wrong.id, entry_id)
    if not network.sight(wrong, by).visible(told):
        raise EntryUnknown
    found_elsewhere(entry_id, told, by=by.organisation_id, at=network.clock())  # or refuse
    return told


def _record_again(
    network: Network,
    traces: Traces,
    command: EraseEntry,
    by: Member,
    *,
    right_id: UUID,
    wrong: Pathway,
    told: Sequence[DomainEvent],
) -> None:
    """First what it says, in the member's name; then who had read it, in nobody's.

    What a member records they may always read, and they may not know of everybody who read.
    """
    at = told[0].fact.occurred_at
    again = Command(command_id=uuid5(command.command_id, "again"), at=at)
    entry_id = again.id_for("entry")
    seen = network.sight(wrong, by).visible(told)
    network.on_pathway(right_id, said_again(entry_id, wrong, seen, by), command=again, by=by)
    readers = having_read(entry_id, network, traces, wrong=wrong, told=told)
    if readers:
        after = Command(command_id=uuid5(command.command_id, "having read"), at=at)
        network.on_pathway(right_id, lambda _: readers, command=after, by=None)
