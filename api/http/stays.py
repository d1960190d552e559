"""Stays in facilities: a place asked for, offered, accepted or declined; begun, gone on, ended."""

from datetime import date, datetime
from functools import partial
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from api.http.door import ADoor, AnItemDoor, Asked, Told
from api.http.reading import AReading, Shown
from api.http.says import on_item, on_pathway, reads
from application.marks import about
from application.stays.accept_place import AcceptPlace, accept_place
from application.stays.decline_place import DeclinePlace, decline_place
from application.stays.end_stay import EndStay, end_stay
from application.stays.extend_stay import ExtendStay, extend_stay
from application.stays.offer_place import OfferPlace, offer_place
from application.stays.request_place import RequestPlace, request_place
from application.stays.start_stay import StartStay, start_stay
from application.stays.withdraw_stay import WithdrawStay, withdraw_stay
from domain.data_classes import DataClass
from domain.facility.refusals import FacilityUnknown, HoldOver, NoPlaceLeft
from domain.facility.words import PlaceKind
from domain.instants import Day
from domain.organisation.agreements import NoAgreementInForce
from domain.organisation.registration import OrganisationUnknown
from domain.pathway.grounds.refusals import MISSING, ObjectionStands
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.stays.refusals import (
    ReasonNotTheirs,
    StayAlreadyRequested,
    StayNotAtThisStep,
    StayNotLonger,
    StayNotYet,
    StayNotYours,
    StayOutsideItsPlace,
    StayPastBirthday,
    StaysAtOnce,
    StayTooLong,
    StayUnknown,
)
from domain.pathway.stays.stay import Stay, StayState
from domain.pathway.stays.words import (
    DeclinedBy,
    Destination,
    PlaceAsk,
    PlaceDeclineReason,
)
from domain.refusals import NotFound

router = APIRouter(prefix="/v1/pathways/{pathway_id}/stays", tags=["facilities"])
STEPS = (StayUnknown, StayNotYours, StayNotAtThisStep)
SIX_WEEKS = {"starts": "2026-12-01", "until": "2027-01-12"}
AN_ASK = {
    "facility_id": "c02dee00-0000-4000-8000-00000000fac1",
    "kind": "parent_and_child",
    "days": SIX_WEEKS,
}


class Requested(Asked):
    ask: PlaceAsk = Field(examples=[AN_ASK])


class Declined(Asked):
    declined_by: DeclinedBy
    reason: PlaceDeclineReason = Field(description="One of those of whoever said no.")


class Started(Asked):
    on: Day = Field(description="The first day.", examples=["2026-12-01"])


class Extended(Asked):
    until: Day = Field(description="The day from which the place is free.")


class Ended(Asked):
    on: Day = Field(description="The day they left: the place is free from it on.")
    destination: Destination


class StayShown(Shown):
    id: UUID
    facility_id: UUID
    organisation_id: UUID = Field(description="That of the facility.")
    requested_by: UUID = Field(description="An organisation.")
    kind: PlaceKind
    starts: date
    until: date = Field(description="The day from which the place is free.")
    state: StayState
    kept_until: datetime = Field(description="When the place is free again, where nobody came.")
    requested_at: datetime
    declined_by: DeclinedBy | None
    reason: PlaceDeclineReason | None
    destination: Destination | None
    data_class: DataClass


@router.get("", responses=reads(PathwayNotOpened))
def stays(pathway_id: UUID, reading: AReading) -> tuple[StayShown, ...]:
    """The stays of the person that you may see, those to come included."""
    now = reading.house.network.clock()
    known = reading.pathway(pathway_id).pathway.stays.by_id.values()
    return tuple(_shown(stay, now) for stay in known)


@router.get("/{stay_id}", responses=reads(PathwayNotOpened, NotFound))
def stay(pathway_id: UUID, stay_id: UUID, reading: AReading) -> StayShown:
    """One stay, with its ETag."""
    seen = reading.pathway(pathway_id)
    known = seen.pathway.stays.by_id.get(stay_id)
    marked = reading.marked(seen, about(stay_id=stay_id), known)
    return _shown(marked, reading.house.network.clock())


@on_pathway(
    router,
    "",
    FacilityUnknown,
    NoPlaceLeft,
    HoldOver,
    StayAlreadyRequested,
    StayPastBirthday,
    StayTooLong,
    OrganisationUnknown,
    NoAgreementInForce,
    ObjectionStands,
    *MISSING.values(),
)
def request(pathway_id: UUID, asked: Requested, door: ADoor) -> Told:
    """Ask for a place, which is kept meanwhile; two who ask for the last one never both get it."""
    command = door.command(RequestPlace, asked, pathway_id=pathway_id)
    act = partial(request_place, rules=door.house.place_rules)
    return door.run(act, command, of=command.stay_id)


@on_item(router, "/{stay_id}/offer", *STEPS, HoldOver)
def offer(pathway_id: UUID, stay_id: UUID, asked: Asked, door: AnItemDoor) -> Told:
    """Say that the person may have the place."""
    command = door.command(OfferPlace, asked, pathway_id=pathway_id, stay_id=stay_id)
    return door.run(partial(offer_place, rules=door.house.place_rules), command, of=stay_id)


@on_item(router, "/{stay_id}/acceptance", *STEPS, HoldOver)
def accept(pathway_id: UUID, stay_id: UUID, asked: Asked, door: AnItemDoor) -> Told:
    """Record that the person accepts what was offered."""
    command = door.command(AcceptPlace, asked, pathway_id=pathway_id, stay_id=stay_id)
    return door.run(partial(accept_place, rules=door.house.place_rules), command, of=stay_id)


@on_item(router, "/{stay_id}/refusal", *STEPS, ReasonNotTheirs)
def decline(pathway_id: UUID, stay_id: UUID, asked: Declined, door: AnItemDoor) -> Told:
    """Record who says no, the person, the facility or who asked, and why."""
    command = door.command(DeclinePlace, asked, pathway_id=pathway_id, stay_id=stay_id)
    return door.run(decline_place, command, of=stay_id)


@on_item(
    router,
    "/{stay_id}/start",
    *STEPS,
    HoldOver,
    StayNotYet,
    StayOutsideItsPlace,
    StayPastBirthday,
    StaysAtOnce,
)
def start(pathway_id: UUID, stay_id: UUID, asked: Started, door: AnItemDoor) -> Told:
    """Record that the person came."""
    command = door.command(StartStay, asked, pathway_id=pathway_id, stay_id=stay_id)
    return door.run(partial(start_stay, rules=door.house.place_rules), command, of=stay_id)


@on_item(
    router,
    "/{stay_id}/extension",
    *STEPS,
    NoPlaceLeft,
    HoldOver,
    StayNotLonger,
    StayPastBirthday,
    StayTooLong,
    StaysAtOnce,
)
def extend(pathway_id: UUID, stay_id: UUID, asked: Extended, door: AnItemDoor) -> Told:
    """Let the person stay on, if the place is free until then."""
    command = door.command(ExtendStay, asked, pathway_id=pathway_id, stay_id=stay_id)
    return door.run(partial(extend_stay, rules=door.house.place_rules), command, of=stay_id)


@on_item(router, "/{stay_id}/end", *STEPS, StayNotYet, StayOutsideItsPlace)
def end(pathway_id: UUID, stay_id: UUID, asked: Ended, door: AnItemDoor) -> Told:
    """Record the day they left, and where they went."""
    command = door.command(EndStay, asked, pathway_id=pathway_id, stay_id=stay_id)
    return door.run(end_stay, command, of=stay_id)


@on_item(router, "/{stay_id}/withdrawal", StayUnknown, StayNotYours)
def withdraw(pathway_id: UUID, stay_id: UUID, asked: Asked, door: AnItemDoor) -> Told:
    """Note that it never was this person's; its place is free at once."""
    command = door.command(WithdrawStay, asked, pathway_id=pathway_id, stay_id=stay_id)
    return door.run(withdraw_stay, command, of=stay_id)


def _shown(stay: Stay, now: datetime) -> StayShown:
    standing = stay._replace(state=stay.state_at(now))
    return StayShown.model_validate(standing)
