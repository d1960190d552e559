"""Rights that are to be renewed: whoever follows the person is told while there is time."""

from collections.abc import Iterator
from uuid import UUID

from domain.pathway.pathway import Pathway
from domain.pathway.reminders import SuppressionReason
from domain.pathway.rights.right import Right
from domain.reminders.cause import Cause, Gone, RecordedAt, home_of, on_day
from domain.reminders.terms import Terms
from domain.reminders.triggers import Trigger
from domain.rights.clocks import renewal_window


def causes(pathway: Pathway, terms: Terms, recorded_at: RecordedAt) -> Iterator[Cause]:
    """Each right with a last day and a known window; it is counted from its opening.

    Its end is the last day on which a renewal is filed in time.
    """
    for right_id, right in pathway.rights.by_id.items():
        window = renewal_window(terms.rights.of(right.scheme).renewal, ends=right.last_day)
        if window is None or right.ending is not None or _is_asked(right):
            continue
        zone = terms.zone_of(home_of(pathway))
        occurrence = _told_by(right)
        yield Cause(
            trigger=Trigger.RIGHT_RENEWAL,
            pathway_id=pathway.id,
            id=right_id,
            occurrence=occurrence,
            at=on_day(window.opens, zone),
            until=on_day(window.closes, zone),
            data_class=right.data_class,
            known_since=recorded_at.get(occurrence),
            confirmed=window.verified,
        )


def gone(pathway: Pathway, right_id: UUID) -> Gone | None:
    """Why a renewal is not recalled as planned; None: the right is not there any more."""
    right = pathway.rights.by_id.get(right_id)
    if right is None:
        return None
    if right.ending is not None:
        return Gone(SuppressionReason.CANCELLED, right.data_class)
    done = _is_asked(right)
    return Gone(SuppressionReason.DONE if done else SuppressionReason.MOVED, right.data_class)


def _is_asked(right: Right) -> bool:
    return right.request is not None and right.request.renews and right.awaits_answer


def _told_by(right: Right) -> int:
    known = (*right.periods, *right.withheld)
    return known[-1].version if known else right.version
