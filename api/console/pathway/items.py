"""What is in progress, as an item of a card: what it is, its state, what can be done about it."""

from collections.abc import Iterable
from dataclasses import dataclass

from api.console.pathway.acts import Act, acts
from api.console.pathway.head import Tag
from api.console.pathway.offers import Offer
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

    def acts(self, *offers: Offer, **ids: object) -> tuple[Act, ...]:
        return acts(self.telling, *offers, pathway_id=self.seen.pathway.id, **ids)


def lines(*said: str) -> tuple[str, ...]:
    return tuple(filter(None, said))


def joined(said: Iterable[str]) -> str:
    return " · ".join(filter(None, said))
