"""What the network's page leads to; each member sees what opens to their roles."""

from collections.abc import Iterator
from dataclasses import dataclass

from api.console.visit import Visit
from api.languages.words import phrase
from domain.members import Role

ANY = frozenset(Role)


@dataclass(frozen=True, slots=True)
class Way:
    path: str
    words: str
    about: str
    roles: frozenset[Role] = ANY


WAYS = (
    Way(
        "/network/hand-over",
        phrase("Hand over a caseload"),
        phrase("The pathways of a referent pass to a colleague."),
        frozenset({Role.CASEWORKER}),
    ),
    Way(
        "/network/loans",
        phrase("Stand-ins"),
        phrase("Who stands in for whom, during holidays."),
    ),
    Way(
        "/network/duplicates",
        phrase("Possible duplicates"),
        phrase("People who may have two pathways."),
        frozenset({Role.CASEWORKER}),
    ),
    Way(
        "/network/emergency-accesses",
        phrase("Emergency accesses"),
        phrase("Those that await somebody who says whether they were justified."),
        frozenset({Role.CASEWORKER, Role.COORDINATOR}),
    ),
    Way(
        "/publications",
        phrase("Publications"),
        phrase("Figures of a year for everybody, frozen."),
    ),
)


def ways_for(visit: Visit) -> Iterator[Way]:
    return (way for way in WAYS if way.roles & visit.by.roles)
