"""Signing in, acting under one membership, signing out."""

from collections.abc import Iterable
from uuid import UUID

import structlog
from fastapi import APIRouter, Request, status
from pydantic import AwareDatetime, Field

from api.http.house import House
from api.http.says import sessions, strangers
from api.http.signed_in import AHouse, Bearer, InSession
from application.accounts.change_password import ChangePassword, change_password
from application.accounts.choose_membership import choose_membership
from application.accounts.end_sessions import end_session
from application.accounts.ports import Membership, Session
from application.accounts.refusals import (
    NotYourMembership,
    PasswordKnown,
    SessionUnknown,
    SignInBusy,
    TooManyAttempts,
    WrongCredentials,
)
from application.accounts.sign_in import SignIn, sign_in
from domain.kernel import Value
from domain.members import MemberStatus, Profession, Role
from domain.organisation.organisation import Organisation

router = APIRouter(prefix="/v1/sessions", tags=["sessions"])
log = structlog.get_logger()


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


class SessionListed(Value):
    """A session that lives; its token is shown to nobody again."""

    id: UUID
    opened_at: AwareDatetime
    expires_at: AwareDatetime
    membership_id: UUID | None = Field(description="The one acted under; null: none chosen yet.")
    current: bool = Field(description="Whether it is the one that asks.")


class Sessions(Value):
    entries: tuple[SessionListed, ...]


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
    session = opened.session
    log.info("session.opened", session_id=str(session.id), account_id=str(session.account_id))
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
    recognition = house.recognised.recognise(bearer.token)
    return current_session(Bearer(bearer.token, recognition), house)


@router.put(
    "/current/password",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=sessions(WrongCredentials, TooManyAttempts, SignInBusy, PasswordKnown),
)
def choose_password(asked: ChangePassword, bearer: InSession, house: AHouse) -> None:
    """Choose another password; the account's other sessions end."""
    change_password(house.desk, asked, token=bearer.token)


@router.get("", responses=sessions())
def list_sessions(bearer: InSession, house: AHouse) -> Sessions:
    """Where one is signed in: each session that lives, the newest first."""
    own = bearer.recognition.session
    living = house.desk.sessions.of_account(own.account_id, at=house.desk.clock())
    return Sessions(entries=tuple(_listed(one, own) for one in living))


@router.delete("", status_code=status.HTTP_204_NO_CONTENT, responses=sessions())
def close_all_sessions(bearer: InSession, house: AHouse) -> None:
    """Sign out everywhere, here included, at once."""
    house.desk.sessions.close_all(bearer.recognition.session.account_id)


@router.delete("/current", status_code=status.HTTP_204_NO_CONTENT, responses=sessions())
def close_session(bearer: InSession, house: AHouse) -> None:
    """Sign out: the token is worth nothing from now on."""
    house.desk.sessions.close(bearer.token)


@router.delete(
    "/{session_id}", status_code=status.HTTP_204_NO_CONTENT, responses=sessions(SessionUnknown)
)
def close_one_session(session_id: UUID, bearer: InSession, house: AHouse) -> None:
    """Sign out where this session was opened, at once."""
    account_id = bearer.recognition.session.account_id
    end_session(house.desk, account_id=account_id, session_id=session_id)


def _listed(session: Session, own: Session) -> SessionListed:
    membership = session.membership
    return SessionListed(
        id=session.id,
        opened_at=session.opened_at,
        expires_at=session.expires_at,
        membership_id=membership.membership_id if membership else None,
        current=session.id == own.id,
    )


def _session(house: House, session: Session, held: Iterable[Membership]) -> SessionNow:
    memberships = tuple(_held(house, held))
    chosen = session.membership.membership_id if session.membership else None
    return SessionNow(
        expires_at=session.expires_at,
        membership_id=chosen if chosen in {one.id for one in memberships} else None,
        memberships=memberships,
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
