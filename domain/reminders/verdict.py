"""At the moment of sending: whether what is to be recalled still holds, and whom to tell."""

from dataclasses import dataclass
from datetime import datetime

from domain.pathway.pathway import Pathway
from domain.pathway.reminders import Outcome, SuppressionReason
from domain.reminders.cause import Cause
from domain.reminders.causes import gone, standing
from domain.reminders.due import Due
from domain.reminders.planning import speaks_of
from domain.reminders.reaching import Send, Wait, Withhold, reach_person
from domain.reminders.rules import Audience, ReminderRule
from domain.reminders.terms import Terms


@dataclass(frozen=True, slots=True)
class Tell:
    """To members; their own ground to know it is asked before they are told."""

    rule: ReminderRule
    cause: Cause


@dataclass(frozen=True, slots=True)
class Concluded:
    outcome: Outcome  # recorded already


Verdict = Send | Tell | Withhold | Wait | Concluded


def verdict_on(
    pathway: Pathway, due: Due, terms: Terms, *, now: datetime, begun: bool = False
) -> Verdict:
    """What to do about a reminder whose moment has come, as the pathway stands.

    `begun`: an earlier attempt was cut, and it may have left.
    """
    if outcome := pathway.reminders.outcomes.get(due.id):
        return Concluded(outcome)
    terms = terms.without(pathway.reminders.closed.get(due.id, frozenset()))
    cause = standing(
        pathway, terms, trigger=due.trigger, cause_id=due.cause_id, occurrence=due.occurrence
    )
    if cause is None:
        return Withhold(_why_gone(pathway, due))
    if reason := _over(pathway):
        return Withhold(reason)
    rule = terms.pack.rule(due.rule_id)
    return _of_cause(pathway, cause, rule, terms, now=now, begun=begun)


def _of_cause(
    pathway: Pathway,
    cause: Cause,
    rule: ReminderRule | None,
    terms: Terms,
    *,
    now: datetime,
    begun: bool,
) -> Verdict:
    if rule is None:
        return Withhold(SuppressionReason.RULE_ENDED)
    if not speaks_of(rule, cause):
        return Withhold(SuppressionReason.CANCELLED)
    if rule.to is not Audience.PERSON:
        return Tell(rule, cause)
    return reach_person(pathway, cause, rule, terms, now=now, begun=begun)


def _why_gone(pathway: Pathway, due: Due) -> SuppressionReason:
    if was := gone(pathway, trigger=due.trigger, cause_id=due.cause_id):
        return was.reason
    is_there = pathway.opening.opened_at is not None
    return SuppressionReason.WITHDRAWN if is_there else SuppressionReason.ERASED


def _over(pathway: Pathway) -> SuppressionReason | None:
    if pathway.person.is_dead:
        return SuppressionReason.DECEASED
    return SuppressionReason.PATHWAY_CLOSED if pathway.sharing.is_closed else None
