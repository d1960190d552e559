"""Audit mandates: asked for by one person, granted by another, ended."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Request
from pydantic import Field

from api.http.door import ADoor, Asked, Told
from api.http.erasures import AnAccount
from api.http.house import house
from api.http.reading import Shown
from api.http.says import on_network, reads
from api.http.signed_in import SignedIn
from application.mandates.ask_mandate import AskMandate, ask_mandate
from application.mandates.end_mandate import EndMandate, end_mandate
from application.mandates.grant_mandate import GrantMandate, grant_mandate
from application.mandates.list_mandates import MandateState, list_mandates
from application.mandates.signing import Signing
from domain.instants import Instant
from domain.mandates.refusals import (
    MandateAlreadyGranted,
    MandateDatesWrong,
    MandateNotYoursToGrant,
    MandateOfOneself,
    MandateOver,
    MandateUnknown,
    NotAnAuditor,
    NotYoursToMandate,
)
from domain.mandates.words import MandatePurpose, MandateScope

router = APIRouter(prefix="/v1/mandates", tags=["audit"])


class MandateAskedFor(Asked):
    auditor_id: UUID = Field(description="A membership with the role of auditor.")
    organisation_id: UUID = Field(description="The organisation of that membership.")
    scope: MandateScope = Field(examples=[{"reach": "network"}])
    purpose: MandatePurpose
    starts: Instant | None = Field(default=None, description="Null: as soon as it is granted.")
    until: Instant = Field(
        description="It is over from then on; six months after its start at most.",
        examples=["2026-06-30T00:00:00Z"],
    )


class WearerShown(Shown):
    membership_id: UUID
    organisation_id: UUID


class MandateShown(Shown):
    id: UUID
    auditor: WearerShown
    scope: MandateScope
    purpose: MandatePurpose
    starts: datetime
    until: datetime
    asked_by: WearerShown
    asked_at: datetime
    granted_by: WearerShown | None
    granted_at: datetime | None
    ended_at: datetime | None


class MandateNow(MandateShown):
    state: MandateState


@on_network(router, "", NotYoursToMandate, MandateOfOneself, NotAnAuditor, MandateDatesWrong)
def ask(asked: MandateAskedFor, door: ADoor, account_id: AnAccount) -> Told:
    """Ask that an auditor may read; somebody else grants it."""
    command = door.command(AskMandate, asked)
    signing = Signing(door.by, account_id, door.house.desk.accounts)
    return door.run(
        lambda network, command, _: ask_mandate(network, command, signing),
        command,
        of=command.mandate_id,
    )


@on_network(
    router,
    "/{mandate_id}/grant",
    MandateUnknown,
    MandateOfOneself,
    MandateNotYoursToGrant,
    MandateAlreadyGranted,
    MandateOver,
)
def grant(mandate_id: UUID, asked: Asked, door: ADoor, account_id: AnAccount) -> Told:
    """Grant what somebody else asked for; it runs from its start, or from now."""
    command = door.command(GrantMandate, asked, mandate_id=mandate_id)
    signing = Signing(door.by, account_id, door.house.desk.accounts)
    return door.run(
        lambda network, command, _: grant_mandate(network, command, signing),
        command,
        of=mandate_id,
    )


@on_network(router, "/{mandate_id}/end", MandateUnknown, MandateOver)
def end(mandate_id: UUID, asked: Asked, door: ADoor) -> Told:
    """End a mandate sooner than it says; its auditor may give it back too."""
    command = door.command(EndMandate, asked, mandate_id=mandate_id)
    return door.run(end_mandate, command, of=mandate_id)


@router.get("", responses=reads(NotYoursToMandate))
def mandates(request: Request, by: SignedIn) -> tuple[MandateNow, ...]:
    """Who may audit what, until when, and who granted it; to an auditor, their own."""
    return tuple(
        MandateNow(state=state, **dict(MandateShown.model_validate(mandate)))
        for mandate, state in list_mandates(house(request).network, by)
    )
