"""When each organisation took part, as somebody may know it."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from domain.kernel import DomainEvent
from domain.pathway.opening import PathwayOpened
from domain.pathway.retention import RetentionPeriodReached
from domain.pathway.sharing.facts import OrganisationJoined, OrganisationLeft


class Presence:
    """From which recording to which other; what was recorded discreetly tells nothing."""

    def __init__(self, events: Iterable[DomainEvent]) -> None:
        self._spans: dict[UUID, list[tuple[datetime, datetime | None]]] = defaultdict(list)
        for event in events:
            self._fold(event)

    def includes(self, organisation_id: UUID, *, at: datetime) -> bool:
        return any(
            begins <= at and (ends is None or at < ends)
            for begins, ends in self._spans[organisation_id]
        )

    def _fold(self, event: DomainEvent) -> None:
        at = event.recorded_at or event.fact.occurred_at
        match event.fact:
            case PathwayOpened() as opened:
                self._begin(opened.opened_by, at)
            case OrganisationJoined() as joined:
                self._begin(joined.joined_id, at)
            case OrganisationLeft() as left:
                self._end(left.left_id, at)
            case RetentionPeriodReached() as reached:
                self._end(reached.of_organisation, at)

    def _begin(self, organisation_id: UUID, at: datetime) -> None:
        spans = self._spans[organisation_id]
        if not spans or spans[-1][1] is not None:
            spans.append((at, None))

    def _end(self, organisation_id: UUID, at: datetime) -> None:
        spans = self._spans[organisation_id]
        if spans and spans[-1][1] is None:
            spans[-1] = (spans[-1][0], at)
