"""Put what is recalled to members in their inboxes: to those of them who may know it now."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from uuid import UUID, uuid5

from application.inbox.addressing import Addressing
from application.inbox.ports import InboxItem, InboxKind
from domain.members import Member
from domain.reminders.cause import Cause
from domain.reminders.due import Due
from domain.reminders.rules import Audience

ANYBODY = UUID(int=0)  # in the place of a member, in the id of what is for an organisation
Addressees = Iterator[tuple[UUID, UUID | None]]  # organisations, and members of theirs


def items_for(around: Addressing, due: Due, cause: Cause, *, at: datetime) -> list[InboxItem]:
    """An item for each addressee of now who has a ground of their own; none: nobody may know."""
    return [
        InboxItem(
            id=uuid5(due.id, f"told {organisation_id} {member_id or ANYBODY}"),
            organisation_id=organisation_id,
            member_id=member_id,
            pathway_id=due.pathway_id,
            kind=InboxKind.REMINDER,
            cause=due.trigger,
            cause_id=due.cause_id,
            occurrence=due.occurrence,
            data_class=cause.data_class,
            at=at,
            rule_id=due.rule_id,
            due_id=due.id,
        )
        for organisation_id, member_id in dict.fromkeys(_addressees(around, due, cause))
    ]


def _addressees(around: Addressing, due: Due, cause: Cause) -> Addressees:
    if due.audience is Audience.RECEIVER:
        if cause.asked_of:
            yield from _whoever_knows(around, cause.asked_of, cause)
        return
    for organisation_id in [cause.held_by] if cause.held_by else around.following():
        if due.audience is Audience.COORDINATOR:
            yield from _those_who_know(around, around.coordinators(organisation_id), cause)
        else:
            yield from _who_leads(around, organisation_id, cause)


def _who_leads(around: Addressing, organisation_id: UUID, cause: Cause) -> Addressees:
    """Who is to do it, else the referent of now; where neither may know, whoever may."""
    lead = around.member(organisation_id, cause.member_id) or around.referent(organisation_id)
    told = list(_those_who_know(around, [lead] if lead else [], cause))
    yield from told or _whoever_knows(around, organisation_id, cause)


def _whoever_knows(around: Addressing, organisation_id: UUID, cause: Cause) -> Addressees:
    """The organisation itself, where one of its members at least may know."""
    for _ in _those_who_know(around, around.members(organisation_id), cause):
        yield organisation_id, None
        return


def _those_who_know(around: Addressing, members: Iterable[Member], cause: Cause) -> Addressees:
    for member in members:
        if around.may_know(member, data_class=cause.data_class, occurrence=cause.occurrence):
            yield member.organisation_id, member.id
