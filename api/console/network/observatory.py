"""Figures of a period and a territory: asked in a form, told in tables, counted again."""

import json
from hashlib import sha256

from fastapi import APIRouter
from pydantic import ValidationError
from starlette.responses import Response

from api.console.network.asking import AnAsked, Asked, faults
from api.console.network.sheets import as_a_sheet
from api.console.page import page
from api.console.refusing import ConsoleRoute
from api.console.visit import AVisit, Visit
from api.http.observatory import JSON, Wished, figures, replay
from api.http.opaque import Purpose
from api.observatory.page import plots
from api.observatory.sheet import sheet
from api.observatory.shown import FiguresShown
from api.observatory.themes import INDICATORS, NAMES
from api.problems import Unreadable, status_of
from application.views.list_organisations import every_organisation
from domain.observatory.asked import (
    FiguresAsked,
    PeriodWrong,
    Split,
    counts_everything,
    must_count,
)
from domain.refusals import DomainError

router = APIRouter(prefix="/observatory", route_class=ConsoleRoute, include_in_schema=False)


@router.get("")
def observatory(asked: AnAsked, visit: AVisit) -> Response:
    """The figures of a question; of this year, where none is asked yet."""
    must_count(visit.by)
    try:
        shown = _figures(visit, asked.question())
    except ValidationError as error:
        return _drawn(visit, asked, refused=Unreadable, wrong=dict(faults(error)))
    except PeriodWrong as refusal:
        return _drawn(visit, asked, refused=PeriodWrong, wrong={"to": refusal.title})
    return _drawn(visit, asked, shown, mark=_mark(visit, shown))


@router.get("/again")
def again(asked: AnAsked, visit: AVisit, position: str = "", mark: str = "") -> Response:
    """The figures of a position counted again, and whether they are those that were read."""
    must_count(visit.by)
    wished = Wished(asked.readable(), visit.language, JSON)
    shown: FiguresShown = replay(wished, visit.by, visit.house, Response(), position)
    return _drawn(visit, asked, shown, same=_mark(visit, shown) == mark)


@router.get("/figures.csv")
def figures_as_a_sheet(asked: AnAsked, visit: AVisit) -> Response:
    """The same question, for a spreadsheet."""
    shown = _figures(visit, asked.readable())
    told = tuple(one for one in shown.figures if asked.has(one.indicator))
    return as_a_sheet(
        sheet(shown.model_copy(update={"figures": told})),
        f"cordee-{shown.first}-{shown.last}",
    )


def _figures(visit: Visit, question: FiguresAsked) -> FiguresShown:
    wished = Wished(question, visit.language, JSON)
    shown: FiguresShown = figures(wished, visit.by, visit.house, Response())
    return shown


def _mark(visit: Visit, shown: FiguresShown) -> str:
    """Of every number; whoever holds it can tell whether others are the same, and nothing else."""
    told = [
        [one.indicator, *(cell.model_dump(exclude={"label"}) for cell in one.cells)]
        for one in shown.figures
    ]
    content = sha256(json.dumps(told, sort_keys=True).encode()).digest()
    return visit.house.opaque.close(content, purpose=Purpose.MARK)


def _drawn(
    visit: Visit,
    asked: Asked,
    shown: FiguresShown | None = None,
    *,
    refused: type[DomainError] | None = None,
    wrong: dict[str, str] | None = None,
    mark: str = "",
    same: bool | None = None,
) -> Response:
    everything = counts_everything(visit.by)
    told = tuple(one for one in shown.figures if asked.has(one.indicator)) if shown else ()
    return page(
        visit,
        "network/observatory.html",
        status=status_of(refused) if refused else 200,
        asked=asked,
        wrong=wrong or {},
        organisations=tuple(every_organisation(visit.house.views)) if everything else (),
        splits=tuple(Split),
        themes=NAMES,
        indicators=INDICATORS,
        shown=shown,
        plots=plots((one for one in told if one.whole), visit.language),
        silent=[one.name for one in told if not one.whole],
        mark=mark,
        same=same,
    )
