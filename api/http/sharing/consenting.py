"""What the person was told, agrees to share, or objects to."""

from uuid import UUID

from fastapi import APIRouter
from pydantic import ConfigDict, Field

from api.http.door import ADoor, Asked, Told
from api.http.says import on_pathway
from application.sharing.give_consent import GiveConsent, give_consent
from application.sharing.inform_person import InformPerson, inform_person
from application.sharing.lift_objection import LiftObjection, lift_objection
from application.sharing.object_to_recipient import ObjectToRecipient, object_to_recipient
from application.sharing.refuse_consent import RefuseConsent, refuse_consent
from application.sharing.withdraw_consent import WithdrawConsent, withdraw_consent
from domain.data_classes import DataClass
from domain.pathway.grounds.refusals import (
    AlreadyObjected,
    ConsentOver,
    ConsentUnknown,
    NobodyWouldBeLeft,
    NotOfTheTeam,
    ObjectionUnknown,
)
from domain.pathway.grounds.words import (
    Consent,
    InformedBy,
    Scope,
)
from domain.text import Code, Language

router = APIRouter(prefix="/v1/pathways/{pathway_id}", tags=["sharing"])


A_SCOPE = {
    "recipients": {"organisations": ["c02dee00-0000-4000-8000-000000000001"]},
    "classes": ["social"],
}


class Informing(Asked):
    notice: Code = Field(description="The version of the notice.", examples=["notice-2026-1"])
    language: Language = Field(examples=["fr"])
    means: InformedBy
    with_interpreter: bool = False


class Consenting(Asked):
    consent: Consent = Field(examples=[{"scope": A_SCOPE}])
    data_class: DataClass | None = Field(
        default=None, description="Raised where whom it names tells what it is about."
    )


class Refusing(Asked):
    scope: Scope = Field(examples=[A_SCOPE])
    data_class: DataClass | None = None


class Objecting(Asked):
    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"organisation_id": "c02dee00-0000-4000-8000-000000000001"}]
        }
    )

    organisation_id: UUID | None = Field(default=None, description="One of the two.")
    member_id: UUID | None = None


@on_pathway(router, "/sharing/information")
def inform(pathway_id: UUID, asked: Informing, door: ADoor) -> Told:
    """Record that the person was told how what is said of them is shared."""
    command = door.command(InformPerson, asked, pathway_id=pathway_id)
    return door.run(inform_person, command, of=pathway_id)


@on_pathway(router, "/sharing/consents", NotOfTheTeam)
def consent(pathway_id: UUID, asked: Consenting, door: ADoor) -> Told:
    """Record what the person agrees to share: with whom, what, what for, until when."""
    command = door.command(GiveConsent, asked, pathway_id=pathway_id)
    return door.run(give_consent, command, of=command.consent_id)


@on_pathway(router, "/sharing/refusals")
def refuse(pathway_id: UUID, asked: Refusing, door: ADoor) -> Told:
    """Record that the person was asked to share, and said no."""
    command = door.command(RefuseConsent, asked, pathway_id=pathway_id)
    return door.run(refuse_consent, command, of=pathway_id)


@on_pathway(router, "/sharing/consents/{consent_id}/withdrawal", ConsentUnknown, ConsentOver)
def withdraw(pathway_id: UUID, consent_id: UUID, asked: Asked, door: ADoor) -> Told:
    """Record that the person takes a consent back; it opens nothing from the next request on."""
    addressed = {"pathway_id": pathway_id, "consent_id": consent_id}
    command = door.command(WithdrawConsent, asked, **addressed)
    return door.run(withdraw_consent, command, of=consent_id)


@on_pathway(router, "/sharing/objections", AlreadyObjected, NobodyWouldBeLeft)
def object_to(pathway_id: UUID, asked: Objecting, door: ADoor) -> Told:
    """Record that the person does not want an organisation, or one member, to know."""
    command = door.command(ObjectToRecipient, asked, pathway_id=pathway_id)
    return door.run(object_to_recipient, command, of=command.objection_id)


@on_pathway(router, "/sharing/objections/{objection_id}/lifting", ObjectionUnknown)
def lift(pathway_id: UUID, objection_id: UUID, asked: Asked, door: ADoor) -> Told:
    """Record that the person objects no more."""
    addressed = {"pathway_id": pathway_id, "objection_id": objection_id}
    command = door.command(LiftObjection, asked, **addressed)
    return door.run(lift_objection, command, of=objection_id)
