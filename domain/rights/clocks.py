"""What the rules make of dates: pure functions, from a rule and days to a deadline."""

from dataclasses import dataclass
from datetime import date, timedelta

from domain.dates import last_day_of, plus_months
from domain.rights.rules import (
    Answer,
    Appeal,
    Ceiling,
    DocumentRule,
    Duration,
    Keeping,
    RenewalWindow,
    RunsFrom,
    SchemeRules,
    Upkeep,
)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A last day; one that is not verified is shown "to be confirmed" and decides nothing."""

    on: date
    verified: bool


@dataclass(frozen=True, slots=True)
class Window:
    """Days between which something is done in time, both included."""

    opens: date
    closes: date
    verified: bool

    def includes(self, day: date) -> bool:
        return self.opens <= day <= self.closes


def answer_due(rule: Answer | None, *, filed: date, complete: date | None) -> Deadline | None:
    """The last day on which the service answers in time; None while its clock does not run."""
    start = complete if rule and rule.runs_from is RunsFrom.COMPLETE_FILE else filed
    if rule is None or start is None:
        return None
    return Deadline(plus_months(start, rule.months), rule.verified)


def end_of(rule: Duration | None, *, starts: date, filed: date | None) -> Deadline | None:
    """The last day of a right that starts on a day; None when it has no known length."""
    start = filed if rule and rule.runs_from is RunsFrom.FILING else starts
    if rule is None or start is None:
        return None
    return Deadline(last_day_of(start, months=rule.months), rule.verified)


def renewal_window(rule: RenewalWindow | None, *, ends: date | None) -> Window | None:
    """When a right that ends on this last day is renewed in time."""
    if rule is None or ends is None:
        return None
    return Window(plus_months(ends, -rule.opens), plus_months(ends, -rule.closes), rule.verified)


def appeal_due(rule: Appeal | None, *, refused: date | None) -> Deadline | None:
    """The last day to appeal against a refusal of that day."""
    if rule is None or refused is None:
        return None
    return Deadline(plus_months(refused, rule.within_months), rule.verified)


def appeal_answer_due(rule: Appeal | None, *, filed: date | None) -> Deadline | None:
    """The last day on which an appeal filed that day is answered."""
    if rule is None or rule.answered_within_months is None or filed is None:
        return None
    return Deadline(plus_months(filed, rule.answered_within_months), rule.verified)


def upkeep_due(rule: Upkeep | None, *, last_done: date) -> Deadline | None:
    """The last day by which the regular act is done again."""
    return Deadline(plus_months(last_done, rule.every_months), rule.verified) if rule else None


def kept_until(
    rule: Keeping | None, *, permit_ended: date, noticed: date | None
) -> Deadline | None:
    """The last day before which a right whose permit ended is not closed."""
    if rule is None:
        return None
    days = timedelta(days=rule.days_before_closing)
    after_permit = plus_months(permit_ended, rule.months_after_permit) + days
    return Deadline(max(after_permit, (noticed or date.min) + days), rule.verified)


def is_too_old(rule: DocumentRule | None, *, issued: date | None, on: date) -> bool:
    """Whether a document issued on a day no longer proves anything on another."""
    if rule is None or not rule.verified or rule.issued_within_months is None or issued is None:
        return False
    return plus_months(issued, rule.issued_within_months) < on


def ceiling_on(rules: SchemeRules, day: date) -> Ceiling | None:
    """The ceiling in force on a day; None when none is known for it."""
    return next((c for c in rules.ceilings if c.starts_on <= day <= c.ends_on), None)
