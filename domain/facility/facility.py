"""A facility with places; the root only composes its parts."""

from dataclasses import dataclass, field
from typing import ClassVar

from domain.facility.places import Places
from domain.kernel import Aggregate, readers_of


@dataclass(frozen=True, slots=True)
class Facility(Aggregate):
    """One stream a facility: who stays is not in it."""

    places: Places = field(default_factory=Places)

    readers: ClassVar = readers_of(places=Places)
