"""One right as known now, and how each fact changes it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from domain.data_classes import DataClass
from domain.dates import DAY
from domain.kernel import Fact, Items, having, none_yet
from domain.pathway.rights import facts as said
from domain.rights.periods import Period, Periods, before, since
from domain.rights.schemes import AppealStep, Decision, Document, EndReason, Scheme


class Stage(StrEnum):
    COLLECTING = "collecting"
    FILED = "filed"
    GRANTED = "granted"  # its dates are not known yet
    REFUSED = "refused"
    OPEN = "open"
    SUSPENDED = "suspended"
    ENDED = "ended"


ANSWERED = {Decision.GRANTED: Stage.GRANTED, Decision.REFUSED: Stage.REFUSED}


@dataclass(frozen=True, slots=True)
class Paper:
    """A supporting document as far as it is asked for and there."""

    required: bool = False
    collected: bool = False
    valid_until: date | None = None

    def is_missing(self, *, on: date) -> bool:
        return self.required and not (
            self.collected and (self.valid_until is None or on <= self.valid_until)
        )


@dataclass(frozen=True, slots=True)
class Request:
    """What is before the service: the application, or the latest renewal."""

    filed_on: date
    renews: bool = False
    in_time: bool | None = None  # of a renewal
    complete_on: date | None = None
    answer: Decision | None = None
    answered_on: date | None = None
    implied: bool = False  # answered by silence: a written answer may still come
    appeal: AppealStep | None = None  # the latest one
    appealed_on: date | None = None
    appeal_is_pending: bool = False

    @property
    def stage(self) -> Stage:
        return Stage.FILED if self.answer is None else ANSWERED[self.answer]


@dataclass(frozen=True, slots=True)
class Ending:
    reason: EndReason
    version: int  # of the fact that told it
    periods: Periods  # as they were before it
    withheld: Periods = ()
    suspended_on: date | None = None


@dataclass(frozen=True, slots=True)
class Right:
    """A right as a procedure: its papers, what was asked and answered, its days of cover."""

    scheme: Scheme
    data_class: DataClass
    version: int  # of the fact that began it
    papers: Items[Document, Paper] = field(default_factory=none_yet)
    request: Request | None = None
    periods: Periods = ()
    suspended_on: date | None = None
    withheld: Periods = ()  # what a suspension takes away
    ending: Ending | None = None

    @property
    def stage(self) -> Stage:
        if self.ending is not None:
            return Stage.ENDED
        if self.suspended_on is not None:
            return Stage.SUSPENDED
        if self.periods:
            return Stage.OPEN
        return self.request.stage if self.request else Stage.COLLECTING

    @property
    def periods_if_not_ended(self) -> Periods:
        """Every period it would have again if its end turned out to be an error."""
        return (*self.ending.periods, *self.ending.withheld) if self.ending else self.periods

    @property
    def was_opened(self) -> bool:
        return bool(self.periods or self.withheld)

    @property
    def awaits_answer(self) -> bool:
        return self.request is not None and self.request.answer is None

    @property
    def was_refused(self) -> bool:
        """Refused in writing; after a silence, the service may still grant."""
        request = self.request
        return bool(request and request.answer is Decision.REFUSED and not request.implied)

    @property
    def last_day(self) -> date | None:
        """The last day covered as known today, suspension included; None without term."""
        known = (*self.periods, *self.withheld)
        return known[-1].ends_on if known else None

    def covers(self, day: date) -> bool:
        return any(period.includes(day) for period in self.periods)

    def missing(self, *, on: date) -> tuple[Document, ...]:
        return tuple(document for document, paper in self.papers.items() if paper.is_missing(on=on))

    def with_paper(self, document: Document, paper: Paper) -> "Right":
        return replace(self, papers=having(self.papers, document, paper))

    def paper(self, document: Document) -> Paper:
        return self.papers.get(document, Paper())


def started(fact: said.RightApplicationStarted, version: int) -> Right:
    papers = {document: Paper(required=True) for document in fact.documents}
    return Right(fact.scheme, fact.data_class, version, Items(papers))


def declared_open(fact: said.RightDeclaredOpen, version: int) -> Right:
    period = Period(fact.starts_on, fact.ends_on, version)
    return Right(fact.scheme, fact.data_class, version, periods=(period,))


def _required(right: Right, fact: said.SupportingDocumentRequired, _: int) -> Right:
    return right.with_paper(fact.document, Paper(required=True))


def _collected(right: Right, fact: said.SupportingDocumentCollected, _: int) -> Right:
    required = right.paper(fact.document).required
    return right.with_paper(fact.document, Paper(required, True, fact.valid_until))


def _rejected(right: Right, fact: said.SupportingDocumentRejected, _: int) -> Right:
    return right.with_paper(fact.document, Paper(right.paper(fact.document).required))


def _filed(right: Right, fact: said.RightApplicationFiled, _: int) -> Right:
    return replace(right, request=Request(fact.on))


def _renewal_filed(right: Right, fact: said.RenewalFiled, _: int) -> Right:
    return replace(right, request=Request(fact.on, renews=True, in_time=fact.in_time))


def _incomplete(right: Right, fact: said.FileDeclaredIncomplete, _: int) -> Right:
    asked = {document: Paper(required=True) for document in fact.missing}
    return replace(_requesting(right, complete_on=None), papers=Items(right.papers | asked))


def _complete(right: Right, fact: said.FileDeclaredComplete, _: int) -> Right:
    return _requesting(right, complete_on=fact.on)


def _refused(right: Right, fact: said.RightRefused, _: int) -> Right:
    return _requesting(right, answer=Decision.REFUSED, answered_on=fact.on, implied=False)


def _implied(right: Right, fact: said.ImpliedDecisionReached, _: int) -> Right:
    return _requesting(right, answer=fact.decision, answered_on=fact.on, implied=True)


def _appealed(right: Right, fact: said.AppealFiled, _: int) -> Right:
    return _requesting(right, appeal=fact.step, appealed_on=fact.on, appeal_is_pending=True)


def _appeal_decided(right: Right, fact: said.AppealDecided, _: int) -> Right:
    return _requesting(
        right,
        answer=fact.decision,
        answered_on=fact.on,
        implied=False,
        appeal_is_pending=False,
    )


def _covered(right: Right, fact: said.RightOpened | said.RightRenewed, version: int) -> Right:
    period = Period(fact.starts_on, fact.ends_on, version)
    granted = _requesting(right, answer=Decision.GRANTED)
    if right.suspended_on is not None:
        return replace(granted, withheld=(*right.withheld, period))
    return replace(granted, periods=(*right.periods, period), ending=None)


def _suspended(right: Right, fact: said.RightSuspended, version: int) -> Right:
    return replace(
        right,
        suspended_on=fact.on,
        periods=before(right.periods, fact.on),
        withheld=since(right.periods, fact.on, version=version),
    )


def _restored(right: Right, fact: said.RightRestored, version: int) -> Right:
    back = since(right.withheld, fact.on, version=version)
    return replace(right, suspended_on=None, withheld=(), periods=(*right.periods, *back))


def _expired(right: Right, fact: said.RightExpired, version: int) -> Right:
    ending = Ending(fact.reason, version, right.periods, right.withheld, right.suspended_on)
    kept = before(right.periods, fact.on + DAY)
    return replace(right, periods=kept, withheld=(), suspended_on=None, ending=ending)


def _expired_in_error(right: Right, _: said.RightExpiredInError, __: int) -> Right:
    if right.ending is None:
        return right
    return replace(
        right,
        periods=right.ending.periods,
        withheld=right.ending.withheld,
        suspended_on=right.ending.suspended_on,
        ending=None,
    )


def _corrected(right: Right, fact: said.RightCorrected, version: int) -> Right:
    right = replace(right, periods=corrected(right.periods, fact, version))
    if right.ending is None:
        return right
    cut = corrected(right.ending.periods, fact, version)
    return replace(right, ending=replace(right.ending, periods=cut))


def corrected(periods: Periods, fact: said.RightCorrected, version: int) -> Periods:
    """The same periods, in order, with the dates of one of them told again."""
    told = Period(fact.starts_on, fact.ends_on, version)
    return tuple(
        sorted(
            (told if period.version == fact.corrects else period for period in periods),
            key=lambda period: period.starts_on,
        )
    )


def _requesting(right: Right, **changes: Any) -> Right:
    if right.request is None:
        return right
    return replace(right, request=replace(right.request, **changes))


EVOLUTIONS: dict[type[Fact], Callable[[Right, Any, int], Right]] = {
    said.SupportingDocumentRequired: _required,
    said.SupportingDocumentCollected: _collected,
    said.SupportingDocumentRejected: _rejected,
    said.RightApplicationFiled: _filed,
    said.RenewalFiled: _renewal_filed,
    said.FileDeclaredIncomplete: _incomplete,
    said.FileDeclaredComplete: _complete,
    said.RightOpened: _covered,
    said.RightRenewed: _covered,
    said.RightRefused: _refused,
    said.ImpliedDecisionReached: _implied,
    said.AppealFiled: _appealed,
    said.AppealDecided: _appeal_decided,
    said.RightSuspended: _suspended,
    said.RightRestored: _restored,
    said.RightExpired: _expired,
    said.RightExpiredInError: _expired_in_error,
    said.RightCorrected: _corrected,
}
