"""Invented organisations and members that the scenarios share."""

from datetime import UTC, date, datetime
from uuid import UUID

from domain.kernel import Fact
from domain.members import Member, MemberStatus, Profession, Role
from domain.organisation.agreements import AgreementSigned
from domain.organisation.enrolment import Hat, MemberEnrolled, MemberNamed
from domain.organisation.organisation import Organisation
from domain.organisation.registration import Description, OrganisationKind, OrganisationRegistered
from tests.domain.scenario import PATHWAY

JANUARY_5 = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
AGREEMENT = UUID("dddddddd-0000-4000-8000-000000000001")
MEMBERSHIP = UUID("dddddddd-0000-4000-8000-000000000002")
HUMAN = UUID("dddddddd-0000-4000-8000-000000000003")
ORGANISATION = PATHWAY  # the id of what a scenario is about

CCAS_IS = Description(
    name="CCAS de Montfaucon",
    kind=OrganisationKind.SOCIAL_SERVICE,
    territory="Combrailles",
    call_back="+33 4 99 00 12 34",
    time_zone="Europe/Paris",
)
NURSE = Hat(profession=Profession.NURSE, status=MemberStatus.VOLUNTEER, roles=(Role.CASEWORKER,))
REGISTERED = OrganisationRegistered(occurred_at=JANUARY_5, description=CCAS_IS)
SIGNED = AgreementSigned(
    occurred_at=JANUARY_5,
    agreement_id=AGREEMENT,
    starts_on=date(2026, 1, 1),
    ends_on=date(2026, 12, 31),
)
ENROLLED = MemberEnrolled(
    occurred_at=JANUARY_5, membership_id=MEMBERSHIP, human_id=HUMAN, hat=NURSE
)
NAMED = MemberNamed(occurred_at=JANUARY_5, membership_id=MEMBERSHIP, name="Lison Aubrac")


def administrator_of(organisation_id: UUID) -> Member:
    return Member(
        id=UUID("dddddddd-0000-4000-8000-000000000009"),
        organisation_id=organisation_id,
        profession=Profession.ADMINISTRATIVE,
        status=MemberStatus.EMPLOYEE,
        roles=frozenset({Role.ADMINISTRATOR}),
    )


def organisation_after(*facts: Fact) -> Organisation:
    empty = Organisation(ORGANISATION)
    return empty.after(empty.next(facts))
