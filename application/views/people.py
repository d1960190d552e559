"""What people are called, for lists; kept sealed."""

from collections.abc import Iterator
from typing import NamedTuple
from uuid import UUID

from application.views.folded import Folded
from application.views.memo import Memo
from domain.pathway.pathway import Pathway
from domain.pathway.person import Person


class PersonRow(NamedTuple):
    """The first is its key; the others are sealed where they are kept, None once erased."""

    pathway_id: UUID
    called: str | None
    given_names: str | None
    family_name: str | None
    in_latin: str | None

    @property
    def names(self) -> list[str]:
        """Every name the person is known under."""
        return [name for name in self[1:] if name]


def person_rows(folded: Folded, memo: Memo) -> tuple[tuple[PersonRow, ...], ...]:
    person = folded.pathway.person
    return memo.of("people", (person,), lambda: (tuple(_rows(folded.id, person)),))


def person_of(folded: Folded) -> PersonRow | None:
    return next(_rows(folded.id, folded.pathway.person), None)


def named(pathway: Pathway) -> PersonRow | None:
    """What the person of a pathway is called, once whoever asks may be told."""
    return next(_rows(pathway.id, pathway.person), None)


def _rows(pathway_id: UUID, person: Person) -> Iterator[PersonRow]:
    if person.called or person.identity:
        identity = person.identity
        yield PersonRow(
            pathway_id,
            person.called,
            identity.given_names if identity else None,
            identity.family_name if identity else None,
            identity.in_latin if identity else None,
        )
