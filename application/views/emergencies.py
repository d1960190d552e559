"""Emergency accesses, for those who follow the person and must say whether each was justified."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from application.views.folded import Folded
from application.views.memo import Memo
from domain.pathway.grounds.words import EmergencyReason, Verdict

UNSETTLED = frozenset({None, Verdict.TO_CLARIFY})


class EmergencyRow(NamedTuple):
    """An access as one organisation of the care team is told of it; the first three are its key."""

    pathway_id: UUID
    organisation_id: UUID
    access_id: UUID
    awaits_verdict: bool
    taken_at: datetime
    until: datetime
    member_id: UUID  # who took it
    of_organisation: UUID
    verdict: Verdict | None
    reason: EmergencyReason | None  # sealed where it is kept


@dataclass(frozen=True, slots=True)
class EmergencyFilter:
    awaits_verdict: bool = True


def emergency_rows(folded: Folded, memo: Memo) -> tuple[tuple[EmergencyRow, ...], ...]:
    pathway = folded.pathway
    made_of = pathway.emergencies, pathway.team, pathway.objections
    return memo.of("emergencies", made_of, lambda: (tuple(_rows(folded)),))


def _rows(folded: Folded) -> Iterator[EmergencyRow]:
    pathway = folded.pathway
    following = pathway.team.organisations - pathway.objections.organisations
    for emergency in pathway.emergencies.by_id.values():
        for organisation_id in sorted(following):
            yield EmergencyRow(
                folded.id,
                organisation_id,
                emergency.id,
                emergency.verdict in UNSETTLED,
                emergency.taken_at,
                emergency.until,
                emergency.member_id,
                emergency.organisation_id,
                emergency.verdict,
                emergency.reason,
            )
