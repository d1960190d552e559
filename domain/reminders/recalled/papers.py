"""Papers that an application still lacks."""

from collections.abc import Iterator
from uuid import UUID

from domain.pathway.pathway import Pathway
from domain.pathway.reminders import SuppressionReason
from domain.pathway.rights.right import Paper, Right, Stage
from domain.reminders.cause import Cause, Gone, RecordedAt, home_of, on_day
from domain.reminders.terms import Terms
from domain.reminders.triggers import Trigger

NEEDS_PAPERS = {Stage.COLLECTING, Stage.FILED}


def causes(pathway: Pathway, terms: Terms, recorded_at: RecordedAt) -> Iterator[Cause]:
    """One a right, counted from the last paper that was asked for: one visit brings them all."""
    for right_id, right in pathway.rights.by_id.items():
        lacking = _lacking(right)
        if lacking is None or lacking.asked_on is None:
            continue
        yield Cause(
            trigger=Trigger.MISSING_DOCUMENT,
            pathway_id=pathway.id,
            id=right_id,
            occurrence=lacking.asked,
            at=on_day(lacking.asked_on, terms.zone_of(home_of(pathway))),
            data_class=right.data_class,
            known_since=recorded_at.get(lacking.asked),
        )


def gone(pathway: Pathway, right_id: UUID) -> Gone | None:
    """Why papers are not recalled as planned; None: the right is not there any more."""
    right = pathway.rights.by_id.get(right_id)
    if right is None:
        return None
    still = _lacking(right) is not None
    return Gone(SuppressionReason.MOVED if still else SuppressionReason.DONE, right.data_class)


def _lacking(right: Right) -> Paper | None:
    """The paper that lacks and was asked for last, while the service may still want it."""
    if _stage_of_request(right) not in NEEDS_PAPERS:
        return None
    lacking = [paper for paper in right.papers.values() if paper.required and not paper.collected]
    return max(lacking, key=_asked, default=None)


def _stage_of_request(right: Right) -> Stage:
    """A right that is open may wait for the papers of its renewal."""
    if right.awaits_answer:
        return Stage.FILED
    return right.stage


def _asked(paper: Paper) -> int:
    return paper.asked
