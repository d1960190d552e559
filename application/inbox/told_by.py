"""What members are told of because of a fact; its ids come from the fact's own."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID, uuid5

from application.inbox.addressing import Addressing
from application.inbox.ports import InboxItem, InboxKind
from application.network import Network
from domain.kernel import DomainEvent
from domain.pathway.grounds.facts import EmergencyAccessTaken
from domain.pathway.reminder_answers import Answer, ReminderAnswered
from domain.pathway.reminders import (
    Channel,
    Reminder,
    ReminderFailed,
    ReminderSuppressed,
    SuppressionReason,
)

Told = ReminderFailed | ReminderSuppressed | ReminderAnswered | Reminder


def items_told_by(network: Network, event: DomainEvent) -> list[InboxItem]:
    """What to put in inboxes; nothing, for most facts.

    Raises:
        EventUnreadable: the pathway cannot be read.
    """
    match event.fact:
        case EmergencyAccessTaken() as taken:
            return list(_of_emergency(network, event, taken))
        case ReminderSuppressed(reason=SuppressionReason.NO_SAFE_CHANNEL) as unreached:
            return _of_fact(network, event, unreached, InboxKind.CALL)
        case ReminderFailed() as failed if failed.channel is not Channel.INBOX:
            return _of_fact(network, event, failed, InboxKind.NOT_DELIVERED)
        case ReminderAnswered(answer=Answer.ASKS_TO_MOVE) as asked:
            return _of_fact(network, event, asked, InboxKind.ASKS_TO_MOVE)
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


def items_about(
    around: Addressing, told: Told, kind: InboxKind, *, at: datetime
) -> Iterator[InboxItem]:
    """For the referent of who holds the cause; for whoever may know, where the referent may not."""
    for organisation_id in around.holders(told.occurrence):
        yield InboxItem(
            id=uuid5(told.due_id, f"{kind} {organisation_id}"),
            organisation_id=organisation_id,
            member_id=_referent_who_knows(around, organisation_id, told),
            pathway_id=around.pathway.id,
            kind=kind,
            cause=told.cause,
            cause_id=told.cause_id,
            occurrence=told.occurrence,
            data_class=told.data_class,
            at=at,
            rule_id=told.rule_id,
            due_id=told.due_id,
        )


def _of_fact(network: Network, event: DomainEvent, told: Told, kind: InboxKind) -> list[InboxItem]:
    around = Addressing.at(network, event.originator_id)
    return list(items_about(around, told, kind, at=event.recorded_at or event.fact.occurred_at))


def _referent_who_knows(around: Addressing, organisation_id: UUID, told: Told) -> UUID | None:
    referent = around.referent(organisation_id)
    if referent is None:
        return None
    data_class, occurrence = told.data_class, told.occurrence
    knows = around.may_know(referent, data_class=data_class, occurrence=occurrence)
    return referent.id if knows else None
