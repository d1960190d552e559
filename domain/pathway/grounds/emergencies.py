"""Vital emergencies: an access that is taken with a reason, ends by itself and is reviewed."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import ClassVar, NamedTuple, Self
from uuid import UUID

from domain.kernel import Fact, Items, Part, having, none_yet
from domain.pathway.grounds.facts import EmergencyAccessReviewed, EmergencyAccessTaken
from domain.pathway.grounds.refusals import EmergencyReviewed, EmergencyUnknown, NotYoursToReview
from domain.pathway.grounds.words import EmergencyReason, Verdict

LONGEST = timedelta(hours=3)


class Emergency(NamedTuple):
    id: UUID
    member_id: UUID
    organisation_id: UUID
    reason: EmergencyReason
    taken_at: datetime
    until: datetime
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Emergencies(Part):
    """Every emergency access that was taken, and what was thought of it."""

    facts: ClassVar = (EmergencyAccessTaken, EmergencyAccessReviewed)

    by_id: Items[UUID, Emergency] = field(default_factory=none_yet)

    def ends(self, *, member_id: UUID, at: datetime) -> datetime | None:
        """When the access that this member holds ends; None where they hold none."""
        ends = [
            one.until
            for one in self.by_id.values()
            if one.member_id == member_id and one.taken_at <= at < one.until
        ]
        return max(ends, default=None)

    def take(
        self,
        *,
        access_id: UUID,
        member_id: UUID,
        organisation_id: UUID,
        reason: EmergencyReason,
        words: str,
        lasting: timedelta,
        now: datetime,
    ) -> EmergencyAccessTaken:
        """See what one's profession meets, for at most three hours."""
        return EmergencyAccessTaken(
            occurred_at=now,
            access_id=access_id,
            member_id=member_id,
            of_organisation=organisation_id,
            reason=reason,
            words=words,
            until=now + min(lasting, LONGEST),
        )

    def review(
        self,
        *,
        access_id: UUID,
        by: UUID,
        by_member: UUID,
        verdict: Verdict,
        words: str | None,
        at: datetime,
    ) -> EmergencyAccessReviewed:
        """Say whether it was justified; one that is to be clarified is reviewed again.

        Raises:
            EmergencyUnknown: there is none.
            NotYoursToReview: the reviewer took it.
            EmergencyReviewed: it has a verdict.
        """
        emergency = self.by_id.get(access_id)
        if emergency is None:
            raise EmergencyUnknown
        if emergency.member_id == by_member:
            raise NotYoursToReview
        if emergency.verdict not in {None, Verdict.TO_CLARIFY}:
            raise EmergencyReviewed
        return EmergencyAccessReviewed(
            occurred_at=at, access_id=access_id, reviewed_by=by, verdict=verdict, words=words
        )

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case EmergencyAccessTaken():
                taken = Emergency(
                    fact.access_id,
                    fact.member_id,
                    fact.of_organisation,
                    fact.reason,
                    fact.occurred_at,
                    fact.until,
                )
                return replace(self, by_id=having(self.by_id, fact.access_id, taken))
            case EmergencyAccessReviewed() if fact.access_id in self.by_id:
                reviewed = self.by_id[fact.access_id]._replace(verdict=fact.verdict)
                return replace(self, by_id=having(self.by_id, fact.access_id, reviewed))
        return self
