"""Ask that everything recorded about a person be erased; somebody else approves."""

from typing import Literal
from uuid import UUID

from application.commands import Command
from application.erasures.erasing import Erasing
from application.erasures.ports import Erasure, Party
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
    """
    erasing.network.pathway_known_to(by, command.pathway_id)
    asked = Erasure(
        id=command.erasure_id,
        pathway_id=command.pathway_id,
        reason=command.reason,
        asked_at=erasing.network.clock(),
        asked_by=Party.of(by, account_id),
    )
    return erasing.erasures.add(asked)
