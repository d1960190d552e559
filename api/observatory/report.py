"""A yearly report as it is shown: data, a sheet, a page to print."""

import csv
from io import StringIO

from markupsafe import Markup
from pydantic import Field

from api.http.reading import Shown
from api.languages.choosing import Language
from api.languages.dates import Days
from api.languages.numbers import number
from api.languages.templates import Ways, templates_of
from api.observatory.page import POLICY, STYLE
from api.observatory.sheet import sheet
from api.observatory.shown import FigureShown, FiguresShown
from api.observatory.told import Named, told
from application.observatory.report_year import YearReport
from domain.observatory.indicators import Indicator, Unit
from domain.programme import Funding, Testimony

OF_PEOPLE = (Indicator.PEOPLE_MET, Indicator.NAMELESS_MET, Indicator.WORK_MINUTES)
IN_EACH = {Unit.CENTS: 100, Unit.MINUTES: 60}  # a euro, an hour


class ActionShown(Shown):
    name: str = Field(examples=["Aller vers"])
    figures: tuple[FigureShown, ...]


class ReportShown(Shown):
    """Each figure has its definition; all have one position."""

    programme: str
    name: str
    year: int
    source: str = Field(description="Of what no event tells: budget, people.")
    verified: bool
    people: ActionShown = Field(description="People met, and the time that was given.")
    actions: tuple[ActionShown, ...]
    employees: int
    volunteers: int
    cost: int = Field(description="In cents of a euro.")
    funding: tuple[Funding, ...]
    difficulties: tuple[str, ...]
    testimonies: tuple[Testimony, ...] = Field(description="Without a name, and with consent.")
    figures: FiguresShown = Field(description="All the figures, and their position.")


def report_told(
    report: YearReport, language: Language, *, position: str, named: Named
) -> ReportShown:
    figures = told(report.figures, language, position=position, named=named)
    by_indicator = {one.indicator: one for one in figures.figures}
    programme, year = report.programme, report.told
    return ReportShown(
        programme=programme.code,
        name=programme.name,
        year=report.year,
        source=programme.source,
        verified=programme.verified,
        people=ActionShown(name="", figures=tuple(by_indicator[one] for one in OF_PEOPLE)),
        actions=tuple(
            ActionShown(
                name=action.name, figures=tuple(by_indicator[one] for one in action.indicators)
            )
            for action in programme.actions
        ),
        employees=year.employees,
        volunteers=year.volunteers,
        cost=year.cost,
        funding=year.funding,
        difficulties=year.difficulties,
        testimonies=year.testimonies,
        figures=figures,
    )


def report_page(shown: ReportShown, *, again: bool = False, ways: Ways = ()) -> str:
    """The page to print: `again`, counted again; `ways`, to the pages that it stands beside."""
    template = templates_of("api.observatory", shown.figures.language).get_template("report.html")
    return template.render(
        shown=shown,
        days=Days(shown.figures.language, "UTC"),
        style=Markup(STYLE),  # noqa: S704 (our own file)
        policy=POLICY,
        euros=lambda cents: number(cents / 100, shown.figures.language, decimals=2),
        worth=lambda figure: worth(figure, shown.figures.language),
        again=again,
        ways=ways,
    )


def report_sheet(shown: ReportShown) -> str:
    """What the year cost and who paid, then every figure."""
    written = StringIO()
    rows = csv.writer(written)
    rows.writerow(("programme", "year", "item", "of", "euros"))
    rows.writerow((shown.programme, shown.year, "cost", "", euros(shown.cost)))
    for one in shown.funding:
        rows.writerow((shown.programme, shown.year, "funding", one.funder, euros(one.cents)))
    rows.writerow(())
    return written.getvalue() + sheet(shown.figures)


def euros(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02}"


def worth(figure: FigureShown, language: Language) -> str:
    """The number of a figure as it is read: hours rather than minutes, euros rather than cents."""
    if figure.whole is None:
        return "-"
    return number(figure.whole.number / IN_EACH.get(figure.indicator.unit, 1), language)
