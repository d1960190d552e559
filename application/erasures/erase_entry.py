"""Erase an entry that was written in the wrong person's file, and record it in the right one."""

from collections.abc import Callable
from uuid import UUID, uuid5

from application.commands import Command
from application.erasures.ask_erasure import must_be_the_same
from application.erasures.carrying_out import erase_entry_of, record
from application.erasures.erasing import Erasing
from application.erasures.ports import Erasure, ErasureState, Party
from application.network import Network
from domain.kernel import Fact
from domain.members import Member
from domain.pathway.contacts import ContactPointAdded
from domain.pathway.erasing import ErasureReason
from domain.pathway.notes import NoteAdded, NoteCorrected, NoteUnknown
from domain.pathway.pathway import Pathway
from domain.pathway.wrong_file import told_of, without_wrong_entries


class EraseEntry(Command):
    pathway_id: UUID
    entry_id: UUID  # a note, or a contact point
    belongs_to: UUID | None = None  # the pathway of the person it is of, where it is known

    @property
    def erasure_id(self) -> UUID:
        return self.id_for("erasure")


def erase_entry(erasing: Erasing, command: EraseEntry, by: Member, *, account_id: UUID) -> Erasure:
    """Record it where it belongs first; then nobody reads it here, and its keys are destroyed.

    Raises:
        PathwayNotOpened: one of the pathways is none that the member may know of.
        NoteUnknown: one's organisation wrote no such note that the member may see.
        ContactPointUnknown: there is no such contact point.
        CommandReused: this command id was used for something else.
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
    erase_entry_of(wrong, command.entry_id, by=by.organisation_id, erasure=asked)  # or refuse
    said = _as_last_said(erasing.network, wrong, command.entry_id, by)
    if command.belongs_to is not None:
        _record_again(erasing.network, command, said, by)
    return record(erasing, erasing.erasures.add(asked))


def _as_last_said(network: Network, wrong: Pathway, entry_id: UUID, by: Member) -> Fact:
    """What the entry says now, which the member must see to know whose it is."""
    sight = network.sight(wrong, by)
    visible = sight.visible(without_wrong_entries(network.log.stream(wrong.id)))
    told = told_of(entry_id, visible)
    if not told:
        raise NoteUnknown
    return told[-1].fact


def _record_again(network: Network, command: EraseEntry, said: Fact, by: Member) -> None:
    again = Command(command_id=uuid5(command.command_id, "again"), at=said.occurred_at)
    network.on_pathway(
        command.belongs_to or command.pathway_id,
        _said_again(again.id_for("entry"), said, by),
        command=again,
        by=by,
    )


def _said_again(entry_id: UUID, said: Fact, by: Member) -> Callable[[Pathway], Fact]:
    def decide(pathway: Pathway) -> Fact:
        match said:
            case NoteAdded() | NoteCorrected():
                return pathway.notes.add(
                    note_id=entry_id,
                    text=said.text,
                    data_class=said.data_class,
                    by=by.organisation_id,
                    at=said.occurred_at,
                )
            case ContactPointAdded():
                return pathway.contacts.add(
                    contact_id=entry_id, point=said.point, at=said.occurred_at
                )
        raise NoteUnknown

    return decide
