"""Any sequence of decisions on rights, told against a reading of their days one by one."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from itertools import pairwise
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from domain.dates import DAY
from domain.kernel import DomainEvent, Fact
from domain.pathway.pathway import Pathway
from domain.pathway.rights import facts as said
from domain.pathway.rights.right import Right, Stage
from domain.refusals import DomainError
from domain.rights.periods import Periods, days_without_cover
from domain.rights.schemes import (
    AppealStep,
    Cover,
    Decision,
    Document,
    EndReason,
    RefusalReason,
    Scheme,
    SuspensionReason,
)
from tests.domain.pathway.people import MARCH_5, opened
from tests.domain.pathway.rights.examples import RULES
from tests.domain.scenario import PATHWAY

ORIGIN = date(2026, 1, 1)
IDS = [UUID(int=number) for number in (1, 2)]

rights = st.sampled_from(IDS)
days = st.integers(0, 500).map(lambda offset: ORIGIN + timedelta(days=offset))
ends = st.none() | days


class AnyLifeOfRights(RuleBasedStateMachine):
    """Two rights of the basic cover, pushed in every direction."""

    def __init__(self) -> None:
        super().__init__()
        self.events: list[DomainEvent] = []
        self.pathway = Pathway(PATHWAY)
        self.told_gaps: dict[date, int | None] = {}
        self.record(opened())

    def record(self, *facts: Fact) -> None:
        numbered = self.pathway.next(facts)
        self.events += numbered
        self.pathway = self.pathway.after(numbered)
        for fact in facts:
            if isinstance(fact, said.CoverageGapOpened):
                self.told_gaps[fact.starts_on] = None
            elif isinstance(fact, said.CoverageGapClosed):
                self.told_gaps[fact.starts_on] = fact.days

    def attempt(self, decide: Callable[[], Fact | list[Fact]]) -> None:
        with suppress(DomainError):
            facts = decide()
            self.record(*([facts] if isinstance(facts, Fact) else facts))

    @rule(right_id=rights, scheme=st.sampled_from([Scheme.PUMA, Scheme.AME]))
    def start(self, right_id: UUID, scheme: Scheme) -> None:
        self.attempt(
            lambda: self.pathway.rights.start(
                right_id=right_id, scheme=scheme, documents=(), rules=RULES, at=MARCH_5
            )
        )

    @rule(right_id=rights, starts_on=days, ends_on=ends)
    def declare_open(self, right_id: UUID, starts_on: date, ends_on: date | None) -> None:
        self.attempt(
            lambda: self.pathway.rights.declare_open(
                right_id=right_id,
                scheme=Scheme.PUMA,
                starts_on=starts_on,
                ends_on=ends_on,
                rules=RULES,
                at=MARCH_5,
            )
        )

    @rule(right_id=rights, document=st.sampled_from(Document), there=st.booleans())
    def ask_or_collect(self, right_id: UUID, document: Document, there: bool) -> None:
        rights_now = self.pathway.rights
        if there:
            self.attempt(
                lambda: rights_now.collect_document(
                    right_id=right_id, document=document, rules=RULES, on=ORIGIN, at=MARCH_5
                )
            )
        else:
            self.attempt(
                lambda: rights_now.require_document(
                    right_id=right_id, document=document, rules=RULES, at=MARCH_5
                )
            )

    @rule(right_id=rights, on=days, despite_missing=st.booleans())
    def file(self, right_id: UUID, on: date, despite_missing: bool) -> None:
        self.attempt(
            lambda: self.pathway.rights.file(
                right_id=right_id, despite_missing=despite_missing, rules=RULES, on=on, at=MARCH_5
            )
        )

    @rule(right_id=rights, on=days)
    def file_renewal(self, right_id: UUID, on: date) -> None:
        self.attempt(
            lambda: self.pathway.rights.file_renewal(
                right_id=right_id, rules=RULES, on=on, at=MARCH_5
            )
        )

    @rule(right_id=rights, starts_on=days, ends_on=ends)
    def open(self, right_id: UUID, starts_on: date, ends_on: date | None) -> None:
        self.attempt(
            lambda: self.pathway.rights.open(
                right_id=right_id, starts_on=starts_on, ends_on=ends_on, rules=RULES, at=MARCH_5
            )
        )

    @rule(right_id=rights, on=days)
    def refuse(self, right_id: UUID, on: date) -> None:
        self.attempt(
            lambda: self.pathway.rights.refuse(
                right_id=right_id,
                reason=RefusalReason.RESOURCES,
                rules=RULES,
                on=on,
                at=MARCH_5,
            )
        )

    @rule(right_id=rights, on=days, decision=st.sampled_from(Decision))
    def appeal_and_decide(self, right_id: UUID, on: date, decision: Decision) -> None:
        self.attempt(
            lambda: self.pathway.rights.appeal(
                right_id=right_id, step=AppealStep.PRIOR, rules=RULES, on=on, at=MARCH_5
            )
        )
        self.attempt(
            lambda: self.pathway.rights.decide_appeal(
                right_id=right_id, decision=decision, rules=RULES, on=on, at=MARCH_5
            )
        )

    @rule(right_id=rights, starts_on=days, ends_on=ends)
    def renew(self, right_id: UUID, starts_on: date, ends_on: date | None) -> None:
        self.attempt(
            lambda: self.pathway.rights.renew(
                right_id=right_id, starts_on=starts_on, ends_on=ends_on, rules=RULES, at=MARCH_5
            )
        )

    @rule(right_id=rights, on=days)
    def suspend(self, right_id: UUID, on: date) -> None:
        self.attempt(
            lambda: self.pathway.rights.suspend(
                right_id=right_id,
                reason=SuspensionReason.OTHER,
                rules=RULES,
                on=on,
                at=MARCH_5,
            )
        )

    @rule(right_id=rights, on=days)
    def restore(self, right_id: UUID, on: date) -> None:
        self.attempt(
            lambda: self.pathway.rights.restore(right_id=right_id, rules=RULES, on=on, at=MARCH_5)
        )

    @rule(right_id=rights, today=days)
    def expire(self, right_id: UUID, today: date) -> None:
        self.attempt(
            lambda: self.pathway.rights.expire(
                right_id=right_id, rules=RULES, today=today, at=MARCH_5
            )
        )

    @rule(
        right_id=rights,
        on=days,
        reason=st.sampled_from([EndReason.HOUSED, EndReason.OTHER_RIGHT, EndReason.DEATH]),
    )
    def end(self, right_id: UUID, on: date, reason: EndReason) -> None:
        self.attempt(
            lambda: self.pathway.rights.end(
                right_id=right_id, reason=reason, rules=RULES, on=on, at=MARCH_5
            )
        )

    @rule(right_id=rights)
    def withdraw_end(self, right_id: UUID) -> None:
        self.attempt(
            lambda: self.pathway.rights.withdraw_end(right_id=right_id, rules=RULES, at=MARCH_5)
        )

    @precondition(lambda self: any(right.periods for right in self.held()))
    @rule(data=st.data(), starts_on=days, ends_on=ends)
    def correct(self, data: st.DataObject, starts_on: date, ends_on: date | None) -> None:
        right_id, period = data.draw(
            st.sampled_from(
                [
                    (right_id, period)
                    for right_id, right in self.pathway.rights.by_id.items()
                    for period in right.periods
                ]
            )
        )
        self.attempt(
            lambda: self.pathway.rights.correct(
                right_id=right_id,
                period_starts_on=period.starts_on,
                starts_on=starts_on,
                ends_on=ends_on,
                rules=RULES,
                at=MARCH_5,
            )
        )

    @rule(right_id=rights)
    def enter_in_error(self, right_id: UUID) -> None:
        self.attempt(
            lambda: self.pathway.rights.enter_in_error(right_id=right_id, rules=RULES, at=MARCH_5)
        )

    def held(self) -> list[Right]:
        return list(self.pathway.rights.by_id.values())

    @invariant()
    def periods_of_a_right_are_in_order_and_share_no_day(self) -> None:
        for right in self.held():
            assert are_apart((*right.periods, *right.withheld))
            assert are_apart(right.periods_if_not_ended)

    @invariant()
    def periods_are_told_by_one_fact_each(self) -> None:
        for right in self.held():
            versions = [period.version for period in (*right.periods, *right.withheld)]
            assert len(versions) == len(set(versions))
            assert all(0 < version <= self.pathway.version for version in versions)

    @invariant()
    def gaps_told_are_the_days_that_nothing_covers(self) -> None:
        periods = self.pathway.rights.periods(Cover.BASIC)
        if not periods:
            assert all(days == 0 for days in self.told_gaps.values())
            return
        first = min(period.starts_on for period in periods)
        last = max(period.ends_on or period.starts_on for period in periods)
        closed = sum(days for days in self.told_gaps.values() if days)
        assert closed == days_without_cover(periods, first=first, last=last)

    @invariant()
    def a_gap_lasts_when_every_right_has_stopped_and_only_then(self) -> None:
        lasting = [first for first, days in self.told_gaps.items() if days is None]
        given = [right for right in self.held() if right.was_opened]
        stopped = all(right.stage in {Stage.ENDED, Stage.SUSPENDED} for right in given)
        alive = not any(right.ending and right.ending.reason is EndReason.DEATH for right in given)
        periods = self.pathway.rights.periods(Cover.BASIC)
        if given and periods and stopped and alive:
            assert lasting == [max(period.ends_on or date.max for period in periods) + DAY]
        else:
            assert lasting == []

    @invariant()
    def replay_gives_the_live_state(self) -> None:
        assert Pathway(PATHWAY).after(self.events) == self.pathway

    @invariant()
    def a_reader_who_sees_a_part_of_it_reads_without_error(self) -> None:
        Pathway(PATHWAY).after(self.events[1::2])


def are_apart(periods: Periods) -> bool:
    return all(
        one.ends_on is not None and one.ends_on < other.starts_on
        for one, other in pairwise(periods)
    ) and all(period.ends_on is None or period.starts_on <= period.ends_on for period in periods)


TestAnyLifeOfRights = AnyLifeOfRights.TestCase
