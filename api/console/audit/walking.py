"""A pathway as it was at an instant, as somebody could see it then, and what changed since."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Annotated, NamedTuple

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.console.audit.asking import AnAsking, Asking, Compared, written
from api.console.audit.changes import changes_of
from api.console.audit.entries import days_of, told_of
from api.console.audit.instants import in_full, precisely
from api.console.audit.viewers import viewers_of, whom
from api.console.page import page
from api.console.refusing import ConsoleRoute
from api.console.visit import AVisit, Visit
from api.languages.words import phrase
from application.audits.opening import Opened
from application.audits.walk_pathway import Walk, walk_pathway

router = APIRouter(
    prefix="/audit/pathways/{pathway_id}", route_class=ConsoleRoute, include_in_schema=False
)
Step = Annotated[str, Query(pattern=r"^\d{0,6}$")]
NO_AGREEMENT = phrase("This organisation had no agreement in force then.")
NO_HAT = phrase("This member did not act there then.")


class Stop(NamedTuple):
    """An instant that the slider stands at."""

    address: str
    words: str


class Slider(NamedTuple):
    stops: Sequence[Stop]
    here: int
    compared: str  # with the stop before this one; empty where there is none

    @property
    def before(self) -> Stop | None:
        return self.stops[self.here - 1] if self.here else None

    @property
    def after(self) -> Stop | None:
        return self.stops[self.here + 1] if self.here + 1 < len(self.stops) else None


@router.get("")
def walk(asking: AnAsking, visit: AVisit, compared: Compared, step: Step = "") -> Response:
    asked = Walk(asking.audit, int(step) if step else None, compared)
    walked = walk_pathway(visit.house.network, visit.house.traces, asked, visit.by)
    opened, entries = walked.replay.opened, told_of(visit, walked.replay)
    there = asking if asking.as_of is None and not step else replace(asking, as_of=opened.at)
    return page(
        visit,
        "audit/walk.html",
        room="",
        asking=there,
        as_of=in_full(visit, opened.at),
        as_whom=whom(visit, opened.asked),
        warnings=list(warnings(opened)),
        slider=_slider(visit, there, walked.instants, opened.at, written(compared)),
        whole=opened.is_reached_whole(),
        organisations=viewers_of(visit, walked.organisations),
        days_told=days_of(visit, entries),
        changes=changes_of(visit, walked, entries, compared) if compared else None,
        since=written(compared),
    )


def warnings(opened: Opened) -> Iterator[str]:
    """What was otherwise then with those as whom it is looked at."""
    organisation = opened.organisation
    if organisation and not organisation.agreements.in_force(opened.at.date()):
        yield NO_AGREEMENT
    if opened.asked.member_id and not opened.hat():
        yield NO_HAT


def _slider(
    visit: Visit, asking: Asking, instants: Sequence[datetime], at: datetime, since: str
) -> Slider:
    seconds = {one.replace(microsecond=0) for one in instants}
    said = in_full if len(seconds) == len(instants) else precisely
    here = max(0, sum(one <= at for one in instants) - 1)
    return Slider(
        stops=[
            Stop(asking.address(as_of=written(one), since=since), said(visit, one))
            for one in instants
        ],
        here=here,
        compared=asking.address(since=written(instants[here - 1])) if here else "",
    )
