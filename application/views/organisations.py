"""The directory: the organisations of the network, as everybody in it may know them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from application.views.memo import Memo
from domain.organisation.organisation import Organisation
from domain.organisation.registration import OrganisationKind
from domain.spelling import words_of

MOST_LETTERS = 480  # kept to sort by; a name without accents may be longer than it was


class OrganisationRow(NamedTuple):
    """The first is its key."""

    organisation_id: UUID
    sorted_as: str  # its name without case or accents
    name: str
    kind: OrganisationKind
    territory: str
    call_back: str
    time_zone: str
    partner_from: date | None  # its latest agreement; None: it never signed one
    partner_until: date | None  # its last day; None: no end is known


@dataclass(frozen=True, slots=True)
class OrganisationFilter:
    kind: OrganisationKind | None = None
    named: str = ""  # words of the name, in order, perhaps cut


EVERY_ORGANISATION = OrganisationFilter()


def organisation_rows(
    organisation: Organisation, memo: Memo
) -> tuple[tuple[OrganisationRow, ...], ...]:
    made_of = organisation.registration, organisation.agreements
    return memo.of("organisations", made_of, lambda: (tuple(_rows(organisation)),))


def sorting_of(name: str) -> str:
    return " ".join(words_of(name))[:MOST_LETTERS]


def _rows(organisation: Organisation) -> Iterator[OrganisationRow]:
    described = organisation.registration.description
    if described:
        agreement = organisation.agreements.latest
        yield OrganisationRow(
            organisation.id,
            sorting_of(described.name),
            described.name,
            described.kind,
            described.territory,
            described.call_back,
            described.time_zone,
            agreement.starts_on if agreement else None,
            agreement.ends_on if agreement else None,
        )
