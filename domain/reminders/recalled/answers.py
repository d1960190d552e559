"""Files whose legal time to be answered is over."""

from collections.abc import Iterator
from uuid import UUID

from domain.pathway.pathway import Pathway
from domain.pathway.reminders import SuppressionReason
from domain.pathway.rights.right import Request, Right
from domain.reminders.cause import Cause, Gone, RecordedAt, home_of, on_day
from domain.reminders.terms import Terms
from domain.reminders.triggers import Trigger
from domain.rights.clocks import answer_due
from domain.rights.schemes import Decision


def causes(pathway: Pathway, terms: Terms, recorded_at: RecordedAt) -> Iterator[Cause]:
    """Each file without a written answer, counted from the last day to answer it.

    What its silence means was recorded by itself, where the rule is confirmed: it is told all the
    same, since an appeal has its own time.
    """
    for right_id, right in pathway.rights.by_id.items():
        request = _unanswered(right)
        if request is None:
            continue
        rule = terms.rights.of(right.scheme).answer
        due = answer_due(rule, filed=request.filed_on, complete=request.complete_on)
        if due is None:
            continue
        yield Cause(
            trigger=Trigger.APPLICATION_UNANSWERED,
            pathway_id=pathway.id,
            id=right_id,
            occurrence=request.version,
            at=on_day(due.on, terms.zone_of(home_of(pathway))),
            data_class=right.data_class,
            known_since=recorded_at.get(request.version),
            confirmed=due.verified,
        )


def gone(pathway: Pathway, right_id: UUID) -> Gone | None:
    """Why a file is not recalled as planned; None: the right is not there any more."""
    right = pathway.rights.by_id.get(right_id)
    if right is None:
        return None
    still = _unanswered(right) is not None
    return Gone(SuppressionReason.MOVED if still else SuppressionReason.DONE, right.data_class)


def _unanswered(right: Right) -> Request | None:
    request = right.request
    if request is None or request.appeal_is_pending:
        return None
    refused_by_silence = request.implied and request.answer is Decision.REFUSED
    return request if request.answer is None or refused_by_silence else None
