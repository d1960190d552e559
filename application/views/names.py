"""How a name is found again, however it is spelt: its words, and how each of them begins."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from uuid import UUID

from application.views.folded import ANYBODY, Folded
from application.views.memo import Memo
from application.views.people import person_of
from domain.data_classes import DataClass
from domain.spelling import words_of

BEGINNING = 3  # letters


class NameRow(NamedTuple):
    """All of it is its key; the token is blinded with the organisation's key where it is kept."""

    pathway_id: UUID
    organisation_id: UUID
    token: str


def name_rows(folded: Folded, memo: Memo) -> tuple[tuple[NameRow, ...], ...]:
    """The tokens of a person's names, for each organisation of the circle."""
    made_of = folded.pathway.person, *folded.gates()
    return memo.of("names", made_of, lambda: (tuple(_rows(folded)),))


def _rows(folded: Folded) -> Iterator[NameRow]:
    person = person_of(folded)
    names = person.names if person else ()
    tokens = {token for name in names for word in words_of(name) for token in _of(word)}
    for organisation_id in folded.pathway.sharing.circle:
        if folded.cell_for(organisation_id, (DataClass.IDENTITY, ANYBODY)) is None:
            continue
        for token in sorted(tokens):
            yield NameRow(folded.id, organisation_id, token)


def beginning_of(word: str) -> str:
    """The token of how a word begins; a short word is its own beginning."""
    return "^" + word[:BEGINNING]


def matches(asked: Iterable[str], names: Iterable[str]) -> bool:
    """Whether each word that is asked for begins a word of these names."""
    known = [word for name in names for word in words_of(name)]
    return all(any(word.startswith(one) for word in known) for one in asked)


def _of(word: str) -> tuple[str, str]:
    return word, beginning_of(word)
