"""Who acts in a request: the bearer of a living session, under one of their memberships."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from starlette.concurrency import run_in_threadpool

from api.http.house import House, house
from api.http.recognised import Recognition
from application.accounts.refusals import MembershipNotChosen, NotSignedIn
from domain.members import Member

LONGEST_TOKEN = 200  # characters
SCHEME = "bearer"

AHouse = Annotated[House, Depends(house)]


@dataclass(frozen=True, slots=True)
class Bearer:
    """A living session and its token."""

    token: str
    recognition: Recognition


async def session_of(request: Request) -> Bearer:
    """The living session of a request.

    Raises:
        NotSignedIn: there is none.
    """
    token, recognised = _token(request), house(request).recognised
    if recognised.at_hand:
        return Bearer(token, recognised.recognise(token))
    return Bearer(token, await run_in_threadpool(recognised.recognise, token))


async def member_of(request: Request) -> Member:
    """Who acts.

    Raises:
        NotSignedIn: nobody who signed in.
        MembershipNotChosen: they have several memberships and chose none yet.
    """
    member = (await session_of(request)).recognition.member
    if member is None:
        raise MembershipNotChosen
    request.state.member_id = member.id
    return member


def _token(request: Request) -> str:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != SCHEME or not 0 < len(token) <= LONGEST_TOKEN:
        raise NotSignedIn
    return token


InSession = Annotated[Bearer, Depends(session_of)]
SignedIn = Annotated[Member, Depends(member_of)]
