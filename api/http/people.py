"""Who the person is, how they live, what they are called."""

from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from api.http.door import ADoor, ASeenDoor, Asked, Told
from api.http.reading import AReading, Shown
from api.http.says import on_pathway, on_seen, reads
from application.people.call_otherwise import CallOtherwise, call_otherwise
from application.people.correct_identity import CorrectIdentity, correct_identity
from application.people.declare_identity import DeclareIdentity, declare_identity
from application.people.describe_living_situation import (
    DescribeLivingSituation,
    describe_living_situation,
)
from application.people.end_interpreter_need import EndInterpreterNeed, end_interpreter_need
from application.people.record_interpreter_need import (
    RecordInterpreterNeed,
    record_interpreter_need,
)
from application.people.report_death import ReportDeath, report_death
from application.people.withdraw_death_report import WithdrawDeathReport, withdraw_death_report
from domain.dates import PartialDate
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.person import (
    IDENTITY,
    CorrectionReason,
    DeathAlreadyReported,
    DeathNotReported,
    Housing,
    Identity,
    IdentityAlreadyDeclared,
    IdentityNotDeclared,
    NoInterpreterNeeded,
    NothingCorrected,
)
from domain.refusals import NotFound
from domain.text import Commune, Language, Name

router = APIRouter(prefix="/v1/pathways/{pathway_id}", tags=["person"])


class IdentityTold(Asked):
    identity: Identity = Field(
        examples=[{"family_name": "Diallo", "given_names": "Awa", "born": {"year": 2001}}]
    )


class IdentityToldAgain(IdentityTold):
    reason: CorrectionReason


class Called(Asked):
    called: Name = Field(examples=["Awa"])


class InterpreterNeed(Asked):
    language: Language = Field(description="As BCP 47 writes it.", examples=["bm"])


class Living(Asked):
    housing: Housing
    commune: Commune | None = Field(default=None, description="INSEE code.", examples=["63338"])


class Death(Asked):
    died: PartialDate | None = Field(default=None, description="When, where it is known.")


class LivingShown(Shown):
    housing: Housing | None
    commune: str | None


@router.get("/identity", responses=reads(PathwayNotOpened, NotFound))
def identity(pathway_id: UUID, reading: AReading) -> Identity:
    """Who the person is, once somebody told it; with the ETag that correcting it asks for."""
    seen = reading.pathway(pathway_id)
    found: Identity = reading.marked(
        seen, lambda fact: isinstance(fact, IDENTITY), seen.pathway.person.identity
    )
    return found


@router.get("/living-situation", responses=reads(PathwayNotOpened))
def living_situation(pathway_id: UUID, reading: AReading) -> LivingShown:
    """Where the person lives, as told last."""
    return LivingShown.model_validate(reading.pathway(pathway_id).pathway.person)


@on_pathway(router, "/identity", IdentityAlreadyDeclared)
def tell_identity(pathway_id: UUID, asked: IdentityTold, door: ADoor) -> Told:
    """Tell, for the first time, who the person is beyond what they are called."""
    command = door.command(DeclareIdentity, asked, pathway_id=pathway_id)
    return door.run(declare_identity, command, of=command.identity_id)


@on_seen(router, "/identity/correction", IdentityNotDeclared, NothingCorrected)
def tell_identity_again(pathway_id: UUID, asked: IdentityToldAgain, door: ASeenDoor) -> Told:
    """Tell the identity again, whole, because it was wrong."""
    command = door.command(CorrectIdentity, asked, pathway_id=pathway_id)
    return door.run(correct_identity, command, of=pathway_id)


@on_pathway(router, "/usual-name", NothingCorrected)
def tell_usual_name(pathway_id: UUID, asked: Called, door: ADoor) -> Told:
    """Use the name that the person now wants to be called by."""
    command = door.command(CallOtherwise, asked, pathway_id=pathway_id)
    return door.run(call_otherwise, command, of=pathway_id)


@on_pathway(router, "/interpreter-need", NothingCorrected)
def tell_interpreter_need(pathway_id: UUID, asked: InterpreterNeed, door: ADoor) -> Told:
    """Record the language in which the person needs an interpreter."""
    command = door.command(RecordInterpreterNeed, asked, pathway_id=pathway_id)
    return door.run(record_interpreter_need, command, of=pathway_id)


@on_pathway(router, "/interpreter-need/end", NoInterpreterNeeded)
def tell_end_of_interpreter_need(pathway_id: UUID, asked: Asked, door: ADoor) -> Told:
    """Record that the person now does without an interpreter."""
    command = door.command(EndInterpreterNeed, asked, pathway_id=pathway_id)
    return door.run(end_interpreter_need, command, of=pathway_id)


@on_pathway(router, "/living-situation")
def tell_living_situation(pathway_id: UUID, asked: Living, door: ADoor) -> Told:
    """Tell where the person lives now."""
    command = door.command(DescribeLivingSituation, asked, pathway_id=pathway_id)
    return door.run(describe_living_situation, command, of=pathway_id)


@on_pathway(router, "/death", DeathAlreadyReported)
def tell_death(pathway_id: UUID, asked: Death, door: ADoor) -> Told:
    """Record that the person died; the date may be unknown."""
    command = door.command(ReportDeath, asked, pathway_id=pathway_id)
    return door.run(report_death, command, of=pathway_id)


@on_pathway(router, "/death/withdrawal", DeathNotReported)
def withdraw_death(pathway_id: UUID, asked: Asked, door: ADoor) -> Told:
    """Correct a death that was reported of somebody alive."""
    command = door.command(WithdrawDeathReport, asked, pathway_id=pathway_id)
    return door.run(withdraw_death_report, command, of=pathway_id)
