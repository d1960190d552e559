"""An invented network: three organisations, and people who can sign in."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from argon2 import PasswordHasher

from application.accounts.open_account import OpenAccount, open_account
from application.accounts.ports import Desk, Membership
from application.network import Network
from application.organisations.enrol_member import EnrolMember, enrol_member
from application.organisations.found_network import FoundNetwork, found_network
from application.organisations.register_organisation import (
    RegisterOrganisation,
    register_organisation,
)
from application.organisations.sign_agreement import SignAgreement, sign_agreement
from domain.members import Member, MemberStatus, Profession, Role
from domain.organisation.enrolment import Hat
from domain.organisation.organisation import FOUNDER, Organisation
from domain.organisation.registration import Description, OrganisationKind
from infrastructure.accounts.passwords import Argon2Passwords

PASSWORD = "corde-de-rappel-12"
QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)  # tests hash a lot
SINCE = date(2025, 1, 1)
RELAIS = FOUNDER


@dataclass(frozen=True)
class People:
    """Who is where; each signs in as `name@cordee.example`."""

    ccas: UUID
    hospital: UUID
    members: dict[str, list[Member]]

    def __getitem__(self, name: str) -> Member:
        return self.members[name][0]


def quick_passwords() -> Argon2Passwords:
    return Argon2Passwords(QUICK)


def settle(network: Network, desk: Desk) -> People:
    """Found the network and let everybody in."""
    founding = FoundNetwork(
        description=describe("Relais Combrailles", OrganisationKind.ASSOCIATION),
        agreement_from=SINCE,
        administrator="Claire Astier",
    )
    found_network(network, founding)
    claire = network.log.load(Organisation, FOUNDER).member(founding.membership_id)
    ccas = register(network, "CCAS de Saint-Éloy", OrganisationKind.SOCIAL_SERVICE, by=claire)
    hospital = register(network, "PASS de Montluçon", OrganisationKind.HEALTH_STRUCTURE, by=claire)
    members = {
        "claire": [claire],
        "ines": [enrol(network, RELAIS, "Inès Moulin", Profession.MEDIATOR, by=claire)],
        "paul": [enrol(network, ccas, "Paul Arnal", Profession.SOCIAL_WORKER, by=claire)],
        "lise": [enrol(network, hospital, "Lise Faure", Profession.NURSE, by=claire)],
        "maud": [
            enrol(network, RELAIS, "Maud Serre", Profession.NURSE, by=claire),
            enrol(network, ccas, "Maud Serre", Profession.NURSE, by=claire),
        ],
    }
    for name, held in members.items():
        asked = {"email": f"{name}@cordee.example", "password": PASSWORD}
        open_account(
            desk,
            OpenAccount.model_validate(asked),
            [Membership(one.id, one.organisation_id) for one in held],
        )
    return People(ccas, hospital, members)


def describe(name: str, kind: OrganisationKind) -> Description:
    return Description(
        name=name,
        kind=kind,
        territory="Combrailles",
        call_back="+33199000000",
        time_zone="Europe/Paris",
    )


def register(network: Network, name: str, kind: OrganisationKind, *, by: Member) -> UUID:
    registering = RegisterOrganisation(description=describe(name, kind))
    register_organisation(network, registering, by)
    organisation_id = registering.organisation_id
    sign_agreement(network, SignAgreement(organisation_id=organisation_id, starts_on=SINCE), by)
    return organisation_id


def enrol(
    network: Network, organisation_id: UUID, name: str, profession: Profession, *, by: Member
) -> Member:
    enrolling = EnrolMember(
        organisation_id=organisation_id,
        name=name,
        hat=Hat(profession=profession, status=MemberStatus.EMPLOYEE, roles=(Role.CASEWORKER,)),
    )
    enrol_member(network, enrolling, by)
    return network.log.load(Organisation, organisation_id).member(enrolling.membership_id)
