"""Ask that everything recorded about a person be erased; somebody else approves."""

from typing import Literal
from uuid import UUID

from application.commands import Command
from application.erasures.erasing import Erasing
from application.erasures.ports import Erasure, Party
from application.refusals import CommandReused
from domain.members import Member
from domain.pathway.erasing import ErasureReason

AskedReason = Literal[ErasureReason.PERSON_ASKED, ErasureReason.OPENED_IN_ERROR]


class AskErasure(Command):
    pathway_id: UUID
    reason: AskedReason

    @property
    def erasure_id(self) -> UUID:
        return self.id_for("erasure")


def ask_erasure(erasing: Erasing, command: AskErasure, by: Member, *, account_id: UUID) -> Erasure:
    """Keep what is asked; nothing is erased yet.

    Raises:
        PathwayNotOpened: there is no such pathway, or none the member may know of.
        CommandReused: this command id was used for something else.
    """
    erasing.network.pathway_known_to(by, command.pathway_id)
    asked = Erasure(
        id=command.erasure_id,
        pathway_id=command.pathway_id,
        reason=command.reason,
        asked_at=command.at,
        asked_by=Party.of(by, account_id),
    )
    kept = erasing.erasures.add(asked)
    must_be_the_same(kept, asked, command)
    return kept


def must_be_the_same(kept: Erasure, asked: Erasure, command: Command) -> None:
    """Refuse what bears the id of another request.

    Raises:
        CommandReused: it was asked by somebody else, about something else, or of another moment.
    """
    same = (kept.pathway_id, kept.entry_id, kept.reason, kept.asked_by) == (
        asked.pathway_id,
        asked.entry_id,
        asked.reason,
        asked.asked_by,
    )
    if not same or ("at" in command.model_fields_set and kept.asked_at != asked.asked_at):
        raise CommandReused
