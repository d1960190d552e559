"""Who looks at a page: anybody with a browser, or a member who signed in, under one hat."""

from dataclasses import dataclass, fields
from typing import Annotated, Any

from fastapi import Depends, Request
from starlette.concurrency import run_in_threadpool

from api.console.cookies import TextSize, language_for, size_for, token_of
from api.http.house import House, house
from api.http.recognised import Recognition
from api.languages.choosing import Language
from api.languages.dates import Days
from api.languages.words import words_in
from application.accounts.refusals import MembershipNotChosen, NotSignedIn
from application.receipts.naming import Directory
from domain.members import Member, Role
from domain.organisation.registration import Description
from domain.refusals import DomainError

UTC = "UTC"  # the zone of days, where no organisation tells one


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Somebody at a page, whoever they are."""

    house: House
    path: str
    query: str
    language: Language
    text_size: TextSize
    said: str = ""  # what was just done, by its name

    def gettext(self, said: str) -> str:
        return words_in(self.language).gettext(said)

    def ngettext(self, one: str, many: str, number: int) -> str:
        return words_in(self.language).ngettext(one, many, number)

    @property
    def zone(self) -> str:
        return UTC

    @property
    def days(self) -> Days:
        return Days(self.language, self.zone)


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest(Visitor):
    """Somebody who signed in, and may have to choose a hat yet."""

    token: str
    recognition: Recognition


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit(Guest):
    """A member at a page, under the hat they act with."""

    by: Member
    organisation: Description | None

    @property
    def zone(self) -> str:
        return self.organisation.time_zone if self.organisation else UTC

    def has(self, role: Role) -> bool:
        return role in self.by.roles


async def visitor(request: Request) -> Visitor:
    return Visitor(
        house=house(request),
        path=request.url.path,
        query=request.url.query,
        language=language_for(request),
        text_size=size_for(request),
        said=request.query_params.get("said", ""),
    )


async def guest(request: Request) -> Guest:
    """Whoever has a living session.

    Raises:
        NotSignedIn: there is none.
    """
    token, recognised = token_of(request), house(request).recognised
    if not token:
        raise NotSignedIn
    if recognised.at_hand:
        recognition = recognised.recognise(token)
    else:
        recognition = await run_in_threadpool(recognised.recognise, token)
    return Guest(**_as_before(await visitor(request)), token=token, recognition=recognition)


async def whoever(request: Request) -> Visitor:
    """Whoever it is: signed in, or not."""
    try:
        return await guest(request)
    except DomainError:
        return await visitor(request)


async def visit(request: Request) -> Visit:
    """Whoever acts.

    Raises:
        NotSignedIn: nobody who signed in.
        MembershipNotChosen: they have several memberships and chose none yet.
    """
    known = await guest(request)
    member = known.recognition.member
    if member is None:
        raise MembershipNotChosen
    request.state.member_id = member.id
    described = Directory(known.house.network.log).description
    if known.house.recognised.at_hand:
        organisation = described(member.organisation_id)
    else:
        organisation = await run_in_threadpool(described, member.organisation_id)
    return Visit(**_as_before(known), by=member, organisation=organisation)


def guest_of(visitor: Visitor, token: str) -> Guest:
    """Whoever just signed in, with this token."""
    recognition = visitor.house.recognised.recognise(token)
    before = {each.name: getattr(visitor, each.name) for each in fields(Visitor)}
    return Guest(**before, token=token, recognition=recognition)


def visit_of(guest: Guest) -> Visit | None:
    """Whoever acts from now on; None while they have to choose a hat."""
    member = guest.recognition.member
    if member is None:
        return None
    organisation = Directory(guest.house.network.log).description(member.organisation_id)
    return Visit(**_as_before(guest), by=member, organisation=organisation)


def _as_before(known: Visitor) -> dict[str, Any]:
    return {each.name: getattr(known, each.name) for each in fields(known)}


AVisitor = Annotated[Visitor, Depends(whoever)]
AGuest = Annotated[Guest, Depends(guest)]
AVisit = Annotated[Visit, Depends(visit)]
