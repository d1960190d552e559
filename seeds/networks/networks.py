"""The demo networks as data: organisations, their members, whom they meet."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from domain.members import MemberStatus, Profession, Role
from domain.organisation.enrolment import Hat
from domain.organisation.registration import Description, OrganisationKind
from domain.pathway.referrals.words import Service
from seeds.people.inventing import Audience

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class DemoMember:
    key: str  # of the membership
    human: str  # key of the human, the same under every hat
    name: str
    hat: Hat
    signs_in: bool  # whether there is a demo login for them; a short list is easier to choose from


@dataclass(frozen=True, slots=True)
class DemoOrganisation:
    key: str
    description: Description
    place: str  # where it receives people, as a reminder may say it
    leads: bool  # whether its members go to people and open pathways
    members: tuple[DemoMember, ...]


@dataclass(frozen=True, slots=True)
class DemoNetwork:
    """One programme: its organisations and whom they meet."""

    key: str
    name: str
    share: float  # of the demo's people
    agreement: date  # signed by every organisation
    organisations: tuple[DemoOrganisation, ...]
    audience: Audience
    communes: Mapping[str, int]  # weight of each, by code
    services: Mapping[Service, str]  # key of the organisation that is asked for it
    outside: Mapping[Service, str]  # name of who is asked for it outside the network
    programme: Mapping[str, Any]  # figures, as the programme tells them


@dataclass(frozen=True, slots=True)
class Demo:
    """Everything that the demo is drawn from."""

    founder: Description
    founded: date
    administrator: DemoMember
    coordinator: DemoMember  # of the whole network, in the organisation that founds it
    auditor: DemoMember  # of the same organisation, under a mandate
    networks: tuple[DemoNetwork, ...]


@cache
def demo() -> Demo:
    said = _read("demo")
    return Demo(
        founder=_description(said | {"name": said["founder"], "kind": "other"}, "04 65 71 00 00"),
        founded=said["founded"],
        administrator=_founder("camille", said["administrator"], Role.ADMINISTRATOR),
        coordinator=_founder("odette", said["coordinator"], Role.COORDINATOR),
        auditor=_founder("ghislaine", said["auditor"], Role.AUDITOR, Profession.NURSE),
        networks=tuple(
            _network(key, _read(key), number) for number, key in enumerate(said["programmes"], 1)
        ),
    )


def _founder(
    key: str, name: str, role: Role, profession: Profession = Profession.ADMINISTRATIVE
) -> DemoMember:
    """Somebody of the organisation that founds the network."""
    return DemoMember(
        key=key,
        human=key,
        name=name,
        hat=Hat(profession=profession, status=MemberStatus.EMPLOYEE, roles=(role,)),
        signs_in=True,
    )


def _read(key: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{key}.toml").read_text("utf-8"))


def _network(key: str, said: dict[str, Any], number: int) -> DemoNetwork:
    audience = said["audience"]
    return DemoNetwork(
        key=key,
        name=said["name"],
        share=said["share"],
        agreement=said["agreement"],
        organisations=tuple(
            # 04 65 71 .. .. is kept for works of fiction by the French regulator
            _organisation(said | organisation, f"04 65 71 {number:02} {place:02}")
            for place, organisation in enumerate(said["organisations"], 1)
        ),
        audience=Audience(**audience | {"ages": tuple(audience["ages"])}),
        communes=said["places"]["communes"],
        services={Service(service): key for service, key in said["services"].items()},
        outside={Service(service): name for service, name in said["outside"].items()},
        programme=said["programme"],
    )


def _organisation(said: dict[str, Any], call_back: str) -> DemoOrganisation:
    return DemoOrganisation(
        key=said["key"],
        description=_description(said, call_back),
        place=said["place"],
        leads=said.get("leads", False),
        members=tuple(_member(member) for member in said["members"]),
    )


def _description(said: dict[str, Any], call_back: str) -> Description:
    return Description(
        name=said["name"],
        kind=OrganisationKind(said["kind"]),
        territory=said["territory"],
        call_back=call_back,
        time_zone=said["time_zone"],
    )


def _member(said: dict[str, Any]) -> DemoMember:
    hat = Hat(
        profession=Profession(said["profession"]),
        status=MemberStatus(said["status"]),
        roles=tuple(Role(role) for role in said["roles"]),
    )
    human = said.get("human", said["key"])
    return DemoMember(
        key=said["key"],
        human=human,
        name=said["name"],
        hat=hat,
        signs_in=said.get("signs_in", False),
    )
