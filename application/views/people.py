"""What a person is called, for lists; kept sealed."""

from collections.abc import Iterator
from typing import NamedTuple
from uuid import UUID

from application.views.folded import Folded


class PersonRow(NamedTuple):
    """The first is its key."""

    pathway_id: UUID
    called: str  # sealed where it is kept


def person_rows(folded: Folded) -> Iterator[PersonRow]:
    if called := called_in(folded):
        yield PersonRow(folded.pathway.id, called)


def called_in(folded: Folded) -> str | None:
    """What lists call the person."""
    return folded.pathway.person.called
