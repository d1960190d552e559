"""Who came to a session of a workshop: everybody in one screen, saved by one button."""

from collections.abc import Iterator, Mapping
from http import HTTPStatus
from uuid import UUID, uuid5

from fastapi import APIRouter
from starlette.responses import Response

from api.console.field.acting import id_of, key_again, new_key
from api.console.field.workshop import WORKSHOP
from api.console.forms.pages import FormRoute
from api.console.forms.running import door_for
from api.console.page import page
from api.console.refusing import see
from api.console.typed import ATyped, Typed, last
from api.console.visit import AVisit, Visit
from api.http.activities.reading import ActivityShown, WorkshopSessionShown, activity
from api.http.workshop_places import AttendanceAsked, note
from api.languages.words import phrase
from application.workshops.read_register import Registered, read_register
from domain.activity.workshops.refusals import WorkshopSessionUnknown
from domain.pathway.workshops import AttendanceAlreadySaid
from domain.refusals import DomainError

router = APIRouter(route_class=FormRoute, include_in_schema=False)
SESSION = f"{WORKSHOP}/sessions/{{session_id}}"
CAME = {"yes": True, "no": False}
SAVED = phrase("Saved")
NOT_ALL = phrase("Not everything was saved: look at each line.")


@router.get(SESSION)
def show(activity_id: UUID, session_id: UUID, visit: AVisit) -> Response:
    return drawn(visit, activity_id, session_id, key=new_key())


@router.post(SESSION)
def save(activity_id: UUID, session_id: UUID, visit: AVisit, typed: ATyped) -> Response:
    """Note each line that was changed, by a command of its own, and say which were."""
    outcomes = dict(_saved(visit, typed, register(visit, activity_id, session_id)))
    if all(said == SAVED for said in outcomes.values()):
        here = SESSION.format(activity_id=activity_id, session_id=session_id)
        return see(here, said="saved")
    key = key_again(typed, "")
    return drawn(visit, activity_id, session_id, key=key, typed=typed, outcomes=outcomes)


def drawn(
    visit: Visit,
    activity_id: UUID,
    session_id: UUID,
    *,
    key: str,
    typed: Typed | None = None,
    outcomes: Mapping[UUID, str] | None = None,
) -> Response:
    """The register; where a line was not saved, it says why, and what was chosen stays."""
    known = activity(activity_id, visit.by, visit.house)
    lines = register(visit, activity_id, session_id)
    return page(
        visit,
        "field/attendance.html",
        status=HTTPStatus.CONFLICT if outcomes else HTTPStatus.OK,
        activity=known,
        session=session_of(known, session_id),
        now=visit.house.network.clock(),
        lines=[(line, _chosen(line, typed)) for line in lines],
        outcomes=outcomes or {},
        refusal=NOT_ALL if outcomes else "",
        key=key,
    )


def register(visit: Visit, activity_id: UUID, session_id: UUID) -> tuple[Registered, ...]:
    house = visit.house
    return read_register(
        house.network,
        house.views,
        house.traces,
        visit.by,
        activity_id=activity_id,
        session_id=session_id,
    )


def _saved(visit: Visit, typed: Typed, lines: tuple[Registered, ...]) -> Iterator[tuple[UUID, str]]:
    """What became of each line that is not as it was."""
    for line in lines:
        came = CAME.get(last(typed, f"came.{line.attendance_id}"))
        if came is None or came is line.came:
            continue
        key = uuid5(id_of(visit, typed), f"{line.attendance_id}{came}")
        door = door_for(visit, key=key, seen="")
        try:
            note(line.pathway_id, line.attendance_id, AttendanceAsked(came=came), door)
        except AttendanceAlreadySaid:
            yield line.attendance_id, SAVED
        except DomainError as refusal:
            yield line.attendance_id, refusal.title
        else:
            yield line.attendance_id, SAVED


def _chosen(line: Registered, typed: Typed | None) -> bool | None:
    if typed is None:
        return line.came
    return CAME.get(last(typed, f"came.{line.attendance_id}"), line.came)


def session_of(known: ActivityShown, session_id: UUID) -> WorkshopSessionShown:
    """A session of a workshop.

    Raises:
        WorkshopSessionUnknown: there is none, or the activity is no workshop.
    """
    for session in known.workshop.sessions if known.workshop else ():
        if session.id == session_id:
            return session
    raise WorkshopSessionUnknown
