"""Why what was asked in a page was not done: said there, beside what was typed."""

from dataclasses import dataclass
from typing import Self

from api.problems import status_of
from domain.refusals import DomainError


@dataclass(frozen=True, slots=True)
class Refused:
    status: int
    title: str  # in English

    @classmethod
    def by(cls, refusal: DomainError) -> Self:
        return cls(status_of(type(refusal)), refusal.title)
