"""Let a member sign in, and end their sessions where a telephone was lost."""

from uuid import UUID

from fastapi import APIRouter
from pydantic import ValidationError
from starlette.responses import Response

from api.console.page import page
from api.console.refusing import ConsoleRoute, see
from api.console.typed import ATyped, last
from api.console.visit import AVisit, Visit
from api.http.organisations import Credentials, give_an_account, sign_out
from api.languages.words import phrase
from api.problems import Unreadable, status_of
from application.accounts.refusals import MembershipTaken, PasswordKnown
from application.organisations.read_organisation import (
    Colleague,
    OrganisationRead,
    read_organisation,
)
from domain.organisation.administration import must_administer
from domain.organisation.enrolment import AlreadyLeft, MemberUnknown
from domain.refusals import DomainError

router = APIRouter(
    prefix="/network/{organisation_id}/members/{membership_id}",
    route_class=ConsoleRoute,
    include_in_schema=False,
)


UNFIT = phrase("Give a whole e-mail address, and a password of twelve characters or more.")


@router.get("/account")
def show(organisation_id: UUID, membership_id: UUID, visit: AVisit) -> Response:
    return _shown(visit, organisation_id, membership_id)


@router.post("/account")
def give(organisation_id: UUID, membership_id: UUID, visit: AVisit, typed: ATyped) -> Response:
    """Open an account; what was refused is said, and the address is kept, never the password."""
    email = last(typed, "email").strip()
    try:
        said = {"email": email, "password": last(typed, "password")}
        asked = Credentials.model_validate(said)
        give_an_account(organisation_id, membership_id, asked, visit.by, visit.house)
    except ValidationError:
        return _shown(visit, organisation_id, membership_id, (Unreadable, UNFIT), email)
    except (MembershipTaken, PasswordKnown) as refusal:
        refused = type(refusal), refusal.title
        return _shown(visit, organisation_id, membership_id, refused, email)
    return see(f"/network/{organisation_id}", said="account-given")


@router.get("/sign-out")
def ask_sign_out(organisation_id: UUID, membership_id: UUID, visit: AVisit) -> Response:
    organisation, member = _member(visit, organisation_id, membership_id)
    return page(visit, "network/sign_out.html", organisation=organisation, member=member)


@router.post("/sign-out")
def end_sessions(organisation_id: UUID, membership_id: UUID, visit: AVisit) -> Response:
    """End every session of a member, at once."""
    sign_out(organisation_id, membership_id, visit.by, visit.house)
    return see(f"/network/{organisation_id}", said="member-signed-out")


def _shown(
    visit: Visit,
    organisation_id: UUID,
    membership_id: UUID,
    refused: tuple[type[DomainError], str] | None = None,
    email: str = "",
) -> Response:
    organisation, member = _member(visit, organisation_id, membership_id)
    if member.left_at is not None:
        raise AlreadyLeft
    return page(
        visit,
        "network/account.html",
        status=status_of(refused[0]) if refused else 200,
        organisation=organisation,
        member=member,
        email=email,
        refused=refused[1] if refused else "",
    )


def _member(
    visit: Visit, organisation_id: UUID, membership_id: UUID
) -> tuple[OrganisationRead, Colleague]:
    """Somebody of an organisation that the visitor administers.

    Raises:
        NotYoursToAdminister: they do not.
        OrganisationUnknown, MemberUnknown: there is nobody there.
    """
    must_administer(visit.by, organisation_id)
    read = read_organisation(visit.house.network.log, organisation_id, visit.by)
    member = read.member(membership_id)
    if member is None:
        raise MemberUnknown
    return read, member
