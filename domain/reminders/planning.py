"""What is to be recalled of a pathway: each cause, under each rule that speaks of it."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from domain.reminders.cause import Cause
from domain.reminders.due import Due, due_at, due_id
from domain.reminders.rules import Anchor, Audience, ReminderRule
from domain.reminders.terms import Terms
from domain.wall_time import WallTime


def reminders_of(causes: Iterable[Cause], terms: Terms, *, now: datetime) -> list[Due]:
    """Every reminder to plan.

    None whose moment had passed when the cause was recorded, since somebody had just been told,
    or when the rule began, and none that would be of no use by now.
    """
    return [due for cause in causes for due in _reminders_of(cause, terms, now=now)]


def moment_of(rule: ReminderRule, cause: Cause, terms: Terms) -> datetime | None:
    """When this rule recalls it; None: at no moment of use."""
    counted_from = _anchor(rule, cause)
    if counted_from is None:
        return None
    return due_at(
        rule,
        terms.pack.hours,
        counted_from=counted_from,
        until=cause.until.instant if cause.until else None,
        is_holiday=terms.holidays(counted_from.zone),
    )


def speaks_of(rule: ReminderRule, cause: Cause) -> bool:
    """Whether the rule has something to say of a cause as it stands."""
    if rule.to is Audience.PERSON and not cause.confirmed:  # professionals check it first
        return False
    if rule.to is Audience.RECEIVER and cause.asked_of is None:
        return False
    return rule.only_with is None or rule.only_with in cause.conditions


def _anchor(rule: ReminderRule, cause: Cause) -> WallTime | None:
    match rule.counted_from:
        case Anchor.START:
            return cause.at
        case Anchor.CHASE:
            return cause.chased
        case Anchor.END:
            return cause.until


def _reminders_of(cause: Cause, terms: Terms, *, now: datetime) -> Iterator[Due]:
    if cause.until is not None and cause.until.instant <= now:
        return
    for rule in terms.pack.on(cause.trigger):
        moment = moment_of(rule, cause, terms) if speaks_of(rule, cause) else None
        begins = (cause.known_since, terms.since.get(rule.id))
        if moment and all(moment > begun for begun in begins if begun):
            yield _due(rule, cause, terms, moment)


def _due(rule: ReminderRule, cause: Cause, terms: Terms, moment: datetime) -> Due:
    return Due(
        id=due_id(cause_id=cause.id, occurrence=cause.occurrence, rule_id=rule.id),
        pathway_id=cause.pathway_id,
        trigger=cause.trigger,
        cause_id=cause.id,
        occurrence=cause.occurrence,
        rule_id=rule.id,
        audience=rule.to,
        pack_version=terms.pack.version,
        message_type=rule.message_type,
        due_at=moment,
        urgent=rule.urgent,
    )
