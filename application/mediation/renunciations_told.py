"""What was told in words of what the person gives up."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import DomainEvent
from domain.pathway.obstacles.words import ObstacleKind
from domain.pathway.renunciations import CareRenounced, GivenUp, LedTo, RenunciationLedTo


@dataclass(frozen=True, slots=True)
class RenunciationTold:
    id: UUID
    given_up: GivenUp
    reason: ObstacleKind
    data_class: DataClass
    since: datetime
    words: str | None
    led_to: LedTo | None = None  # None while nothing is known
    outcome_words: str | None = None


def renunciations_told(events: Iterable[DomainEvent]) -> list[RenunciationTold]:
    told: dict[UUID, RenunciationTold] = {}
    for event in events:
        match event.fact:
            case CareRenounced() as said:
                told[said.renunciation_id] = RenunciationTold(
                    id=said.renunciation_id,
                    given_up=said.given_up,
                    reason=said.reason,
                    data_class=said.data_class,
                    since=said.occurred_at,
                    words=said.words,
                )
            case RenunciationLedTo() as led if led.renunciation_id in told:
                told[led.renunciation_id] = replace(
                    told[led.renunciation_id], led_to=led.outcome, outcome_words=led.words
                )
    return list(told.values())
