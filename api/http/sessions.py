"""Signing in, acting under one hat, signing out."""

from uuid import UUID

from fastapi import APIRouter, Request, status
from pydantic import AwareDatetime, Field

from api.http.says import sessions, strangers
from api.http.signed_in import AHouse, InSession
from application.accounts.choose_hat import choose_hat
from application.accounts.ports import Hat
from application.accounts.refusals import (
    NotYourMembership,
    SignInBusy,
    TooManyAttempts,
    WrongCredentials,
)
from application.accounts.sign_in import SignIn, sign_in
from domain.kernel import Value

router = APIRouter(prefix="/v1/sessions", tags=["sessions"])


class Membership(Value):
    """A hat one may act under."""

    id: UUID
    organisation_id: UUID


class SessionOpened(Value):
    """A living session. Its token is shown this once: send it as `Authorization: Bearer ...`."""

    token: str
    expires_at: AwareDatetime
    membership_id: UUID | None = Field(description="The membership it acts under, once known.")
    memberships: list[Membership]


class SessionNow(Value):
    expires_at: AwareDatetime
    membership_id: UUID | None
    memberships: list[Membership]


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
    hat = opened.session.hat
    return SessionOpened(
        token=opened.token,
        expires_at=opened.session.expires_at,
        membership_id=hat.membership_id if hat else None,
        memberships=[_membership(hat) for hat in opened.hats],
    )


@router.get("/current", responses=sessions())
def current_session(bearer: InSession, house: AHouse) -> SessionNow:
    """Until when one is signed in, under which membership, and which others there are."""
    session = bearer.recognition.session
    return SessionNow(
        expires_at=session.expires_at,
        membership_id=session.hat.membership_id if session.hat else None,
        memberships=[_membership(hat) for hat in house.desk.accounts.hats(session.account_id)],
    )


@router.put("/current/membership", responses=sessions(NotYourMembership))
def choose_membership(asked: Chosen, bearer: InSession, house: AHouse) -> Membership:
    """Go on under this membership; rights follow it, and acts are recorded in its name."""
    hat = choose_hat(house.desk, token=bearer.token, membership_id=asked.membership_id)
    house.recognised.forget(bearer.token)
    return _membership(hat)


@router.delete("/current", status_code=status.HTTP_204_NO_CONTENT, responses=sessions())
def close_session(bearer: InSession, house: AHouse) -> None:
    """Sign out: the token is worth nothing from now on."""
    house.desk.sessions.close(bearer.token)
    house.recognised.forget(bearer.token)


def _membership(hat: Hat) -> Membership:
    return Membership(id=hat.membership_id, organisation_id=hat.organisation_id)
