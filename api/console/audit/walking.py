"""A pathway as it was at an instant, as somebody could see it then, and what changed since."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.console.audit.asking import AnAsking, Asking, Said, instant, on_the_wall, written
from api.console.audit.entries import days_of, told_of
from api.console.audit.instants import in_full
from api.console.audit.viewers import viewers_of
from api.console.page import page
from api.console.refusing import ConsoleRoute
from api.console.visit import AVisit, Visit
from application.audits.replay_pathway import Replay
from application.audits.walk_pathway import Walk, walk_pathway

router = APIRouter(prefix="/audit/pathways", route_class=ConsoleRoute, include_in_schema=False)
Step = Annotated[str, Query(pattern=r"^\d{0,6}$")]


@dataclass(frozen=True, slots=True)
class Stop:
    """An instant that the slider stands at."""

    at: str  # as addresses carry it
    words: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What is otherwise than at another instant."""

    since: str
    appeared: int
    gone: list[str]  # what can no longer be seen


@router.get("/{pathway_id}")
def walk(  # noqa: PLR0913 (the fields of its form)
    asking: AnAsking,
    visit: AVisit,
    step: Step = "",
    since: Said = "",
    since_day: Said = "",
    since_hour: Said = "",
) -> Response:
    compared = on_the_wall(since_day, since_hour, visit.zone) or instant(since)
    asked = Walk(asking.audit, int(step) if step else None, compared)
    house = visit.house
    walked = walk_pathway(house.network, house.traces, asked, visit.by)
    opened = walked.replay.opened
    stops = [Stop(written(at), in_full(visit, at)) for at in walked.instants]
    here = sum(at <= opened.at for at in walked.instants) - 1
    at_now = asking.as_of is None and not step
    there = replace(asking, as_of=None if at_now else opened.at)
    entries = told_of(visit, walked.replay, walked.before if compared else None, compared)
    return page(
        visit,
        "audit/walk.html",
        asking=there,
        room="",
        opened=opened,
        as_of=in_full(visit, opened.at),
        at_now=at_now,
        stops=stops,
        here=max(here, 0),
        whole=opened.is_reached_whole(),
        organisations=viewers_of(visit, walked.organisations),
        days_told=days_of(visit, entries),
        changes=_changes(visit, walked.replay, walked.before, compared),
        since=written(compared),
        steps=_steps(there, stops, here, written(compared)),
    )


def _steps(asking: Asking, stops: list[Stop], here: int, since: str) -> dict[str, str]:
    """Addresses of the instants beside this one."""
    beside = {"before": here - 1, "after": here + 1}
    return {
        name: asking.address(as_of=stops[place].at, since=since)
        for name, place in beside.items()
        if 0 <= place < len(stops)
    }


def _changes(
    visit: Visit, now: Replay, before: Replay | None, compared: datetime | None
) -> Changes | None:
    if compared is None:
        return None
    known = {entry.event.originator_version for entry in before.entries} if before else set()
    here = {entry.event.originator_version for entry in now.entries}
    gone = told_of(visit, before, None, None) if before else []
    return Changes(
        since=in_full(visit, compared),
        appeared=len(here - known),
        gone=[one.words for one in gone if one.version not in here],
    )
