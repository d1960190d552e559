"""Things to be told of, on a pathway of the small invented network."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

from application.follow_up.add_note import AddNote, add_note
from application.inbox.ports import InboxItem, InboxKind
from application.network import Network
from domain.data_classes import DataClass
from domain.members import Member
from tests.application.network import NOON


def noted(network: Network, pathway_id: UUID, by: Member, data_class: DataClass) -> int:
    """Something is written on the pathway; its version."""
    command = AddNote(pathway_id=pathway_id, text="Bon contact.", data_class=data_class, at=NOON)
    return add_note(network, command, by).version


def told(
    to: Member,
    pathway_id: UUID,
    *,
    occurrence: int = 1,
    data_class: DataClass = DataClass.SOCIAL,
    kind: InboxKind = InboxKind.REMINDER,
    at: datetime = NOON,
) -> InboxItem:
    return InboxItem(
        id=uuid4(),
        organisation_id=to.organisation_id,
        member_id=to.id,
        pathway_id=pathway_id,
        kind=kind,
        cause="no_contact",
        cause_id=pathway_id,
        occurrence=occurrence,
        data_class=data_class,
        at=at,
        rule_id="no-contact-3-months",
    )


def later(hours: int) -> datetime:
    return NOON + timedelta(hours=hours)
