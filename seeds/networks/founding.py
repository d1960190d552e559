"""How the demo networks begin: the steps that found, register, sign and enrol."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from application.organisations.enrol_member import EnrolMember, enrol_member
from application.organisations.found_network import FoundNetwork, found_network
from application.organisations.register_organisation import (
    RegisterOrganisation,
    register_organisation,
)
from application.organisations.sign_agreement import SignAgreement, sign_agreement
from domain.members import Member
from domain.organisation.organisation import FOUNDER
from seeds.networks.networks import Demo, DemoMember, DemoNetwork, DemoOrganisation
from seeds.steps import Step, command_id

OFFICE_OPENS = time(9, tzinfo=UTC)


def founding(demo: Demo) -> Iterator[Step]:
    """The steps before any person is met, in order."""
    yield Step(found_network, _founding(demo))
    by = administrator(demo)
    yield Step(enrol_member, _beside(demo, demo.coordinator, minutes=10), by)
    yield Step(enrol_member, _beside(demo, demo.auditor, minutes=20), by)
    for network in demo.networks:
        for place, organisation in enumerate(network.organisations):
            at = opening_of(network.agreement) + timedelta(minutes=20 * place)
            yield from _entering(network, organisation, by=by, at=at)


def administrator(demo: Demo) -> Member:
    """Who lets every organisation in."""
    return _acting(demo.administrator, _founding(demo).membership_id, FOUNDER)


def coordinator(demo: Demo) -> Member:
    """Who is told the figures of the network."""
    enrolment = _beside(demo, demo.coordinator, minutes=10)
    return _acting(demo.coordinator, enrolment.membership_id, FOUNDER)


def auditor(demo: Demo) -> Member:
    """Who audits, under a mandate."""
    return _acting(demo.auditor, _beside(demo, demo.auditor, minutes=20).membership_id, FOUNDER)


def member_of(network: DemoNetwork, organisation: DemoOrganisation, who: DemoMember) -> Member:
    """A member as they act, known before they are enrolled."""
    return _acting(
        who,
        _enrolment(network, organisation, who, opening_of(network.agreement)).membership_id,
        _registration(network, organisation, opening_of(network.agreement)).organisation_id,
    )


def opening_of(day: date) -> datetime:
    return datetime.combine(day, OFFICE_OPENS)


def _entering(
    network: DemoNetwork, organisation: DemoOrganisation, *, by: Member, at: datetime
) -> Iterator[Step]:
    registration = _registration(network, organisation, at)
    yield Step(register_organisation, registration, by)
    agreement = SignAgreement(
        command_id=command_id(network.key, organisation.key, "agreement"),
        at=at,
        organisation_id=registration.organisation_id,
        starts_on=network.agreement,
    )
    yield Step(sign_agreement, agreement, by)
    for who in organisation.members:
        yield Step(enrol_member, _enrolment(network, organisation, who, at), by)


def _founding(demo: Demo) -> FoundNetwork:
    return FoundNetwork(
        command_id=command_id("founding"),
        at=opening_of(demo.founded),
        description=demo.founder,
        agreement_from=demo.founded,
        administrator=demo.administrator.name,
    )


def _beside(demo: Demo, who: DemoMember, *, minutes: int) -> EnrolMember:
    """Somebody else in the organisation that founds the network."""
    return EnrolMember(
        command_id=command_id("founder", who.key),
        at=opening_of(demo.founded) + timedelta(minutes=minutes),
        organisation_id=FOUNDER,
        hat=who.hat,
        name=who.name,
        human_id=command_id("human", who.human),
    )


def _registration(
    network: DemoNetwork, organisation: DemoOrganisation, at: datetime
) -> RegisterOrganisation:
    return RegisterOrganisation(
        command_id=command_id(network.key, organisation.key, "registration"),
        at=at,
        description=organisation.description,
    )


def _enrolment(
    network: DemoNetwork, organisation: DemoOrganisation, who: DemoMember, at: datetime
) -> EnrolMember:
    return EnrolMember(
        command_id=command_id(network.key, organisation.key, who.key),
        at=at,
        organisation_id=_registration(network, organisation, at).organisation_id,
        hat=who.hat,
        name=who.name,
        human_id=command_id("human", who.human),
    )


def _acting(who: DemoMember, membership_id: UUID, organisation_id: UUID) -> Member:
    return Member(
        id=membership_id,
        organisation_id=organisation_id,
        profession=who.hat.profession,
        status=who.hat.status,
        roles=frozenset(who.hat.roles),
    )
