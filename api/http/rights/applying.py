"""Asking for a right: the papers, then the file before the service."""

from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from api.http.door import ADoor, AnItemDoor, Asked, Told
from api.http.says import on_item, on_pathway
from application.rights.apply_for_right import ApplyForRight, apply_for_right
from application.rights.collect_document import CollectDocument, collect_document
from application.rights.declare_file_complete import DeclareFileComplete, declare_file_complete
from application.rights.declare_file_incomplete import (
    DeclareFileIncomplete,
    declare_file_incomplete,
)
from application.rights.file_application import FileApplication, file_application
from application.rights.file_renewal import FileRenewal, file_renewal
from application.rights.record_non_take_up import RecordNonTakeUp, record_non_take_up
from application.rights.reject_document import RejectDocument, reject_document
from application.rights.require_document import RequireDocument, require_document
from domain.instants import Day
from domain.pathway.rights.refusals import (
    AlreadyFiled,
    DocumentAlreadyRequired,
    DocumentMissing,
    DocumentNotCollected,
    DocumentOutOfDate,
    FileAlreadyComplete,
    NothingFiled,
    PaperNotAccepted,
    RightAlreadyKnown,
    RightEnded,
    RightNotOpen,
    RightUnknown,
)
from domain.rights.schemes import Document, DocumentRejection, NonTakeUp, Scheme
from domain.text import Code

router = APIRouter(prefix="/v1/pathways/{pathway_id}/rights", tags=["rights"])


class Application(Asked):
    scheme: Scheme = Field(examples=["c2s"])
    documents: tuple[Document, ...] | None = Field(
        default=None, max_length=20, description="Absent: those that the rules ask for."
    )
    of_minor: bool = Field(default=False, description="The rules ask fewer documents of a minor.")


class NotTakenUp(Asked):
    scheme: Scheme
    kind: NonTakeUp


class Collected(Asked):
    on: Day
    paper: Code | None = Field(
        default=None, description="Which paper proves it.", examples=["passport"]
    )
    issued_on: Day | None = None
    valid_until: Day | None = Field(default=None, description="The last day.")


class Rejected(Asked):
    reason: DocumentRejection


class Filing(Asked):
    on: Day
    despite_missing: bool = Field(
        default=False, description="File without a required document, to save the date."
    )


class OnADay(Asked):
    on: Day


class Incomplete(OnADay):
    missing: tuple[Document, ...] = Field(min_length=1, max_length=20)


@on_pathway(router, "", RightAlreadyKnown)
def apply(pathway_id: UUID, asked: Application, door: ADoor) -> Told:
    """Begin an application; the documents that the rules ask for are asked for."""
    command = door.command(ApplyForRight, asked, pathway_id=pathway_id)
    return door.run(apply_for_right, command, of=command.right_id)


@on_pathway(router, "/non-take-up")
def note_non_take_up(pathway_id: UUID, asked: NotTakenUp, door: ADoor) -> Told:
    """Note that the person could have a right and has not, and why."""
    command = door.command(RecordNonTakeUp, asked, pathway_id=pathway_id)
    return door.run(record_non_take_up, command, of=pathway_id)


@on_item(router, "/{right_id}/documents/{document}", RightUnknown, DocumentAlreadyRequired)
def ask_for_document(
    pathway_id: UUID, right_id: UUID, document: Document, asked: Asked, door: AnItemDoor
) -> Told:
    """Ask for a document, or for a fresh one where it was collected before."""
    addressed = {"pathway_id": pathway_id, "right_id": right_id, "document": document}
    command = door.command(RequireDocument, asked, **addressed)
    return door.run(require_document, command, of=right_id)


@on_item(
    router,
    "/{right_id}/documents/{document}/collection",
    RightUnknown,
    DocumentOutOfDate,
    PaperNotAccepted,
)
def collect(
    pathway_id: UUID, right_id: UUID, document: Document, asked: Collected, door: AnItemDoor
) -> Told:
    """Note that a document exists, and until when it proves; Cordée does not hold it."""
    addressed = {"pathway_id": pathway_id, "right_id": right_id, "document": document}
    command = door.command(CollectDocument, asked, **addressed)
    return door.run(collect_document, command, of=right_id)


@on_item(router, "/{right_id}/documents/{document}/rejection", RightUnknown, DocumentNotCollected)
def reject(
    pathway_id: UUID, right_id: UUID, document: Document, asked: Rejected, door: AnItemDoor
) -> Told:
    """Note that a document proves nothing after all, or was lost."""
    addressed = {"pathway_id": pathway_id, "right_id": right_id, "document": document}
    command = door.command(RejectDocument, asked, **addressed)
    return door.run(reject_document, command, of=right_id)


@on_item(router, "/{right_id}/filing", RightUnknown, AlreadyFiled, DocumentMissing)
def file(pathway_id: UUID, right_id: UUID, asked: Filing, door: AnItemDoor) -> Told:
    """Put the application before the service; an incomplete one only knowingly."""
    command = door.command(FileApplication, asked, pathway_id=pathway_id, right_id=right_id)
    return door.run(file_application, command, of=right_id)


@on_item(router, "/{right_id}/incompleteness", RightUnknown, NothingFiled)
def find_incomplete(pathway_id: UUID, right_id: UUID, asked: Incomplete, door: AnItemDoor) -> Told:
    """Note what the service misses in the file; each document is asked for again."""
    addressed = {"pathway_id": pathway_id, "right_id": right_id}
    command = door.command(DeclareFileIncomplete, asked, **addressed)
    return door.run(declare_file_incomplete, command, of=right_id)


@on_item(router, "/{right_id}/completeness", RightUnknown, NothingFiled, FileAlreadyComplete)
def find_complete(pathway_id: UUID, right_id: UUID, asked: OnADay, door: AnItemDoor) -> Told:
    """Note that the service misses nothing: some legal delays run from that day."""
    command = door.command(DeclareFileComplete, asked, pathway_id=pathway_id, right_id=right_id)
    return door.run(declare_file_complete, command, of=right_id)


@on_item(
    router,
    "/{right_id}/renewal-filing",
    RightUnknown,
    RightNotOpen,
    RightEnded,
    AlreadyFiled,
    DocumentMissing,
)
def file_again(pathway_id: UUID, right_id: UUID, asked: Filing, door: AnItemDoor) -> Told:
    """Ask for what comes after the present period, in time or late."""
    command = door.command(FileRenewal, asked, pathway_id=pathway_id, right_id=right_id)
    return door.run(file_renewal, command, of=right_id)
