"""The facilities of the demo and how many places each has: the steps, told from data."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from application.facilities.declare_capacity import DeclareCapacity, declare_capacity
from application.facilities.register_facility import RegisterFacility, register_facility
from domain.facility.words import FacilityKind, PlaceKind
from domain.members import Member
from seeds.networks.founding import administrator, member_of, opening_of
from seeds.networks.networks import DemoNetwork, demo
from seeds.steps import Step, command_id

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class DemoFacility:
    id: UUID
    registering: RegisterFacility
    places: Mapping[PlaceKind, int]
    host: Member  # somebody who works there

    @property
    def main_kind(self) -> PlaceKind:
        """The kind of which it has the most."""
        return max(self.places, key=lambda kind: self.places[kind])


def facilities_of(network: DemoNetwork) -> tuple[DemoFacility, ...]:
    return tuple(_facility(network, said) for said in _read(network.key))


def opened(network: DemoNetwork) -> Iterator[Step]:
    """Each facility is registered, then says how many places it has."""
    for facility in facilities_of(network):
        yield Step(register_facility, facility.registering, administrator(demo()))
        for kind, places in facility.places.items():
            declaring = DeclareCapacity(
                command_id=command_id(facility.id, kind),
                at=facility.registering.at,
                facility_id=facility.id,
                kind=kind,
                places=places,
                starts=network.agreement,
            )
            yield Step(declare_capacity, declaring, facility.host)


def _facility(network: DemoNetwork, said: dict[str, Any]) -> DemoFacility:
    ours = (one for one in network.organisations if one.key == said["organisation"])
    organisation = next(ours)
    host = member_of(network, organisation, organisation.members[-1])
    registering = RegisterFacility(
        command_id=command_id(network.key, "facility", said["name"]),
        at=opening_of(network.agreement),
        organisation_id=host.organisation_id,
        kind=FacilityKind(said["kind"]),
        name=said["name"],
    )
    places = {PlaceKind(kind): many for kind, many in said["places"].items()}
    return DemoFacility(registering.facility_id, registering, places, host)


@cache
def _read(key: str) -> list[dict[str, Any]]:
    """What is told of a network's facilities; some have none."""
    file = FOLDER / f"{key}.toml"
    if not file.exists():
        return []
    told: list[dict[str, Any]] = tomllib.loads(file.read_text("utf-8"))["facilities"]
    return told
