"""The person's rights: everything erased, one entry erased, a copy of what is held."""

from collections.abc import Callable
from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, status
from fastapi.responses import PlainTextResponse
from pydantic import Field

from api.http.door import ADoor, Asked, Door
from api.http.pathways import EntryShown, entry_shown
from api.http.reading import AReading, Shown
from api.http.says import Route, commands, reads
from api.http.signed_in import InSession
from application.copies.give_copy import GiveCopy, give_copy
from application.erasures.approve_erasure import ApproveErasure, approve_erasure
from application.erasures.ask_erasure import AskedReason, AskErasure, ask_erasure
from application.erasures.certificate import certificate
from application.erasures.erase_entry import EraseEntry, erase_entry
from application.erasures.ports import Erasure, ErasureState
from application.erasures.read_erasure import list_erasures, read_erasure
from application.erasures.refusals import (
    ErasureAlreadyApproved,
    ErasureNotYoursToApprove,
    ErasureUnknown,
    NotCertifiedYet,
)
from application.erasures.said import EntryNotMoved
from domain.pathway.contacts import ContactPointAlreadyKnown
from domain.pathway.erasing import ErasureReason
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.person import IdentityAlreadyDeclared
from domain.pathway.wrong_file import EntryUnknown
from domain.refusals import DomainError

NOT_TAKEN_OUT = (
    EntryUnknown,
    EntryNotMoved,
    ContactPointAlreadyKnown,
    IdentityAlreadyDeclared,
)
router = APIRouter(prefix="/v1/pathways/{pathway_id}", tags=["rights of the person"])


class ErasureAsked(Asked):
    reason: AskedReason


class WrongFile(Asked):
    belongs_to: UUID | None = Field(
        default=None, description="The pathway of the person it is of: it is recorded there again."
    )


class ErasureShown(Shown):
    """How far it has come; counts are complete once it is certified."""

    id: UUID
    pathway_id: UUID
    entry_id: UUID | None
    reason: ErasureReason
    state: ErasureState
    asked_at: datetime
    approved_at: datetime | None
    certified_at: datetime | None
    facts: int
    keys: int = Field(description="Destroyed.")
    rows: int = Field(description="Of lists, search and reminders, deleted.")
    epoch: int = Field(description="Of these keys.")
    certified_epoch: int = Field(description="The oldest that is left; 0 until it is certified.")


class CopyGiven(Shown):
    """What the caller may see, to be handed to the person."""

    id: UUID
    given_at: datetime
    entries: tuple[EntryShown, ...]


async def account_of(bearer: InSession) -> UUID:
    """The human behind the hat: two hats of one human are not two persons."""
    return bearer.recognition.session.account_id


AnAccount = Annotated[UUID, Depends(account_of)]


def _tells(path: str, *refusals: type[DomainError]) -> Callable[[Route], Route]:
    """A route that runs a command, and answers with more than a receipt."""
    return router.post(
        path,
        status_code=status.HTTP_201_CREATED,
        responses=commands(PathwayNotOpened, *refusals),
    )


@_tells("/erasures")
def ask(pathway_id: UUID, asked: ErasureAsked, door: ADoor, account_id: AnAccount) -> ErasureShown:
    """Ask that everything recorded about the person be erased; a colleague approves it."""
    command = door.command(AskErasure, asked, pathway_id=pathway_id)
    erasure = ask_erasure(door.house.erasing, command, door.by, account_id=account_id)
    return ErasureShown.model_validate(erasure)


@_tells(
    "/erasures/{erasure_id}/approval",
    ErasureUnknown,
    ErasureNotYoursToApprove,
    ErasureAlreadyApproved,
)
def approve(
    pathway_id: UUID, erasure_id: UUID, asked: Asked, door: ADoor, account_id: AnAccount
) -> ErasureShown:
    """Approve what a colleague asked for: from now on nobody sees the person."""
    command = door.command(ApproveErasure, asked, pathway_id=pathway_id, erasure_id=erasure_id)
    erasure = approve_erasure(door.house.erasing, command, door.by, account_id=account_id)
    return _done(door, erasure)


@router.get("/erasures", responses=reads(PathwayNotOpened))
def erasures(pathway_id: UUID, reading: AReading) -> tuple[ErasureShown, ...]:
    """What was asked to be erased, and waits for a colleague's approval or is under way."""
    found = list_erasures(reading.house.erasing, pathway_id, reading.by)
    return tuple(map(ErasureShown.model_validate, found))


@router.get("/erasures/{erasure_id}", responses=reads(ErasureUnknown))
def read(pathway_id: UUID, erasure_id: UUID, reading: AReading) -> ErasureShown:
    """How far an erasure has come."""
    erasure = read_erasure(reading.house.erasing, pathway_id, erasure_id, reading.by)
    return ErasureShown.model_validate(erasure)


@router.get(
    "/erasures/{erasure_id}/certificate",
    response_class=PlainTextResponse,
    responses=reads(ErasureUnknown, NotCertifiedYet),
)
def printed(pathway_id: UUID, erasure_id: UUID, reading: AReading) -> str:
    """The certificate, to be printed: ids and counts, those of linked pathways included."""
    erasing = reading.house.erasing
    erasure = read_erasure(erasing, pathway_id, erasure_id, reading.by)
    return certificate(erasure, erasing.erasures.parts_of(erasure.id))


@_tells("/entries/{entry_id}/wrong-file", *NOT_TAKEN_OUT)
def entry_in_wrong_file(
    pathway_id: UUID, entry_id: UUID, asked: WrongFile, door: ADoor, account_id: AnAccount
) -> ErasureShown:
    """Take out an entry of any kind that is about somebody else: nobody reads it here any more."""
    return _erased(door, pathway_id, entry_id, asked, account_id)


@_tells("/notes/{entry_id}/wrong-file", *NOT_TAKEN_OUT)
def note_in_wrong_file(
    pathway_id: UUID, entry_id: UUID, asked: WrongFile, door: ADoor, account_id: AnAccount
) -> ErasureShown:
    """Erase the words of a note that is about somebody else, and record it in their pathway."""
    return _erased(door, pathway_id, entry_id, asked, account_id)


@_tells("/contact-points/{entry_id}/wrong-file", *NOT_TAKEN_OUT)
def contact_point_in_wrong_file(
    pathway_id: UUID, entry_id: UUID, asked: WrongFile, door: ADoor, account_id: AnAccount
) -> ErasureShown:
    """Erase a contact point that is somebody else's, and record it in their pathway."""
    return _erased(door, pathway_id, entry_id, asked, account_id)


@_tells("/copies")
def copy(pathway_id: UUID, asked: Asked, door: ADoor) -> CopyGiven:
    """Give the person a copy of what you may see of them; it is traced and recorded."""
    command = door.command(GiveCopy, asked, pathway_id=pathway_id)
    given = give_copy(door.house.network, door.house.traces, command, door.by)
    door.house.recorded()
    entries = tuple(map(entry_shown, given.entries))
    return CopyGiven(id=given.id, given_at=given.at, entries=entries)


def _erased(
    door: Door, pathway_id: UUID, entry_id: UUID, asked: WrongFile, account_id: UUID
) -> ErasureShown:
    command = door.command(EraseEntry, asked, pathway_id=pathway_id, entry_id=entry_id)
    house = door.house
    erasure = erase_entry(house.erasing, house.traces, command, door.by, account_id=account_id)
    return _done(door, erasure)


def _done(door: Door, erasure: Erasure) -> ErasureShown:
    door.house.recorded()
    return ErasureShown.model_validate(erasure)
