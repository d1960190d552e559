"""Who read, and when, out of the traces; those that somebody may not know of stay out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from uuid import UUID

from application.receipts.naming import Directory
from application.receipts.presence import Presence
from application.receipts.receipt import Reader
from application.traces.trace import Trace
from domain.access import Ground
from domain.kernel import DomainEvent
from domain.pathway.grounds.facts import EmergencyAccessTaken


def readers(
    traces: Iterable[Trace], events: Sequence[DomainEvent], directory: Directory
) -> Iterator[Reader]:
    """Each member who read, by organisation, as far as these events tell that they could."""
    known = Known(events)
    by_member: dict[tuple[UUID, UUID], list[Trace]] = defaultdict(list)
    for trace in traces:
        if known.tells_of(trace):
            by_member[trace.organisation_id, trace.member_id].append(trace)
    for (organisation_id, member_id), read in sorted(by_member.items(), key=lambda one: one[0]):
        membership = directory.membership(organisation_id, member_id)
        yield Reader(
            organisation=directory.organisation(organisation_id),
            name=membership.name if membership else None,
            profession=membership.hat.profession if membership else None,
            at=tuple(trace.at for trace in read),
            in_emergency=any(Ground.VITAL_EMERGENCY in trace.grounds for trace in read),
            auditing=any(trace.mandate_id is not None for trace in read),
        )


class Known:
    """Which reads may be told: of those who took part, who held an emergency, who audited.

    An organisation that was there discreetly, before it was openly, read nothing then.
    """

    def __init__(self, events: Sequence[DomainEvent]) -> None:
        self._presence = Presence(events)
        self._emergencies = [
            event.fact for event in events if isinstance(event.fact, EmergencyAccessTaken)
        ]

    def tells_of(self, trace: Trace) -> bool:
        return not trace.for_reminder and (
            self._presence.includes(trace.organisation_id, at=trace.at)
            or trace.mandate_id is not None
            or self._in_emergency(trace)
        )

    def _in_emergency(self, trace: Trace) -> bool:
        return Ground.VITAL_EMERGENCY in trace.grounds and any(
            one.member_id == trace.member_id and one.occurred_at <= trace.at < one.until
            for one in self._emergencies
        )
