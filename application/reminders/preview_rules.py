"""What other rules would plan from now on, over every pathway; nothing is written or sent."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from application.ports import EventLog
from application.reminders.plan_reminders import causes_in, readable
from application.reminders.reminding import Reminding
from domain.kernel import DomainEvent
from domain.reminders.due import Due
from domain.reminders.planning import reminders_of
from domain.reminders.rules import ReminderPack
from domain.reminders.terms import Terms

AT_ONCE = 100  # streams

Report = Callable[[int], None]  # how many events were read, each time


@dataclass(frozen=True, slots=True)
class ToCome:
    """What one rule plans from now on; it tells of nobody."""

    count: int = 0
    first: datetime | None = None
    last: datetime | None = None

    def including(self, due: Due) -> "ToCome":
        return ToCome(
            count=self.count + 1,
            first=min(self.first or due.due_at, due.due_at),
            last=max(self.last or due.due_at, due.due_at),
        )


@dataclass(frozen=True, slots=True)
class RulePreviewed:
    rule_id: str
    present: ToCome
    proposed: ToCome


def preview_rules(
    reminding: Reminding, proposed: ReminderPack, *, report: Report
) -> list[RulePreviewed]:
    """Every rule of either pack, the present one as it is in force; what cannot be read is not.

    What is planned already counts under the present rules: it is what they would plan.
    """
    now, terms = reminding.network.clock(), reminding.terms
    packs = (terms, replace(terms, pack=proposed, since={}))
    found: tuple[dict[str, ToCome], dict[str, ToCome]] = ({}, {})
    for stream in _streams(reminding.network.log, report):
        for under, counted in zip(packs, found, strict=True):
            _count(_to_come(stream, under, now), counted)
    rules = dict.fromkeys(rule.id for pack in packs for rule in pack.pack.rules)
    nothing = ToCome()
    return [
        RulePreviewed(rule_id, found[0].get(rule_id, nothing), found[1].get(rule_id, nothing))
        for rule_id in rules
    ]


def _streams(log: EventLog, report: Report) -> Iterator[list[DomainEvent]]:
    ids = log.stream_ids(limit=AT_ONCE)
    while ids:
        streams, _ = readable(ids, log)
        yield from streams
        report(sum(map(len, streams)))
        ids = log.stream_ids(after=ids[-1], limit=AT_ONCE)


def _to_come(stream: list[DomainEvent], terms: Terms, now: datetime) -> Iterator[Due]:
    planned = reminders_of(causes_in(stream, terms), terms, now=now)
    return (due for due in planned if due.due_at > now)


def _count(planned: Iterable[Due], counted: dict[str, ToCome]) -> None:
    for due in planned:
        counted[due.rule_id] = counted.get(due.rule_id, ToCome()).including(due)
