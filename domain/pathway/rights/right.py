"""One right as known now."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from domain.data_classes import DataClass
from domain.kernel import NONE_YET, Items, having
from domain.rights.periods import Periods
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


class Paper(NamedTuple):
    """A supporting document as far as it is asked for and there."""

    required: bool = False
    collected: bool = False
    valid_until: date | None = None
    asked: int = 0  # version of the fact that asked for it, or for a fresh one
    asked_on: date | None = None

    def is_missing(self, *, on: date) -> bool:
        return self.required and not (
            self.collected and (self.valid_until is None or on <= self.valid_until)
        )


class Request(NamedTuple):
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
    version: int = 0  # of the fact that set the present time to answer

    @property
    def stage(self) -> Stage:
        return Stage.FILED if self.answer is None else ANSWERED[self.answer]


class Ending(NamedTuple):
    reason: EndReason
    version: int  # of the fact that told it
    periods: Periods  # as they were before it
    withheld: Periods = ()
    suspended_on: date | None = None


class Right(NamedTuple):
    """A right as a procedure: its papers, what was asked and answered, its days of cover."""

    scheme: Scheme
    data_class: DataClass
    version: int  # of the fact that began it
    papers: Items[Document, Paper] = NONE_YET
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
        return self._replace(papers=having(self.papers, document, paper))

    def paper(self, document: Document) -> Paper:
        return self.papers.get(document, Paper())
