"""The link that a letter carries: made before it leaves, so that it serves whoever receives it."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from application.reminders.replies import OPEN_FOR, Awaited, Replies
from domain.reminders.due import Due
from domain.reminders.reaching import Send
from domain.reminders.triggers import Trigger

Recalled = tuple[Due, Send]


def link_to(replies: Replies, recalled: Sequence[Recalled], *, key: UUID, now: datetime) -> str:
    """By which the person answers to all that one letter recalls; empty where there is none.

    `key` is that of the letter, the same at each attempt, and so is the link.
    """
    return replies.expect(*(_awaited(due, send, now) for due, send in recalled), key=key)


def _awaited(due: Due, send: Send, now: datetime) -> Awaited:
    is_asked = due.trigger is Trigger.APPOINTMENT  # of all else, nothing is to be answered
    return Awaited(
        due_id=due.id,
        pathway_id=due.pathway_id,
        cause=due.trigger,
        cause_id=due.cause_id,
        occurrence=due.occurrence,
        rule_id=due.rule_id,
        language=send.to.language,
        until=(send.cause.at.instant if is_asked else now) + OPEN_FOR,
        reach=send.to.reach,
    )
