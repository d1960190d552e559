"""Rights, as papers in a dict and days of cover in a set say them."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.pathway.pathway import Pathway
from domain.pathway.rights.facts import CoverageGapClosed, CoverageGapOpened
from domain.rights.periods import Period
from domain.rights.schemes import (
    AppealStep,
    Cover,
    Decision,
    Document,
    DocumentRejection,
    EndReason,
    NonTakeUp,
    RefusalReason,
    Scheme,
    SuspensionReason,
)
from seeds.rules.shipped import shipped_rules
from tests.domain.pathway.whole.machine import (
    DAY_ZERO,
    Whole,
    days,
    few_ids,
    fresh,
    instants,
    likely,
)

RULES = shipped_rules().on(date(2026, 3, 1))
SCHEMES = {
    Scheme.C2S: DataClass.SOCIAL,
    Scheme.AME: DataClass.STATUS,
    Scheme.PUMA: DataClass.SOCIAL,
    Scheme.DOMICILIATION: DataClass.SOCIAL,
}
COVERS = {
    Scheme.C2S: Cover.COMPLEMENTARY,
    Scheme.AME: Cover.BASIC,
    Scheme.PUMA: Cover.BASIC,
}
FOR_EVER = 1_000  # no day drawn comes near it
PAPERS = [Document.IDENTITY, Document.RESOURCES]
schemes = st.sampled_from(list(SCHEMES))
papers = st.sampled_from(PAPERS)
lengths = st.integers(-1, 90)

Days = set[int]


def number(day: date) -> int:
    return (day - DAY_ZERO).days


def day_of(ordinal: int) -> date:
    return DAY_ZERO + timedelta(days=ordinal)


def counted(periods: Iterable[Period]) -> Days:
    counted_days: Days = set()
    for period in periods:
        last = FOR_EVER if period.ends_on is None else number(period.ends_on)
        counted_days |= set(range(number(period.starts_on), last + 1))
    return counted_days


def two_months_after(day: date) -> date:
    year, month = divmod(day.month + 1, 12)
    for shown in range(day.day, 27, -1):
        try:
            return date(day.year + year, month + 1, shown)
        except ValueError:
            continue
    return date(day.year + year, month + 1, day.day)


class Rights(Whole):
    def __init__(self) -> None:
        super().__init__()
        self.rights: dict[UUID, dict[str, Any]] = {}
        self.gaps: dict[Cover, dict[int, int | None]] = {cover: {} for cover in Cover}
        self._start(UUID(int=1), Scheme.DOMICILIATION, self.events[0].fact.occurred_at)

    @rule(data=st.data(), scheme=schemes, at=instants)
    def start(self, data: st.DataObject, scheme: Scheme, at: datetime) -> None:
        self._start(fresh(data, self.rights), scheme, at)

    @rule(data=st.data(), document=papers, at=instants)
    def require(self, data: st.DataObject, document: Document, at: datetime) -> None:
        key, right = self._some(data)
        paper = right["papers"].get(document) if right else None
        refused = "document-already-required" if paper == "required" else None
        self._about(
            key,
            lambda pathway: pathway.rights.require_document(
                right_id=key, document=document, rules=RULES, at=at
            ),
            refused=refused,
        )
        if right:
            right["papers"][document] = "required"

    @rule(data=st.data(), document=papers, at=instants)
    def collect(self, data: st.DataObject, document: Document, at: datetime) -> None:
        key, right = self._some(data)
        self._about(
            key,
            lambda pathway: pathway.rights.collect_document(
                right_id=key, document=document, rules=RULES, on=DAY_ZERO, at=at
            ),
            refused=None,
        )
        if right:
            asked = right["papers"].get(document, "unasked") in {"required", "there"}
            right["papers"][document] = "there" if asked else "there unasked"

    @rule(data=st.data(), document=papers, at=instants)
    def reject(self, data: st.DataObject, document: Document, at: datetime) -> None:
        key, right = self._some(data)
        paper = right["papers"].get(document) if right else None
        there = paper in {"there", "there unasked"}
        self._about(
            key,
            lambda pathway: pathway.rights.reject_document(
                right_id=key,
                document=document,
                reason=DocumentRejection.LOST,
                rules=RULES,
                at=at,
            ),
            refused=None if there else "document-not-collected",
        )
        if right and there:
            right["papers"][document] = "required" if paper == "there" else "unasked"

    @rule(data=st.data(), knowingly=st.booleans(), on=days, at=instants)
    def file(
        self,
        data: st.DataObject,
        knowingly: bool,
        on: date,
        at: datetime,
    ) -> None:
        key, right = self._some(data)
        refused = None
        if right and not knowingly and "required" in right["papers"].values():
            refused = "document-missing"
        if right and (right["request"] or self._opened(right)):
            refused = "already-filed"
        self._about(
            key,
            lambda pathway: pathway.rights.file(
                right_id=key, despite_missing=knowingly, rules=RULES, on=on, at=at
            ),
            refused=refused,
        )
        if right and refused is None:
            right["request"] = {"filed": on}

    @rule(data=st.data(), on=days, at=instants)
    def file_renewal(self, data: st.DataObject, on: date, at: datetime) -> None:
        key, right = self._some(data)
        refused = self._renewable(right) if right else None
        if right and refused is None and self._awaits(right):
            refused = "already-filed"
        self._about(
            key,
            lambda pathway: pathway.rights.file_renewal(
                right_id=key, despite_missing=True, rules=RULES, on=on, at=at
            ),
            refused=refused,
        )
        if right and refused is None:
            right["request"] = {"filed": on}

    @rule(data=st.data(), on=days, at=instants)
    def declare_incomplete(self, data: st.DataObject, on: date, at: datetime) -> None:
        key, right = self._some(data)
        refused = None if right and self._awaits(right) else "nothing-filed"
        self._about(
            key,
            lambda pathway: pathway.rights.declare_incomplete(
                right_id=key, missing=[Document.IDENTITY], rules=RULES, on=on, at=at
            ),
            refused=refused,
        )
        if right and refused is None:
            right["papers"][Document.IDENTITY] = "required"
            right["request"].pop("complete", None)

    @rule(data=st.data(), on=days, at=instants)
    def declare_complete(self, data: st.DataObject, on: date, at: datetime) -> None:
        key, right = self._some(data)
        refused = None if right and self._awaits(right) else "nothing-filed"
        if right and refused is None and "complete" in right["request"]:
            refused = "file-already-complete"
        self._about(
            key,
            lambda pathway: pathway.rights.declare_complete(
                right_id=key, rules=RULES, on=on, at=at
            ),
            refused=refused,
        )
        if right and refused is None:
            right["request"]["complete"] = on

    @rule(data=st.data(), on=days, at=instants)
    def refuse(self, data: st.DataObject, on: date, at: datetime) -> None:
        key, right = self._some(data)
        request = right["request"] if right else None
        written = request and "answer" in request and not request.get("implied")
        refused = "nothing-filed" if not request or written else None
        self._about(
            key,
            lambda pathway: pathway.rights.refuse(
                right_id=key, reason=RefusalReason.OTHER, rules=RULES, on=on, at=at
            ),
            refused=refused,
        )
        if request and refused is None:
            request.update(answer="refused", implied=False)

    @rule(data=st.data(), on=days, at=instants)
    def let_time_go_by(self, data: st.DataObject, on: date, at: datetime) -> None:
        key, right = self._some(data)
        refused = None if right and self._awaits(right) else "nothing-filed"
        if right and refused is None:
            if right["scheme"] is not Scheme.DOMICILIATION:
                refused = "silence-not-confirmed"
            elif on <= two_months_after(right["request"]["filed"]):
                refused = "answer-not-due"
        self._about(
            key,
            lambda pathway: pathway.rights.reach_implied_decision(
                right_id=key, rules=RULES, on=on, at=at
            ),
            refused=refused,
        )
        if right and refused is None:
            right["request"].update(answer="refused", implied=True)

    @rule(data=st.data(), on=days, at=instants)
    def appeal(self, data: st.DataObject, on: date, at: datetime) -> None:
        key, right = self._some(data)
        request = (right["request"] if right else None) or {}
        refused = "appeal-already-filed" if request.get("appealed") else None
        if request.get("answer") != "refused":
            refused = "nothing-to-appeal"
        self._about(
            key,
            lambda pathway: pathway.rights.appeal(
                right_id=key, step=AppealStep.PRIOR, rules=RULES, on=on, at=at
            ),
            refused=refused,
        )
        if refused is None:
            request["appealed"] = True

    @rule(data=st.data(), decision=st.sampled_from(list(Decision)), on=days, at=instants)
    def decide_appeal(
        self, data: st.DataObject, decision: Decision, on: date, at: datetime
    ) -> None:
        key, right = self._some(data)
        request = (right["request"] if right else None) or {}
        refused = None if request.get("appealed") else "no-appeal-pending"
        self._about(
            key,
            lambda pathway: pathway.rights.decide_appeal(
                right_id=key, decision=decision, rules=RULES, on=on, at=at
            ),
            refused=refused,
        )
        if refused is None:
            request.update(answer=decision.value, implied=False, appealed=False)

    @rule(data=st.data(), first=days, length=lengths, at=instants)
    def open_right(self, data: st.DataObject, first: date, length: int, at: datetime) -> None:
        key, right = self._some(data)
        refused = "ends-before-start" if length < 0 else None
        if right:
            refused = self._refused(right) or refused
            refused = refused if right["request"] else "nothing-filed"
            refused = "right-already-open" if self._opened(right) else refused
        last = first + timedelta(days=length)
        self._about(
            key,
            lambda pathway: pathway.rights.open(
                right_id=key, starts_on=first, ends_on=last, rules=RULES, at=at
            ),
            refused=refused,
        )
        if right and refused is None:
            self._covers(right, first, last, only=True)

    @rule(data=st.data(), scheme=schemes, first=days, length=lengths | st.none(), at=instants)
    def declare_open(
        self, data: st.DataObject, scheme: Scheme, first: date, length: int | None, at: datetime
    ) -> None:
        key = fresh(data, self.rights)
        refused = "ends-before-start" if length is not None and length < 0 else None
        if key in self.rights:
            refused = "right-already-known"
        last = None if length is None else first + timedelta(days=length)
        facts = self.decide(
            lambda pathway: pathway.rights.declare_open(
                right_id=key, scheme=scheme, starts_on=first, ends_on=last, rules=RULES, at=at
            ),
            refused=refused,
            told_as=SCHEMES[scheme],
        )
        if refused is None:
            self.rights[key] = self._new(scheme)
            self._covers(self.rights[key], first, last, only=True)
        self._hear_of_gaps(facts)

    @rule(data=st.data(), after=st.integers(-5, 60), length=lengths, at=instants)
    def renew(self, data: st.DataObject, after: int, length: int, at: datetime) -> None:
        key, right = self._some(data)
        known = right["covered"] | right["withheld"] if right else set()
        end = max(known, default=0)
        first = day_of(min(end, 500) + after)
        refused = "ends-before-start" if length < 0 else None
        if right:
            endless = FOR_EVER in known
            refused = "periods-overlap" if endless or number(first) <= end else refused
            refused = self._renewable(right) or self._refused(right) or refused
        last = first + timedelta(days=length)
        self._about(
            key,
            lambda pathway: pathway.rights.renew(
                right_id=key, starts_on=first, ends_on=last, rules=RULES, at=at
            ),
            refused=refused,
        )
        if right and refused is None:
            self._covers(right, first, last)

    @rule(data=st.data(), on=days, at=instants)
    def suspend(self, data: st.DataObject, on: date, at: datetime) -> None:
        key, right = self._some(data)
        on = self._within(data, right, on)
        refused = None
        if right:
            refused = None if number(on) in right["covered"] else "right-not-in-force"
            refused = "right-is-suspended" if right["suspended"] is not None else refused
            refused = self._running(right) or refused
        self._about(
            key,
            lambda pathway: pathway.rights.suspend(
                right_id=key, reason=SuspensionReason.OTHER, rules=RULES, on=on, at=at
            ),
            refused=refused,
        )
        if right and refused is None:
            right["withheld"] = {each for each in right["covered"] if each >= number(on)}
            right["covered"] -= right["withheld"]
            right.update(suspended=number(on), whole=False)

    @rule(data=st.data(), on=days, at=instants)
    def restore(self, data: st.DataObject, on: date, at: datetime) -> None:
        key, right = self._some(data)
        refused = None
        if right and right["suspended"] is None:
            refused = "right-not-suspended"
        elif right and number(on) < right["suspended"]:
            refused = "restored-before-suspended"
        self._about(
            key,
            lambda pathway: pathway.rights.restore(right_id=key, rules=RULES, on=on, at=at),
            refused=refused,
        )
        if right and refused is None:
            right["covered"] |= {each for each in right["withheld"] if each >= number(on)}
            right.update(withheld=set(), suspended=None, whole=False)

    @rule(data=st.data(), today=days, at=instants)
    def expire_right(self, data: st.DataObject, today: date, at: datetime) -> None:
        key, right = self._some(data)
        known = right["covered"] | right["withheld"] if right else set()
        refused = None
        if right:
            runs = FOR_EVER in known or number(today) <= max(known, default=0)
            refused = self._running(right) or ("right-still-runs" if runs else None)
        self._about(
            key,
            lambda pathway: pathway.rights.expire(right_id=key, rules=RULES, today=today, at=at),
            refused=refused,
        )
        if right and refused is None:
            self._ends(right, max(known), EndReason.TERM)

    @rule(
        data=st.data(),
        reason=st.sampled_from([EndReason.PERSON_ASKED, EndReason.DEATH]),
        on=days,
        at=instants,
    )
    def end(self, data: st.DataObject, reason: EndReason, on: date, at: datetime) -> None:
        key, right = self._some(data)
        on = self._within(data, right, on)
        refused = None
        if right:
            covered = number(on) in right["covered"] or right["suspended"] is not None
            refused = self._running(right) or (None if covered else "right-not-in-force")
        self._about(
            key,
            lambda pathway: pathway.rights.end(
                right_id=key, reason=reason, rules=RULES, on=on, at=at
            ),
            refused=refused,
        )
        if right and refused is None:
            self._ends(right, number(on), reason)

    @rule(data=st.data(), at=instants)
    def withdraw_end(self, data: st.DataObject, at: datetime) -> None:
        key, right = self._some(data)
        refused = "right-not-ended" if right and right["ended"] is None else None
        self._about(
            key,
            lambda pathway: pathway.rights.withdraw_end(right_id=key, rules=RULES, at=at),
            refused=refused,
        )
        if right and refused is None:
            right.update(right.pop("before"), ended=None)

    @rule(data=st.data(), first=days, length=lengths | st.none(), at=instants)
    def correct_dates(
        self, data: st.DataObject, first: date, length: int | None, at: datetime
    ) -> None:
        key, right = self._some(data)
        if right and not right["whole"]:  # told in several pieces: its own tests say more
            return
        told = day_of(min(right["covered"])) if right else first
        refused = "ends-before-start" if length is not None and length < 0 else None
        last = None if length is None else first + timedelta(days=length)
        self._about(
            key,
            lambda pathway: pathway.rights.correct(
                right_id=key,
                period_starts_on=told,
                starts_on=first,
                ends_on=last,
                rules=RULES,
                at=at,
            ),
            refused=refused,
        )
        if right and refused is None:
            right["covered"] = counted([Period(first, last)])

    @rule(data=st.data(), at=instants)
    def enter_right_in_error(self, data: st.DataObject, at: datetime) -> None:
        key, _ = self._some(data)
        self._about(
            key,
            lambda pathway: pathway.rights.enter_in_error(right_id=key, rules=RULES, at=at),
            refused=None,
        )
        self.rights.pop(key, None)

    @rule(scheme=schemes, at=instants)
    def record_non_take_up(self, scheme: Scheme, at: datetime) -> None:
        self.decide(
            lambda pathway: pathway.rights.record_non_take_up(
                scheme=scheme, kind=NonTakeUp.NOT_ASKED, rules=RULES, at=at
            ),
            refused=None,
            told_as=SCHEMES[scheme],
        )

    @invariant()
    def every_right_is_as_told(self) -> None:
        known = self.pathway.rights.by_id
        assert set(known) == set(self.rights)
        for key, right in self.rights.items():
            assert counted(known[key].periods) == right["covered"]
            assert counted(known[key].withheld) == right["withheld"]
            assert (known[key].ending is not None) is (right["ended"] is not None)
            assert known[key].missing(on=DAY_ZERO) == tuple(
                paper for paper, state in right["papers"].items() if state == "required"
            )
            request = known[key].request
            assert (request is None) is (right["request"] is None)
            if request is not None:
                assert request.answer == right["request"].get("answer")
                assert request.appeal_is_pending is right["request"].get("appealed", False)

    @invariant()
    def periods_of_a_right_are_in_order_and_never_overlap(self) -> None:
        for right in self.pathway.rights.by_id.values():
            for earlier, later in zip(right.periods, right.periods[1:], strict=False):
                assert earlier.ends_on is not None
                assert earlier.ends_on < later.starts_on

    @invariant()
    def gaps_told_are_the_days_without_cover(self) -> None:
        for cover in Cover:
            assert self.gaps[cover] == self._days_without(cover)

    def _days_without(self, cover: Cover) -> dict[int, int | None]:
        giving = [
            right
            for right in self.rights.values()
            if COVERS.get(right["scheme"]) is cover and self._opened(right)
        ]
        covered: Days = set().union(*(right["covered"] for right in giving))
        without: dict[int, int | None] = {}
        first = None
        for day in range(min(covered, default=0), max(covered, default=0) + 1):
            if day in covered or not covered:
                first = None
            else:
                first = day if first is None else first
                without[first] = (without.get(first) or 0) + 1
        runs_on = any(
            right["ended"] is EndReason.DEATH
            or (right["ended"] is None and right["suspended"] is None and right["covered"])
            for right in giving
        )
        if covered and FOR_EVER not in covered and not runs_on:
            without[max(covered) + 1] = None
        return without

    def _start(self, key: UUID, scheme: Scheme, at: datetime) -> None:
        refused = "right-already-known" if key in self.rights else None
        self.decide(
            lambda pathway: pathway.rights.start(
                right_id=key, scheme=scheme, documents=[Document.IDENTITY], rules=RULES, at=at
            ),
            refused=refused,
            told_as=SCHEMES[scheme],
        )
        if refused is None:
            self.rights[key] = self._new(scheme)
            self.rights[key]["papers"][Document.IDENTITY] = "required"

    def _about(self, key: UUID, decision: Callable[[Pathway], Any], *, refused: str | None) -> None:
        right = self.rights.get(key)
        facts = self.decide(
            decision,
            refused=refused if right else "right-unknown",
            told_as=SCHEMES[right["scheme"]] if right else None,
        )
        self._hear_of_gaps(facts)

    def _hear_of_gaps(self, facts: Iterable[Fact]) -> None:
        for fact in facts:
            match fact:
                case CoverageGapOpened():
                    self.gaps[fact.cover][number(fact.starts_on)] = None
                case CoverageGapClosed(days=0):
                    del self.gaps[fact.cover][number(fact.starts_on)]
                case CoverageGapClosed():
                    self.gaps[fact.cover][number(fact.starts_on)] = fact.days

    def _some(self, data: st.DataObject) -> tuple[UUID, dict[str, Any] | None]:
        key = likely(data, self.rights, few_ids)
        return key, self.rights.get(key)

    def _within(self, data: st.DataObject, right: dict[str, Any] | None, on: date) -> date:
        """A day that is covered, most of the time."""
        covered = sorted(right["covered"])[:90] if right else []
        return likely(data, [day_of(each) for each in covered], st.just(on))

    def _covers(
        self, right: dict[str, Any], first: date, last: date | None, *, only: bool = False
    ) -> None:
        where = "covered" if right["suspended"] is None else "withheld"
        right[where] |= counted([Period(first, last)])
        right["whole"] = only
        if where == "covered":
            right["ended"] = None
        if right["request"]:
            right["request"]["answer"] = "granted"

    def _ends(self, right: dict[str, Any], last: int, reason: EndReason) -> None:
        right["before"] = {
            name: right[name] for name in ("covered", "withheld", "suspended", "whole")
        }
        kept = {each for each in right["covered"] if each <= last}
        right.update(covered=kept, withheld=set(), suspended=None, ended=reason, whole=False)

    def _running(self, right: dict[str, Any]) -> str | None:
        if not self._opened(right):
            return "right-not-open"
        return None if right["ended"] is None else "right-ended"

    def _renewable(self, right: dict[str, Any]) -> str | None:
        if not self._opened(right):
            return "right-not-open"
        return "right-ended" if right["ended"] not in {None, EndReason.TERM} else None

    @staticmethod
    def _refused(right: dict[str, Any]) -> str | None:
        request = right["request"] or {}
        in_writing = request.get("answer") == "refused" and not request.get("implied")
        return "right-was-refused" if in_writing else None

    @staticmethod
    def _opened(right: dict[str, Any]) -> bool:
        return bool(right["covered"] or right["withheld"])

    @staticmethod
    def _awaits(right: dict[str, Any]) -> bool:
        return bool(right["request"]) and "answer" not in right["request"]

    @staticmethod
    def _new(scheme: Scheme) -> dict[str, Any]:
        return {
            "scheme": scheme,
            "papers": {},
            "request": None,
            "covered": set(),
            "withheld": set(),
            "suspended": None,
            "ended": None,
            "whole": False,
        }
