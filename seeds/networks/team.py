"""Who works in a demo network, as they act: found by organisation, by profession, by service."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID
from zoneinfo import ZoneInfo

from domain.access import CLASSES_OF_THE_LAW
from domain.data_classes import DataClass
from domain.members import Member, Role
from domain.organisation.registration import Description
from seeds.chance import Chance
from seeds.networks.founding import member_of
from seeds.networks.networks import DemoNetwork, DemoOrganisation


def may_meet(member: Member, data_class: DataClass) -> bool:
    return data_class in CLASSES_OF_THE_LAW.by(member.profession)


@dataclass(frozen=True, slots=True)
class House:
    """One organisation and its caseworkers."""

    id: UUID
    description: Description
    place: str
    caseworkers: tuple[Member, ...]

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.description.time_zone)

    def somebody(self, chance: Chance, data_class: DataClass = DataClass.SOCIAL) -> Member:
        """A caseworker who may meet that class of data, or any where nobody may."""
        able = [member for member in self.caseworkers if may_meet(member, data_class)]
        return chance.choice(able or self.caseworkers)


@dataclass(frozen=True, slots=True)
class Team:
    """Everybody of one network."""

    houses: Mapping[str, House]  # by key
    leading: tuple[str, ...]  # keys of those that open pathways

    def house(self, organisation_id: UUID) -> House:
        return next(house for house in self.houses.values() if house.id == organisation_id)

    @classmethod
    def of(cls, network: DemoNetwork) -> "Team":
        return cls(
            houses={said.key: _house(network, said) for said in network.organisations},
            leading=tuple(said.key for said in network.organisations if said.leads),
        )


def _house(network: DemoNetwork, said: DemoOrganisation) -> House:
    members = [member_of(network, said, who) for who in said.members]
    return House(
        id=members[0].organisation_id,
        description=said.description,
        place=said.place,
        caseworkers=tuple(member for member in members if Role.CASEWORKER in member.roles),
    )
