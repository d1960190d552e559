"""A gateway of texts with moods, which notes when it accepted what, under which key."""

import random
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from http import HTTPStatus
from time import time
from typing import Any
from uuid import UUID

from tests.infrastructure.reminders.sms_gateway import CUT_AFTER, Answer, SmsGateway, Text


class Mood(StrEnum):
    """How the gateway treats one text."""

    FINE = "fine"
    SLOW = "slow"
    CUT = "cut"  # accepts it, then hangs up without a word
    BROKEN = "broken"  # answers 503, and does not accept it


@dataclass(frozen=True, slots=True)
class Accepted:
    key: UUID
    at: float  # seconds since 1970
    delivered: bool  # False: a repetition, which it knew by its key
    text: str = ""


@dataclass
class MoodyGateway(SmsGateway):
    """`moods` says how often it is in which."""

    moods: dict[Mood, float] = field(default_factory=lambda: {Mood.FINE: 1.0})
    slow: float = 0.5  # seconds
    accepted: list[Accepted] = field(default_factory=list)
    met: Counter[Mood] = field(default_factory=Counter)

    def delivered(self) -> Counter[UUID]:
        return Counter(one.key for one in self.accepted if one.delivered)

    def _fault_of(self, number: int) -> Answer | None:  # noqa: ARG002 (the gateway's signature)
        mood = random.choices(list(self.moods), list(self.moods.values()))[0]
        self.met[mood] += 1
        return {
            Mood.FINE: None,
            Mood.SLOW: Answer(seconds=self.slow, accepts=True),
            Mood.CUT: CUT_AFTER,
            Mood.BROKEN: Answer(HTTPStatus.SERVICE_UNAVAILABLE),
        }[mood]

    def _accept(self, key: str, content: dict[str, Any]) -> Text:
        known = self.knows_keys and key in self.by_key
        self.accepted.append(Accepted(UUID(key), time(), not known, str(content["text"])))
        return super()._accept(key, content)
