"""Who acts in a request: the bearer of a living session, under one of their memberships."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from starlette.concurrency import run_in_threadpool

from api.http.house import House, house
from api.http.recognised import Recognition
from application.accounts.refusals import MembershipNotChosen, NotSignedIn
from domain.members import Member

LONGEST_TOKEN = 200  # characters

bearer = HTTPBearer(
    auto_error=False,
    scheme_name="session",
    description="The token that `POST /v1/sessions` gave.",
)
Credentials = Annotated[HTTPAuthorizationCredentials | None, Depends(bearer)]
AHouse = Annotated[House, Depends(house)]


@dataclass(frozen=True, slots=True)
class Bearer:
    """A living session and its token."""

    token: str
    recognition: Recognition


async def session_of(request: Request, credentials: Credentials) -> Bearer:
    """The living session of a request; most ask no store.

    Raises:
        NotSignedIn: there is none.
    """
    if credentials is None or not 0 < len(credentials.credentials) <= LONGEST_TOKEN:
        raise NotSignedIn
    token, recognised = credentials.credentials, house(request).recognised
    recognition = recognised.recall(token)
    if recognition is None:
        recognition = await run_in_threadpool(recognised.recognise, token)
    return Bearer(token, recognition)


InSession = Annotated[Bearer, Depends(session_of)]


async def member_of(bearer: InSession) -> Member:
    """Who acts.

    Raises:
        MembershipNotChosen: they have several memberships and chose none yet.
    """
    if bearer.recognition.member is None:
        raise MembershipNotChosen
    return bearer.recognition.member


SignedIn = Annotated[Member, Depends(member_of)]
