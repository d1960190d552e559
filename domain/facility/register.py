"""The register of a network's facilities: one stream, about no person."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import ClassVar, NamedTuple, Self
from uuid import UUID

from domain.facility.facts import FacilityRegistered
from domain.facility.refusals import FacilityAlreadyRegistered, FacilityUnknown, NotYoursToRun
from domain.facility.words import FacilityKind
from domain.kernel import Aggregate, Fact, Items, Part, having, none_yet, readers_of
from domain.members import Member, Role
from domain.wall_time import zone_named

FACILITIES = UUID("c02dee00-0000-4000-8000-000000000003")  # the id of this stream in each network
RUNNING = frozenset({Role.CASEWORKER, Role.COORDINATOR, Role.ADMINISTRATOR})


class Described(NamedTuple):
    """What everybody in the network may know of a facility."""

    id: UUID
    organisation_id: UUID
    kind: FacilityKind
    name: str
    zone: str

    def today(self, now: datetime) -> date:
        """The day that the clock on its wall shows."""
        return now.astimezone(zone_named(self.zone)).date()

    def is_run_by(self, member: Member) -> bool:
        return member.organisation_id == self.organisation_id and bool(RUNNING & member.roles)

    def must_be_run_by(self, member: Member) -> None:
        """Refuse whoever does not work there.

        Raises:
            NotYoursToRun: they do not, or only audit.
        """
        if not self.is_run_by(member):
            raise NotYoursToRun


@dataclass(frozen=True, slots=True)
class Known(Part):
    """Every facility, by id."""

    facts: ClassVar = (FacilityRegistered,)

    by_id: Items[UUID, Described] = field(default_factory=none_yet)

    def register(self, facility: Described, *, at: datetime) -> FacilityRegistered:
        """Let a facility of an organisation be known in the network.

        Raises:
            FacilityAlreadyRegistered: it is.
        """
        if facility.id in self.by_id:
            raise FacilityAlreadyRegistered
        return FacilityRegistered(
            occurred_at=at,
            facility_id=facility.id,
            organisation_id=facility.organisation_id,
            kind=facility.kind,
            name=facility.name,
            zone=facility.zone,
        )

    def known(self, facility_id: UUID) -> Described:
        """A facility of the network.

        Raises:
            FacilityUnknown: there is none under this id.
        """
        if facility_id not in self.by_id:
            raise FacilityUnknown
        return self.by_id[facility_id]

    def by_name(self) -> Iterable[Described]:
        return sorted(self.by_id.values(), key=lambda one: (one.name.casefold(), one.id))

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case FacilityRegistered():
                described = Described(
                    fact.facility_id, fact.organisation_id, fact.kind, fact.name, fact.zone
                )
                return type(self)(having(self.by_id, fact.facility_id, described))
        return self


@dataclass(frozen=True, slots=True)
class FacilityRegister(Aggregate):
    facilities: Known = field(default_factory=Known)

    readers: ClassVar = readers_of(facilities=Known)
