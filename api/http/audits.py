"""What an auditor reads under a mandate: a pathway as it was, as somebody saw it, and why."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request
from fastapi.exceptions import RequestValidationError
from pydantic import Field

from api.http.emergencies import ClassShown, OfProfession
from api.http.house import House, house
from api.http.pathways import INSIDE
from api.http.reading import Shown
from api.http.says import reads
from api.http.signed_in import member_of
from application.audits.explain_access_then import explain_access_then
from application.audits.list_reads import ReadJudged, ReadsAsked, list_reads
from application.audits.opening import AuditAsked, Opened
from application.audits.refusals import NoMandate
from application.audits.replay_pathway import EntryReplayed, Seeing, replay_pathway
from application.traces.trace import Look, Purpose
from domain.access import Ground
from domain.data_classes import DataClass
from domain.instants import FIRST, Instant
from domain.kernel import DomainEvent
from domain.lawful import Fault
from domain.making import made_id
from domain.members import Member, MemberStatus, Profession, Role
from domain.pathway.opening import PathwayNotOpened

router = APIRouter(prefix="/v1/audit/pathways/{pathway_id}", tags=["audit"])

AsOf = Annotated[
    Instant | None,
    Query(
        description=(
            "As it was recorded at that instant, whatever instants were declared; access is "
            "decided as of then. Null: now."
        ),
        examples=["2026-09-01T00:00:00Z"],
    ),
]
AsOrganisation = Annotated[
    UUID | None, Query(description="As anybody of this organisation could see it then.")
]
AsMember = Annotated[
    UUID | None, Query(description="As this member of it could, under their hat of then.")
]

Since = Annotated[Instant | None, Query(alias="from", description="Looks from then on.")]
Until = Annotated[Instant | None, Query(alias="to", description="Excluded; null: until now.")]


class HatShown(Shown):
    """What a member was then."""

    profession: Profession
    status: MemberStatus
    roles: tuple[Role, ...]


class MakingShown(Shown):
    """The fact that made a ground."""

    kind: str = Field(examples=["sharing-consent-given"])
    id: UUID | None = Field(description="Of the consent, the exchange, the emergency access...")
    recorded_at: datetime | None


class SeeingShown(Shown):
    ground: Ground
    members: tuple[UUID, ...]
    made_by: MakingShown | None = Field(description="Null: it was erased since.")


class EntryAudited(Shown):
    """One fact; what it says is there where the auditor's profession meets its class."""

    recorded_at: datetime | None = Field(description="When it was recorded: `as_of` is by this.")
    data_class: DataClass
    member_id: UUID | None = Field(description="Who told it; null: the system itself.")
    organisation_id: UUID | None
    kind: str | None = Field(examples=["right-opened"], description="Null: not to be read.")
    occurred_at: datetime | None = Field(description="When it happened, as declared.")
    details: dict[str, Any] | None
    seen: tuple[SeeingShown, ...] = Field(description="Who could see it then, and why.")


class Audited(Shown):
    as_of: datetime = Field(description="By recorded time.")
    mandate_id: UUID
    hat: HatShown | None = Field(description="Of the member asked about; null: none then.")
    agreement_in_force: bool | None = Field(description="Of the organisation asked about, then.")


class ReplayShown(Audited):
    entries: tuple[EntryAudited, ...]


class ReadShown(Shown):
    """One look at the pathway, and whether it had a ground then."""

    at: datetime
    member_id: UUID | None = Field(description="Null: the system itself, for a reminder.")
    organisation_id: UUID
    look: Look
    purpose: Purpose
    as_of: datetime | None = Field(description="The past instant that was asked for.")
    grounds: tuple[Ground, ...] = Field(description="As traced; none for a row of a list.")
    classes: tuple[DataClass, ...]
    mandate_id: UUID | None
    checkable: bool = Field(description="False: what gave its ground may be erased since.")
    fault: Fault | None = Field(description="What it lacked; null: nothing.")


class ReadsShown(Audited):
    looks: tuple[ReadShown, ...] = Field(description="In the order of their instants.")
    next: datetime | None = Field(description="Send it as `from` for what follows; null: the end.")


class AccessThenShown(Audited):
    in_care_team: bool
    classes: tuple[ClassShown, ...] = Field(description="Empty: the member had no hat then.")


@dataclass(frozen=True, slots=True)
class Auditing:
    by: Member
    house: House
    asked: AuditAsked


async def auditing(
    request: Request,
    pathway_id: UUID,
    as_of: AsOf = None,
    organisation_id: AsOrganisation = None,
    member_id: AsMember = None,
) -> Auditing:
    """What somebody who signed in wants to verify.

    Raises:
        RequestValidationError: a member is named without their organisation.
    """
    by = await member_of(request)
    if member_id is not None and organisation_id is None:
        raise RequestValidationError([{"type": "missing", "loc": ("query", "organisation_id")}])
    asked = AuditAsked(pathway_id, as_of, organisation_id, member_id)
    return Auditing(by, house(request), asked)


AnAuditing = Annotated[Auditing, Depends(auditing)]


@router.get("/timeline", responses=reads(NoMandate, PathwayNotOpened))
def replay(auditing: AnAuditing) -> ReplayShown:
    """A pathway as it was recorded at an instant: whole, or as somebody could see it then."""
    network, traces = auditing.house.network, auditing.house.traces
    told = replay_pathway(network, traces, auditing.asked, auditing.by)
    entries = tuple(map(_entry, told.entries))
    return ReplayShown(entries=entries, **_audited(told.opened))


@router.get("/access", responses=reads(NoMandate, PathwayNotOpened))
def explain(auditing: AnAuditing, profession: OfProfession = Profession.OTHER) -> AccessThenShown:
    """Why somebody could see each class of data then, or not; else what your mandate opens."""
    network, traces = auditing.house.network, auditing.house.traces
    told = explain_access_then(network, traces, auditing.asked, auditing.by, profession=profession)
    return AccessThenShown(
        in_care_team=told.opened.in_care_team(),
        classes=tuple(map(ClassShown.model_validate, told.classes)),
        **_audited(told.opened),
    )


@router.get("/reads", responses=reads(NoMandate, PathwayNotOpened))
def looks(auditing: AnAuditing, since: Since = None, until: Until = None) -> ReadsShown:
    """Who looked at a pathway, when and on which ground, decided again as of then."""
    asked = ReadsAsked(auditing.asked, since or FIRST, until)
    house = auditing.house
    told = list_reads(house.network, house.traces, house.kept, asked, auditing.by)
    return ReadsShown(looks=tuple(map(_look, told.looks)), next=told.next, **_audited(told.opened))


def _look(read: ReadJudged) -> ReadShown:
    trace, lawless = read.kept.trace, read.verdict.lawless
    return ReadShown(
        at=trace.at,
        member_id=None if trace.for_reminder else trace.member_id,
        organisation_id=trace.organisation_id,
        look=trace.look,
        purpose=trace.purpose,
        as_of=trace.as_of,
        grounds=tuple(sorted(trace.grounds)),
        classes=tuple(sorted(trace.classes)),
        mandate_id=trace.mandate_id,
        checkable=read.verdict.checkable,
        fault=lawless.fault if lawless else None,
    )


def _audited(opened: Opened) -> dict[str, Any]:
    hat, organisation = opened.hat(), opened.organisation
    return {
        "as_of": opened.at,
        "mandate_id": opened.mandate.id,
        "hat": _hat(hat) if hat else None,
        "agreement_in_force": (
            organisation.agreements.in_force(opened.at.date()) if organisation else None
        ),
    }


def _hat(member: Member) -> HatShown:
    roles = tuple(sorted(member.roles))
    return HatShown(profession=member.profession, status=member.status, roles=roles)


def _entry(entry: EntryReplayed) -> EntryAudited:
    event, fact = entry.event, entry.event.fact
    told = {
        "kind": fact.topic,
        "occurred_at": fact.occurred_at,
        "details": fact.model_dump(mode="json", exclude=INSIDE),
    }
    withheld = dict.fromkeys(told)
    return EntryAudited(
        recorded_at=event.recorded_at,
        data_class=fact.data_class,
        member_id=event.actor_id,
        organisation_id=event.organisation_id,
        seen=tuple(map(_seeing, entry.seen)),
        **(told if entry.may_read else withheld),
    )


def _seeing(seeing: Seeing) -> SeeingShown:
    made = _making(seeing.made_by) if seeing.made_by else None
    return SeeingShown(ground=seeing.ground, members=seeing.members, made_by=made)


def _making(event: DomainEvent) -> MakingShown:
    return MakingShown(kind=event.fact.topic, id=made_id(event.fact), recorded_at=event.recorded_at)
