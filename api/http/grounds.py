"""Sharing with a ground: informed, consenting, objecting, exchanging, asking to join."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter
from pydantic import ConfigDict, Field

from api.http.door import ADoor, Asked, Told
from api.http.reading import AReading, Shown
from api.http.says import on_pathway, reads
from application.sharing.answer_request_to_join import AnswerRequestToJoin, answer_request_to_join
from application.sharing.ask_to_join import AskToJoin, ask_to_join
from application.sharing.declare_care_team import DeclareCareTeam, declare_care_team
from application.sharing.end_child_protection_sharing import (
    EndChildProtectionSharing,
    end_child_protection_sharing,
)
from application.sharing.exchange_information import ExchangeInformation, exchange_information
from application.sharing.give_consent import GiveConsent, give_consent
from application.sharing.inform_person import InformPerson, inform_person
from application.sharing.lift_objection import LiftObjection, lift_objection
from application.sharing.naming import Named
from application.sharing.object_to_recipient import ObjectToRecipient, object_to_recipient
from application.sharing.refuse_consent import RefuseConsent, refuse_consent
from application.sharing.share_for_child_protection import (
    ShareForChildProtection,
    share_for_child_protection,
)
from application.sharing.withdraw_consent import WithdrawConsent, withdraw_consent
from domain.data_classes import DataClass
from domain.organisation.agreements import NoAgreementInForce
from domain.organisation.enrolment import AlreadyLeft, MemberUnknown
from domain.pathway.grounds.refusals import (
    AlreadyAsked,
    AlreadyInTeam,
    AlreadyObjected,
    ChildProtectionNotOpened,
    ConsentOver,
    ConsentUnknown,
    NobodyWouldBeLeft,
    NotACareTeam,
    NotAsked,
    NotOfTheTeam,
    NotYoursToShare,
    ObjectionStands,
    ObjectionUnknown,
    PersonNotInformed,
    ReferentDecides,
    SharingUnknown,
)
from domain.pathway.grounds.words import (
    Consent,
    DecidedBy,
    FamilyInformed,
    InformedBy,
    Scope,
    TeamBasis,
)
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.sharing.refusals import AlreadyInCircle, NotInCircle
from domain.text import Code, Language

router = APIRouter(prefix="/v1/pathways/{pathway_id}", tags=["sharing"])
NAMING = (NotInCircle, ObjectionStands, MemberUnknown, AlreadyLeft)


class Informing(Asked):
    notice: Code = Field(description="The version of the notice.", examples=["notice-2026-1"])
    language: Language = Field(examples=["fr"])
    means: InformedBy
    with_interpreter: bool = False


A_SCOPE = {
    "recipients": {"organisations": ["c02dee00-0000-4000-8000-000000000001"]},
    "classes": ["social"],
}


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


class TeamDeclared(Asked):
    organisation_id: UUID
    basis: TeamBasis


class Exchanging(Asked):
    named: tuple[Named, ...] = Field(min_length=1, max_length=20)
    classes: tuple[DataClass, ...] = Field(min_length=1, max_length=len(DataClass))


class Protecting(Asked):
    named: tuple[Named, ...] = Field(min_length=1, max_length=20)
    family: FamilyInformed


class JoiningAnswered(Asked):
    organisation_id: UUID
    accepted: bool
    decided_by: DecidedBy
    data_class: DataClass = Field(
        default=DataClass.SOCIAL, description="A higher one keeps its part discreet."
    )
    in_care_team: bool = Field(
        default=False, description="True, for a person who was informed; False: under a consent."
    )


class ConsentShown(Shown):
    id: UUID
    consent: Consent
    starts: datetime
    data_class: DataClass


class ObjectionShown(Shown):
    id: UUID
    organisation_id: UUID | None
    member_id: UUID | None


class SharingShown(Shown):
    """On which grounds the pathway is shared, as far as the caller may see."""

    informed_at: datetime | None
    care_team: tuple[UUID, ...] = Field(description="Organisations.")
    asking: tuple[UUID, ...] = Field(description="Organisations that asked to join.")
    consents: tuple[ConsentShown, ...]
    objections: tuple[ObjectionShown, ...]


@router.get("/sharing", responses=reads(PathwayNotOpened))
def sharing(pathway_id: UUID, reading: AReading) -> SharingShown:
    """What the person was told, agreed to and objects to."""
    pathway = reading.pathway(pathway_id).pathway
    return SharingShown(
        informed_at=pathway.consents.informed_at,
        care_team=tuple(sorted(pathway.team.organisations)),
        asking=tuple(pathway.team.asking),
        consents=tuple(map(ConsentShown.model_validate, pathway.consents.by_id.values())),
        objections=tuple(map(ObjectionShown.model_validate, pathway.objections.by_id.values())),
    )


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


@on_pathway(
    router,
    "/sharing/care-team",
    NotOfTheTeam,
    NotInCircle,
    AlreadyInTeam,
    NotACareTeam,
    PersonNotInformed,
    ObjectionStands,
)
def declare_team(pathway_id: UUID, asked: TeamDeclared, door: ADoor) -> Told:
    """Say that an organisation of the circle belongs to the care team, and why."""
    command = door.command(DeclareCareTeam, asked, pathway_id=pathway_id)
    return door.run(declare_care_team, command, of=pathway_id)


@on_pathway(router, "/sharing/exchanges", NotOfTheTeam, NotYoursToShare, *NAMING)
def exchange(pathway_id: UUID, asked: Exchanging, door: ADoor) -> Told:
    """Pass on to named members what was recorded until now, and nothing of later."""
    command = door.command(ExchangeInformation, asked, pathway_id=pathway_id)
    return door.run(exchange_information, command, of=command.exchange_id)


@on_pathway(router, "/sharing/child-protection", NotOfTheTeam, ChildProtectionNotOpened, *NAMING)
def protect(pathway_id: UUID, asked: Protecting, door: ADoor) -> Told:
    """Share with named members what evaluates and protects a child."""
    command = door.command(ShareForChildProtection, asked, pathway_id=pathway_id)
    return door.run(share_for_child_protection, command, of=command.sharing_id)


@on_pathway(router, "/sharing/child-protection/{sharing_id}/end", SharingUnknown)
def end_protection(pathway_id: UUID, sharing_id: UUID, asked: Asked, door: ADoor) -> Told:
    """End a sharing for child protection."""
    addressed = {"pathway_id": pathway_id, "sharing_id": sharing_id}
    command = door.command(EndChildProtectionSharing, asked, **addressed)
    return door.run(end_child_protection_sharing, command, of=sharing_id)


@on_pathway(router, "/circle/requests", NoAgreementInForce, AlreadyInCircle, AlreadyAsked)
def ask(pathway_id: UUID, asked: Asked, door: ADoor) -> Told:
    """Ask, for your organisation, to share a pathway that the person named to you."""
    command = door.command(AskToJoin, asked, pathway_id=pathway_id)
    return door.run(ask_to_join, command, of=pathway_id)


@on_pathway(
    router,
    "/circle/requests/answers",
    NotOfTheTeam,
    NotAsked,
    ReferentDecides,
    ObjectionStands,
    NoAgreementInForce,
)
def answer(pathway_id: UUID, asked: JoiningAnswered, door: ADoor) -> Told:
    """Let in an organisation that asked, or not, as the person or their referent decides."""
    command = door.command(AnswerRequestToJoin, asked, pathway_id=pathway_id)
    return door.run(answer_request_to_join, command, of=pathway_id)
