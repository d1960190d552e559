"""What members are told of because of a fact; its ids come from the fact's own."""

from collections.abc import Iterator
from uuid import UUID, uuid5

from application.inbox.addressing import Addressing
from application.inbox.ports import InboxItem, InboxKind
from application.network import Network
from domain.data_classes import DataClass
from domain.kernel import DomainEvent
from domain.pathway.grounds.facts import EmergencyAccessTaken
from domain.pathway.reminder_answers import Answer, ReminderAnswered
from domain.pathway.reminders import (
    Channel,
    ReminderFailed,
    ReminderSuppressed,
    SuppressionReason,
)

Told = ReminderFailed | ReminderSuppressed | ReminderAnswered


def items_told_by(network: Network, event: DomainEvent) -> list[InboxItem]:
    """What to put in inboxes; nothing, for most facts.

    Raises:
        EventUnreadable: the pathway cannot be read.
    """
    match event.fact:
        case EmergencyAccessTaken() as taken:
            return list(_of_emergency(network, event, taken))
        case ReminderSuppressed(reason=SuppressionReason.NO_SAFE_CHANNEL) as unreached:
            return list(_of_reminder(network, event, unreached, InboxKind.CALL))
        case ReminderFailed() as failed if failed.channel is not Channel.INBOX:
            return list(_of_reminder(network, event, failed, InboxKind.NOT_DELIVERED))
        case ReminderAnswered(answer=Answer.ASKS_TO_MOVE) as asked:
            return list(_of_reminder(network, event, asked, InboxKind.ASKS_TO_MOVE))
    return []


def _of_emergency(
    network: Network, event: DomainEvent, taken: EmergencyAccessTaken
) -> Iterator[InboxItem]:
    """The referent and the coordinators of who follows; not who took it."""
    around = Addressing.at(network, event.originator_id)
    following = around.pathway.team.organisations - around.pathway.objections.organisations
    for organisation_id in sorted(following):
        referent = around.referent(organisation_id)
        told = [referent] if referent else []
        for member in {one.id: one for one in (*told, *around.coordinators(organisation_id))}:
            if member != taken.member_id:
                yield InboxItem(
                    id=uuid5(taken.access_id, f"told {member}"),
                    organisation_id=organisation_id,
                    member_id=member,
                    pathway_id=event.originator_id,
                    kind=InboxKind.EMERGENCY_ACCESS,
                    cause=InboxKind.EMERGENCY_ACCESS,
                    cause_id=taken.access_id,
                    occurrence=event.originator_version,
                    data_class=taken.data_class,
                    at=event.recorded_at or taken.occurred_at,
                )


def _of_reminder(
    network: Network, event: DomainEvent, told: Told, kind: InboxKind
) -> Iterator[InboxItem]:
    """The referent of who holds the cause; whoever may know there, where the referent may not."""
    around = Addressing.at(network, event.originator_id)
    for organisation_id in around.holders(told.occurrence):
        yield InboxItem(
            id=uuid5(told.due_id, f"{kind} {organisation_id}"),
            organisation_id=organisation_id,
            member_id=_referent_who_knows(around, organisation_id, told),
            pathway_id=event.originator_id,
            kind=kind,
            cause=told.cause,
            cause_id=told.cause_id,
            occurrence=told.occurrence,
            data_class=told.data_class,
            at=event.recorded_at or told.occurred_at,
            rule_id=told.rule_id,
            due_id=told.due_id,
        )


def _referent_who_knows(around: Addressing, organisation_id: UUID, told: Told) -> UUID | None:
    referent = around.referent(organisation_id)
    if referent is None:
        return None
    data_class, occurrence = DataClass(told.data_class), told.occurrence
    knows = around.may_know(referent, data_class=data_class, occurrence=occurrence)
    return referent.id if knows else None
