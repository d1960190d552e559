"""Verify the looks of some days against the grounds of their instants, as far as a mandate goes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from application.audits.check_reads import PAGE, Lawless, verdict_on
from application.audits.refusals import NoMandate
from application.audits.stories import Stories
from application.network import Network
from application.traces.keeping import Kept, KeptTraces
from application.traces.trace import Look, Purpose, Trace, Traces
from domain.access import Ground
from domain.auditing import AuditSight
from domain.mandates.mandates import Mandate
from domain.mandates.register import REGISTER, Register
from domain.members import Member, Role
from domain.pathway.pathway import Pathway

MOST = 5_000  # looks verified at once


@dataclass(frozen=True, slots=True)
class CheckedUnderMandate:
    """What was found; looks that no mandate of the auditor's reaches are not counted."""

    looks: int
    not_checkable: int  # the person was erased since, or a fact cannot be read
    lawless: tuple[Lawless, ...]
    next: datetime | None  # the instant to go on from; None: all of them were verified


def check_reads_under_mandate(
    network: Network,
    traces: Traces,
    kept: KeptTraces,
    by: Member,
    *,
    start: datetime,
    end: datetime,
) -> CheckedUnderMandate:
    """The looks of an interval, its end excluded; those that are told one by one leave a trace.

    Raises:
        NoMandate: none of the auditor's runs.
        StoreUnavailable: traces cannot be read or written.
    """
    checking = _Checking(network, by)
    checking.must_be_mandated()
    found = kept.page(start, end, after=None, limit=MOST + 1)
    for place in range(0, min(len(found), MOST), PAGE):
        checking.verify(found[place : min(place + PAGE, MOST)])
    if told := checking.told():
        traces.write(*told)
    return CheckedUnderMandate(
        looks=checking.looks,
        not_checkable=checking.not_checkable,
        lawless=tuple(lawless for lawless, _ in checking.lawless),
        next=found[MOST].trace.at if len(found) > MOST else None,
    )


class _Checking:
    def __init__(self, network: Network, by: Member) -> None:
        self._network, self._by = network, by
        self._now = network.clock()
        self._stories = Stories(network.log)
        self._mandates = network.log.load(Register, REGISTER).mandates
        self.looks, self.not_checkable = 0, 0
        self.lawless: list[tuple[Lawless, Mandate]] = []

    def must_be_mandated(self) -> None:
        """Refuse whoever has no mandate that runs.

        Raises:
            NoMandate: they have none.
        """
        theirs = (
            mandate
            for mandate in self._mandates.by_id.values()
            if mandate.auditor.membership_id == self._by.id and mandate.runs(self._now)
        )
        if Role.AUDITOR not in self._by.roles or not any(theirs):
            raise NoMandate

    def verify(self, page: Sequence[Kept]) -> None:
        reached = [(one, mandate) for one in page if (mandate := self._mandate(one.trace))]
        self._stories.turn_to({one.trace.pathway_id for one, _ in reached})
        for one, mandate in reached:
            verdict = verdict_on(self._network, self._stories, one)
            self.looks += 1
            self.not_checkable += not verdict.checkable
            if verdict.lawless and self._may_be_told(one.trace):
                self.lawless.append((verdict.lawless, mandate))

    def told(self) -> list[Trace]:
        """What is kept of those whose looks are told, once each."""
        return list({self._trace(lawless.trace, mandate) for lawless, mandate in self.lawless})

    def _mandate(self, trace: Trace) -> Mandate | None:
        return self._mandates.running(
            auditor_id=self._by.id,
            pathway_id=trace.pathway_id,
            organisation_id=trace.organisation_id,
            at=self._now,
        )

    def _may_be_told(self, trace: Trace) -> bool:
        """Whether the person does not object to this auditor."""
        story = self._stories.pathway(trace.pathway_id)
        if story is None:
            return False
        through = trace.organisation_id
        present = Pathway(trace.pathway_id).after(story.events)
        sight = AuditSight(present, self._by, self._mandates, self._now, through)
        return sight.mandate() is not None

    def _trace(self, trace: Trace, mandate: Mandate) -> Trace:
        whole = mandate.scope.covers_whole(trace.pathway_id)
        return Trace(
            at=self._now,
            member_id=self._by.id,
            organisation_id=self._by.organisation_id,
            pathway_id=trace.pathway_id,
            look=Look.READS,
            purpose=Purpose.AUDIT,
            as_of=None,
            grounds=frozenset({Ground.AUDIT_MANDATE}),
            classes=frozenset(),
            mandate_id=mandate.id,
            seen_as=None if whole else trace.organisation_id,
        )
