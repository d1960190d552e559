"""What is in progress, as an item of a card: what it is, its state, what can be done about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from api.console.forms.acts import acts_on
from api.console.pathway.acts import Act
from api.console.pathway.head import Tag
from api.console.pathway.telling import Telling
from application.pathways.read_pathway import PathwaySeen
from domain.members import Member


@dataclass(frozen=True, slots=True)
class Item:
    what: str
    state: Tag
    lines: tuple[str, ...] = ()
    words: str = ""  # free, as they were said
    acts: tuple[Act, ...] = ()
    over: bool = False


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where items come from."""

    seen: PathwaySeen
    by: Member
    telling: Telling

    def acts_on(self, item: Any, item_id: UUID | None = None) -> tuple[Act, ...]:
        """What may be done with an item; `item_id` where it does not say it."""
        if self.telling.is_past:
            return ()
        pathway_id = self.seen.pathway.id
        found = acts_on(item, pathway_id=pathway_id, by=self.by, item_id=item_id)
        return tuple(Act(self.telling.gettext(one.label), one.href) for one in found)


def lines(*said: str) -> tuple[str, ...]:
    return tuple(filter(None, said))


def joined(said: Iterable[str]) -> str:
    return " · ".join(filter(None, said))
