"""The organisations of the network, their agreements and members; for administrators to change."""

from uuid import UUID

from fastapi import APIRouter, status
from pydantic import Field

from api.http.door import ADoor, Asked, Receipt, Told
from api.http.says import commands, on_network
from api.http.signed_in import AHouse, InSession, SignedIn
from application.accounts.credentials import Email, NewPassword
from application.accounts.end_sessions import end_member_sessions
from application.accounts.give_account import GiveAccount, give_account
from application.accounts.refusals import MembershipTaken, PasswordKnown
from application.erasures.erase_member_name import EraseMemberName, erase_member_name
from application.organisations.change_roles import ChangeRoles, change_roles
from application.organisations.describe_organisation import (
    DescribeOrganisation,
    describe_organisation,
)
from application.organisations.end_agreement import EndAgreement, end_agreement
from application.organisations.end_membership import EndMembership, end_membership
from application.organisations.enrol_member import EnrolMember, enrol_member
from application.organisations.register_organisation import (
    RegisterOrganisation,
    register_organisation,
)
from application.organisations.sign_agreement import SignAgreement, sign_agreement
from domain.instants import Day
from domain.kernel import Value
from domain.organisation.administration import NotYoursToAdminister
from domain.organisation.agreements import (
    AgreementAlreadyEnded,
    AgreementAlreadySigned,
    AgreementDatesReversed,
    AgreementUnknown,
)
from domain.organisation.enrolment import (
    AlreadyEnrolled,
    AlreadyLeft,
    Hat,
    MemberStillHere,
    MemberUnknown,
    NameAlreadyErased,
    Roles,
    RolesNotChanged,
)
from domain.organisation.registration import (
    Description,
    OrganisationAlreadyRegistered,
    OrganisationUnknown,
)
from domain.text import Label

router = APIRouter(prefix="/v1/organisations", tags=["organisations"])
ADMINISTERED = (NotYoursToAdminister, OrganisationUnknown)
A_DESCRIPTION = {
    "name": "CCAS de Saint-Éloy",
    "kind": "social_service",
    "territory": "Combrailles",
    "call_back": "+33199000000",
    "time_zone": "Europe/Paris",
}


class OrganisationTold(Asked):
    description: Description = Field(examples=[A_DESCRIPTION])


class Agreement(Asked):
    starts_on: Day
    ends_on: Day | None = Field(default=None, description="Its last day.")


class LastDay(Asked):
    last_day: Day


class Enrolled(Asked):
    name: Label = Field(examples=["Paul Arnal"])
    hat: Hat = Field(
        examples=[{"profession": "social_worker", "status": "employee", "roles": ["caseworker"]}]
    )
    human_id: UUID | None = Field(
        default=None, description="Of somebody who wears a hat already, here or elsewhere."
    )


class Credentials(Value):
    email: Email = Field(examples=["paul@ccas.example"])
    password: NewPassword = Field(
        description="The first one, to be changed; an account that exists keeps its own.",
        examples=["corde-de-rappel-12"],
    )


class RolesNow(Asked):
    roles: Roles = Field(max_length=10)


@on_network(router, "", NotYoursToAdminister, OrganisationAlreadyRegistered)
def register(asked: OrganisationTold, door: ADoor) -> Told:
    """Let an organisation into the network; the one that founded it does so."""
    command = door.command(RegisterOrganisation, asked)
    return door.run(register_organisation, command, of=command.organisation_id)


@on_network(router, "/{organisation_id}/description", *ADMINISTERED)
def describe(organisation_id: UUID, asked: OrganisationTold, door: ADoor) -> Told:
    """Say again what an organisation is and how it is reached."""
    command = door.command(DescribeOrganisation, asked, organisation_id=organisation_id)
    return door.run(describe_organisation, command, of=organisation_id)


@on_network(
    router,
    "/{organisation_id}/agreements",
    *ADMINISTERED,
    AgreementAlreadySigned,
    AgreementDatesReversed,
)
def sign(organisation_id: UUID, asked: Agreement, door: ADoor) -> Told:
    """Enter the dated agreement under which the organisation takes part."""
    command = door.command(SignAgreement, asked, organisation_id=organisation_id)
    return door.run(sign_agreement, command, of=command.agreement_id)


@on_network(
    router,
    "/{organisation_id}/agreements/{agreement_id}/end",
    *ADMINISTERED,
    AgreementUnknown,
    AgreementDatesReversed,
    AgreementAlreadyEnded,
)
def end(organisation_id: UUID, agreement_id: UUID, asked: LastDay, door: ADoor) -> Told:
    """End an agreement sooner than it says."""
    addressed = {"organisation_id": organisation_id, "agreement_id": agreement_id}
    command = door.command(EndAgreement, asked, **addressed)
    return door.run(end_agreement, command, of=agreement_id)


@on_network(router, "/{organisation_id}/members", *ADMINISTERED, AlreadyEnrolled)
def enrol(organisation_id: UUID, asked: Enrolled, door: ADoor) -> Told:
    """Let a human into the organisation under a hat."""
    command = door.command(EnrolMember, asked, organisation_id=organisation_id)
    return door.run(enrol_member, command, of=command.membership_id)


@router.put(
    "/{organisation_id}/members/{membership_id}/account",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=commands(*ADMINISTERED, MemberUnknown, AlreadyLeft, MembershipTaken, PasswordKnown),
)
def give_an_account(
    organisation_id: UUID, membership_id: UUID, asked: Credentials, by: SignedIn, house: AHouse
) -> None:
    """Let a member sign in; if the address has an account, it gains this membership."""
    command = GiveAccount(
        organisation_id=organisation_id,
        membership_id=membership_id,
        email=asked.email,
        password=asked.password,
    )
    give_account(house.network, house.desk, command, by)


@router.delete(
    "/{organisation_id}/members/{membership_id}/sessions",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=commands(*ADMINISTERED, MemberUnknown),
)
def sign_out(organisation_id: UUID, membership_id: UUID, by: SignedIn, house: AHouse) -> None:
    """End every session of a member at once: a telephone was lost, a password is known."""
    end_member_sessions(
        house.network,
        house.desk,
        by,
        organisation_id=organisation_id,
        membership_id=membership_id,
    )


@on_network(
    router,
    "/{organisation_id}/members/{membership_id}/roles",
    *ADMINISTERED,
    MemberUnknown,
    AlreadyLeft,
    RolesNotChanged,
)
def give_roles(organisation_id: UUID, membership_id: UUID, asked: RolesNow, door: ADoor) -> Told:
    """Give a member other roles."""
    addressed = {"organisation_id": organisation_id, "membership_id": membership_id}
    command = door.command(ChangeRoles, asked, **addressed)
    return door.run(change_roles, command, of=membership_id)


@on_network(
    router,
    "/{organisation_id}/members/{membership_id}/departure",
    *ADMINISTERED,
    MemberUnknown,
    AlreadyLeft,
)
def leave(organisation_id: UUID, membership_id: UUID, asked: Asked, door: ADoor) -> Told:
    """End a membership; what was done under it stays attributed."""
    addressed = {"organisation_id": organisation_id, "membership_id": membership_id}
    command = door.command(EndMembership, asked, **addressed)
    return door.run(end_membership, command, of=membership_id)


@on_network(
    router,
    "/{organisation_id}/members/{membership_id}/name/erasure",
    *ADMINISTERED,
    MemberUnknown,
    MemberStillHere,
    NameAlreadyErased,
)
def erase_name(
    organisation_id: UUID, membership_id: UUID, asked: Asked, door: ADoor, bearer: InSession
) -> Receipt:
    """Erase the name of a member who left, and their address with their last membership.

    What they did stays theirs, under their id.
    """
    addressed = {"organisation_id": organisation_id, "membership_id": membership_id}
    command = door.command(EraseMemberName, asked, **addressed)
    account_id = bearer.recognition.session.account_id
    erasure = erase_member_name(door.house.erasing, command, door.by, account_id=account_id)
    door.house.recorded()
    return Receipt(id=membership_id, recorded_at=erasure.asked_at)
