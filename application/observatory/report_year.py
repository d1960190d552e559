"""The yearly report of a programme: its actions with their figures, what it cost, what it met."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from application.network import Network
from application.observatory.figures_told import FiguresTold
from application.observatory.read_figures import read_figures
from application.observatory.replay_figures import replay_figures
from application.views.list_organisations import every_organisation
from application.views.ports import ObservatoryView, OrganisationsView, Progress
from domain.members import Member
from domain.observatory.asked import FiguresAsked, allowed
from domain.programme import Programme, YearOf


class ReportViews(ObservatoryView, OrganisationsView, Protocol):
    """What a report is made from."""


@dataclass(frozen=True, slots=True)
class YearReport:
    programme: Programme
    year: int
    told: YearOf
    figures: FiguresTold


def report_year(
    network: Network,
    views: ReportViews,
    programme: Programme,
    year: int,
    by: Member,
    *,
    position: int | None = None,
    progress: Progress = lambda _, __: None,
) -> YearReport:
    """As the history stands, or, at a position, counted again from the events.

    Raises:
        YearUnknown: the programme says nothing of that year.
        NotYoursToCount: the member coordinates nothing.
        PositionAhead: there is no such position yet.
    """
    told = programme.year(year)
    asked = FiguresAsked(first=date(year, 1, 1), last=date(year, 12, 31))
    allowed(asked, by)
    asked = asked.model_copy(update={"among": carriers(views, programme)})
    figures = (
        read_figures(network, views, asked, by)
        if position is None
        else replay_figures(network, asked, by, position=position, progress=progress)
    )
    return YearReport(programme, year, told, figures)


def carriers(views: OrganisationsView, programme: Programme) -> tuple[UUID, ...] | None:
    """The organisations of its territory; None: every one."""
    if programme.territory is None:
        return None
    every = every_organisation(views)
    return tuple(
        sorted(row.organisation_id for row in every if row.territory == programme.territory)
    )
