"""Activities, for the members of the organisation that holds them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import Field

from api.http.paging import APage, PageShown
from api.http.reading import Shown
from api.http.says import reads
from api.http.signed_in import AHouse, SignedIn
from application.activities.list_activities import list_activities
from application.activities.list_contacts import PeopleMet, people_met
from application.activities.read_activity import read_activity
from application.refusals import ViewBehind
from application.views.activities import ActivityFilter
from domain.activity.activity import Activity
from domain.activity.bodies import BodyLevel
from domain.activity.health_days import AnonymousTest
from domain.activity.outreach import OutreachKind
from domain.activity.preventions import Audience
from domain.activity.refusals import ActivityUnknown, NotYoursToHold
from domain.activity.tallies import Tally
from domain.activity.themes import PreventionTheme
from domain.activity.trainings import TrainingForm
from domain.activity.words import ActivityKind
from domain.activity.workshops.session import Session
from domain.activity.workshops.words import Setting
from domain.activity.workshops.workshops import Workshops
from domain.data_classes import DataClass
from domain.instants import Instant
from domain.members import Profession
from domain.pathway.referrals.words import Service

router = APIRouter(prefix="/v1/activities", tags=["activities"])
Since = Annotated[
    Instant | None,
    Query(description="Those that begin then or later.", examples=["2026-03-01T00:00:00Z"]),
]
Until = Annotated[Instant | None, Query(description="Those that begin before.")]
A_HAPPENING = {
    "place": "Salle des fêtes de Pionsat",
    "commune": "63281",
    "starts_at": "2026-03-04T09:00:00+01:00",
    "ends_at": "2026-03-04T12:00:00+01:00",
    "kilometres": 38,
}


class HappeningShown(Shown):
    place: str
    commune: str | None = Field(description="INSEE code.")
    starts_at: datetime
    ends_at: datetime | None = Field(description="Null: not known yet.")
    team: tuple[UUID, ...] = Field(description="Members.")
    partners: tuple[UUID, ...] = Field(description="Organisations.")
    kilometres: int | None


class PeopleShown(Shown):
    """Each person once."""

    people: int
    known: int = Field(description="They had a pathway.")
    followed: int = Field(description="They got one since.")
    nameless: int


class OutreachShown(Shown):
    kind: OutreachKind
    met: PeopleShown
    tally: Tally | None = Field(description="Null: nothing is told, or of too few people.")


class PreventionActionShown(Shown):
    theme: PreventionTheme
    audience: Audience
    people: int
    minutes: int | None


class TrainingShown(Shown):
    subject: str
    form: TrainingForm
    participants: Mapping[Profession, int]
    minutes: int


class BodyShown(Shown):
    name: str
    level: BodyLevel
    subject: str


class StandShown(Shown):
    theme: PreventionTheme
    kept_by: str | None


class HealthDayShown(Shown):
    people: int
    free: bool
    open_to_all: bool
    other_partners: tuple[str, ...]
    stands: tuple[StandShown, ...]
    by_theme: Mapping[PreventionTheme, int]
    tests: Mapping[AnonymousTest, int]
    orientations: Mapping[Service, int]


class WorkshopSessionShown(Shown):
    id: UUID
    starts_at: datetime
    minutes: int
    held: bool
    taken: int = Field(description="Places, by known and nameless people together.")
    left: int = Field(description="Places.")
    nameless: int = Field(description="Expected; once it was held, who came.")
    known: int = Field(description="People who have a place; who, their pathways tell.")
    known_came: int
    came: int = Field(description="Known and nameless people, each once; no children.")
    children: int = Field(description="Looked after meanwhile.")


class WorkshopShown(Shown):
    theme: PreventionTheme
    leaders: tuple[Profession, ...]
    places: int = Field(description="In each session.")
    setting: Setting
    class_of_coming: DataClass = Field(description="Of what pathways tell of who comes.")
    sessions: tuple[WorkshopSessionShown, ...]


class ActivityListed(Shown):
    activity_id: UUID
    kind: ActivityKind
    starts_at: datetime
    ends_at: datetime | None = Field(description="Null: not known yet.")
    place: str | None


class ActivityShown(Shown):
    id: UUID
    held_by: UUID = Field(description="An organisation.")
    kind: ActivityKind
    happening: HappeningShown
    outreach: OutreachShown | None = Field(description="Null: it is no outreach session.")
    health_day: HealthDayShown | None = None
    workshop: WorkshopShown | None = None
    prevention: PreventionActionShown | None = None
    training: TrainingShown | None = None
    body: BodyShown | None = None


@router.get("", responses=reads(NotYoursToHold, ViewBehind))
def activities(
    paging: APage,
    kind: ActivityKind | None = None,
    since: Since = None,
    until: Until = None,
) -> PageShown[ActivityListed]:
    """The activities of your organisation, the latest first."""
    page = list_activities(
        paging.house.network,
        paging.house.views,
        paging.by,
        wanted=ActivityFilter(kind, since, until),
        page=paging.page("activities"),
        min_position=paging.min_position,
    )
    entries = tuple(map(ActivityListed.model_validate, page.entries))
    return paging.shown("activities", page, entries)


@router.get("/{activity_id}", responses=reads(ActivityUnknown))
def activity(activity_id: UUID, by: SignedIn, house: AHouse) -> ActivityShown:
    """An activity of your organisation."""
    known = read_activity(house.network, activity_id, by)
    return shown(known, people_met(house.network, known))


def shown(known: Activity, met: PeopleMet) -> ActivityShown:
    holding = known.holding
    return ActivityShown.model_validate(
        {
            "id": known.id,
            "held_by": holding.held_by,
            "kind": holding.kind,
            "happening": holding.happening,
            "outreach": _outreach(known, met),
            "health_day": known.health_days.day,
            "workshop": _workshop(known.workshops),
            "prevention": known.preventions.action,
            "training": known.trainings.training,
            "body": known.bodies.body,
        }
    )


def _workshop(known: Workshops) -> dict[str, Any] | None:
    if known.workshop is None:
        return None
    places = known.workshop.places
    return {
        **known.workshop.model_dump(),
        "class_of_coming": known.workshop.class_of_coming,
        "sessions": [_session(session, places=places) for session in known.by_time()],
    }


def _session(session: Session, *, places: int) -> dict[str, Any]:
    return {
        "id": session.id,
        "starts_at": session.starts_at,
        "minutes": session.minutes,
        "held": session.held,
        "taken": session.taken,
        "left": places - session.taken,
        "nameless": session.nameless,
        "known": len(session.known),
        "known_came": session.known_came,
        "came": session.came,
        "children": session.children,
    }


def _outreach(known: Activity, met: PeopleMet) -> dict[str, Any] | None:
    if known.outreach.kind is None:
        return None
    tally = known.tallies.of(met.people)
    return {"kind": known.outreach.kind, "met": met, "tally": tally}
