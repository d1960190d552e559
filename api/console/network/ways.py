"""What the network's page leads to; each member sees what opens to their roles."""

from collections.abc import Iterator
from dataclasses import dataclass

from api.console.visit import Visit
from domain.members import Role

ANY = frozenset(Role)


@dataclass(frozen=True, slots=True)
class Way:
    path: str
    words: str
    about: str
    roles: frozenset[Role] = ANY


WAYS: tuple[Way, ...] = ()


def ways_for(visit: Visit) -> Iterator[Way]:
    return (way for way in WAYS if way.roles & visit.by.roles)
