"""Signing in, acting under one membership, signing out."""

from collections.abc import Iterable
from uuid import UUID

from fastapi import APIRouter, Request, status
from pydantic import AwareDatetime, Field

from api.http.house import House
from api.http.says import sessions, strangers
from api.http.signed_in import AHouse, Bearer, InSession
from application.accounts.change_password import ChangePassword, change_password
from application.accounts.choose_membership import choose_membership
from application.accounts.ports import Membership, Session
from application.accounts.refusals import (
    NotYourMembership,
    SignInBusy,
    TooManyAttempts,
    WrongCredentials,
)
from application.accounts.sign_in import SignIn, sign_in
from domain.kernel import Value
from domain.members import MemberStatus, Profession, Role
from domain.organisation.organisation import Organisation

router = APIRouter(prefix="/v1/sessions", tags=["sessions"])


class MembershipHeld(Value):
    """What one is in an organisation, and may act as."""

    id: UUID
    organisation_id: UUID
    organisation: str | None = Field(examples=["Relais Combrailles"])
    profession: Profession
    status: MemberStatus
    roles: tuple[Role, ...]


class SessionNow(Value):
    """Until when one is signed in, and as whom."""

    expires_at: AwareDatetime
    membership_id: UUID | None = Field(description="The one acted under; null: choose it first.")
    memberships: tuple[MembershipHeld, ...]


class SessionOpened(SessionNow):
    """Its token is shown this once: send it as `Authorization: Bearer ...`."""

    token: str


class Chosen(Value):
    membership_id: UUID


@router.post(
    "",
    status_code=status.HTTP_201_CREATED,
    responses=strangers(WrongCredentials, TooManyAttempts, SignInBusy),
)
def open_session(asked: SignIn, request: Request, house: AHouse) -> SessionOpened:
    """Sign in. With several memberships, choose the one to act under before anything else."""
    address = request.client.host if request.client else ""
    opened = sign_in(house.desk, asked, address=address)
    now = _session(house, opened.session, opened.memberships)
    return SessionOpened(token=opened.token, **dict(now))


@router.get("/current", responses=sessions())
def current_session(bearer: InSession, house: AHouse) -> SessionNow:
    """Until when one is signed in, under which membership, and which others there are."""
    session = bearer.recognition.session
    return _session(house, session, house.desk.accounts.memberships(session.account_id))


@router.put("/current/membership", responses=sessions(NotYourMembership))
def choose(asked: Chosen, bearer: InSession, house: AHouse) -> SessionNow:
    """Go on under this membership; rights follow it, and acts are recorded in its name."""
    choose_membership(house.desk, token=bearer.token, membership_id=asked.membership_id)
    house.recognised.forget(bearer.token)
    recognition = house.recognised.recognise(bearer.token)
    return current_session(Bearer(bearer.token, recognition), house)


@router.put(
    "/current/password",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=sessions(WrongCredentials, TooManyAttempts, SignInBusy),
)
def choose_password(asked: ChangePassword, bearer: InSession, house: AHouse) -> None:
    """Choose another password; the account's other sessions end."""
    change_password(house.desk, asked, token=bearer.token)
    house.recognised.forget_all()


@router.delete("/current", status_code=status.HTTP_204_NO_CONTENT, responses=sessions())
def close_session(bearer: InSession, house: AHouse) -> None:
    """Sign out: the token is worth nothing from now on."""
    house.desk.sessions.close(bearer.token)
    house.recognised.forget(bearer.token)


def _session(house: House, session: Session, held: Iterable[Membership]) -> SessionNow:
    acted_under = session.membership
    return SessionNow(
        expires_at=session.expires_at,
        membership_id=acted_under.membership_id if acted_under else None,
        memberships=tuple(_held(house, held)),
    )


def _held(house: House, memberships: Iterable[Membership]) -> Iterable[MembershipHeld]:
    for membership in memberships:
        member = house.desk.members.member(membership)
        if member is None:
            continue
        described = house.network.log.load(Organisation, member.organisation_id).registration
        yield MembershipHeld(
            id=member.id,
            organisation_id=member.organisation_id,
            organisation=described.description.name if described.description else None,
            profession=member.profession,
            status=member.status,
            roles=tuple(sorted(member.roles)),
        )
