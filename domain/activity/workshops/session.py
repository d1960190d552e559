"""One session of a workshop: who has a place in it, as numbers."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Self
from uuid import UUID

from domain.activity.workshops.facts import (
    InSession,
    WorkshopHeld,
    WorkshopPeopleCounted,
    WorkshopPlaceGivenBack,
    WorkshopPlaceNoted,
    WorkshopPlaceTaken,
)
from domain.kernel import Items, having, none_yet, without


@dataclass(frozen=True, slots=True)
class Session:
    id: UUID
    starts_at: datetime
    minutes: int
    held: bool = False
    nameless: int = 0  # places kept for them; once it was held, who came
    children: int = 0
    known: Items[UUID, bool | None] = field(default_factory=none_yet)  # by place: whether they came

    @property
    def taken(self) -> int:
        """Places, by known and nameless people together: each has one."""
        return len(self.known) + self.nameless

    @property
    def known_came(self) -> int:
        return sum(came is True for came in self.known.values())

    @property
    def came(self) -> int:
        """Everybody who came, each counted once; children looked after are not among them."""
        return self.known_came + (self.nameless if self.held else 0)

    def after(self, fact: InSession) -> Self:
        """The same session once this has happened in it."""
        match fact:
            case WorkshopPeopleCounted():
                return replace(self, nameless=fact.nameless, children=fact.children)
            case WorkshopHeld():
                return replace(self, held=True, nameless=fact.nameless, children=fact.children)
            case WorkshopPlaceTaken():
                known = having(self.known, fact.place_id, None)
                return replace(self, known=known, nameless=self.nameless - fact.was_nameless)
            case WorkshopPlaceNoted():
                return replace(self, known=having(self.known, fact.place_id, fact.came))
            case WorkshopPlaceGivenBack():
                return replace(self, known=without(self.known, fact.place_id))
