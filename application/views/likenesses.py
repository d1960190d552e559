"""The signs by which pathways may be of one person, blinded with a key of the whole network."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol
from uuid import UUID

from application.views.folded import Folded
from application.views.memo import Memo
from domain.likeness import Signs

NETWORK = UUID(int=0)  # as the organisation whose key blinds: none in particular


class LikenessRow(NamedTuple):
    """Both are its key."""

    pathway_id: UUID
    sign: str


class Likenesses(Protocol):
    """Finds pathways by signs; no route asks it.

    Raises:
        StoreUnavailable: the database of the views cannot be reached.
    """

    def position(self) -> int:
        """Events up to here are in what it finds."""

    def having(self, signs: Sequence[str], *, at_most: int) -> Sequence[UUID]:
        """Pathways with one of these signs at least."""


def likeness_rows(folded: Folded, memo: Memo) -> tuple[tuple[LikenessRow, ...], ...]:
    """What a pathway says of its person; nothing where they may be sought."""
    if folded.apart:
        return ((),)
    pathway = folded.pathway
    made_of = pathway.person, pathway.contacts
    return memo.of("likenesses", made_of, lambda: (tuple(_rows(folded)),))


def _rows(folded: Folded) -> Iterator[LikenessRow]:
    signs = Signs.of(folded.pathway.person, folded.pathway.contacts)
    return (LikenessRow(folded.id, sign) for sign in sorted(signs.said))
